// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.agreement.Formulas;
import org.parley.record.Folders;
import org.parley.record.Library;
import org.parley.web.export.CaseStanding;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a page links to as "why" is answered, whatever it is. */
final class ExplainerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    @TestFactory
    Stream<DynamicTest> everyDutyLimitAndQuotaIsExplainedForItsPartyAndDay() {
        Path library = Path.of(System.getProperty("parley.root", "..")).resolve("library");
        return Folders.children(library.resolve("agreements")).stream()
                .map(folder ->
                        DynamicTest.dynamicTest(
                                String.valueOf(folder.getFileName()), () -> explain(folder)));
    }

    private static void explain(Path folder) {
        Library.Case one = Library.load(folder);
        Explainer explainer =
                new Explainer(
                        one.agreement(), new Formulas(one.agreement()), one.record().statements());
        Standing standing = CaseStanding.of(one, View.declared(DAY, DAY));
        Set<String> seen = new HashSet<>();
        for (DutyStanding duty : standing.duties()) {
            String path = duty.duty().provision().path();
            if (seen.add(path + duty.party())) {
                List<String> which = List.of(duty.party(), duty.key().toString());
                assertThat(explainer.explain(standing, path, which)).as(path).isNotEmpty();
            }
        }
        for (LimitStanding limit : standing.limits()) {
            String path = limit.limit().provision().path();
            assertThat(explainer.explain(standing, path, List.of(limit.party()))).isNotEmpty();
        }
        for (QuotaStanding quota : standing.quotas()) {
            String path = quota.quota().provision().path();
            List<String> which = List.of(quota.party(), quota.period().start().toString());
            assertThat(explainer.explain(standing, path, which)).as(path).isNotEmpty();
        }
    }
}
