// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.dates;

import org.parley.extraction.dates.ChineseDates.Read;
import org.parley.extraction.dates.DateExpression.Part;
import org.parley.extraction.dates.DateExpression.Shift;
import org.parley.extraction.dates.DateExpression.Unit;
import org.parley.extraction.dates.DateExpression.Year;
import org.parley.extraction.numbers.CharSet;
import org.parley.extraction.numbers.WordStarts;
import org.parley.extraction.numbers.Words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the date that stands at a place of an English text. */
final class EnglishDates {
    private static final String BEGIN = "0123456789JFMASONDTWELYNPIBtwlnmeyapsforid";
    private static final CharSet BEGINS = CharSet.of(BEGIN);
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final List<String> WEEKDAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String MONTH =
            "(?<m>January|February|March|April|May|June|July|August|September|October|November"
                    + "|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)";
    private static final String PART =
            "(?:(?<p>[Ee]arly|[Mm]id|[Ll]ate|(?:[Tt]he"
                + " )?(?:beginning|start|middle|end|(?:first|second) half) of|[Ee]nd of)[- ](?:in"
                + " )?)?";
    private static final String YEAR = "(?<y>(?:19|20)\\d{2})(?![\\d,.]\\d)";

    /** After a month the number of a note may follow, which is no part of a number: 2002.1. */
    private static final String WHICH_YEAR =
            ",? (?:of )?(?<y>(?:19|20)\\d{2})(?!\\d|,\\d)"
                    + "|,? (?:of )?(?<r>this|last|next) year\\b";

    private static final String SPAN =
            "(?: ?(?:-|–|—|to|and|through) ?(?<e>[12]\\d|3[01]|0?[1-9])(?!\\d))?";
    private static final String DAY = "(?<d>[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\\d:])";

    private static final String COUNT = "\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten";

    private static final DateForm MONTH_FIRST =
            DateForm.of(PART + MONTH + "(?: " + DAY + SPAN + ")?(?:" + WHICH_YEAR + ")?", BEGIN);

    /** Between the two days of a span over the end of a month. */
    private static final Pattern TO = Pattern.compile(" ?(?:-|–|—|to|through|until) ?");

    private static final Pattern AND = Pattern.compile(" and ");

    private static final DateForm DAY_FIRST =
            DateForm.of(DAY + SPAN + " (?:of )?" + MONTH + "(?:" + WHICH_YEAR + ")?", BEGIN)
                    .afterFigures(" -–—stnra");
    private static final DateForm SEASON =
            DateForm.of(
                    "(?:(?<r>this|last|next)"
                            + " )?(?<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:(?: of)? "
                            + YEAR
                            + ")?",
                    BEGIN);
    private static final DateForm YEAR_ALONE = DateForm.of(PART + YEAR + "(?!s)", BEGIN);

    /** The 2015 agreement: a year, and no number. */
    private static final Pattern OF_YEAR =
            Pattern.compile(
                    " (?:\\w+ ){0,3}(?:agreement|deal|treaty|Treaty|accord|pact"
                        + "|statement|summit|report"
                        + "|review|conference|edition|election|invasion|war|attack|visit|law)\\b");

    private static final DateForm DECADE =
            DateForm.of("(?<y>(?:19|20)\\d0)s", BEGIN).afterFigures("s");
    private static final DateForm WEEKDAY =
            DateForm.of(
                    "(?:(?<r>last|next|this|coming) )?"
                            + "(?<w>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)",
                    BEGIN);
    private static final DateForm NEAR_DAY =
            DateForm.of("(?<n>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)", BEGIN);
    private static final DateForm NEAR =
            DateForm.of(
                    "(?<r>[Ll]ast|[Nn]ext|[Tt]his|[Pp]revious)(?: calendar)?"
                            + " (?<u>week|month|year)",
                    BEGIN);
    private static final DateForm AGO =
            DateForm.of("(?<n>" + COUNT + ")" + " (?<u>day|week|month|year)s? ago", BEGIN)
                    .afterFigures(" ");

