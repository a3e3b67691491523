// SPDX-License-Identifier: Apache-2.0
package org.parley.e2e;

import org.parley.ParleyException;
import org.parley.party.Entry;
import org.parley.party.NodeHome;
import org.parley.party.RunningNode;
import org.parley.party.Saying;

import java.io.IOException;
import java.io.OutputStream;
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
        endWithWhoeverStartedIt();
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

    /** A test that is stopped itself leaves no node behind: its end of the pipe closes. */
    private static void endWithWhoeverStartedIt() {
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        System.in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException _) {
                        // Closed is closed.
                    }
                    Runtime.getRuntime().halt(1);
                });
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
