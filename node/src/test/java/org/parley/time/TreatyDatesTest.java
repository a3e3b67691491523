// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Dates that treaties really gave, each with what it counts from. */
final class TreatyDatesTest {

    /** What happened is given as key=date, several separated by a semicolon. */
    @ParameterizedTest(name = "{0} is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # New START
                    eif + 45 days                          | eif=2011-02-05             | 2011-03-22
                    eif + 60 days                          | eif=2011-02-05             | 2011-04-06
                    eif + 7 years                          | eif=2011-02-05             | 2018-02-05
                    eif + 10 years                         | eif=2011-02-05             | 2021-02-05
                    first-of-next-month(eif)               | eif=2011-02-05             | 2011-03-01
                    # CFE: limits bind 40 months after entry into force; withdrawal after 150 days
                    eif + 40 months                        | eif=1992-11-09             | 1996-03-09
                    form.notified + 150 days               | form.notified=2023-06-09   | 2023-11-06
                    # Open Skies: six months
                    form.notified + 6 months               | form.notified=2020-05-22   | 2020-11-22
                    form.notified + 6 months               | form.notified=2021-06-18   | 2021-12-18
                    # Ottawa, CCM: the first day of the sixth month after the month of deposit
                    first-of-month(act deposited + 6 months) | act deposited=2012-01-09 | 2012-07-01
                    first-of-month(act deposited + 6 months) | act deposited=2005-12-27 | 2006-06-01
                    first-of-month(act deposited + 6 months) | act deposited=2011-03-24 | 2011-09-01
                    # ATT: 90 days after deposit, not before its own entry into force
                    later-of(act deposited + 90 days, eif) | act deposited=2014-04-02;eif=2014-12-24 | 2014-12-24
                    later-of(act deposited + 90 days, eif) | act deposited=2015-01-05;eif=2014-12-24 | 2015-04-05
                    # CWC, Syria: 30 days after accession
                    act deposited + 30 days                | act deposited=2013-09-14   | 2013-10-14
                    # Months clamp to the last day of a short month
                    x + 1 month                            | x=2011-01-31               | 2011-02-28
                    x + 6 months                           | x=2011-08-31               | 2012-02-29
                    x + 1 year                             | x=2012-02-29               | 2013-02-28
                    x - 1 month                            | x=2011-03-31               | 2011-02-28
                    x + 1 month + 1 month                  | x=2011-01-31               | 2011-03-28
                    x + 2 months                           | x=2011-01-31               | 2011-03-31
                    first-of-month(x + 6 months)           | x=2011-08-31               | 2012-02-01
                    # What has not happened
                    eif + 7 years                          | x=2011-02-05               | never
                    later-of(act a, act b)                 | act b=2011-02-05           | 2011-02-05
                    earlier-of(act a, act b)               | x=2011-02-05               | never
                    """)
    void aTreatyDateIsWhatTheTreatySays(String expression, String given, String expected) {
        KnownDates dates = KnownDates.gmt();
        for (String fact : given.split(";", -1)) {
            dates.with(fact.substring(0, fact.indexOf('=')), fact.substring(fact.indexOf('=') + 1));
        }
        assertThat(dates.resolve(expression)).isEqualTo(expected);
    }

    @Test
    void halfYearlyDataIsDueThirtyDaysAfterEachSixMonths() {
        Recurrence halfYear =
                Recurrence.parse("every 6 months from first-of-next-month(eif)", KnownDates.HERE);
        KnownDates dates = KnownDates.gmt().with("eif", "2011-02-05");
        assertThat(halfYear.periods(dates, LocalDate.of(2012, 9, 1)))
                .extracting(Period::end)
                .containsExactly(
                        LocalDate.of(2011, 9, 1),
                        LocalDate.of(2012, 3, 1),
                        LocalDate.of(2012, 9, 1));
        assertThat(dates.period("2011-03-01", "2011-09-01").resolve("period.end + 30 days"))
                .isEqualTo("2011-10-01");
        assertThat(dates.period("2011-09-01", "2012-03-01").resolve("period.end + 30 days"))
                .isEqualTo("2012-03-31");
    }

    @Test
    void anExtensionTakesThePlaceOfTheAgreedEnd() {
        String end =
                "earlier-of(act withdrawn, act superseded, act extended-until, eif + 10 years)";
        KnownDates dates = KnownDates.gmt().with("eif", "2011-02-05");
        assertThat(dates.resolve(end)).isEqualTo("2021-02-05");
        dates.with("act extended-until", "2026-02-05");
        assertThat(dates.resolve(end)).isEqualTo("2026-02-05");
        dates.with("act withdrawn", "2024-01-01");
        assertThat(dates.resolve(end)).isEqualTo("2024-01-01");
    }

    @Test
    void anExtensionWrittenLastReplacesNothing() {
        KnownDates dates =
                KnownDates.gmt()
                        .with("act withdrawn", "2028-01-01")
                        .with("act extended-until", "2026-02-05");
        assertThat(dates.resolve("earlier-of(act withdrawn, act extended-until)"))
                .isEqualTo("2026-02-05");
        assertThat(dates.resolve("later-of(eif, act extended-until, act withdrawn)"))
                .isEqualTo("2026-02-05");
    }

    @Test
    void fiveDaysAreFiveWorkingDaysUnderTheReviewOfCfe() {
        KnownDates dates = KnownDates.gmt().with("form.at", "1997-05-07");
        assertThat(dates.resolve("form.at + 5 days")).isEqualTo("1997-05-12");
        assertThat(dates.resolve("form.at + 5 working-days")).isEqualTo("1997-05-14");
        dates.holiday("1997-05-09");
        assertThat(dates.resolve("form.at + 5 working-days")).isEqualTo("1997-05-15");
        assertThat(dates.resolve("form.at - 2 working-days")).isEqualTo("1997-05-05");
    }

    @Test
    void workingDaysFromAWeekendStartWithMonday() {
        KnownDates dates = KnownDates.gmt().with("saturday", "2023-11-04");
        assertThat(dates.resolve("saturday + 1 working-day")).isEqualTo("2023-11-06");
        assertThat(dates.resolve("saturday - 1 working-day")).isEqualTo("2023-11-03");
    }

    @Test
    void theWithdrawalFromCfeIsOnTwoDaysInTwoZones() {
        Moment effective = Moment.parse("2023-11-07T00:00+03:00", KnownDates.HERE);
        assertThat(effective).hasToString("2023-11-06T21:00:00Z");
        assertThat(effective.day(ZoneId.of("Europe/Moscow"))).isEqualTo("2023-11-07");
        assertThat(effective.day(ZoneId.of("GMT"))).isEqualTo("2023-11-06");
        assertThat(
                        new KnownDates("Europe/Moscow")
                                .with("x", "2023-11-06T21:00Z")
                                .resolve("x + 1 day"))
                .isEqualTo("2023-11-08");
        assertThat(
                        new KnownDates("Europe/Moscow")
                                .with("x", "2023-10-31T21:00Z")
                                .resolve("first-of-month(x)"))
                .isEqualTo("2023-11-01");
    }

    @Test
    void treatiesForAllAreInForceAfterAllOrSoManyHaveJoined() {
        KnownDates dates =
                KnownDates.gmt().acted("annex_2", "ratified", 3, "1998-04-06", "1996-10-10");
        assertThat(dates.resolve("all-acted(annex_2, ratified) + 180 days")).isEqualTo("never");
        assertThat(dates.resolve("nth-acted(2, annex_2, ratified) + 1 day"))
                .isEqualTo("1998-04-07");
        dates.acted("annex_2", "ratified", 3, "1998-04-06", "1996-10-10", "2000-06-30");
        assertThat(dates.resolve("all-acted(annex_2, ratified) + 180 days"))
                .isEqualTo("2000-12-27");
        assertThat(dates.resolve("all-acted(nobody, ratified)")).isEqualTo("never");
        assertThat(dates.resolve("nth-acted(4, annex_2, ratified)")).isEqualTo("never");
    }

    @Test
    void annualDaysAndLeadTimesCountFromThePeriod() {
        KnownDates dates = KnownDates.gmt().period("2013-01-01", "2014-01-01");
        assertThat(dates.resolve("annual-day(04-15, period.end)")).isEqualTo("2014-04-15");
        assertThat(dates.resolve("annual-day(01-01, period.end)")).isEqualTo("2014-01-01");
        assertThat(dates.resolve("annual-day(12-15, period.start + 349 days)"))
                .isEqualTo("2014-12-15");
        assertThat(dates.resolve("period.start - 60 days")).isEqualTo("2012-11-02");
        assertThat(dates.resolve("period.end + 90 days")).isEqualTo("2014-04-01");
    }

    @Test
    void aFlightsDeadlinesStartFromOneAnother() {
        KnownDates dates =
                KnownDates.gmt()
                        .with("step.notice", "2019-07-01T10:00Z")
                        .with("step.arrival", "2019-07-05T08:00Z")
                        .with("form.arrival", "2019-07-05T08:00Z");
        assertThat(dates.resolve("step.notice + 24 hours")).isEqualTo("2019-07-02T10:00:00Z");
        assertThat(dates.resolve("step.arrival + 96 hours")).isEqualTo("2019-07-09T08:00:00Z");
        assertThat(dates.resolve("step.arrival + 7 days")).isEqualTo("2019-07-12");
        assertThat(Notice.parse("72 hours before form.arrival", KnownDates.HERE).deadline(dates))
                .contains(Deadline.at(Instant.parse("2019-07-02T08:00:00Z")));
    }

    @Test
    void aWithdrawalTakesEffectAfterItsNotice() {
        Moment notified = Moment.parse("2023-06-09", KnownDates.HERE);
        DateContext dates = KnownDates.gmt();
        assertThat(Span.parse("150 days", KnownDates.HERE).after(notified, dates))
                .hasToString("2023-11-06");
        assertThat(Span.parse("6 months", KnownDates.HERE).before(notified, dates))
                .hasToString("2022-12-09");
        assertThat(Span.parse("5  working-day", KnownDates.HERE))
                .hasToString("5 working-days")
                .extracting(span -> span.phrase().zh())
                .isEqualTo("5 个工作日");
        assertThatThrownBy(() -> Span.parse("6 months eif", KnownDates.HERE))
                .hasMessageContaining("test.yaml:3:16: ")
                .hasMessageContaining("the date ends before");
    }

    @Test
    void namesCountFromOneAnotherInAnyOrder() {
        Map<String, DateExpression> definitions = new LinkedHashMap<>();
        definitions.put("end", date("earlier-of(act withdrawn, eif + 10 years)"));
        definitions.put("limits_bind", date("eif + 7 years"));
        definitions.put("eif", date("act entered-into-force"));
        DateContext dates =
                NamedDates.of(definitions)
                        .over(KnownDates.gmt().with("act entered-into-force", "2011-02-05"));
        assertThat(date("end").resolve(dates)).contains(Moment.of(LocalDate.of(2021, 2, 5)));
        assertThat(date("limits_bind").resolve(dates))
                .contains(Moment.of(LocalDate.of(2018, 2, 5)));
        assertThat(NamedDates.of(definitions).over(KnownDates.gmt()).name("end")).isEmpty();
    }

    private static DateExpression date(String text) {
        return DateExpression.parse(text, KnownDates.HERE);
    }
}