    /** A year later, the same day: reckoned from what was spoken of before. */
    private static final DateForm AFTERWARDS =
            DateForm.of(
                            "(?:(?<n>"
                                    + COUNT
                                    + ") (?<l>day|week|month|year)s? later"
                                    + "|[Tt]h(?:e|at) (?<r>following|next|same)"
                                    + " (?<u>year|month|week|day)"
                                    + "|[Tt]hat (?<t>year|month))(?!,? (?:on|in) )",
                            BEGIN)
                    .afterFigures(" ");

    private static final DateForm RECENT = DateForm.of("recently|in recent (?:days|weeks)", BEGIN);
    private static final DateForm ISO =
            DateForm.of(
                            "(?<y>(?:19|20)\\d{2})-(?<m>0[1-9]|1[0-2])-"
                                    + "(?<d>0[1-9]|[12]\\d|3[01])(?!\\d)",
                            BEGIN)
                    .afterFigures("-");

    /** The words that dates begin with, but for articles, which most words follow. */
    private static final WordStarts BEGINNINGS =
            WordStarts.of(
                    "jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun"
                        + " ear mid lat beg sta end fir sec thi tha las nex com spr sum aut fal win"
                        + " tod yes tom ton pre one two thr fou fiv six sev eig nin ten rec");

    /** The beginning of, the following year. */
    private static final WordStarts AFTER_THE =
            WordStarts.of("beg sta mid end fir sec fol nex sam");

    /** A year later. */
    private static final WordStarts AFTER_A = WordStarts.of("day wee mon yea");

    private EnglishDates() {}

    static boolean mayBegin(char c) {
        return BEGINS.has(c);
    }

    /**
     * Whether the word that stands here is one that a pattern begins with, by its first letters.
     * Nearly every word is none, and to try all the patterns at each costs more than the rest.
     */
    private static boolean mayGoOn(String text, int from) {
        char first = text.charAt(from);
        if (first >= '0' && first <= '9') {
            return true;
        }
        return BEGINNINGS.beginsAt(text, from)
                || text.startsWith("in recent ", from)
                || text.startsWith("he ", from + 1) && AFTER_THE.beginsAt(text, from + 4)
                || text.startsWith("a ", from) && AFTER_A.beginsAt(text, from + 2)
                || text.startsWith("an ", from) && AFTER_A.beginsAt(text, from + 3);
    }

    static Optional<Read> at(String text, int from, int to) {
        char before = from == 0 ? ' ' : text.charAt(from - 1);
        if (Character.isLetterOrDigit(before) && before < 0x250
                || before == '-'
                || before == '$'
                || before == '.'
                || before == ','
                || !mayGoOn(text, from)) {
            return Optional.empty();
        }
        Matcher m = ISO.at(text, from, to);
        if (m != null) {
            return read(
                    DateExpression.of(
                            new Year.Given(Integer.parseInt(m.group("y"))),
                            Integer.parseInt(m.group("m")),
                            Integer.parseInt(m.group("d")),
                            Part.WHOLE),
                    m);
        }
        m = DAY_FIRST.at(text, from, to);
        if (m != null) {
            return over(DAY_FIRST, monthly(m, Part.WHOLE), text, from, to);
        }
        m = MONTH_FIRST.at(text, from, to);
        if (m != null && isMonth(m, text, from)) {
            return over(MONTH_FIRST, monthly(m, part(m.group("p"))), text, from, to);
        }
        m = DECADE.at(text, from, to);
        if (m != null) {
            return read(
                    DateExpression.of(
                            new Year.Given(Integer.parseInt(m.group("y"))), 0, 0, Part.DECADE),
                    m);
        }
        m = YEAR_ALONE.at(text, from, to);
        if (m != null && isYear(m, text, from)) {
            return read(
                    DateExpression.of(
                            new Year.Given(Integer.parseInt(m.group("y"))),
                            0,
                            0,
                            part(m.group("p"))),
                    m);
        }
        return near(text, from, to);
    }

