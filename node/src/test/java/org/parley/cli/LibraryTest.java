// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.Problem;
import org.parley.agreement.Formulas;
import org.parley.record.CaseFiles;
import org.parley.record.Folders;
import org.parley.record.Library;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.web.export.CaseStanding;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Everything shipped checks without errors, and every test a lawyer wrote beside it holds. */
final class LibraryTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));

    @TestFactory
    List<DynamicTest> everyAgreementChecksWithoutErrors() {
        return folders().stream()
                .map(folder ->
                        DynamicTest.dynamicTest(
                                String.valueOf(folder.getFileName()),
                                () ->
                                        assertThat(
                                                        Library.check(
                                                                        new CaseFiles(folder)
                                                                                .agreementFile())
                                                                .errors())
                                                .isEmpty()))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyExpectationBesideAnAgreementHolds() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : folders()) {
            List<TestCommand.Outcome> outcomes = TestCommand.run(folder);
            String id = String.valueOf(folder.getFileName());
            if (Files.isDirectory(folder)) {
                tests.add(
                        DynamicTest.dynamicTest(
                                id + " has tests", () -> assertThat(outcomes).isNotEmpty()));
            }
            for (TestCommand.Outcome outcome : outcomes) {
                tests.add(
                        DynamicTest.dynamicTest(
                                id + ": " + outcome.name(),
                                () ->
                                        assertThat(outcome.problems())
                                                .extracting(Problem::toString)
                                                .isEmpty()));
            }
        }
        return tests;
    }

    @Test
    void theSixTreatiesAreThere() {
        assertThat(Folders.children(ROOT.resolve("library/agreements")))
                .extracting(folder -> String.valueOf(folder.getFileName()))
                .contains("cfe", "inf", "new-start", "open-skies", "sort", "start-i");
    }

    @Test
    void nothingShippedIsMadeUp() {
        for (Path folder : Folders.children(ROOT.resolve("library/agreements"))) {
            Library.Case one = Library.load(folder);
            assertThat(one.agreement().exercise()).as("%s", folder).isFalse();
            assertThat(one.record().exercise()).as("%s", folder).isFalse();
        }
    }

    @Test
    void everyStandingCanBeWorkedOutOnAnyDay() {
        for (Path folder : folders()) {
            Library.Case one = Library.load(folder);
            Formulas formulas = new Formulas(one.agreement());
            for (int year = 1990; year <= 2030; year += 5) {
                LocalDate day = LocalDate.of(year, 6, 15);
                Standing standing = CaseStanding.of(one, formulas, View.declared(day, day));
                assertThat(standing.limits())
                        .as("%s on %s", folder, day)
                        .allSatisfy(limit -> assertThat(limit.state()).isNotNull());
            }
        }
    }

    /** The shipped agreements and the exercises of the tests. */
    private static List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        for (String root :
                List.of(
                        "library/agreements",
                        "library/mechanisms",
                        "node/src/test/resources/fixtures")) {
            Folders.children(ROOT.resolve(root)).stream()
                    .filter(CaseFiles::isCase)
                    .forEach(folders::add);
        }
        return folders;
    }
}
