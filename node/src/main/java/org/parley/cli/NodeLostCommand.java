// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.party.NodeHome;
import org.parley.party.Rotating;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.OptionalLong;

/** Says that keys of this node were lost or stolen, and makes new ones. */
@Command(
        name = "lost",
        description =
                "Say in the log that keys were lost or stolen, and which new ones come instead.")
final class NodeLostCommand extends LibraryCommand {
    @Mixin final KeyParts keys = new KeyParts();

    @Option(
            names = "--since",
            required = true,
            paramLabel = "INDEX",
            description =
                    "the first statement of the own log that somebody else may have signed: 17 for"
                            + " XA/17")
    long since;

    @Option(
            names = "--begun",
            description = "the new keys are here: this node was begun with init --replaces")
    boolean begun;

    @Override
    public Integer call() {
        NodeHome home = new NodeHome(options.home);
        mark(home.agreement().agreement());
        if (keys.parts().isEmpty() != begun || since < 0) {
            throw new ParleyException(
                    Code.USAGE,
                    Place.of("lost"),
                    since < 0 ? "--since " + since : "no key is named",
                    "--office, --log, --mirror, --witness, --tls, --reader or --all, or after init"
                            + " --replaces: --begun");
        }
        Rotating rotating = new Rotating(keys.parts(), List.<String>of(), OptionalLong.of(since));
        out().println(NodeRotateCommand.told(home, rotating));
        out().println(in("Roster: ", "名册：") + home.readRoster().hash());
        out().println(
                        in(
                                "What was said from there on is flagged and stays. Tell the others"
                                        + " by voice too: whoever has the key can also write.",
                                "自该处起的陈述会被提示并予以保留。请同时口头告知其他各方：持有密钥者同样可以写入。"));
        return 0;
    }
}
