// SPDX-License-Identifier: Apache-2.0
package org.parley.e2e;

import org.parley.ParleyException;
import org.parley.party.Entry;
import org.parley.party.NodeHome;
import org.parley.party.RunningNode;
import org.parley.party.Saying;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * A node in a process that is there to be killed: it talks without a pause and tells each statement
 * as soon as it was told itself that it is said.
 */
final class KilledNode {
    private KilledNode() {}

    /**
     * @param args the home folder and the port
     */
    public static void main(String[] args) throws InterruptedException {
        RunningNode running =
                RunningNode.open(
                        new NodeHome(Path.of(args[0])), Clock.systemUTC(), new SecureRandom());
        running.listen("127.0.0.1", Integer.parseInt(args[1]), (where, e) -> say("defect " + e));
        running.makeRounds(Duration.ofMillis(20), rounds -> {});
        say("up");
        for (int i = 0; ; i++) {
            try {
                Entry entry =
                        new Saying(
                                        "declare",
                                        "{under: duties.half_yearly_data, as-of: 2030-03-01,"
                                                + " counts: {launchers: "
                                                + i % 700
                                                + "}, audience: parties}",
                                        List.of("duty"))
                                .by(running.node());
                say("said " + entry.index() + " " + entry.name());
            } catch (ParleyException e) {
                say("defect " + e);
            }
            Thread.sleep(15);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
