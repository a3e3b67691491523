// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.testing.Randomly;
import org.parley.testing.Source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is told one by one, against going through all of it. */
final class ToldTest {
    private static final Comparator<Thing> ORDER =
            Comparator.comparingInt(Thing::day).thenComparingInt(Thing::number);

    private record Thing(int day, int number) {}

    /** From when it is known to hold, and until when. */
    private record Said(Thing thing, int from, int until) {}

    @Test
    void givesTheFirstAndTheNumberOfWhatHoldsAndIsKnown() {
        Randomly.check(
                100,
                random -> {
                    Told<Thing> told = new Told<>(ORDER, Thing::day);
                    List<Said> all = new ArrayList<>();
                    for (int i = random.ints(0, 8); i > 0; i--) {
                        add(random, told, all);
                        compare(random, told, all);
                    }
                });
    }

    private static void add(Source random, Told<Thing> told, List<Said> all) {
        for (int i = random.ints(0, 400); i > 0; i--) {
            int known = random.ints(0, 1_000);
            int until = random.bool() ? Integer.MAX_VALUE : known + random.ints(1, 300);
            Thing thing = new Thing(random.ints(0, 1_000), all.size());
            all.add(new Said(thing, known, until));
            told.add(thing, known, 1);
            if (until < Integer.MAX_VALUE) {
                told.add(thing, until, -1);
            }
        }
    }

    private static void compare(Source random, Told<Thing> told, List<Said> all) {
        for (int i = 0; i < 20; i++) {
            int first = random.oneIn(4) ? Integer.MIN_VALUE : random.ints(0, 1_000);
            int last = random.ints(0, 1_000);
            int knownOn = random.ints(0, 1_200);
            List<Thing> hold =
                    all.stream()
                            .filter(one -> one.from() <= knownOn && knownOn < one.until())
                            .map(Said::thing)
                            .filter(thing -> thing.day() >= first && thing.day() <= last)
                            .sorted(ORDER)
                            .toList();
            assertThat(told.between(first, last, knownOn)).isEqualTo(Told.Found.of(hold));
        }
    }
}
