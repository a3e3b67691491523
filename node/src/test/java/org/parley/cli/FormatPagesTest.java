// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Problem;
import org.parley.agreement.Agreement;
import org.parley.agreement.Formulas;
import org.parley.agreement.ReadBack;
import org.parley.record.Library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Every piece of YAML in the format pages is read: together they are an agreement that works. */
final class FormatPagesTest {
    @TempDir Path folder;

    @BeforeEach
    void writeTheFilesOfThePages() {
        FormatPages.write(folder);
    }

    @Test
    void theAgreementAndTheRecordOfThePagesAreAccepted() {
        Library.Checked checked = Library.check(folder.resolve("agreement.yaml"));
        assertThat(checked.errors()).extracting(Problem::toString).isEmpty();
        assertThat(checked.statements()).isGreaterThan(20);
    }

    @Test
    void theTestsOfThePagesHold() {
        assertThat(TestCommand.run(folder))
                .hasSizeGreaterThan(5)
                .allSatisfy(outcome ->
                        assertThat(outcome.problems())
                                .as(outcome.name())
                                .extracting(Problem::toString)
                                .isEmpty());
    }

    @Test
    void everySectionOfTheFormatHasItsPiece() {
        Agreement agreement = Library.load(folder).agreement();
        assertThat(agreement.limits()).isNotEmpty();
        assertThat(agreement.procedures()).isNotEmpty();
        assertThat(agreement.exemptions()).isNotEmpty();
        assertThat(agreement.tables()).isNotEmpty();
        assertThat(agreement.exit().withdrawal()).isPresent();
        assertThat(agreement.handling()).isPresent();
        assertThat(agreement.holidaysForm()).isPresent();
        assertThat(ReadBack.of(agreement, new Formulas(agreement)))
                .hasSizeGreaterThan(agreement.provisions().size());
    }

    @Test
    void aPieceThatDoesNotFitIsNoticed() {
        Library.Checked checked =
                Library.check(
                        write(
                                "agreement.yaml",
                                String.join("\n", FormatPages.pieces("agreement.md"))
                                        .replace("count: holdings", "count: holding")));
        assertThat(checked.errors()).isNotEmpty();
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
