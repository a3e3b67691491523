// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.document.DocumentReader;
import org.parley.evidence.Link;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.LexiconFolder;
import org.parley.record.Folders;

import java.nio.file.Path;
import java.util.List;

/** Whose the numbers are that a text passes on without saying so again. */
class EstimatorsTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
    private static final Path EXERCISE = Path.of("src/test/resources/extraction/exercise");

    @Test
    void numbersAfterAYearbookAreTheInstitutesUntilSomebodyElseCounts() {
        Path file = EXERCISE.resolve("documents/23-yearbook.en.md");
        Extractor extractor = new Extractor(LexiconFolder.open(ROOT.resolve("library"), EXERCISE));

        List<List<Link.Type>> voices =
                extractor
                        .extract(DocumentReader.read(Folders.bytes(file, 1 << 20), file.toString()))
                        .claims()
                        .stream()
                        .filter(claim -> claim.kind() == FoundClaim.Kind.QUANTITY)
                        .map(claim -> claim.chain().stream().map(FoundClaim.Voice::type).toList())
                        .toList();

        assertThat(voices)
                .containsExactly(
                        List.of(Link.Type.ORGANISATION),
                        List.of(Link.Type.ORGANISATION),
                        List.of(Link.Type.OFFICIAL_NAMED),
                        List.of());
    }
}
