// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** A form that the text does not allow, and one that it does, or that cannot be told. */
final class AgainstTextTest {
    @TempDir Path folder;

    private static final String RULES =
            """
            forms: {visit: {say: inspect, fields: {start: date, end: date}}}
            requirements:
              not_before: {of: visit, require: day(form.start) >= day(dates.eif), until: eif + 5 years, article: "Article 9"}
              in_order: {of: visit, require: form.end >= form.start, article: "Article 10"}
            """;

    private static final String ABOUT_CHANGES =
            """
            items: {hull: {is: [HULL], id: uid, state: [active, retired], fields: {base: place}}}
            forms: {change: {say: change, fields: {item: item, field: field, at: time, effective: time}}}
            counts: {hulls: {where: item.state == 'active'}}
            requirements:
              at_once: {of: change, require: form.effective == form.at, article: "Article 11"}
            """;

    @Test
    void raisesWhereAFormContradictsARequirement() {
        assertThat(visit("start: 2029-12-31, end: 2030-01-02"))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.code()).isEqualTo("against-text");
                    assertThat(flag.party()).isEqualTo("XB");
                    assertThat(flag.about()).isEqualTo("requirements.not_before");
                    assertThat(flag.text().in("en")).endsWith("day(form.start) >= day(dates.eif)");
                });
    }

    @Test
    void doesNotRaiseWhereTheRequirementHolds() {
        assertThat(visit("start: 2030-01-01, end: 2030-01-02")).isEmpty();
    }

    @Test
    void doesNotRaiseWhereAFieldWasLeftOpen() {
        assertThat(visit("start: 2030-01-01")).isEmpty();
    }

    @Test
    void doesNotRaiseBeforeTheEventItself() {
        assertThat(visit("start: 2032-01-05, end: 2032-01-01")).isEmpty();
    }

    @Test
    void raisesWhereAChangeContradictsARequirement() {
        assertThat(changes(change(1, "2030-02-01T08:00Z", "2030-02-02T08:00Z")))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.code()).isEqualTo("against-text");
                    assertThat(flag.party()).isEqualTo("XA");
                    assertThat(flag.about()).isEqualTo("requirements.at_once");
                    assertThat(flag.statements()).containsExactly("c1");
                    assertThat(flag.text().in("en")).endsWith("H-1: form.effective == form.at");
                });
    }

    @Test
    void doesNotRaiseWhereAChangeKeepsToItOrCannotBeJudged() {
        assertThat(changes(change(1, "2030-02-01T08:00Z", "2030-02-01T08:00Z"))).isEmpty();
        String open =
                change(1, "2030-02-01T08:00Z", "OPEN").replace(" fields: {effective: OPEN},", "");
        assertThat(open).doesNotContain("effective");
        assertThat(changes(open)).isEmpty();
    }

    @Test
    void tellsAHundredInFullAndThenHowManyMore() {
        StringBuilder many = new StringBuilder();
        for (int i = 1; i <= 117; i++) {
            many.append(change(i, "2030-02-01T08:00Z", "2030-02-02T08:00Z"));
        }
        List<Flag> flags = changes(many.toString());
        assertThat(flags).hasSize(101);
        assertThat(flags.getLast().text().in("en")).isEqualTo("XA: contradicts the text: 17 more");
        assertThat(flags.getLast().text().in("zh")).isEqualTo("XA：与条文要求不符：另有 17 项");
    }

    private List<Flag> changes(String changes) {
        return Exercise.in(folder, ABOUT_CHANGES, changes).flags(new AgainstText(), "2031-01-01");
    }

    private static String change(int number, String at, String effective) {
        return "- {ref: c"
                + number
                + ", form: change, by: XA, item: H-"
                + number
                + ", at: "
                + at
                + ", set: {state: retired}, fields: {effective: "
                + effective
                + "}, published: 2030-02-02}\n";
    }

    private List<Flag> visit(String fields) {
        return Exercise.in(
                        folder,
                        RULES,
                        "- {ref: visit, form: visit, by: XB, published: 2030-02-01, fields: {"
                                + fields
                                + "}}\n")
                .flags(new AgainstText(), "2031-01-01");
    }
}
