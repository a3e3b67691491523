// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.ParleyException;
import org.parley.testing.Randomly;

import java.time.LocalDate;
import java.time.ZoneId;

final class EdtfTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2011                      | 2011-01-01 | 2011-12-31 | false
                    2012-02                   | 2012-02-01 | 2012-02-29 | false
                    2011-21                   | 2011-03-01 | 2011-05-31 | false
                    2011-23~                  | 2011-09-01 | 2011-11-30 | false
                    2011-24                   | 2011-12-01 | 2012-02-29 | false
                    2011-22/2012-24           | 2011-06-01 | 2013-02-28 | false
                    2011-02-05                | 2011-02-05 | 2011-02-05 | true
                    2011-02-05?               | 2011-02-05 | 2011-02-05 | false
                    2011~                     | 2011-01-01 | 2011-12-31 | false
                    2011-02%                  | 2011-02-01 | 2011-02-28 | false
                    2011-02/2011-04-06        | 2011-02-01 | 2011-04-06 | false
                    2011-02-05/2011-02-05     | 2011-02-05 | 2011-02-05 | true
                    2011-02-05/..             | 2011-02-05 | open       | false
                    ../2026-02                | open       | 2026-02-28 | false
                    2010~/2011-02-05?         | 2010-01-01 | 2011-02-05 | false
                    2023-11-07T00:00:00+03:00 | 2023-11-07 | 2023-11-07 | true
                    2023-11-06T21:00Z         | 2023-11-06 | 2023-11-06 | true
                    """)
    void itsEndsAreTheFirstAndLastDayItMayMean(
            String text, String earliest, String latest, boolean exact) {
        Edtf date = Edtf.parse(text, KnownDates.HERE);
        assertThat(date.earliest().map(LocalDate::toString).orElse("open")).isEqualTo(earliest);
        assertThat(date.latest().map(LocalDate::toString).orElse("open")).isEqualTo(latest);
        assertThat(date.isExact()).isEqualTo(exact);
        assertThat(date).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    2021-02-30            | 7  | "2021-02-30": February 2021 has 28 days; use a day from 01 to 28
                    2020-01/2021-02-30    | 15 | "2021-02-30": February 2021 has 28 days; use a day from 01 to 28
                    2021-25               | 7  | there is no month 25; use a month from 01 to 12
                    0000-21               | 7  | there is no year 0000; use a year from 0001 to 9999
                    2021-00               | 7  | there is no month 00; use a month from 01 to 12
                    0000                  | 7  | there is no year 0000; use a year from 0001 to 9999
                    201X                  | 7  | "201X" leaves digits open; write the first and last, 2010/2019
                    5 Feb 2011            | 7  | "5 Feb 2011" is not a date; write year-month-day, 2021-02-28
                    2011/                 | 12 | "2011/" has only one end; write .. for an open end, 2011-02-05/..
                    ../..                 | 7  | "../.." is open on both ends; leave it out if it is not known
                    ..                    | 7  | ".." alone is no date; leave the date out if it is not known
                    2012/2011             | 12 | "2012/2011" ends before it begins; put the earlier date first
                    2011/2012/2013        | 12 | "2011/2012/2013" has more than two ends; write first/last
                    ?                     | 7  | "" is not a date; write year-month-day, 2021-02-28
                    """)
    void aWrongOneIsRefusedWhereItIsWrong(String text, int column, String message) {
        assertThatThrownBy(() -> Edtf.parse(text, KnownDates.HERE))
                .isInstanceOf(ParleyException.class)
                .hasMessage("test.yaml:3:" + column + ": not a date: " + message);
    }

    @Test
    void anInstantIsShownInTheAgreementsZoneTooWhereTheOffsetIsAnother() {
        Edtf moscow = Edtf.parse("2023-11-07T00:00+03:00", KnownDates.HERE);
        assertThat(moscow.in(ZoneId.of("GMT")))
                .isEqualTo("2023-11-07T00:00+03:00 (2023-11-06 21:00 GMT)");
        assertThat(moscow.in(ZoneId.of("Europe/Moscow"))).isEqualTo("2023-11-07T00:00+03:00");
        assertThat(Edtf.parse("2023-11-07T00:00+03:00?", KnownDates.HERE).in(ZoneId.of("GMT")))
                .isEqualTo("2023-11-07T00:00+03:00? (2023-11-06 21:00 GMT)");
        assertThat(Edtf.parse("2023-11", KnownDates.HERE).in(ZoneId.of("GMT")))
                .isEqualTo("2023-11");
    }

    @Test
    void qualifiersAreKept() {
        assertThat(Edtf.parse("2011?", KnownDates.HERE).uncertain()).isTrue();
        assertThat(Edtf.parse("2011?", KnownDates.HERE).approximate()).isFalse();
        assertThat(Edtf.parse("2011~", KnownDates.HERE).approximate()).isTrue();
        assertThat(Edtf.parse("2011%", KnownDates.HERE).uncertain()).isTrue();
        assertThat(Edtf.parse("2011%", KnownDates.HERE).approximate()).isTrue();
        assertThat(Edtf.parse("2011-02-05~", KnownDates.HERE).isExact()).isFalse();
        assertThat(Edtf.parse("2011/2012~", KnownDates.HERE).approximate()).isTrue();
    }

    @Test
    void anExactOneIsAMoment() {
        assertThat(Edtf.parse("2011-02-05", KnownDates.HERE).moment())
                .contains(Moment.of(LocalDate.of(2011, 2, 5)));
        assertThat(Edtf.parse("2023-11-07T00:00+03:00", KnownDates.HERE).moment())
                .contains(Moment.parse("2023-11-06T21:00Z", KnownDates.HERE));
        assertThat(Edtf.parse("2011-02", KnownDates.HERE).moment()).isEmpty();
    }

    @Test
    void itMayBeAnyDayBetweenItsEnds() {
        Edtf since = Edtf.parse("2011-02-05/..", KnownDates.HERE);
        assertThat(since.mayBe(LocalDate.of(2011, 2, 4))).isFalse();
        assertThat(since.mayBe(LocalDate.of(2030, 1, 1))).isTrue();
    }

    @Test
    void everyDayIsReadAsItself() {
        Randomly.check(
                300,
                random -> {
                    LocalDate day = random.date(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
                    assertThat(Edtf.of(day).earliest()).contains(day);
                    assertThat(Edtf.of(day).isExact()).isTrue();
                    String month = day.toString().substring(0, 7);
                    assertThat(Edtf.parse(month, KnownDates.HERE).mayBe(day)).isTrue();
                });
    }
}
