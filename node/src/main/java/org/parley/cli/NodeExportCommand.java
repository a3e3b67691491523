// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.party.ExportedLog;
import org.parley.party.NodeHome;
import org.parley.party.RunningNode;
import org.parley.proof.note.VerifierKey;
import org.parley.record.Folders;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** Writes the own log as files that other tools read. */
@Command(
        name = "export",
        description = "Write this node's log as files of tlog-tiles, for any tool that reads them.")
final class NodeExportCommand extends LibraryCommand {
    @Parameters(paramLabel = "FOLDER", description = "a folder that is not there yet, or is empty")
    Path folder = Path.of("log");

    @Override
    public Integer call() {
        NodeHome home = new NodeHome(options.home);
        mark(home.agreement().agreement());
        if (Files.exists(folder)
                && (!Files.isDirectory(folder) || !Folders.children(folder).isEmpty())) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    Place.of(Folders.shown(folder)),
                    "something is there already",
                    "choose a folder that is not there yet");
        }
        try (RunningNode running = RunningNode.open(home, Clock.systemUTC(), new SecureRandom())) {
            ExportedLog log = ExportedLog.write(running.node(), folder);
            out().println(
                            log.origin()
                                    + "  "
                                    + log.size()
                                    + in(" entries, ", " 条，")
                                    + log.files()
                                    + in(" files", " 个文件"));
            for (VerifierKey key : log.keys()) {
                out().println(in("key  ", "公钥  ") + key.format());
            }
        }
        return 0;
    }
}
