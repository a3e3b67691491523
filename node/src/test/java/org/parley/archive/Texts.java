// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.parley.extraction.LexiconFolder;
import org.parley.lexicon.Lexicon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Made-up documents about two parties that do not exist, and words to read them with. */
public final class Texts {
    public static final Instant TAKEN = Instant.parse("2030-03-01T12:00:00Z");

    /** EXERCISE: an office of Arden speaks. */
    public static final String ARDEN =
            """
            EXERCISE 演练

            Arden and Borel held talks on nuclear arms control in Cadria on 5 February 2030.

            Arden has about 480 nuclear warheads in its stockpile, the office said.
            """;

    /** EXERCISE: the same matter in Chinese. */
    public static final String BOREL =
            """
            EXERCISE 演练

            2030年2月5日，阿登与博雷尔在卡德里亚举行核军控会谈。

            博雷尔拥有约310枚核弹头。
            """;

    private static final String PARTIES =
            """
            # EXERCISE 演练
            format: 1
            category: party
            entries:
              XA: {codes: XA, zh: [阿登], en: [Arden]}
              XB: {codes: XB, zh: [博雷尔], en: [Borel]}
            """;

    private Texts() {}

    /** A home folder whose lexicon knows the two parties. */
    public static Path home(Path folder) {
        try {
            Files.createDirectories(folder.resolve("lexicon"));
            Files.writeString(folder.resolve("lexicon/parties.yaml"), PARTIES);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of the library, and the two parties. */
    public static Lexicon lexicon(Path home) {
        Path root = Path.of(System.getProperty("parley.root", ".."));
        return LexiconFolder.open(root.resolve("library"), home(home));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An entry as ingest makes it. */
    public static Entry entry(String text, String name) {
        return Archive.entry(bytes(text), name, name, TAKEN, Optional.empty(), Optional.empty());
    }
}