    /** Monday, 4 November: the weekday only names the day. */
    private static Optional<Read> named(String text, int from, int to) {
        return text.startsWith(", ", from) && from + 2 < to
                ? at(text, from + 2, to).filter(read -> read.date().day() > 0)
                : Optional.empty();
    }

    private static Optional<Read> near(String text, int from, int to) {
        Matcher m = SEASON.at(text, from, to);
        if (m != null
                && (m.group("r") != null
                        || m.group("y") != null
                        || Character.isLowerCase(m.group("s").charAt(0))
                                && follows(text, from, "in", "this"))) {
            Year year =
                    m.group("y") != null
                            ? new Year.Given(Integer.parseInt(m.group("y")))
                            : m.group("r") == null
                                    ? new Year.Open()
                                    : new Year.Relative(offset(m.group("r")));
            return read(DateExpression.of(year, 0, 0, season(m.group("s"))), m);
        }
        m = WEEKDAY.at(text, from, to);
        if (m != null) {
            String relative = m.group("r");
            Optional<Read> named = relative == null ? named(text, m.end(), to) : Optional.empty();
            if (named.isPresent()) {
                return named;
            }
            int day = WEEKDAYS.indexOf(key(m.group("w"))) + 1;
            return read(
                    DateExpression.of(
                            new Shift(
                                    Unit.WEEKDAY,
                                    relative == null ? 0 : offset(relative),
                                    day,
                                    relative == null,
                                    false)),
                    m);
        }
        m = NEAR_DAY.at(text, from, to);
        if (m != null) {
            int offset =
                    switch (m.group("n").toLowerCase(Locale.ROOT)) {
                        case "yesterday" -> -1;
                        case "tomorrow" -> 1;
                        default -> 0;
                    };
            return read(DateExpression.of(new Shift(Unit.DAY, offset, 0, false, false)), m);
        }
        m = NEAR.at(text, from, to);
        if (m != null) {
            int offset = offset(m.group("r"));
            return read(
                    m.group("u").equals("year")
                            ? DateExpression.of(new Year.Relative(offset), 0, 0, Part.WHOLE)
                            : DateExpression.of(
                                    new Shift(unit(m.group("u")), offset, 0, false, false)),
                    m);
        }
        m = AGO.at(text, from, to);
        if (m != null) {
            int count = count(m.group("n"));
            return read(
                    DateExpression.of(new Shift(unit(m.group("u")), -count, 0, false, false)), m);
        }
        m = AFTERWARDS.at(text, from, to);
        if (m != null) {
            return read(afterwards(m), m);
        }
        m = RECENT.at(text, from, to);
        return m != null
                ? read(DateExpression.of(new Shift(Unit.RECENT, 0, 0, false, true)), m)
                : Optional.empty();
    }

    private static DateExpression afterwards(Matcher m) {
        int offset =
                m.group("n") != null ? count(m.group("n")) : "same".equals(m.group("r")) ? 0 : 1;
        String unit = m.group("l") != null ? m.group("l") : m.group("u");
        unit = unit == null ? m.group("t") : unit;
        boolean that = m.group("t") != null;
        if (unit.equals("day") && m.group("l") == null) {
            return DateExpression.of(new Shift(Unit.SAME, offset, 0, false, false));
        }
        if (!unit.equals("year")) {
            return DateExpression.later(unit(unit), that ? 0 : offset);
        }
        return DateExpression.of(new Year.AfterMentioned(that ? 0 : offset), 0, 0, Part.WHOLE);
    }

    private static int count(String number) {
        return Character.isDigit(number.charAt(0))
                ? number.length() > 3 ? 0 : Integer.parseInt(number)
                : (int) Words.english(number).orElse(0);
    }

