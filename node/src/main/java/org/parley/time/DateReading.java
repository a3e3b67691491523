// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import org.parley.Text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a date term out as an English and a Chinese phrase. */
final class DateReading {
    private final DateExpression.Titles titles;

    DateReading(DateExpression.Titles titles) {
        this.titles = titles;
    }

    Text phrase(DateTerm term) {
        return switch (term) {
            case DateTerm.Literal(Moment moment) -> moment(moment);
            case DateTerm.Named(String name) -> title(Reference.Kind.NAME, name);
            case DateTerm.ActDate(String act) -> {
                Text title = title(Reference.Kind.ACT, act);
                yield Text.of("the date of " + title.en(), chinese(title.zh(), "之日"));
            }
            case DateTerm.FormField(String field) -> {
                Text title = title(Reference.Kind.FORM, field);
                yield Text.of("the stated " + title.en(), chinese("所报", title.zh()));
            }
            case DateTerm.StepDate(String step) -> {
                Text title = title(Reference.Kind.STEP, step);
                yield Text.of("the step " + title.en(), chinese(title.zh(), "步骤"));
            }
            case DateTerm.PeriodEdge(DateTerm.Edge edge) ->
                    switch (edge) {
                        case START -> Text.of("the start of the period", "期初");
                        case END -> Text.of("the end of the period", "期末");
                    };
            case DateTerm.Shift shift -> shift(shift);
            case DateTerm.FirstOfMonth(DateTerm of) ->
                    Text.of(
                            "the first day of the month of " + phrase(of).en(),
                            chinese(phrase(of).zh(), "当月第一天"));
            case DateTerm.FirstOfNextMonth(DateTerm of) ->
                    Text.of(
                            "the first day of the month after " + phrase(of).en(),
                            chinese(phrase(of).zh(), "次月第一天"));
            case DateTerm.AnnualDay annual -> annual(annual);
            case DateTerm.Earlier(List<DateTerm> of) ->
                    choice(of, of.size() == 2 ? "earlier" : "earliest", "中较早者", "中最早者");
            case DateTerm.Later(List<DateTerm> of) ->
                    choice(of, of.size() == 2 ? "later" : "latest", "中较晚者", "中最晚者");
            case DateTerm.AllActed(String set, String act) -> {
                Text who = title(Reference.Kind.SET, set);
                Text what = title(Reference.Kind.ACT, act);
                yield Text.of(
                        "the date of the last " + what.en() + " needed from all of " + who.en(),
                        chinese(who.zh(), "全部完成", what.zh(), "之日"));
            }
            case DateTerm.NthActed(int nth, String set, String act) -> {
                Text who = title(Reference.Kind.SET, set);
                Text what = title(Reference.Kind.ACT, act);
                yield Text.of(
                        "the date of the " + ordinal(nth) + " " + what.en() + " among " + who.en(),
                        chinese(who.zh(), "中第", nth + " 个", what.zh(), "之日"));
            }
        };
    }

    Text recurrence(int amount, DateUnit unit, DateTerm from) {
        Text length = unit.amount(amount);
        String each = amount == 1 ? unit.word() : length.en();
        return Text.of(
                "every " + each + " from " + phrase(from).en(),
                chinese("自", phrase(from).zh(), "起每", length.zh()));
    }

    Text notice(int amount, DateUnit unit, DateTerm event) {
        Text length = unit.amount(amount);
        return Text.of(
                "at least " + length.en() + " before " + phrase(event).en(),
                chinese("至少在", phrase(event).zh(), "之前", length.zh()));
    }

    /** Amounts in the same direction are read together: "3 months and 14 days after …". */
    private Text shift(DateTerm.Shift shift) {
        List<Text> amounts = new ArrayList<>();
        boolean after = shift.amount() > 0;
        DateTerm base = shift;
        while (base instanceof DateTerm.Shift(DateTerm inner, int amount, DateUnit unit)
                && amount > 0 == after) {
            amounts.add(unit.amount(Math.abs(amount)));
            base = inner;
        }
        Collections.reverse(amounts);
        Text from = phrase(base);
        String english = amounts.stream().map(Text::en).collect(Collectors.joining(" and "));
        String chinese = amounts.stream().map(Text::zh).collect(Collectors.joining("又 "));
        if (base instanceof DateTerm.Shift) {
            from = Text.of("the date " + from.en(), chinese(from.zh(), "的日期"));
        }
        return Text.of(
                english + (after ? " after " : " before ") + from.en(),
                chinese(from.zh(), after ? "之后" : "之前", chinese));
    }

    private Text annual(DateTerm.AnnualDay annual) {
        Text day = dayOfYear(annual.day());
        Text from = phrase(annual.from());
        return Text.of(
                "the first " + day.en() + " on or after " + from.en(),
                chinese(from.zh(), "当日或之后的第一个" + day.zh()));
    }

    private Text choice(List<DateTerm> of, String english, String ofTwo, String ofMany) {
        List<Text> phrases = of.stream().map(this::phrase).toList();
        List<Text> first = phrases.subList(0, phrases.size() - 1);
        Text last = phrases.getLast();
        String firstEnglish = first.stream().map(Text::en).collect(Collectors.joining(", "));
        String firstChinese = first.stream().map(Text::zh).collect(Collectors.joining("、"));
        Text choice =
                Text.of(
                        "the " + english + " of " + firstEnglish + " and " + last.en(),
                        chinese(firstChinese, "与", last.zh(), of.size() == 2 ? ofTwo : ofMany));
        return of.contains(DateEvaluation.EXTENSION)
                ? Text.of(
                        choice.en() + " (an extension takes the place of the last)",
                        choice.zh() + "（如有延期，以延期代替最后一项）")
                : choice;
    }

    private Text title(Reference.Kind kind, String name) {
        return titles.title(kind, name).orElse(Text.same(name));
    }

    private static Text moment(Moment moment) {
        return switch (moment) {
            case Moment.Day(LocalDate date) -> {
                Text day = dayOfYear(MonthDay.from(date));
                yield Text.of(day.en() + " " + date.getYear(), date.getYear() + "年" + day.zh());
            }
            case Moment.At(Instant instant) -> Text.same(instant.toString());
        };
    }

    private static Text dayOfYear(MonthDay day) {
        return Text.of(
                day.getDayOfMonth() + " " + CalendarText.monthName(day.getMonthValue()),
                day.getMonthValue() + "月" + day.getDayOfMonth() + "日");
    }

    private static String ordinal(int number) {
        int tens = number % 100;
        String suffix =
                tens >= 11 && tens <= 13
                        ? "th"
                        : switch (number % 10) {
                            case 1 -> "st";
                            case 2 -> "nd";
                            case 3 -> "rd";
                            default -> "th";
                        };
        return number + suffix;
    }

    /** Joins pieces with a space only where Chinese meets Latin letters or digits. */
    private static String chinese(String... pieces) {
        StringBuilder joined = new StringBuilder();
        for (String piece : pieces) {
            if (!joined.isEmpty()
                    && !piece.isEmpty()
                    && isLatin(joined.charAt(joined.length() - 1)) != isLatin(piece.charAt(0))) {
                joined.append(' ');
            }
            joined.append(piece);
        }
        return joined.toString();
    }

    private static boolean isLatin(char character) {
        return character < 0x2E80 && character != '“' && character != '”';
    }
}
