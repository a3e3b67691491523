// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

final class DeadlineTest {
    private static final ZoneId GMT = ZoneId.of("GMT");
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    @Test
    void fiveDaysAndOneHourCanBeInTime() {
        KnownDates dates = KnownDates.gmt().with("form.at", "2020-01-01T10:00Z");
        Deadline due =
                DateExpression.parse("form.at + 5 days", KnownDates.HERE)
                        .deadline(dates)
                        .orElseThrow();
        assertThat(due.met(Instant.parse("2020-01-06T11:00:00Z"))).isTrue();
        assertThat(due.met(Instant.parse("2020-01-06T23:59:59Z"))).isTrue();
        assertThat(due.met(Instant.parse("2020-01-07T00:00:00Z"))).isFalse();
    }

    @Test
    void aDueDayEndsAtMidnightOfTheZone() {
        Deadline due = Deadline.endOf(LocalDate.of(2023, 11, 6), MOSCOW);
        assertThat(due.met(Instant.parse("2023-11-06T20:59:59.999Z"))).isTrue();
        assertThat(due.met(Instant.parse("2023-11-06T21:00:00Z"))).isFalse();
        assertThat(due.passed(Instant.parse("2023-11-06T21:00:00Z"))).isTrue();
        assertThat(due).hasToString("2023-11-06 24:00 Europe/Moscow");
    }

    @Test
    void aDayOfTwentyThreeHoursIsADay() {
        Deadline due = Deadline.endOf(LocalDate.of(2020, 3, 29), ZoneId.of("Europe/Vienna"));
        assertThat(due.met(Instant.parse("2020-03-29T21:59:59Z"))).isTrue();
        assertThat(due.met(Instant.parse("2020-03-29T22:00:00Z"))).isFalse();
    }

    @Test
    void aDeadlineByTheHourIsItselfInTime() {
        Deadline due = Deadline.at(Instant.parse("2019-07-02T08:00:00Z"));
        assertThat(due.met(Instant.parse("2019-07-02T08:00:00Z"))).isTrue();
        assertThat(due.met(Instant.parse("2019-07-02T08:00:00.000000001Z"))).isFalse();
        assertThat(due.day(MOSCOW)).isEqualTo("2019-07-02");
        assertThat(due.day(ZoneId.of("Asia/Tokyo"))).isEqualTo("2019-07-02");
        assertThat(due.day(ZoneId.of("Pacific/Honolulu"))).isEqualTo("2019-07-01");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-07-01, IN_TIME",
        "2019-07-02, UNDECIDED",
        "2019-07-03, LATE",
    })
    void aDayOfReceiptCannotAlwaysDecideAnHour(LocalDate received, Deadline.Timeliness expected) {
        Deadline due = Deadline.at(Instant.parse("2019-07-02T08:00:00Z"));
        assertThat(due.metOn(received, GMT)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2011-03-22, IN_TIME", "2011-03-23, LATE"})
    void aDayOfReceiptDecidesADueDay(LocalDate received, Deadline.Timeliness expected) {
        Deadline due = Deadline.endOf(LocalDate.of(2011, 3, 22), GMT);
        assertThat(due.metOn(received, GMT)).isEqualTo(expected);
        assertThat(due.metBy(Moment.of(received), GMT)).isEqualTo(expected);
        assertThat(due.day(MOSCOW)).isEqualTo("2011-03-22");
    }

    @Test
    void aDayOfAnotherZoneIsDecidedByItsHours() {
        Deadline due = Deadline.endOf(LocalDate.of(2023, 11, 6), GMT);
        assertThat(due.metOn(LocalDate.of(2023, 11, 6), MOSCOW))
                .isEqualTo(Deadline.Timeliness.IN_TIME);
        assertThat(due.metOn(LocalDate.of(2023, 11, 7), MOSCOW))
                .isEqualTo(Deadline.Timeliness.UNDECIDED);
        assertThat(due.metBy(Moment.of(Instant.parse("2023-11-06T23:30:00Z")), MOSCOW))
                .isEqualTo(Deadline.Timeliness.IN_TIME);
    }

    @Test
    void aRuleBeginsWithItsDay() {
        assertThat(Moment.of(LocalDate.of(2023, 11, 7)).begins(MOSCOW))
                .isEqualTo("2023-11-06T21:00:00Z");
    }
}
