// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** Totals and lists that the change notices do not come to, and those they do. */
final class DoesNotAddUpTest {
    @TempDir Path folder;

    private static final String RULES =
            """
            items: {hull: {is: [HULL], id: uid, state: [active, retired], fields: {base: place}}}
            forms: {change: {say: change, fields: {item: item, field: field, at: time}}}
            counts: {hulls: {where: item.state == 'active'}}
            """;
    private static final String LIST =
            """
            - {ref: list, kind: declare, by: XA, as-of: 2030-02-01, published: 2030-02-01, items: [{id: H-1, kind: HULL, state: active}, {id: H-2, kind: HULL, state: active}]}
            """;
    private static final String RETIRED =
            """
            - {ref: retired, kind: change, by: XA, item: H-2, at: 2030-04-01, was: {state: active}, set: {state: retired}, published: 2030-04-02}
            """;
    private static final String TOTAL =
            """
            - {ref: total, kind: declare, by: XA, as-of: 2030-06-01, published: 2030-06-01, counts: {hulls: NUMBER}}
            """;

    @Test
    void raisesWhereATotalDiffersFromListAndNotices() {
        assertThat(flags(LIST + RETIRED + TOTAL.replace("NUMBER", "2")))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.code()).isEqualTo("does-not-add-up");
                    assertThat(flag.about()).isEqualTo("counts.hulls");
                    assertThat(flag.text().in("en")).endsWith("hulls 2030-06-01: 2 ≠ 1");
                    assertThat(flag.statements()).containsExactly("total", "list");
                });
    }

    @Test
    void raisesWhereANewListHasAnItemOtherwise() {
        String again = LIST.replace("ref: list", "ref: again").replace("2030-02-01", "2030-06-01");
        assertThat(flags(LIST + RETIRED + again))
                .singleElement()
                .satisfies(flag -> assertThat(flag.about()).isEqualTo("H-2"));
    }

    @Test
    void raisesWhereANoticeSaysThatAnItemWasSomethingElse() {
        assertThat(flags(LIST + RETIRED.replace("was: {state: active}", "was: {state: retired}")))
                .singleElement()
                .satisfies(flag -> assertThat(flag.statements()).containsExactly("retired"));
    }

    @Test
    void doesNotRaiseWhereTheyAgree() {
        assertThat(flags(LIST + RETIRED + TOTAL.replace("NUMBER", "1"))).isEmpty();
    }

    @Test
    void doesNotRaiseForAChangeOfTheDayItself() {
        String sameDay = RETIRED.replace("at: 2030-04-01", "at: 2030-06-01");
        assertThat(flags(LIST + sameDay + TOTAL.replace("NUMBER", "2"))).isEmpty();
        assertThat(flags(LIST + sameDay + TOTAL.replace("NUMBER", "1"))).isEmpty();
    }

    @Test
    void doesNotRaiseWithoutAList() {
        assertThat(flags(TOTAL.replace("NUMBER", "2"))).isEmpty();
    }

    private List<Flag> flags(String record) {
        return Exercise.in(folder, RULES, record).flags(new DoesNotAddUp(), "2030-10-01");
    }
}
