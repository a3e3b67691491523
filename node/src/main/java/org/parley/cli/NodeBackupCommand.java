// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.party.BackupFile;
import org.parley.party.NodeHome;
import org.parley.record.Folders;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;

/** Writes a node into one file, while it runs. */
@Command(
        name = "backup",
        description = {
            "Write this node into one file, checked and whole; the node may run.",
            "Its keys are not in it, unless --with-keys is given."
        })
final class NodeBackupCommand extends LibraryCommand {
    @Parameters(paramLabel = "FILE", description = "the file to write; its owner alone reads it")
    Path file = Path.of("node.backup");

    @Option(
            names = "--with-keys",
            description = "also its secret keys: whoever has the file can speak for the party")
    boolean withKeys;

    @Mixin final Force force = new Force();

    @Override
    public Integer call() {
        NodeHome home = new NodeHome(options.home);
        mark(home.agreement().agreement());
        BackupFile.Written written =
                BackupFile.make(
                        home, file, withKeys, force.asked, new SecureRandom(), Instant.now());
        out().println(
                        in("Written: ", "已写入：")
                                + Folders.shown(file)
                                + "  "
                                + written.bytes()
                                + in(" bytes, ", " 字节，")
                                + written.entries()
                                + in(" entries, ", " 个条目，")
                                + written.bodies()
                                + in(" bodies", " 份正文"));
        out().println(in("Note this elsewhere: ", "请另行记录：") + written.sha256());
        out().println(
                        written.keys()
                                ? in(
                                        "The secret keys are in it: keep it as carefully as the"
                                                + " node itself.",
                                        "文件内含私钥：请像保管节点本身一样保管它。")
                                : in(
                                        "The secret keys are not in it: keep node/keys elsewhere.",
                                        "文件不含私钥：请另行保管 node/keys。"));
        return 0;
    }
}
