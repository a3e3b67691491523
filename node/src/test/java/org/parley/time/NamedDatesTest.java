// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.ParleyException;
import org.parley.Place;

import java.util.LinkedHashMap;
import java.util.Map;

final class NamedDatesTest {

    @Test
    void aCircleIsReportedWithItsChain() {
        Map<String, DateExpression> dates =
                dates("start: x", "x: end - 1 year", "end: first-of-month(x)");
        assertThat(NamedDates.problems(dates))
                .extracting(Object::toString)
                .containsExactly(
                        "a.yaml:3:21: depends on itself: \"x\" depends on itself: x → end → x; let"
                                + " one of them count from an act or a date");
        assertThatThrownBy(() -> NamedDates.of(dates)).isInstanceOf(ParleyException.class);
    }

    @Test
    void aNameThatCountsFromItselfIsACircle() {
        assertThat(NamedDates.problems(dates("x: x + 1 day")))
                .extracting(Object::toString)
                .containsExactly(
                        "a.yaml:1:6: depends on itself: \"x\" depends on itself: x → x; let one of"
                                + " them count from an act or a date");
    }

    @Test
    void aNameThatIsNotThereIsReportedWithTheNearest() {
        assertThat(
                        NamedDates.problems(
                                dates("eif: act entered-into-force", "end: eiff + 10 years")))
                .extracting(Object::toString)
                .containsExactly(
                        "a.yaml:2:6: not declared: no date is named \"eiff\"; did you mean"
                                + " \"eif\"?");
    }

    @Test
    void hoursFromANameOfADayAreReported() {
        assertThat(NamedDates.problems(dates("late: day + 3 hours", "day: 2011-02-05")))
                .hasSize(1)
                .first()
                .asString()
                .contains("a.yaml:1:6", "counts hours from a whole day");
        NamedDates known = NamedDates.of(dates("day: 2011-02-05", "act_date: act signed"));
        Place at = new Place("a.yaml", 9, 9);
        assertThat(known.check(DateExpression.parse("day + 3 hours", at))).hasSize(1);
        assertThat(known.check(DateExpression.parse("act_date + 3 hours", at))).isEmpty();
        assertThat(known.check(DateExpression.parse("days", at)))
                .first()
                .asString()
                .contains("did you mean \"day\"?");
    }

    @Test
    void namesOfTheContextStayKnown() {
        DateContext dates =
                NamedDates.of(dates("a: act x"))
                        .over(
                                KnownDates.gmt()
                                        .with("b", "2011-02-05")
                                        .with("form.f", "2012-01-01"));
        assertThat(dates.name("b")).isPresent();
        assertThat(dates.form("f")).isPresent();
        assertThat(dates.name("a")).isEmpty();
    }

    @Test
    void sharedNamesAreNoCircle() {
        assertThat(
                        NamedDates.problems(
                                dates("a: later-of(b, c)", "b: d", "c: d + 1 day", "d: act x")))
                .isEmpty();
    }

    /** Each given as {@code name: date}, on lines 1, 2 … and with the date in column 6. */
    private static Map<String, DateExpression> dates(String... lines) {
        Map<String, DateExpression> dates = new LinkedHashMap<>();
        for (int line = 0; line < lines.length; line++) {
            int colon = lines[line].indexOf(':');
            dates.put(
                    lines[line].substring(0, colon),
                    DateExpression.parse(
                            lines[line].substring(colon + 2), new Place("a.yaml", line + 1, 6)));
        }
        return dates;
    }
}
