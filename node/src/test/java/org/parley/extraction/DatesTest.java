// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.extraction.dates.Dates;
import org.parley.extraction.reading.Reckoner;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Dates of Chinese and English texts, reckoned from Friday 22 December 2023. */
class DatesTest {
    private static final LocalDate DAY = LocalDate.of(2023, 12, 22);

    private static FoundClaim.When last(String text, Optional<LocalDate> anchor, boolean future) {
        Reckoner reckoner = new Reckoner(anchor, false);
        List<Dates.Found> found = Dates.in(text, 0, text.length());
        assertThat(found).as(text).isNotEmpty();
        FoundClaim.When when = null;
        for (Dates.Found one : found) {
            when = reckoner.reckon(one.date(), text.substring(one.from(), one.to()), future);
        }
        return Objects.requireNonNull(when);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2日|2023-12-02",
                "28日|2023-11-28",
                "10月19日|2023-10-19",
                "8月|2023-08",
                "2022年8月|2022-08",
                "2011年2月5日|2011-02-05",
                "2030年前|../2030",
                "周四|2023-12-21",
                "星期四|2023-12-21",
                "上周|2023-12-11/2023-12-17",
                "下周|2023-12-25/2023-12-31",
                "下周一|2023-12-25",
                "上月末|2023-11-21/2023-11-30",
                "7月初|2023-07-01/2023-07-10",
                "7月中旬|2023-07-11/2023-07-20",
                "去年|2022",
                "今年10月|2023-10",
                "明年1月初|2024-01-01/2024-01-10",
                "一个多月前|2023-10~/2023-11~",
                "今年夏天|2023-06/2023-08",
                "2022年秋|2022-09/2022-11",
                "近日|2023-12-08~/2023-12-22~",
                "自2022年8月以来|2022-08/..",
                "2022年8月至10月|2022-08/2022-10",
                "2010年签署，次年|2011",
                "2010年签署，同年|2010",
                "二〇二三年五月|2023-05",
                "Thursday|2023-12-21",
                "last week|2023-12-11/2023-12-17",
                "next week|2023-12-25/2023-12-31",
                "5 February 2011|2011-02-05",
                "February 5, 2011|2011-02-05",
                "Feb. 5, 2011|2011-02-05",
                "February 2023|2023-02",
                "2011-02-05|2011-02-05",
                "Feb. 5, 2011-|2011-02-05",
                "Feb. 5-|2023-02-05",
                "2月5日-|2023-02-05",
                "2011年2月5日至|2011-02-05",
                "mid-2024|2024-05/2024-08",
                "since August 2022|2022-08/..",
                "before 2030|../2030",
                "by 2030|../2030",
                "the 1990s|1990/1999",
                "March 3 to March 5, 2023|2023-03-03/2023-03-05",
                "27 November – 1 December 2023|2023-11-27/2023-12-01",
                "3-5 March 2023|2023-03-03/2023-03-05",
                "3rd of March 2023|2023-03-03",
                "the beginning of 2024|2024-01/2024-04",
                "the first half of 2022|2022-01/2022-06",
                "signed in 2010; the following year|2011",
                "signed in 2010; that year|2010",
                "3 days ago|2023-12-19",
                "a week ago|2023-12-11/2023-12-17",
                "3天前|2023-12-19",
                "18-20日|2023-12-18/2023-12-20",
                "20世纪90年代|1990/1999",
                "Nov. 30-Dec. 4, 2026|2026-11-30/2026-12-04",
                "28 December 2022 to 2 January 2023|2022-12-28/2023-01-02",
                "28 December to 2 January 2023|2022-12-28/2023-01-02",
                "between 27 November and 1 December 2023|2023-11-27/2023-12-01",
                "on 27 November and 1 December 2023|2023-12-01"
            })
    void aDateComesToTheDaysItMeans(String text, String edtf) {
        assertThat(last(text, Optional.of(DAY), false).edtf()).contains(edtf);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2010年9月10日通过，同月24日|2010-09-24",
                "2010年9月10日通过，三个月后|2010-12",
                "2010年签署，五年后|2015",
                "on 5 May 2010; six months later|2010-11",
                "on 5 May 2010, two days later|2010-05-07",
                "on 5 May 2010. That month|2010-05",
                "since April 7 last year|2022-04-07/..",
                "27 April of next year|2024-04-27",
                "on 1 January 2002.1|2002-01-01"
            })
    void itIsReckonedFromWhatWasSaidBeforeIt(String text, String edtf) {
        assertThat(last(text, Optional.of(DAY), false).edtf()).contains(edtf);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "周一|2023-12-25",
                "Monday|2023-12-25",
                "1月初|2024-01-01/2024-01-10",
                "春季|2024-03/2024-05"
            })
    void inASentenceOfWhatIsToComeItIsTheNext(String text, String edtf) {
        assertThat(last(text, Optional.of(DAY), true).edtf()).contains(edtf);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "下周|week+1",
                "上周|week-1",
                "周四|thu",
                "下周一|week+1:mon",
                "10月19日|--10-19",
                "next week|week+1",
                "Thursday|thu"
            })
    void inAnUndatedTextItStaysToBeReckoned(String text, String symbol) {
        FoundClaim.When when = last(text, Optional.empty(), false);
        assertThat(when.edtf()).isEmpty();
        assertThat(when.relative()).contains(symbol);
    }
}
