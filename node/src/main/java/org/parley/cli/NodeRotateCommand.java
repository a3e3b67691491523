// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.party.Control;
import org.parley.party.Either;
import org.parley.party.Entry;
import org.parley.party.KeyRing;
import org.parley.party.NodeHome;
import org.parley.party.Rotating;
import org.parley.party.RunningNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Changes keys of this node, by a statement that the old ones and the new ones sign. */
@Command(
        name = "rotate",
        description = "Change keys of this node: the old ones sign for the new ones in its log.")
final class NodeRotateCommand extends LibraryCommand {
    @Mixin final KeyParts keys = new KeyParts();

    @Option(
            names = "--finish",
            description = "use the announced keys alone, though not every other node has them")
    boolean finish;

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "OFFICE",
            description = "the offices that release it (duty)")
    List<String> offices = List.of(KeyRing.DUTY);

    @Override
    public Integer call() {
        NodeHome home = new NodeHome(options.home);
        mark(home.agreement().agreement());
        if (keys.parts().isEmpty() != finish) {
            throw new ParleyException(
                    Code.USAGE,
                    Place.of("rotate"),
                    finish ? "--finish changes no keys" : "no key is named",
                    "--office, --log, --mirror, --witness, --tls, --reader or --all; later perhaps"
                            + " --finish");
        }
        Rotating rotating = new Rotating(keys.parts(), offices);
        String told = told(home, rotating);
        if (told.isEmpty()) {
            out().println(in("No change of keys is under way.", "没有正在进行的密钥更换。"));
            return 0;
        }
        out().println(told);
        out().println(in("Roster: ", "名册：") + home.readRoster().hash());
        if (!finish) {
            out().println(
                            in(
                                    "Other parties learn it from the log. A witness has to enrol"
                                        + " the new card (parley node card). The old keys are used"
                                        + " no longer as soon as all have it.",
                                    "其他缔约方从日志中得知。见证方须登记新名片（parley node card）。各方均收到后旧密钥即停用。"));
        }
        return 0;
    }

    /** Has it done, and gives what was said about it; empty when there was nothing to say. */
    static String told(NodeHome home, Rotating rotating) {
        SecureRandom chance = new SecureRandom();
        return Either.of(
                home,
                Clock.systemUTC(),
                chance,
                () -> Control.rotate(home, rotating),
                opened -> {
                    try (RunningNode node = opened) {
                        Optional<Entry> entry = rotating.by(node, chance);
                        return entry.map(one -> one.ref() + " " + one.name()).orElse("");
                    }
                });
    }
}
