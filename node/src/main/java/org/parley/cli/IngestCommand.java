// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.ParleyException;
import org.parley.extraction.Extractor;
import org.parley.extraction.LexiconFolder;
import org.parley.record.Folders;
import org.parley.web.export.FoundJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;

/** Reads documents and prints what they say; keeps nothing. */
@Command(
        name = "ingest",
        description = "Read documents and list what they claim. Exits with 1 if one is not read.")
final class IngestCommand extends LibraryCommand {
    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Markdown, HTML, text or PDF; Chinese or English")
    List<Path> files = List.of();

    @Mixin final Json json = new Json();

    @Override
    public Integer call() {
        Extractor extractor =
                new Extractor(
                        LexiconFolder.open(
                                options.library.orElseGet(ShippedLibrary::find), options.home));
        int code = 0;
        for (Path file : files) {
            try {
                print(file, extractor.extract(FoundText.read(file)));
            } catch (ParleyException e) {
                command().commandLine().getErr().println(e.problem().in(language()));
                code = Parley.WRONG;
            }
        }
        return code;
    }

    private void print(Path file, Extractor.Extraction found) {
        if (json.asked) {
            found.claims().forEach(claim -> out().print(FoundJson.line(found, claim)));
            return;
        }
        out().println(Folders.shown(file) + ": " + found.claims().size() + in(" claims", " 条说法"));
        FoundText text = new FoundText(language());
        found.claims().forEach(claim -> text.lines(claim).forEach(out()::println));
    }
}
