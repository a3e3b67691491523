// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.party.CoseReceipts;
import org.parley.party.NodeHome;
import org.parley.record.Folders;
import org.parley.record.NewFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Optional;

/** Writes that an own entry stands in the log, as a file that COSE tools can check. */
@Command(
        name = "receipt",
        description = {
            "Write a COSE receipt (RFC 9942) that an own entry stands in the log.",
            "It has no words of the entry in it; whoever checks it needs the entry's bytes."
        })
final class NodeReceiptCommand extends LibraryCommand {
    @Parameters(index = "0", paramLabel = "REF", description = "as XA/17 or sha256:…")
    String ref = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "the file to write (XA-17.receipt)")
    Optional<Path> file = Optional.empty();

    @Option(
            names = "--entry",
            paramLabel = "FILE",
            description = "also write the entry's bytes: header and signatures, not the body")
    Optional<Path> entryFile = Optional.empty();

    @Mixin final Force force = new Force();

    @Override
    public Integer call() {
        NodeHome home = new NodeHome(options.home);
        CoseReceipts.Made made = CoseReceipts.of(home, ref);
        Path target = file.orElseGet(() -> Path.of(ref.replaceAll("[/:]", "-") + ".receipt"));
        NewFile.write(target, made.receipt().bytes(), force.asked);
        entryFile.ifPresent(entry -> NewFile.write(entry, made.leaf(), force.asked));
        mark(home.agreement().agreement());
        out().println(in("Written: ", "已写入：") + Folders.shown(target));
        entryFile.ifPresent(entry -> out().println(in("Written: ", "已写入：") + Folders.shown(entry)));
        return 0;
    }
}
