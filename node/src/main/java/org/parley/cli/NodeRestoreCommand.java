// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.party.NodeHome;
import org.parley.party.Restoring;
import org.parley.record.Folders;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;

/** Puts a backup of a node back. */
@Command(
        name = "restore",
        description = {
            "Put a backup back: checked whole, then put in place.",
            "The node then signs nothing until the others were asked what they saw of its log."
        })
final class NodeRestoreCommand extends LibraryCommand {
    @Parameters(paramLabel = "FILE", description = "what parley node backup wrote")
    Path file = Path.of("node.backup");

    @Option(
            names = "--force",
            description = "although the folder is not empty: its store is put aside, its keys stay")
    boolean force;

    @Option(names = "--check", description = "only unpack and check it; nothing is restored")
    boolean check;

    @Override
    public Integer call() {
        NodeHome home = new NodeHome(options.home);
        try (Restoring backup = Restoring.open(file, home)) {
            out().println(
                            in("Backup of ", "备份：")
                                    + backup.name()
                                    + "  "
                                    + backup.made()
                                    + "  "
                                    + backup.report().entries()
                                    + in(" entries, ", " 个条目，")
                                    + backup.report().bodies()
                                    + in(" bodies; all of it is whole", " 份正文，全部完好"));
            if (check) {
                return 0;
            }
            Restoring.Restored restored = backup.put(force, new SecureRandom(), Instant.now());
            mark(home.agreement().agreement());
            restored.aside()
                    .ifPresent(aside ->
                            out().println(
                                            in("The store that was here: ", "原有存储移至：")
                                                    + Folders.shown(aside)));
            if (!restored.keys()) {
                out().println(
                                in("Its keys are missing: put them into ", "缺少密钥：请放入 ")
                                        + Folders.shown(home.keys()));
            }
            out().println(
                            in(
                                    "It signs nothing until the others were asked: parley node"
                                            + " recover",
                                    "在询问其他各方之前不会签署任何内容：parley node recover"));
        }
        return 0;
    }
}
