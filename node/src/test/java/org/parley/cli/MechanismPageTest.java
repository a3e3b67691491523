// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Problem;
import org.parley.agreement.Words;
import org.parley.record.Library;
import org.parley.statement.Step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Each example of docs/formats/mechanism.md is a file that checks, and whose own tests hold. */
final class MechanismPageTest {
    @TempDir Path folder;

    @Test
    void everyExampleIsSoundAndItsTestsHold() throws IOException {
        List<String> pieces = FormatPages.pieces("mechanism.md");
        assertThat(pieces).hasSize(2);
        for (String piece : pieces) {
            String id = piece.lines().skip(1).findFirst().orElseThrow().substring("id: ".length());
            Path file = folder.resolve(id + ".yaml");
            Files.writeString(file, piece);
            assertThat(Library.check(file).errors()).extracting(Problem::toString).isEmpty();
            assertThat(TestCommand.run(file))
                    .isNotEmpty()
                    .allSatisfy(outcome ->
                            assertThat(outcome.problems()).extracting(Problem::toString).isEmpty());
        }
    }

    @Test
    void thePageNamesEveryKindSubjectAndStep() {
        String page = FormatPages.read(FormatPages.ROOT.resolve("docs/formats/mechanism.md"));
        assertThat(Words.AGREEMENT_KINDS).allSatisfy(word -> assertThat(page).contains(word));
        assertThat(Words.SUBJECTS).allSatisfy(word -> assertThat(page).contains(word));
        assertThat(Step.words()).allSatisfy(word -> assertThat(page).contains(word));
    }
}
