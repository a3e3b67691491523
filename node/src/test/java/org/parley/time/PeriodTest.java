// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.testing.Randomly;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class PeriodTest {
    private static final LocalDate EARLY = LocalDate.of(1950, 1, 1);
    private static final LocalDate LATE = LocalDate.of(2050, 12, 31);

    @Test
    void tenInspectionsAstrideTheFifthOfFebruaryLieInTwoTreatyYears() {
        Cycle years = new Cycle(LocalDate.of(2011, 2, 5), 1, DateUnit.YEAR);
        assertThat(years.containing(LocalDate.of(2012, 2, 4)))
                .contains(new Period(LocalDate.of(2011, 2, 5), LocalDate.of(2012, 2, 5)));
        assertThat(years.containing(LocalDate.of(2012, 2, 5)))
                .contains(new Period(LocalDate.of(2012, 2, 5), LocalDate.of(2013, 2, 5)));
        assertThat(years.containing(LocalDate.of(2011, 2, 4))).isEmpty();
    }

    @Test
    void startsAreCountedFromTheAnchorAndNotFromOneAnother() {
        Cycle months = new Cycle(LocalDate.of(2011, 1, 31), 1, DateUnit.MONTH);
        assertThat(months.before(LocalDate.of(2011, 5, 1)))
                .extracting(Period::start)
                .containsExactly(
                        LocalDate.of(2011, 1, 31),
                        LocalDate.of(2011, 2, 28),
                        LocalDate.of(2011, 3, 31),
                        LocalDate.of(2011, 4, 30));
        assertThat(months.containing(LocalDate.of(2011, 2, 28)).orElseThrow().start())
                .isEqualTo("2011-02-28");
    }

    @Test
    void thereAreNoPeriodsBeforeTheAnchor() {
        Cycle halfYears = new Cycle(LocalDate.of(2011, 3, 1), 6, DateUnit.MONTH);
        assertThat(halfYears.between(LocalDate.of(2000, 1, 1), LocalDate.of(2011, 9, 1)))
                .containsExactly(halfYears.period(0));
        assertThat(halfYears.index(LocalDate.of(2011, 2, 28))).isEqualTo(-1);
        assertThat(halfYears.index(LocalDate.of(2010, 9, 1))).isEqualTo(-1);
        assertThat(halfYears.index(LocalDate.of(2010, 8, 31))).isEqualTo(-2);
    }

    @Test
    void calendarYearsAreTherePeriodByPeriod() {
        assertThat(Cycle.calendarYears().containing(LocalDate.of(2012, 12, 31)))
                .contains(Period.calendarYear(2012));
        assertThat(
                        Cycle.calendarYears()
                                .between(LocalDate.of(2011, 2, 5), LocalDate.of(2013, 1, 1)))
                .containsExactly(Period.calendarYear(2011), Period.calendarYear(2012));
        assertThat(Period.calendarYear(2012)).hasToString("2012-01-01/2012-12-31");
    }

    @Test
    void aPeriodOfNoDaysIsRefused() {
        LocalDate day = LocalDate.of(2011, 2, 5);
        assertThatThrownBy(() -> new Period(day, day)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void periodsTileWithoutGaps() {
        Randomly.check(
                500,
                random -> {
                    Cycle cycle =
                            new Cycle(
                                    random.date(EARLY, LATE),
                                    random.ints(1, 40),
                                    random.pick(DateUnit.DAY, DateUnit.MONTH, DateUnit.YEAR));
                    LocalDate from = random.date(EARLY, LATE);
                    LocalDate until = from.plusDays(random.ints(1, 2_000));
                    List<Period> periods = cycle.between(from, until).toList();
                    for (int i = 1; i < periods.size(); i++) {
                        assertThat(periods.get(i).start()).isEqualTo(periods.get(i - 1).end());
                    }
                    LocalDate day = from.plusDays(random.ints(0, 2_000));
                    if (day.isBefore(until) && !day.isBefore(cycle.anchor())) {
                        Period found = cycle.containing(day).orElseThrow();
                        assertThat(found.contains(day)).isTrue();
                        assertThat(periods).contains(found);
                        assertThat(cycle.period(cycle.index(day))).isEqualTo(found);
                        assertThat(periods.stream().filter(p -> p.contains(day))).hasSize(1);
                    }
                });
    }

    @Test
    void workingDaysNeverLandOnAHolidayAndCountBack() {
        Randomly.check(
                500,
                random -> {
                    LocalDate day = random.date(EARLY, LATE);
                    Set<LocalDate> holidays =
                            new HashSet<>(random.list(r -> day.plusDays(r.ints(-60, 60))));
                    int amount = random.ints(1, 30);
                    LocalDate due =
                            DateEvaluation.shifted(day, amount, DateUnit.WORKING_DAY, holidays);
                    assertThat(holidays).doesNotContain(due);
                    assertThat(due.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                    // An independent count: as many working days lie after the day, up to the due
                    // one.
                    long between =
                            day.plusDays(1)
                                    .datesUntil(due.plusDays(1))
                                    .filter(date -> date.getDayOfWeek().getValue() < 6)
                                    .filter(date -> !holidays.contains(date))
                                    .count();
                    assertThat(between).isEqualTo(amount);
                    LocalDate back =
                            DateEvaluation.shifted(due, -amount, DateUnit.WORKING_DAY, holidays);
                    assertThat(back.isAfter(day)).isFalse();
                });
    }

    @Test
    void aMomentLiesInThePeriodOfItsDayInTheZone() {
        Period untilTheSixth = new Period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 11, 7));
        Moment moment = Moment.parse("2023-11-06T21:00Z", KnownDates.HERE);
        assertThat(untilTheSixth.contains(moment, ZoneId.of("GMT"))).isTrue();
        assertThat(untilTheSixth.contains(moment, ZoneId.of("Europe/Moscow"))).isFalse();
    }
}