    private static Read monthly(Matcher m, Part part) {
        Year year =
                m.group("y") != null
                        ? new Year.Given(Integer.parseInt(m.group("y")))
                        : m.group("r") != null
                                ? new Year.Relative(offset(m.group("r")))
                                : new Year.Open();
        int month = MONTHS.indexOf(key(m.group("m"))) + 1;
        int day = m.group("d") == null ? 0 : Integer.parseInt(m.group("d"));
        DateExpression first = DateExpression.of(year, month, day, part);
        return new Read(
                m.group("e") == null
                        ? first
                        : first.to(
                                DateExpression.of(
                                        year, month, Integer.parseInt(m.group("e")), part)),
                m.end());
    }

    /** A span that ends in another month: 27 November – 1 December 2023, Nov. 30-Dec. 4, 2026. */
    private static Optional<Read> over(DateForm form, Read first, String text, int from, int to) {
        if (first.date().day() == 0 || first.date().end().isPresent()) {
            return Optional.of(first);
        }
        boolean between = follows(text, from, "between", "Between");
        Matcher dash = (between ? AND : TO).matcher(text).region(first.end(), to);
        Matcher m = dash.lookingAt() ? form.at(text, dash.end(), to) : null;
        if (m == null || m.group("d") == null) {
            return Optional.of(first);
        }
        Read last = monthly(m, Part.WHOLE);
        DateExpression begin = first.date();
        if (begin.year() instanceof Year.Open
                && last.date().year() instanceof Year.Given(int year)) {
            boolean before = begin.month() > last.date().month();
            begin =
                    DateExpression.of(
                            new Year.Given(before ? year - 1 : year),
                            begin.month(),
                            begin.day(),
                            begin.part());
        }
        return read(begin.to(last.date()), m);
    }

    /** "May" and "March" are also other words. */
    private static boolean isMonth(Matcher m, String text, int from) {
        boolean word = m.group("m").equals("May") || m.group("m").equals("March");
        return !word
                || m.group("d") != null
                || m.group("y") != null
                || m.group("p") != null
                || follows(text, from, "in", "of", "since", "until", "by", "last", "this", "next");
    }

    private static boolean isYear(Matcher m, String text, int from) {
        return m.group("p") != null
                || follows(text, from, "the", "The", "a")
                        && OF_YEAR.matcher(text).region(m.end(), text.length()).lookingAt()
                || from > 0 && "(/–".indexOf(text.charAt(from - 1)) >= 0
                || follows(
                        text, from, "in", "by", "since", "until", "from", "to", "of", "through",
                        "before", "after", "during", "and", "between", "for", "late", "early",
                        "than", "year", "till", "around", "In", "Since", "By", "From", "Before",
                        "After", "Until", "Between");
    }

    private static boolean follows(String text, int from, String... words) {
        for (String word : words) {
            int at = from - word.length() - 1;
            if (at >= 0
                    && text.startsWith(word + " ", at)
                    && (at == 0 || !Character.isLetter(text.charAt(at - 1)))) {
                return true;
            }
        }
        return false;
    }

    private static String key(String name) {
        return name.substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static int offset(String relative) {
        return switch (relative.toLowerCase(Locale.ROOT)) {
            case "last", "previous" -> -1;
            case "next", "coming" -> 1;
            default -> 0;
        };
    }

    private static Unit unit(String word) {
        return switch (word) {
            case "day" -> Unit.DAY;
            case "week" -> Unit.WEEK;
            case "month" -> Unit.MONTH;
            default -> Unit.YEAR;
        };
    }

    private static Part part(@org.jspecify.annotations.Nullable String word) {
        if (word == null) {
            return Part.WHOLE;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.contains("half")) {
            return lower.contains("first") ? Part.FIRST_HALF : Part.SECOND_HALF;
        }
        return lower.contains("early") || lower.contains("beginning") || lower.contains("start")
                ? Part.EARLY
                : lower.contains("mid") ? Part.MIDDLE : Part.LATE;
    }

    private static Part season(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "spring" -> Part.SPRING;
            case "summer" -> Part.SUMMER;
            case "winter" -> Part.WINTER;
            default -> Part.AUTUMN;
        };
    }

    private static Optional<Read> read(DateExpression date, Matcher m) {
        return Optional.of(new Read(date, m.end()));
    }
}
