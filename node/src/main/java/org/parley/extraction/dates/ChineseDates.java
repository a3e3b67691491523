// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.dates;

import org.parley.extraction.dates.DateExpression.Part;
import org.parley.extraction.dates.DateExpression.Shift;
import org.parley.extraction.dates.DateExpression.Unit;
import org.parley.extraction.dates.DateExpression.Year;
import org.parley.extraction.numbers.CharSet;
import org.parley.extraction.numbers.Words;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Reads the date that stands at a place of a Chinese text. */
final class ChineseDates {
    private static final String BEGIN = "0123456789今去明前后卅廿同当次翌本上下这周星礼昨近日最不年月一二两三四五六七八九〇零十几数春夏秋冬";
    private static final CharSet BEGINS = CharSet.of(BEGIN);
    private static final String NUMERAL = "[一二三四五六七八九〇○零十两]";
    private static final String YEAR =
            "(?<y>(?:19|20)\\d{2}|[一二三四五六七八九〇○零]{4}|今|去|明|前|后|同|当|次|翌|本)年(?!代|级|轻|度|龄)";
    private static final String MONTH = "(?<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月";
    private static final String NUMBER =
            "[12]\\d|3[01]|0?[1-9]|[二三]?十[一二三四五六七八九]?|卅一?|廿[一二三四五六七八九]?|[一二三四五六七八九]";
    private static final String DAY =
            "(?<d>" + NUMBER + ")(?:[日号]?(?:至|到|-|—|–|~)(?<d2>" + NUMBER + "))?[日号]";
    private static final String MONTH_PART = "(?<mp>上旬|中旬|下旬|初|底|末|中(?=[，。、）至]))";
    private static final String YEAR_PART = "(?<yp>年?初|年?底|年?末|年?中(?=[，。、期])|上半年|下半年|[春夏秋冬][季天]?)";

    private static final DateForm WITH_YEAR =
            DateForm.of(
                            YEAR
                                    + "(?:"
                                    + MONTH
                                    + "(?:"
                                    + DAY
                                    + "|"
                                    + MONTH_PART
                                    + ")?|"
                                    + YEAR_PART
                                    + ")?",
                            BEGIN)
                    .afterFigures("年");
    private static final DateForm WITH_MONTH =
            DateForm.of(MONTH + "(?:" + DAY + "|" + MONTH_PART + ")?", BEGIN).afterFigures("月");
    private static final DateForm RELATIVE_MONTH =
            DateForm.of(
                    "(?<r>上上|上|本|这|当|下|同|次)(?:一)?个?月(?:" + DAY + "|" + MONTH_PART + ")?", BEGIN);
    private static final DateForm DAY_ALONE =
            DateForm.of(
                            "(?:(?<d>[12]\\d|3[01]|0?[1-9])|(?<r1>"
                                    + NUMBER
                                    + ")(?:[日号]?(?:至|到|-|—|–|~)(?<d2>"
                                    + NUMBER
                                    + "))|(?<n1>[二三]?十[一二三四五六七八九]?|[二三四五六七八九])"
                                    + "(?=日(?:[晚上下凌清在于，抵与和同发报宣举应就向对会将访签电讯说]|表示)))日(?![本内间])",
                            BEGIN)
                    .afterFigures("日号至到-—–~");
    private static final DateForm WEEK =
            DateForm.of(
                    "(?<r>上上|上|本|这|下下|下)?(?:一)?个?(?:周|星期|礼拜)(?<n>[一二三四五六日天末](?![边年期]))?", BEGIN);
    private static final DateForm NEAR_DAY =
            DateForm.of("今天|今日|昨天|昨日|明天|明日|前天|后天|今晚|昨晚|今早|当天|当日|同日|次日|翌日", BEGIN);
    private static final DateForm RECENT = DateForm.of("近日|日前|近期|最近|前不久|不久前", BEGIN);
    private static final DateForm AGO =
            DateForm.of(
                            "(?<n>\\d+|[一二两三四五六七八九十几数]+)(?<x>多)?(?<u>天|周|星期|个星期|个多月|个月|年)"
                                    + "(?<x2>多)?(?<dir>之前|以前|前|[之以]?后(?![来续备勤者]))",
                            BEGIN)
                    .afterFigures("多天周星个年");
    private static final DateForm SEASON = DateForm.of("(?<s>[春夏秋冬])[季天]", BEGIN);

