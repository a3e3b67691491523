// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Problem;
import org.parley.Text;
import org.parley.agreement.Formulas;
import org.parley.agreement.ReadBack;
import org.parley.agreement.Sentence;
import org.parley.record.Library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Whoever follows the tutorial piece by piece ends with an agreement that works. */
final class TutorialTest {
    @TempDir Path folder;

    @Test
    void thePiecesMakeAnAgreementWhoseTestsHold() throws IOException {
        for (String piece : pieces("write-your-own.md")) {
            String file = piece.lines().findFirst().orElseThrow().substring("# ".length());
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, piece, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (Files.exists(folder.resolve("agreement.yaml"))) {
                assertThat(Library.check(folder.resolve("agreement.yaml")).errors())
                        .as("after %s", piece)
                        .extracting(Problem::toString)
                        .isEmpty();
            }
        }
        assertThat(TestCommand.run(folder))
                .hasSize(3)
                .allSatisfy(outcome ->
                        assertThat(outcome.problems()).extracting(Problem::toString).isEmpty());
        assertReadsAsTheTutorialSays();
    }

    private void assertReadsAsTheTutorialSays() {
        var agreement = Library.load(folder).agreement();
        var sentences = ReadBack.of(agreement, new Formulas(agreement));
        assertThat(page("write-your-own.md")).contains(limit(sentences).en());
        assertThat(page("write-your-own.zh.md")).contains(limit(sentences).zh());
    }

    private static Text limit(List<Sentence> sentences) {
        return sentences.stream()
                .filter(sentence -> sentence.path().equals("limits.vessels"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void bothLanguagesHaveTheSamePieces() {
        assertThat(pieces("write-your-own.zh.md"))
                .isNotEmpty()
                .isEqualTo(pieces("write-your-own.md"));
    }

    private static List<String> pieces(String page) {
        return FormatPages.pieces("../guide/" + page);
    }

    private static String page(String name) {
        return FormatPages.read(FormatPages.ROOT.resolve("docs/guide").resolve(name));
    }
}
