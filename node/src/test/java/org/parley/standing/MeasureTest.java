// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.expression.Layout;
import org.parley.statement.Item;

/** How much one item can add, so that no total overflows. */
final class MeasureTest {
    @Test
    void asManyItemsAsARecordHoldsAddUpExactly() {
        assertThat(Math.multiplyExact(Measure.ADDS_MAX, Item.RECORD_MAX)).isPositive();
        assertThatThrownBy(() -> Math.multiplyExact(2 * Measure.ADDS_MAX, Item.RECORD_MAX))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void whatLiesOutsideOrHasNoValueIsNotAdded() {
        assertThat(Measure.adds(Measure.ADDS_MAX)).isTrue();
        assertThat(Measure.adds(-Measure.ADDS_MAX)).isTrue();
        assertThat(Measure.adds(Measure.ADDS_MAX + 1)).isFalse();
        assertThat(Measure.adds(-Measure.ADDS_MAX - 1)).isFalse();
        assertThat(Measure.adds(Layout.ABSENT)).isFalse();
    }
}