    /** 年底 and 月底 without the year or month are those of the text. */
    private static final DateForm END_OF =
            DateForm.of(
                    "(?<![\\d年月周个])(?<w>[年月])(?<e>初|底|末)(?![\\u4e00-\\u9fff]{0,1}(?:步|级))", BEGIN);

    private static final DateForm DECADE =
            DateForm.of("(?:(?<c>上|20|二十|二零)世纪)?(?<n>\\d0|(?:19|20)\\d0|[二三四五六七八九]十)年代", BEGIN)
                    .afterFigures("世年");
    private static final DateForm ISO =
            DateForm.of(
                            "(?<y>(?:19|20)\\d{2})[-/.](?<m>0?[1-9]|1[0-2])[-/.]"
                                    + "(?<d>[12]\\d|3[01]|0?[1-9])(?!\\d)",
                            BEGIN)
                    .afterFigures("-/.");

    /** With what a date goes on after its figures, whichever pattern it is. */
    private static final String AFTER_FIGURES = "年月日号天周星个多世-/.";

    private static final String AFTER_NUMERAL = "一二两三四五六七八九〇○零十几数年月日号天周星个多世";

    /** Which second characters the patterns allow after a first; what is not here is tried. */
    private static final Map<Character, String> SECONDS = seconds();

    private static final Map<String, Integer> YEARS =
            Map.of("今", 0, "本", 0, "去", -1, "前", -2, "明", 1, "后", 2);
    private static final Map<String, Integer> MENTIONED = Map.of("同", 0, "当", 0, "次", 1, "翌", 1);
    private static final Map<String, Integer> NEAR =
            Map.of("上上", -2, "上", -1, "本", 0, "这", 0, "当", 0, "同", 0, "下", 1, "次", 1, "下下", 2);
    private static final Map<String, Integer> DAYS =
            Map.of("今", 0, "昨", -1, "明", 1, "前", -2, "后", 2);

    /** More than so many is a year, not a distance: 2030年前. */
    private static final int AGO_MAX = 400;

    /** So many years after something are told of it; more are told of an age: 战争结束80年后. */
    private static final int LATER_MAX = 20;

    private ChineseDates() {}

    private static Map<Character, String> seconds() {
        Map<Character, String> seconds = new HashMap<>();
        for (char numeral : "二两三四五六七八九〇零十几数".toCharArray()) {
            seconds.put(numeral, AFTER_NUMERAL);
        }
        seconds.put('一', AFTER_NUMERAL + "礼");
        seconds.put('今', "年天日晚早");
        seconds.put('去', "年");
        seconds.put('明', "年天日");
        seconds.put('前', "年天不");
        seconds.put('后', "年天");
        seconds.put('同', "年月日一个");
        seconds.put('当', "年月日天一个");
        seconds.put('次', "年月日一个");
        seconds.put('翌', "年日");
        seconds.put('本', "年月一个周星礼");
        seconds.put('上', "上月一个周星礼世");
        seconds.put('下', "下月一个周星礼");
        seconds.put('这', "月一个周星礼");
        seconds.put('星', "期");
        seconds.put('礼', "拜");
        seconds.put('昨', "天日晚");
        seconds.put('近', "日期");
        seconds.put('日', "前");
        seconds.put('最', "近");
        seconds.put('不', "久");
        for (char season : "春夏秋冬".toCharArray()) {
            seconds.put(season, "季天");
        }
        return Map.copyOf(seconds);
    }

    /** A date and where it ends. */
    record Read(DateExpression date, int end) {}

    /** Whether a date can begin with this character; saves trying. */
    static boolean mayBegin(char c) {
        return BEGINS.has(c);
    }

    /**
     * Whether what follows a first character can go on as a date. Most of these characters begin
     * other words nearly always, and to try all the patterns at each costs more than the rest.
     */
    private static boolean mayGoOn(String text, int from, int to) {
        char first = text.charAt(from);
        if (first >= '0' && first <= '9') {
            int end = from + 1;
            while (end < to && Character.isDigit(text.charAt(end))) {
                end++;
            }
            return end < to && AFTER_FIGURES.indexOf(text.charAt(end)) >= 0;
        }
        String seconds = SECONDS.get(first);
        return seconds == null || from + 1 < to && seconds.indexOf(text.charAt(from + 1)) >= 0;
    }

