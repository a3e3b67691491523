// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.party.Dsse;
import org.parley.party.KeyRing;
import org.parley.party.NodeHome;
import org.parley.record.Folders;
import org.parley.record.NewFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes an own statement as an envelope that other tools can check. */
@Command(
        name = "dsse",
        description = {
            "Write an own statement as a signed DSSE envelope, for tools that know no logs.",
            "Whoever has the file can read what it says, whatever its audience."
        })
final class NodeDsseCommand extends LibraryCommand {
    @Parameters(index = "0", paramLabel = "REF", description = "as XA/17 or sha256:…")
    String ref = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "the file to write (standard output)")
    Path file = Path.of("-");

    @Option(
            names = "--office",
            split = ",",
            paramLabel = "NAME",
            description = "the offices that sign it (duty)")
    List<String> offices = List.of(KeyRing.DUTY);

    @Mixin final Force force = new Force();

    @Override
    public Integer call() {
        NodeHome home = new NodeHome(options.home);
        byte[] envelope = Dsse.of(home, ref, offices);
        if (isStandard(file)) {
            out().println(new String(envelope, StandardCharsets.UTF_8));
            out().flush();
            return 0;
        }
        NewFile.write(file, envelope, force.asked);
        mark(home.agreement().agreement());
        out().println(in("Written: ", "已写入：") + Folders.shown(file));
        return 0;
    }
}
