// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Problem;
import org.parley.record.Library;
import org.parley.web.export.CaseStanding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A cap that is worked out from the cap of another quota. */
final class QuotaCapsTest {
    private static final String RULES =
            """
            format: 1
            id: exercise
            title: {en: Exercise}
            kind: treaty
            exercise: true
            parties: [XA, XB]
            zone: GMT
            dates: {eif: 2029-01-01}
            tables: {most: {by: party, values: {XA: 7, XB: 4}}}
            bodies: {commission: {sets: {visits: {at-most: 9}}}}
            forms: {visit: {say: inspect, fields: {type: integer 1..2, host: party, base: text, start: date}}}
            quotas:
            """;

    @TempDir Path folder;

    @Test
    void aCapOfAnotherQuotaIsThatOfTheSameParty() throws IOException {
        assertThat(
                        caps(
                                """
                                  whole: {uses: visit, by: each-party, at-most: "tables.most[by]", per: calendar_year}
                                  half: {uses: visit, by: each-party, at-most: "ceil_div(cap.whole, 2)", per: calendar_year}
                                  quarter: {uses: visit, by: each-party, at-most: "ceil_div(cap.half, 2)", per: calendar_year}
                                """))
                .containsExactly(
                        "whole XA 7",
                        "whole XB 4",
                        "half XA 4",
                        "half XB 2",
                        "quarter XA 2",
                        "quarter XB 1");
    }

    @Test
    void aCapThatNobodyHasDecidedLeavesTheOtherUnknown() throws IOException {
        assertThat(
                        caps(
                                """
                                  whole: {uses: visit, by: each-party, at-most: decided.visits, per: calendar_year}
                                  half: {uses: visit, by: each-party, at-most: "ceil_div(cap.whole, 2)", per: calendar_year}
                                """))
                .containsExactly("whole XA ?", "whole XB ?", "half XA ?", "half XB ?");
    }

    @Test
    void aCapThatDependsOnItselfIsRefusedOnce() throws IOException {
        assertThat(
                        problems(
                                """
                                  one: {uses: visit, by: each-party, at-most: "cap.two + 1", per: calendar_year}
                                  two: {uses: visit, by: each-party, at-most: "cap.one - 1", per: calendar_year}
                                """))
                .singleElement()
                .asString()
                .contains("the cap of \"one\" depends on itself: one → two → one");
    }

    @Test
    void aCapOfAQuotaThatIsSplitFurtherIsNotOneNumber() throws IOException {
        assertThat(
                        problems(
                                """
                                  base: {uses: visit, by: each-party, group: form.base, at-most: 2, per: calendar_year}
                                  all: {uses: visit, by: each-party, at-most: "cap.base * 5", per: calendar_year}
                                """))
                .singleElement()
                .asString()
                .contains("cap.base is one number for each base; add group: form.base");
    }

    private List<String> caps(String quotas) throws IOException {
        Library.Case one = Library.load(made(quotas).toAbsolutePath());
        View view =
                new View(LocalDate.of(2030, 6, 1), LocalDate.of(9999, 12, 31), Optional.empty());
        return CaseStanding.of(one, view).quotas().stream()
                .map(quota ->
                        quota.quota().id()
                                + " "
                                + quota.party()
                                + " "
                                + quota.cap().map(String::valueOf).orElse("?"))
                .collect(Collectors.toList());
    }

    private List<Problem> problems(String quotas) throws IOException {
        return Library.check(made(quotas).resolve("agreement.yaml")).errors();
    }

    private Path made(String quotas) throws IOException {
        Files.writeString(folder.resolve("agreement.yaml"), RULES + quotas);
        return folder;
    }
}
