// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import org.parley.Place;
import org.parley.Text;

/**
 * A length of time by itself: {@code 3 months}, of notice for a withdrawal; {@code 5 years}, at
 * most, of an extension. How many days that is depends on what it is counted from.
 *
 * @param amount from 1 to {@link DateTerm.Shift#AMOUNT_MAX}
 */
public record Span(int amount, DateUnit unit) {

    public Span {
        if (amount < 1 || amount > DateTerm.Shift.AMOUNT_MAX) {
            throw new IllegalArgumentException("amount " + amount);
        }
    }

    /**
     * Reads {@code INT unit}.
     *
     * @throws org.parley.ParleyException {@code BAD_DATE}, at the character where it goes wrong
     */
    public static Span parse(String text, Place at) {
        return new DateParser(text, at).wholeSpan();
    }

    /**
     * So much after a moment.
     *
     * @throws org.parley.ParleyException {@code BAD_DATE} for hours after a whole day
     */
    public Moment after(Moment moment, DateContext context) {
        return shifted(moment, amount, context);
    }

    /** So much before a moment; throws like {@link #after}. */
    public Moment before(Moment moment, DateContext context) {
        return shifted(moment, -amount, context);
    }

    private Moment shifted(Moment moment, int by, DateContext context) {
        return new DateEvaluation(context, Place.of(toString())).shifted(moment, by, unit);
    }

    /** "5 working days", "5 个工作日". */
    public Text phrase() {
        return unit.amount(amount);
    }

    @Override
    public String toString() {
        return unit.source(amount);
    }
}
