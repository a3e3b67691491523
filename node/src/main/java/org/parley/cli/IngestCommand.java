// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.document.DocumentReader;
import org.parley.extraction.Extractor;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.LexiconFolder;
import org.parley.web.export.FoundJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads documents and prints what they say. */
@Command(name = "ingest", description = "Read documents and list what they claim.")
final class IngestCommand extends LibraryCommand {
    @Parameters(paramLabel = "FILE")
    List<Path> files = List.of();

    @Mixin final Json json = new Json();

    @Override
    public Integer call() throws IOException {
        Extractor extractor =
                new Extractor(
                        LexiconFolder.open(
                                options.library.orElseGet(ShippedLibrary::find), options.home));
        PrintWriter out = out();
        for (Path file : files) {
            Extractor.Extraction found =
                    extractor.extract(
                            DocumentReader.read(Files.readAllBytes(file), file.toString()));
            for (FoundClaim claim : found.claims()) {
                if (json.asked) {
                    out.print(FoundJson.line(found, claim));
                } else {
                    out.println(
                            claim.kind().word()
                                    + " "
                                    + claim.actors()
                                    + " "
                                    + claim.mechanism().orElse("")
                                    + " "
                                    + claim.about().action().orElse("")
                                    + " "
                                    + claim.when()
                                            .map(w ->
                                                    w.edtf().orElse("?" + w.relative().orElse("")))
                                            .orElse("")
                                    + claim.figure()
                                            .map(f ->
                                                    " "
                                                            + f.measure()
                                                            + " "
                                                            + f.qualifier()
                                                            + " "
                                                            + f.value()
                                                            + " asof "
                                                            + f.asOf()
                                                                    .map(w -> w.edtf().orElse("?"))
                                                                    .orElse("-")
                                                            + " "
                                                            + f.basis())
                                            .orElse("")
                                    + " st="
                                    + claim.status().map(s -> s.word()).orElse("")
                                    + " "
                                    + claim.assertion().word()
                                    + (claim.denied() ? " DENIED" : "")
                                    + " | "
                                    + claim.participants().stream()
                                            .map(p -> p.name() + "/" + p.side().orElse("?"))
                                            .toList()
                                    + " | "
                                    + claim.chain().stream()
                                            .map(v -> v.by() + ":" + v.type().word())
                                            .toList()
                                    + " | "
                                    + claim.rules()
                                    + "\n      "
                                    + claim.anchor().shown().replace("\n", "⏎"));
                }
            }
        }
        return 0;
    }
}
