// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.extraction.LexiconFolder;
import org.parley.extraction.reading.Extractor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A home folder with made-up documents of made-up parties. */
public final class Desks {
    static final InstantSource CLOCK =
            Clock.fixed(Instant.parse("2031-06-01T09:00:00Z"), ZoneOffset.UTC);

    private static final String ACTORS =
            """
            format: 1
            actors:
              XA: {name: {en: Arden, zh: 阿登}}
              XB: {name: {en: Borel, zh: 博雷尔}}
            """;

    /** Two claims in one sentence, a day that hangs on the date of the text, a voice. */
    public static final String TALKS =
            """
            EXERCISE: Arden and Borel talk

            On 6 May 2031 Arden and Borel held the first round of talks on risks in Geneva.

            Arden and Borel will hold another round of talks in Geneva on Thursday.

            Borel's foreign ministry said on Monday, May 12 that Borel will not be the first to use nuclear weapons.
            """;

    private static final Path LIBRARY =
            Path.of(System.getProperty("parley.root", "..")).resolve("library");

    private Desks() {}

    /** Writes a home with one document and the names of the parties. */
    public static Path home(Path folder, String name, String text) {
        try {
            Files.createDirectories(folder.resolve("documents"));
            actors(folder);
            Files.writeString(folder.resolve("documents").resolve(name), text);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the names of the parties. */
    static void actors(Path folder) {
        try {
            Files.writeString(folder.resolve("actors.yaml"), ACTORS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Extractor extractor(Path home) {
        return new Extractor(LexiconFolder.open(LIBRARY, home));
    }

    static Reviews reviews(Path home) {
        return new Reviews(home, new AtomicLong(7)::incrementAndGet);
    }

    static Desk open(Path home) {
        return new Desk(
                new FolderDocuments(home.resolve("documents")),
                extractor(home),
                reviews(home),
                CLOCK);
    }
}