    static Optional<Read> at(String text, int from, int to) {
        char before = from == 0 ? ' ' : text.charAt(from - 1);
        boolean afterDigit = Character.isDigit(before) || NUMERAL.indexOf(before) > 0;
        if (afterDigit || before == '第' || before == '.' || !mayGoOn(text, from, to)) {
            return Optional.empty();
        }
        Matcher m = ISO.at(text, from, to);
        if (m != null) {
            return read(
                    DateExpression.of(
                            new Year.Given(number(m, "y")),
                            number(m, "m"),
                            number(m, "d"),
                            Part.WHOLE),
                    m);
        }
        m = AGO.at(text, from, to);
        if (m != null && Words.chinese(m.group("n")).orElse(0) <= AGO_MAX) {
            return m.group("dir").endsWith("后") ? later(m) : ago(m);
        }
        m = WITH_YEAR.at(text, from, to);
        if (m != null) {
            return read(
                    spanned(
                            DateExpression.of(
                                    year(m.group("y")), number(m, "m"), number(m, "d"), part(m)),
                            m),
                    m);
        }
        m = WITH_MONTH.at(text, from, to);
        if (m != null) {
            return read(
                    spanned(
                            DateExpression.of(
                                    new Year.Open(), number(m, "m"), number(m, "d"), part(m)),
                            m),
                    m);
        }
        return near(text, from, to);
    }

    private static Optional<Read> near(String text, int from, int to) {
        Matcher m = RELATIVE_MONTH.at(text, from, to);
        if (m != null) {
            Unit unit = "同当次".contains(m.group("r")) ? Unit.MONTH_LATER : Unit.MONTH;
            Shift shift = new Shift(unit, NEAR.getOrDefault(m.group("r"), 0), 0, false, false);
            return read(
                    new DateExpression(
                            new Year.Open(),
                            0,
                            number(m, "d"),
                            part(m),
                            shift,
                            DateExpression.Bound.AT,
                            Optional.empty()),
                    m);
        }
        m = WEEK.at(text, from, to);
        if (m != null && (m.group("r") != null || m.group("n") != null)) {
            return read(DateExpression.of(week(m)), m);
        }
        m = NEAR_DAY.at(text, from, to);
        if (m != null) {
            Integer offset = DAYS.get(m.group().substring(0, 1));
            return read(
                    offset == null
                            ? DateExpression.of(
                                    new Shift(
                                            Unit.SAME,
                                            "次翌".indexOf(m.group().charAt(0)) >= 0 ? 1 : 0,
                                            0,
                                            false,
                                            false))
                            : DateExpression.of(new Shift(Unit.DAY, offset, 0, false, false)),
                    m);
        }
        m = RECENT.at(text, from, to);
        if (m != null) {
            return read(DateExpression.of(new Shift(Unit.RECENT, 0, 0, false, true)), m);
        }
        return coarse(text, from, to);
    }

    /** Decades, seasons, ends of years and months, and days whose month was said before. */
    private static Optional<Read> coarse(String text, int from, int to) {
        Matcher m = DECADE.at(text, from, to);
        if (m != null) {
            int tens = (int) Words.chinese(m.group("n")).orElse(0);
            int decade = tens >= 1900 ? tens : 1900 + tens;
            return read(DateExpression.of(new Year.Given(decade), 0, 0, Part.DECADE), m);
        }
        m = SEASON.at(text, from, to);
        if (m != null) {
            return read(DateExpression.of(new Year.Open(), 0, 0, season(m.group("s"))), m);
        }
        m = END_OF.at(text, from, to);
        if (m != null) {
            Part part = m.group("e").equals("初") ? Part.EARLY : Part.LATE;
            return read(
                    m.group("w").equals("年")
                            ? DateExpression.of(new Year.Relative(0), 0, 0, part)
                            : new DateExpression(
                                    new Year.Open(),
                                    0,
                                    0,
                                    part,
                                    new Shift(Unit.MONTH, 0, 0, false, false),
                                    DateExpression.Bound.AT,
                                    Optional.empty()),
                    m);
        }
        m = DAY_ALONE.at(text, from, to);
        return m != null
                ? read(
                        spanned(
                                DateExpression.of(
                                        new Year.Open(),
                                        0,
                                        Math.max(
                                                number(m, "d"),
                                                Math.max(number(m, "r1"), number(m, "n1"))),
                                        Part.WHOLE),
                                m),
                        m)
                : Optional.empty();
    }

