// SPDX-License-Identifier: Apache-2.0
package org.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

final class RandomlyTest {
    @Test
    void aPropertyThatHoldsIsCheckedAsOftenAsAsked() {
        AtomicInteger runs = new AtomicInteger();
        Randomly.check(137, random -> runs.incrementAndGet());
        int wanted = Randomly.isThorough() ? 137 : 27;
        assertThat(runs).hasValue(System.getProperty("seed") == null ? wanted : 1);
    }

    @Test
    void ofNumberedCasesAllAreTakenOrEveryFifth() {
        assertThat(Randomly.of(1000).filter(n -> n >= 0 && n < 1000).distinct().count())
                .isEqualTo(Randomly.isThorough() ? 1000 : 200);
    }

    @Test
    void aPropertyThatFailsNamesItsSeedAndIsShrunk() {
        assertThatThrownBy(() ->
                        Randomly.check(
                                200,
                                random ->
                                        assertThat(random.list(Source::bool)).hasSizeLessThan(10)))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching(
                        "(?s)does not hold; run again with -Dseed=[0-9a-f]{16}-1\\d\\n.*");
    }

    @Test
    void theSameSeedGivesTheSameValues() {
        assertThat(values(new Source(42, 30))).isEqualTo(values(new Source(42, 30)));
        assertThat(values(new Source(42, 30))).isNotEqualTo(values(new Source(43, 30)));
    }

    @Test
    void aSeedIsReadBackAsItWasPrinted() {
        Randomly.Case one = new Randomly.Case(-5, 12);
        assertThat(Randomly.Case.parse(one.toString())).isEqualTo(one);
        assertThatThrownBy(() -> Randomly.Case.parse("42"))
                .hasMessageContaining("expected the text a failure printed");
    }

    @Test
    void numbersStayBetweenTheirEndsAndReachThem() {
        Source random = new Source(1, 10);
        List<Long> seen = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            seen.add(random.longs(Long.MAX_VALUE - 2, Long.MAX_VALUE));
            assertThat(random.longs(Long.MIN_VALUE, Long.MAX_VALUE)).isNotNull();
        }
        assertThat(seen).containsOnly(Long.MAX_VALUE - 2, Long.MAX_VALUE - 1, Long.MAX_VALUE);
    }

    private static List<Object> values(Source random) {
        return List.of(
                random.string(),
                random.name(),
                random.ints(0, 1000),
                random.list(Source::bool),
                random.shuffled(List.of(1, 2, 3, 4, 5, 6, 7)),
                random.pick("a", "b", "c"));
    }
}
