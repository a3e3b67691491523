// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** One identifier twice in a list, and twice in two. */
final class DuplicateIdentifierTest {
    @TempDir Path folder;

    private static final String RULES =
            """
            items: {hull: {is: [HULL], id: uid, state: [active, retired], fields: {base: place}}}
            forms: {change: {say: change, fields: {item: item, field: field, at: time}}}
            counts: {hulls: {where: item.state == 'active'}}
            """;

    @Test
    void raisesWhereOneListNamesAnIdentifierTwice() {
        assertThat(lists("2030-02-01", "H-1", "2030-02-01", "H-1").twice())
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.code()).isEqualTo("duplicate-identifier");
                    assertThat(flag.party()).isEqualTo("XA");
                    assertThat(flag.about()).isEqualTo("H-1");
                    assertThat(flag.text().in("zh")).isEqualTo("XA：标识符重复申报：H-1");
                });
    }

    @Test
    void doesNotRaiseForTwoIdentifiers() {
        assertThat(lists("2030-02-01", "H-1", "2030-02-01", "H-2").twice()).isEmpty();
    }

    @Test
    void doesNotRaiseForTheSameIdentifierInTwoLists() {
        assertThat(lists("2030-02-01", "H-1", "2030-08-01", "H-1").twice()).isEmpty();
    }

    private record Lists(Exercise exercise) {
        List<Flag> twice() {
            return exercise.flags(new DuplicateIdentifier(), "2030-10-01");
        }
    }

    /** Two items in one list if they are of the same day, else in two lists. */
    private Lists lists(String day, String item, String otherDay, String other) {
        String one = "{id: " + item + ", kind: HULL, state: active}";
        String two = "{id: " + other + ", kind: HULL, state: active}";
        String record =
                day.equals(otherDay)
                        ? list(day, one + ", " + two)
                        : list(day, one) + list(otherDay, two);
        return new Lists(Exercise.in(folder, RULES, record));
    }

    private static String list(String day, String items) {
        return "- {ref: list-DAY, kind: declare, by: XA, as-of: DAY, published: DAY, items: ["
                        .replace("DAY", day)
                + items
                + "]}\n";
    }
}