    /** 18至20日: from the first of two days to the second. */
    private static DateExpression spanned(DateExpression first, Matcher m) {
        int last = number(m, "d2");
        return last <= first.day()
                ? first
                : first.to(DateExpression.of(first.year(), first.month(), last, Part.WHOLE));
    }

    private static Optional<Read> read(DateExpression date, Matcher m) {
        return Optional.of(new Read(date, m.end()));
    }

    /** 三个月后: after what was spoken of; 数年后 says nothing. */
    private static Optional<Read> later(Matcher m) {
        int count = (int) Words.chinese(m.group("n")).orElse(0);
        Unit unit = unit(m);
        if (count == 0 || isVague(m) || unit == Unit.YEAR && count > LATER_MAX) {
            return Optional.empty();
        }
        return read(
                unit == Unit.YEAR
                        ? DateExpression.of(new Year.AfterMentioned(count), 0, 0, Part.WHOLE)
                        : DateExpression.later(unit, count),
                m);
    }

    private static boolean isVague(Matcher m) {
        return m.group("x") != null || m.group("x2") != null || m.group("u").equals("个多月");
    }

    private static Unit unit(Matcher m) {
        return switch (m.group("u")) {
            case "天" -> Unit.DAY;
            case "周", "星期", "个星期" -> Unit.WEEK;
            case "个月", "个多月" -> Unit.MONTH;
            default -> Unit.YEAR;
        };
    }

    private static Optional<Read> ago(Matcher m) {
        Unit unit = unit(m);
        int count = (int) Words.chinese(m.group("n")).orElse(0);
        boolean vague = count == 0 || isVague(m);
        return read(
                DateExpression.of(new Shift(unit, -(count == 0 ? 3 : count), 0, false, vague)), m);
    }

    private static Shift week(Matcher m) {
        String relative = m.group("r");
        String name = m.group("n");
        int offset = relative == null ? 0 : NEAR.getOrDefault(relative, 0);
        if (name == null || name.equals("末")) {
            return new Shift(Unit.WEEK, offset, 0, false, false);
        }
        int weekday = "一二三四五六日天".indexOf(name) + 1;
        return new Shift(Unit.WEEKDAY, offset, Math.min(weekday, 7), relative == null, false);
    }

    private static Year year(String word) {
        if (YEARS.containsKey(word)) {
            return new Year.Relative(YEARS.get(word));
        }
        if (MENTIONED.containsKey(word)) {
            return new Year.AfterMentioned(MENTIONED.get(word));
        }
        return new Year.Given((int) Words.chinese(word).orElse(0));
    }

    private static int number(Matcher m, String group) {
        String text = m.namedGroups().containsKey(group) ? m.group(group) : null;
        return text == null ? 0 : (int) Words.chinese(text).orElse(0);
    }

    private static Part part(Matcher m) {
        String month = m.namedGroups().containsKey("mp") ? m.group("mp") : null;
        String year = m.namedGroups().containsKey("yp") ? m.group("yp") : null;
        String word = month != null ? month : year == null ? "" : year;
        return switch (word) {
            case "" -> Part.WHOLE;
            case "上旬", "初", "年初" -> Part.EARLY;
            case "中旬", "中", "年中" -> Part.MIDDLE;
            case "下旬", "底", "末", "年底", "年末" -> Part.LATE;
            case "上半年" -> Part.FIRST_HALF;
            case "下半年" -> Part.SECOND_HALF;
            default -> season(word.substring(0, 1));
        };
    }

    private static Part season(String word) {
        return switch (word) {
            case "春" -> Part.SPRING;
            case "夏" -> Part.SUMMER;
            case "秋" -> Part.AUTUMN;
            default -> Part.WINTER;
        };
    }
}
