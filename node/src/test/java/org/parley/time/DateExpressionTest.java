// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Text;
import org.parley.testing.Randomly;
import org.parley.testing.Source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

final class DateExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    eif+7 years                          | eif + 7 years
                    '  eif  +  1  year  -  1  days '     | eif + 1 year - 1 day
                    2011-02-05 + 45 days                 | 2011-02-05 + 45 days
                    2011-02-05+45 days                   | 2011-02-05 + 45 days
                    2023-11-07T00:00+03:00 + 3 hours     | 2023-11-06T21:00:00Z + 3 hours
                    act extended-until                   | act extended-until
                    earlier-of( act a-b ,x_1 - 2 months) | earlier-of(act a-b, x_1 - 2 months)
                    first-of-month(form.at) - 1 day      | first-of-month(form.at) - 1 day
                    """)
    void isReadAndWrittenPlainly(String text, String plain) {
        assertThat(DateExpression.parse(text, KnownDates.HERE)).hasToString(plain);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    2021-02-30                     | 7  | "2021-02-30": February 2021 has 28 days; use a day from 01 to 28
                    2021-13-01                     | 7  | there is no month 13; use a month from 01 to 12
                    eif + 0000-01-01               | 13 | expected a number but found "0000-01-01"; write a whole number and a unit, 30 days
                    2023-11-07T00:00               | 7  | "2023-11-07T00:00" does not say in which zone that hour is; add Z or an offset such as +03:00
                    2023-11-07T25:00Z              | 7  | "2023-11-07T25:00Z" is not a time of day; hours go from 00 to 23, minutes from 00 to 59, offsets to 18:00
                    eif + 2 weeks                  | 15 | unknown unit "weeks"; use days, 7 for a week
                    eif + 2 quarters               | 15 | unknown unit "quarters"; use months, 3 for a quarter
                    eif + 2 moths                  | 15 | unknown unit "moths"; did you mean "months"?
                    eif + 2                        | 14 | a unit is missing; use hours, days, working-days, months or years
                    eif + days                     | 13 | expected a number but found "days"; write a whole number and a unit, 30 days
                    eif + 0 days                   | 13 | 0 changes nothing; leave it out, or write the number that is meant
                    eif + 100001 days              | 13 | 100001 is too large; at most 100000
                    eif + 99999999999999999 days   | 13 | 99999999999999999 is too large; at most 100000
                    45 days                        | 7  | an amount needs something to count from; write what it counts from first, eif + 45 days
                    first-of-month(x)-1 day        | 24 | "-" cannot stand here; put a space on both sides of the minus
                    eif - 3-days                   | 14 | "-" cannot stand here; put a space on both sides of the minus
                    eif-3 days                     | 7  | "eif-3" is not the name of a date; a minus needs a space on both sides; the date of an act is written act eif-3
                    extended-until                 | 7  | "extended-until" is not the name of a date; a minus needs a space on both sides; the date of an act is written act extended-until
                    first-of-nxt-month(eif)        | 7  | unknown function "first-of-nxt-month"; did you mean "first-of-next-month"?
                    maximum(eif, x)                | 7  | unknown function "maximum"; use one of: all-acted, annual-day, earlier-of, first-of-month, first-of-next-month, later-of, nth-acted
                    first-of-month eif             | 7  | "first-of-month" needs what it is about in parentheses; write first-of-month(…)
                    first-of-month(eif, x)         | 25 | "first-of-month" has too many arguments; write first-of-month(date)
                    later-of(eif                   | 19 | expected ")" but found the end; close the parenthesis after later-of
                    later-of(eif)                  | 7  | "later-of" has only one date; give it two or more, or leave it out
                    later-of()                     | 16 | a date is expected here, not ")"; write a name, a date, act …, form.… or a function
                    eif +                          | 12 | expected a number but found the end; write a whole number and a unit, 30 days
                    eif 7 years                    | 11 | the date ends before "7"; join it with + or - between spaces, or take it away
                    eif)                           | 10 | the date ends before ")"; take it away
                    period.middle                  | 7  | a period has no "middle"; use period.start or period.end
                    from.arrival                   | 7  | "from" has no fields in a date; did you mean form.arrival?
                    dates.eif                      | 7  | a named date stands alone in a date; write eif
                    act.withdrawn                  | 7  | an act is not written with a dot; write act withdrawn
                    Eif + 1 day                    | 7  | "Eif" is not the name of a date; names are in lower case
                    form                           | 7  | "form" is not the name of a date; that word has a meaning of its own, choose another
                    act 5                          | 11 | expected the name of an act but found "5"; write it as in the record, entered-into-force
                    eif − 1 day                    | 11 | "−" cannot stand here; use the plain minus -
                    later-of（eif，x）              | 15 | "（" cannot stand here; use plain ( ) , +
                    eif * 2                        | 11 | "*" cannot stand here; a date has only + - ( ) and , as signs
                    eif + 1 day + 3 hours          | 21 | hours cannot be counted from eif + 1 day, which is a whole day; use days, or count from something with a time of day
                    annual-day(02-29, eif)         | 18 | 29 February does not come every year; use 02-28 or 03-01, whichever the text means
                    annual-day(15, eif)            | 18 | "15" is not a day of the year; write month-day, 04-15
                    all-acted(annex-2, ratified)   | 17 | "annex-2" is not the name of a set; names start with a letter and go on with letters, digits and _
                    nth-acted(annex_2, ratified)   | 17 | expected a number but found "annex_2"; write a whole number and a unit, 30 days
                    all-acted(annex_2)             | 24 | expected "," but found ")"; add "," before it
                    """)
    void sayWhatIsWrongWhereAndWhatToDo(String text, int column, String message) {
        ParleyException wrong =
                catchThrowableOfType(
                        ParleyException.class, () -> DateExpression.parse(text, KnownDates.HERE));
        assertThat(wrong.code()).isEqualTo(Code.BAD_DATE);
        assertThat(wrong).hasMessage("test.yaml:3:" + column + ": not a date: " + message);
    }

    @Test
    void anEmptyDateIsMissing() {
        assertThatThrownBy(() -> DateExpression.parse(" ", KnownDates.HERE))
                .hasMessageContaining("a date is missing");
    }

    @Test
    void longAndDeepDatesAreRefused() {
        assertThatThrownBy(() -> DateExpression.parse("x".repeat(1_001), KnownDates.HERE))
                .hasMessageContaining("a date of 1001 characters");
        assertThatThrownBy(() ->
                        DateExpression.parse("first-of-month(".repeat(17) + "x", KnownDates.HERE))
                .hasMessageContaining("more than 16 deep");
    }

    @Test
    void twoWaysOfWritingTheSameAreEqual() {
        DateExpression one = DateExpression.parse("eif+7 years", KnownDates.HERE);
        DateExpression other = DateExpression.parse(" eif + 7 year", KnownDates.HERE.right(9));
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.source()).isEqualTo("eif+7 years");
        assertThat(one).isNotEqualTo(DateExpression.parse("eif + 7 months", KnownDates.HERE));
    }

    @Test
    void everyNeedIsListedWithItsPlace() {
        DateExpression date =
                DateExpression.parse(
                        "later-of(eif, act signed-on, form.at, period.end, step.x, all-acted(s,"
                                + " a-b))",
                        KnownDates.HERE);
        assertThat(date.references())
                .extracting(Reference::toString)
                .hasSize(7)
                .first()
                .isEqualTo("Reference[kind=NAME, name=eif, at=test.yaml:3:16]");
        assertThat(date.names(Reference.Kind.ACT)).containsExactlyInAnyOrder("signed-on", "a-b");
        assertThat(date.names(Reference.Kind.SET)).containsExactly("s");
        assertThat(date.names(Reference.Kind.FORM)).containsExactly("at");
        assertThat(date.names(Reference.Kind.PERIOD)).containsExactly("end");
        assertThat(date.names(Reference.Kind.STEP)).containsExactly("x");
    }

    @Test
    void hoursFromADayAreRefusedWhenTheDayTurnsUp() {
        KnownDates dates = KnownDates.gmt().with("form.at", "2020-01-01");
        assertThatThrownBy(() -> dates.resolve("form.at + 3 hours"))
                .isInstanceOf(ParleyException.class)
                .hasMessage(
                        "test.yaml:3:7: not a date: hours cannot be counted from 2020-01-01, whose"
                            + " hour is not known; give the time of day with its offset, or count"
                            + " in days");
    }

    @Test
    void hoursFromANameThatIsAlwaysADayAreFoundBefore() {
        DateExpression date = DateExpression.parse("eif + 3 hours", KnownDates.HERE);
        assertThat(date.hoursFromDay(_ -> true)).isPresent();
        assertThat(date.hoursFromDay(_ -> false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "later-of(x + 1 day, 2011-02-05) + 3 hours",
                "first-of-month(x) + 3 hours",
                "annual-day(04-15, x) - 3 hours",
                "period.end + 3 hours",
            })
    void whatIsAlwaysADayHasNoHours(String date) {
        assertThatThrownBy(() -> DateExpression.parse(date, KnownDates.HERE))
                .hasMessageContaining("hours cannot be counted from");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "later-of(x, 2011-02-05) + 3 hours",
                "x + 3 hours + 3 hours",
                "act x - 3 hours",
                "nth-acted(1, s, x) + 3 hours",
            })
    void whatMayHaveAnHourMayCountHours(String date) {
        assertThat(DateExpression.parse(date, KnownDates.HERE)).hasToString(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first-of-month(x + 3 hours)",
                "first-of-next-month(x + 3 hours) + 1 day",
                "annual-day(04-15, x + 3 hours)",
                "earlier-of(act y, x - 3 hours)",
                "later-of(act y, x - 3 hours)",
            })
    void hoursFromADayAreFoundAnywhereInADate(String date) {
        DateExpression read = DateExpression.parse(date, KnownDates.HERE);
        assertThat(read.hoursFromDay(leaf -> leaf.toString().equals("x"))).isPresent();
        assertThat(read.hoursFromDay(leaf -> leaf.toString().equals("act y"))).isEmpty();
    }

    @Test
    void aDateOutsideTheCalendarIsRefused() {
        assertThatThrownBy(() -> KnownDates.gmt().resolve("2011-02-05 + 9000 years"))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("outside the years 1 to 9999");
    }

    @Test
    void anInstantComesBeforeTheEndOfItsDay() {
        KnownDates dates =
                KnownDates.gmt().with("form.a", "2020-01-01T23:00Z").with("form.b", "2020-01-01");
        assertThat(dates.resolve("earlier-of(form.b, form.a)")).isEqualTo("2020-01-01T23:00:00Z");
        assertThat(dates.resolve("later-of(form.a, form.b)")).isEqualTo("2020-01-01");
        dates.with("form.a", "2020-01-02T00:00Z");
        assertThat(dates.resolve("earlier-of(form.a, form.b)")).isEqualTo("2020-01-01");
        assertThat(dates.resolve("later-of(form.a, form.b)")).isEqualTo("2020-01-02T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    eif + 7 years | 7 years after entry into force | 条约生效之后 7 年
                    x + 7 years | 7 years after x | x 之后 7 年
                    period.end + 3 months + 14 days | 3 months and 14 days after the end of the period | 期末之后 3 个月又 14 天
                    eif + 7 years - 1 day | 1 day before the date 7 years after entry into force | 条约生效之后 7 年的日期之前 1 天
                    2011-02-05 + 1 working-day | 1 working day after 5 February 2011 | 2011年2月5日之后 1 个工作日
                    act withdrawn | the date of withdrawal | 退约之日
                    form.arrival - 32 hours | 32 hours before the stated arrival | 所报 arrival 之前 32 小时
                    first-of-next-month(eif) | the first day of the month after entry into force | 条约生效次月第一天
                    first-of-month(x + 6 months) | the first day of the month of 6 months after x | x 之后 6 个月当月第一天
                    annual-day(04-15, period.end) | the first 15 April on or after the end of the period | 期末当日或之后的第一个4月15日
                    later-of(x, eif) | the later of x and entry into force | x 与条约生效中较晚者
                    earlier-of(act withdrawn, act extended-until, eif) | the earliest of the date of withdrawal, the date of extended-until and entry into force (an extension takes the place of the last) | 退约之日、extended-until 之日与条约生效中最早者（如有延期，以延期代替最后一项）
                    nth-acted(11, states, ratified) | the date of the 11th ratified among states | states 中第 11 个 ratified 之日
                    nth-acted(22, states, ratified) | the date of the 22nd ratified among states | states 中第 22 个 ratified 之日
                    all-acted(states, ratified) | the date of the last ratified needed from all of states | states 全部完成 ratified 之日
                    nth-acted(40, states, ratified) | the date of the 40th ratified among states | states 中第 40 个 ratified 之日
                    """)
    void isReadBackInBothLanguages(String date, String english, String chinese) {
        Text phrase = DateExpression.parse(date, KnownDates.HERE).phrase(DateExpressionTest::title);
        assertThat(phrase.en()).isEqualTo(english);
        assertThat(phrase.zh()).isEqualTo(chinese);
    }

    private static Optional<Text> title(Reference.Kind kind, String name) {
        return switch (kind + " " + name) {
            case "NAME eif" -> Optional.of(Text.of("entry into force", "条约生效"));
            case "ACT withdrawn" -> Optional.of(Text.of("withdrawal", "退约"));
            default -> Optional.empty();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"every 6 months from eif", "every 1 year from 2011-02-05"})
    void aRecurrenceIsReadAndWritten(String text) {
        assertThat(Recurrence.parse(text, KnownDates.HERE)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    each 6 months from eif  | 7  | expected "every" but found "each"; write it like "every 6 months from eif"
                    every 6 hours from eif  | 15 | a period cannot last 6 hours; use days, months or years
                    every 6 months of eif   | 22 | expected "from" but found "of"; write it like "every 6 months from eif"
                    """)
    void aWrongRecurrenceIsRefused(String text, int column, String message) {
        assertThatThrownBy(() -> Recurrence.parse(text, KnownDates.HERE))
                .hasMessage("test.yaml:3:" + column + ": not a date: " + message);
    }

    @Test
    void aNoticeIsReadBack() {
        Notice notice = Notice.parse("32 hours before form.arrival", KnownDates.HERE);
        assertThat(notice).hasToString("32 hours before form.arrival");
        assertThat(notice.phrase(DateExpression.Titles.NONE).en())
                .isEqualTo("at least 32 hours before the stated arrival");
        assertThat(notice.phrase(DateExpression.Titles.NONE).zh())
                .isEqualTo("至少在所报 arrival 之前 32 小时");
        assertThat(
                        Recurrence.parse("every 1 year from eif", KnownDates.HERE)
                                .phrase(DateExpressionTest::title)
                                .zh())
                .isEqualTo("自条约生效起每 1 年");
    }

    @Test
    void aNoticeInDaysIsInTimeAllOfItsLastDay() {
        Notice notice = Notice.parse("30 days before form.arrival", KnownDates.HERE);
        KnownDates dates = KnownDates.gmt().with("form.arrival", "2020-03-01T08:00Z");
        assertThat(notice.deadline(dates))
                .contains(Deadline.endOf(LocalDate.of(2020, 1, 31), dates.zone()));
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        Randomly.check(
                500,
                random -> {
                    DateTerm term = term(random, 3);
                    DateExpression read = DateExpression.parse(term.toString(), KnownDates.HERE);
                    assertThat(read.term()).isEqualTo(term);
                    assertThat(read.phrase(DateExpression.Titles.NONE).zh()).isNotBlank();
                });
    }

    @Test
    void anyTextIsReadOrRefusedButNeverBreaks() {
        Randomly.check(
                2_000,
                random -> {
                    String text =
                            String.join(
                                    random.pick("", " "),
                                    random.list(
                                            0,
                                            8,
                                            r ->
                                                    r.pick(
                                                            r.string(),
                                                            "eif",
                                                            "+",
                                                            "-",
                                                            "(",
                                                            ")",
                                                            ",",
                                                            "act",
                                                            "30",
                                                            "days",
                                                            "2011-02-05",
                                                            "T10:00Z",
                                                            "later-of",
                                                            "form.x",
                                                            "period.end",
                                                            "annual-day")));
                    try {
                        DateExpression.parse(text, KnownDates.HERE);
                    } catch (ParleyException refused) {
                        assertThat(refused.problem().todo()).isNotBlank();
                    }
                });
    }

    private static DateTerm term(Source random, int depth) {
        if (depth == 0 || random.oneIn(4)) {
            return leaf(random);
        }
        return switch (random.ints(0, 5)) {
            case 0 -> new DateTerm.FirstOfMonth(term(random, depth - 1));
            case 1 -> new DateTerm.FirstOfNextMonth(term(random, depth - 1));
            case 2 ->
                    new DateTerm.AnnualDay(
                            MonthDay.of(random.ints(1, 12), random.ints(1, 28)),
                            term(random, depth - 1));
            case 3 -> new DateTerm.Earlier(random.list(2, 4, r -> term(r, depth - 1)));
            case 4 -> new DateTerm.Later(random.list(2, 4, r -> term(r, depth - 1)));
            default -> {
                DateTerm base = term(random, depth - 1);
                DateUnit unit = random.pick(DateUnit.values());
                int amount = random.ints(1, 400) * (random.bool() ? 1 : -1);
                yield unit == DateUnit.HOUR && DateTerms.alwaysDay(base)
                        ? base
                        : new DateTerm.Shift(base, amount, unit);
            }
        };
    }

    private static DateTerm leaf(Source random) {
        String name = "n" + random.name();
        return switch (random.ints(0, 8)) {
            case 0 ->
                    new DateTerm.Literal(
                            Moment.of(
                                    random.date(
                                            LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31))));
            case 1 ->
                    new DateTerm.Literal(
                            Moment.of(
                                    random.instant(
                                            Instant.parse("1900-01-01T00:00:00Z"),
                                            Instant.parse("2100-01-01T00:00:00Z"))));
            case 2 -> new DateTerm.Named(name);
            case 3 -> new DateTerm.ActDate(name + "-" + name);
            case 4 -> new DateTerm.FormField(name);
            case 5 -> new DateTerm.StepDate(name);
            case 6 -> new DateTerm.PeriodEdge(random.pick(DateTerm.Edge.values()));
            case 7 -> new DateTerm.AllActed(name, "a-" + name);
            default -> new DateTerm.NthActed(random.ints(1, 99), name, name);
        };
    }
}
