// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import org.parley.Place;
import org.parley.Text;

import java.util.Optional;

/**
 * {@code 32 hours before form.arrival}: how long before something a notice must at least be
 * received. Counted in hours it needs the event's hour; counted in days, the whole of the last day
 * is in time.
 *
 * @param latest the last moment, {@code form.arrival - 32 hours}
 */
public record Notice(int amount, DateUnit unit, DateTerm event, DateExpression latest) {

    /** Reads {@code INT unit before date}. */
    public static Notice parse(String text, Place at) {
        DateParser parser = new DateParser(text, at);
        DateTerm.Shift shift = parser.wholeNotice();
        return new Notice(
                -shift.amount(),
                shift.unit(),
                shift.base(),
                new DateExpression(shift, text, at, parser.references()));
    }

    public Place at() {
        return latest.at();
    }

    /** By when it must be received; empty if the event is not known. */
    public Optional<Deadline> deadline(DateContext context) {
        return latest.deadline(context);
    }

    /** "at least 32 hours before the stated arrival", "至少在所报 arrival 之前 32 小时". */
    public Text phrase(DateExpression.Titles titles) {
        return new DateReading(titles).notice(amount, unit, event);
    }

    @Override
    public String toString() {
        return unit.source(amount) + " before " + event;
    }
}
