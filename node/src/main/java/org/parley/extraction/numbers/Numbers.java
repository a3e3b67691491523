// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.numbers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds numbers with the words that make them about, more than or less than. */
public final class Numbers {
    private static final String NUMERALS = "一二两三四五六七八九十百千";
    private static final int NUMERALS_MAX = 7;

    /** From here on no character is of an alphabet of ours. */
    private static final char HAN = 0x2e80;

    /** With what a number in numerals goes on, or it is none. */
    private static final String COUNTED = "枚个件例架艘次座套辆颗吨万亿名公台千成票块组根支处门口具打";

    private static final String MORE = "多余几";

    /** What makes a number rough after its measure word: 600枚出头, 7千克左右. */
    private static final Pattern ROUGHLY =
            Pattern.compile("[枚个件例架艘次座套辆颗吨台名公千克斤]{0,2}(?:左右|上下)| or so\\b");

    /** With which numbers in English words begin. */
    private static final WordStarts WORDS_BEGIN =
            WordStarts.of("two thr fou fiv six sev eig nin ten ele twe thi fif for one a an");

    private static final List<String> AT_LEAST = List.of("以上", " or mo");
    private static final List<String> AT_MOST = List.of("以下", "以内", " at mo", " or fe");

    /** A little more than so many. */
    private static final Pattern ODD = Pattern.compile("[枚个件例架艘次座套辆颗吨台名公千克斤]{0,2}(?:出头|开外)");

    /** With these characters begins what is said of a number after its measure word. */
    private static final CharSet SAID_AFTER = CharSet.of("枚个件例架艘次座套辆颗吨台名公千克斤左上出开以 ");

    /** 12 241, as international bodies write it; two numbers of a table stand further apart. */
    private static final String SPACED =
            "[1-9]\\d{0,2}(?:[ \u00a0\u202f]\\d{3}){1,2}(?![ ,.]?\\d|-|%| per ?cent)";

    private static final String PLAIN =
            "(?:\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|"
                    + SPACED
                    + "|\\d+(?:\\.\\d+)?|["
                    + NUMERALS
                    + "]{1,"
                    + NUMERALS_MAX
                    + "}(?=[多余几]?["
                    + COUNTED
                    + "]))";
    private static final String GROUPING = ", \u00a0\u202f";

    private static final String SCALE =
            "万亿|百万|千万|兆(?!瓦|赫|字节|比特|欧)|亿|万|千(?!克|瓦|米)|打(?!击)|"
                    + " ?(?:thousand|million|billion|trillion|bn|m)\\b";
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<a>"
                            + PLAIN
                            + ")"
                            + scaled("sa")
                            + "(?:(?<=[万亿兆])(?:(?<c>\\d{1,4})(?<sc>亿|万|千|百)|(?<d>\\d{3,4})"
                            + "(?![\\d年.,])))?"
                            + "(?:(?:公里|千米|公斤|千克|吨)?(?:-|–|—|~|至|到| to )(?<b>"
                            + PLAIN
                            + ")"
                            + scaled("sb")
                            + ")?"
                            + "(?<more>多|余|几)?");
    private static final Pattern WORDED =
            Pattern.compile(
                    "(?<w>(?i:two|three|fourteen|four|five|sixteen|six|seventeen|seven(?!ty)"
                            + "|eighteen|eight(?!y)|nineteen|nine(?!ty)|ten|eleven|twelve|thirteen"
                            + "|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
                            + "|(?:one|an?)(?= (?:hundred|thousand|million|billion|dozen"
                            + "|score)\\b)))"
                            + "(?:-(?<o>one|two|three|four|five|six|seven|eight|nine))?"
                            + "(?: (?<s>hundred|thousand|million|billion|dozen|score))?(?![a-z])");
    private static final Map<String, Long> SCALES =
            Map.ofEntries(
                    Map.entry("千", 1000L),
                    Map.entry("万", 10_000L),
                    Map.entry("百万", 1_000_000L),
                    Map.entry("千万", 10_000_000L),
                    Map.entry("亿", 100_000_000L),
                    Map.entry("万亿", 1_000_000_000_000L),
                    Map.entry("兆", 1_000_000_000_000L),
                    Map.entry("百", 100L),
                    Map.entry("打", 12L),
                    Map.entry("dozen", 12L),
                    Map.entry("score", 20L),
                    Map.entry("hundred", 100L),
                    Map.entry("thousand", 1000L),
                    Map.entry("million", 1_000_000L),
                    Map.entry("m", 1_000_000L),
                    Map.entry("billion", 1_000_000_000L),
                    Map.entry("bn", 1_000_000_000L),
                    Map.entry("trillion", 1_000_000_000_000L));

    private static final String ABOUT =
            "大约有?|约有?|约为|约占|约莫|大概|大致|估计有?|据?推估|估算为?|接近"
                    + "|[Cc]lose to|[Aa]bout|[Aa]round|[Aa]pproximately|[Rr]oughly"
                    + "|in the (?:region|order) of|on the order of|[Ss]ome|[Aa]n estimated"
                    + "|estimated at|estimated|circa|perhaps|possibly";

    private static final String MOST =
            "(?:不得?|不能|不可|不应|不会)(?:超过|超出|高于|多于|大于)|不多于|最多|至多|上限为?|[Nn]o more than|not more than|at"
                    + " most|[Uu]p to|[Aa]s many as|[Aa]s much as|a maximum of|not"
                    + " exceed(?:ing)?|capped at|limit(?:ed)? to|(?:no|not)"
                    + " (?:higher|greater|larger|longer|farther|further|heavier) than|not above|not"
                    + " beyond";
    private static final String LEAST =
            "至少|不少于|不低于|最少|[Aa]t least|[Nn]o fewer than|[Nn]o less than|[Nn]ot less than|a minimum"
                    + " of";
    private static final String OVER =
            "超过|超出|多于|大于|逾|超|高于|突破|surpass(?:ed|es|ing)?|topped|[Mm]ore"
                    + " than|[Oo]ver|exceed(?:s|ed|ing)?|[Ii]n excess of|[Uu]pwards?"
                    + " of|above|beyond|north of|greater than";
    private static final String UNDER =
            "不到|不足|未达|未满|少于|低于|[Ff]ewer than|[Ll]ess than|under|below|[Nn]early|[Aa]lmost|将近|近";

    private static final Pattern BEFORE =
            Pattern.compile(
                    "(?:(?<most>"
                            + MOST
                            + ")|(?<least>"
                            + LEAST
                            + ")|(?<over>"
                            + OVER
                            + ")|(?<under>"
                            + UNDER
                            + ")|(?<about>"
                            + ABOUT
                            + "))[ 为]?(?:the |a total of |共?(?:拥有|持有|有)?)?$");
    private static final int BEFORE_MAX = 24;
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern BEFORE_YEAR =
            Pattern.compile("(?:\\b(?:in|since|by|of|early|late|mid)|\\b[A-Z][a-z]{2,8}|\\d,) $");

    /** It grew from 180 to 260: two numbers, and no span. */
    private static final Pattern GREW_FROM =
            Pattern.compile(
                    "\\b(?:rais|ris|rose|increas|gr[eo]w|cut|reduc|lower|fall|fell|drop|declin"
                            + "|expand|climb|slash|shr[aiu]nk|down|up|jump|surg|swell|doubl|tripl)"
                            + "[^,.;]{0,60} from (?:about |around |some |roughly |nearly )?$"
                            + "|(?:由|从)(?:大约|约|近)?$");

    private static final int GREW_MAX = 96;

    private static final Pattern ORDINAL = Pattern.compile("(?:st|nd|rd|th)\\b");

    /** June 22: a day, whatever the year. */
    private static final Pattern MONTH =
            Pattern.compile(
                    "\\b(?:January|February|March|April|May|June|July|August|September|October"
                            + "|November|December|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\\.) $");

    /** With these characters begin the words that are looked for before a number. */
    private static final CharSet BEGIN = CharSet.of("不最上至逾超多高突少低将近接未大约估AaRrSsenmoulbctgfipNUMOIFL");

    /** All their characters: where none of these stands last, no such word can. */
    private static final CharSet IN_WORDS = CharSet.of(BEFORE.pattern());

    private static final CharSet NUMERAL = CharSet.of(NUMERALS);
    private static final CharSet AFTER_NUMERAL = CharSet.of(COUNTED);

    private Numbers() {}

    /**
     * A number in a text.
     *
     * @param from where it begins, with the word before it
     * @param digits where its digits begin
     * @param to where its unit begins
     */
    public record Found(
            int from,
            int digits,
            int to,
            BigDecimal value,
            Optional<BigDecimal> high,
            String qualifier) {}

    public static List<Found> in(String text, int from, int to) {
        List<Found> found = new ArrayList<>();
        Matcher m = NUMBER.matcher(text);
        for (int at = from; at < to; at++) {
            if (mayBegin(text, at, to) && m.region(at, to).lookingAt()) {
                Optional<Found> number = read(text, from, m);
                number.ifPresent(one -> add(text, from, one, found));
                at = number.map(Found::to).orElse(m.end()) - 1;
            }
        }
        worded(text, from, to, found);
        return found;
    }

    /** Whether a number can begin here: a digit, or a few numerals before what is counted. */
    private static boolean mayBegin(String text, int at, int to) {
        char c = text.charAt(at);
        if (c < HAN) {
            return c >= '0' && c <= '9';
        }
        int end = at;
        while (end < to && end - at <= NUMERALS_MAX && NUMERAL.has(text.charAt(end))) {
            end++;
        }
        end += end < to && MORE.indexOf(text.charAt(end)) >= 0 ? 1 : 0;
        return end > at
                && end - at <= NUMERALS_MAX + 1
                && end < to
                && AFTER_NUMERAL.has(text.charAt(end));
    }

    private static void worded(String text, int from, int to, List<Found> found) {
        Matcher worded = WORDED.matcher(text);
        for (int at = from; at < to; at++) {
            if (!WORDS_BEGIN.has(text, at) || !worded.region(at, to).lookingAt()) {
                continue;
            }
            at = worded.end() - 1;
            if (isCompound(text, worded.end(), to)) {
                continue;
            }
            long value =
                    Words.english(worded.group("w")).orElse(0)
                            + (worded.group("o") == null
                                    ? 0
                                    : Words.english(worded.group("o")).orElse(0));
            long scale = scale(Optional.ofNullable(worded.group("s")));
            found.add(
                    with(
                            text,
                            from,
                            worded.start(),
                            worded.end(),
                            BigDecimal.valueOf(value * scale),
                            Optional.empty(),
                            false));
        }
    }

    /** Adds it, or makes one span of "between 1,500 and 1,600". */
    private static void add(String text, int from, Found number, List<Found> found) {
        Optional<Found> last = found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
        boolean between =
                last.isPresent()
                        && last.get().high().isEmpty()
                        && text.substring(last.get().to(), number.digits()).equals(" and ")
                        && text.substring(from, last.get().digits()).endsWith("etween ")
                        && number.value().compareTo(last.get().value()) > 0;
        if (!between) {
            found.add(number);
            return;
        }
        Found first = found.removeLast();
        found.add(
                new Found(
                        first.from(),
                        first.digits(),
                        number.to(),
                        first.value(),
                        Optional.of(number.value()),
                        "range"));
    }

    private static Optional<Found> read(String text, int from, Matcher m) {
        int at = m.start();
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        if (before == '第'
                || before == '.'
                || Character.isLetter(before) && before < 0x250
                || isCompound(text, m.end(), text.length())
                || isOrdinal(text, m.end("a"))
                || m.end("a") - at <= 2 && before == ' ' && isAfterMonth(text, at)
                || before == '-' && at > 1 && Character.isLetterOrDigit(text.charAt(at - 2))) {
            return Optional.empty();
        }
        Optional<BigDecimal> first =
                value(
                        m.group("a"),
                        m.group("sa") == null && m.group("b") != null
                                ? m.group("sb")
                                : m.group("sa"));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        first = first.map(value -> value.add(rest(m)));
        Optional<BigDecimal> high = Optional.empty();
        if (m.group("b") != null) {
            Optional<BigDecimal> second = value(m.group("b"), m.group("sb"));
            if (second.isPresent()
                    && second.get().compareTo(first.get()) > 0
                    && !isYear(text, from, m.start(), m.end("a"))
                    && !isFormer(text, from, at)) {
                high = second;
            } else {
                return Optional.of(with(text, from, at, m.end("a"), first.get(), high, false));
            }
        }
        return Optional.of(
                with(text, from, at, m.end(), first.get(), high, m.group("more") != null));
    }

    private static boolean isOrdinal(String text, int end) {
        return end < text.length()
                && "snrt".indexOf(text.charAt(end)) >= 0
                && ORDINAL.matcher(text).region(end, text.length()).lookingAt();
    }

    private static boolean isAfterMonth(String text, int at) {
        return MONTH.matcher(text.substring(Math.max(0, at - BEFORE_MAX), at)).find();
    }

    /** The 7,800亿 of 1兆7,800亿, and the 1,200 of 1万1,200. */
    private static BigDecimal rest(Matcher m) {
        Optional<BigDecimal> scaled =
                Optional.ofNullable(m.group("c")).flatMap(digits -> value(digits, m.group("sc")));
        return scaled.or(() -> Optional.ofNullable(m.group("d")).map(BigDecimal::new))
                .orElse(BigDecimal.ZERO);
    }

    /** In January 2032 to 500: the first is a year, and no range begins with it. */
    private static boolean isYear(String text, int from, int at, int end) {
        return end - at == 4
                && YEAR.matcher(text.substring(at, end)).matches()
                && BEFORE_YEAR.matcher(text.substring(Math.max(from, at - 12), at)).find();
    }

    /** Whether it is the number from which something grew or shrank. */
    public static boolean isFormer(String text, int from, int at) {
        return GREW_FROM.matcher(text.substring(Math.max(from, at - GREW_MAX), at)).find();
    }

    /** Two-day, 12-month: no number of things. */
    private static boolean isCompound(String text, int end, int to) {
        return end + 1 < to && text.charAt(end) == '-' && Character.isLetter(text.charAt(end + 1));
    }

    private static String scaled(String group) {
        return "(?<" + group + ">" + SCALE + ")?";
    }

    private static long scale(Optional<String> word) {
        return word.map(one -> SCALES.getOrDefault(one, 1L)).orElse(1L);
    }

    private static Optional<BigDecimal> value(
            String digits, @org.jspecify.annotations.Nullable String scale) {
        long times =
                scale == null ? 1 : SCALES.getOrDefault(scale.strip().toLowerCase(Locale.ROOT), 1L);
        if (!Character.isDigit(digits.charAt(0)) || digits.charAt(0) > '9') {
            OptionalLong value = Words.chinese(digits);
            return value.isEmpty()
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(value.getAsLong() * times));
        }
        if (digits.length() > 15) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(ungrouped(digits)).multiply(BigDecimal.valueOf(times)));
    }

    /** 12241 of 12,241. */
    private static String ungrouped(String digits) {
        StringBuilder plain = new StringBuilder(digits.length());
        for (int i = 0; i < digits.length(); i++) {
            if (GROUPING.indexOf(digits.charAt(i)) < 0) {
                plain.append(digits.charAt(i));
            }
        }
        return plain.toString();
    }

    private static Found with(
            String text,
            int limit,
            int at,
            int end,
            BigDecimal value,
            Optional<BigDecimal> high,
            boolean more) {
        int window = Math.max(limit, at - BEFORE_MAX);
        boolean signed = at > window && "$€£".indexOf(text.charAt(at - 1)) >= 0;
        int last = signed ? at - 1 : at;
        Matcher m = BEFORE.matcher(text);
        boolean found = false;
        boolean worded = last > window && IN_WORDS.has(text.charAt(last - 1));
        for (int i = window; worded && i < last && !found; i++) {
            found = mayQualify(text, i) && m.region(i, last).lookingAt();
        }
        String qualifier = "exact";
        if (high.isPresent()) {
            qualifier = "range";
        } else if (more) {
            qualifier = "more-than";
        } else if (found) {
            qualifier = group(m);
        } else if (end < text.length() && SAID_AFTER.has(text.charAt(end))) {
            qualifier = after(text, end);
        }
        return new Found(found ? m.start() : at, at, end, value, high, qualifier);
    }

    /** Whether such a word may begin here: over, and not the end of moreover. */
    private static boolean mayQualify(String text, int at) {
        // 条约有187个签署国: the treaty has, and not about.
        if (at > 0 && text.charAt(at) == '约' && "条公".indexOf(text.charAt(at - 1)) >= 0) {
            return false;
        }
        char c = text.charAt(at);
        return BEGIN.has(c) && (c >= HAN || at == 0 || !isLatin(text.charAt(at - 1)));
    }

    private static boolean isLatin(char c) {
        return c < HAN && Character.isLetter(c);
    }

    /** What the words after a number make of it. */
    private static String after(String text, int end) {
        if (ODD.matcher(text).region(end, text.length()).lookingAt()) {
            return "more-than";
        }
        if (ROUGHLY.matcher(text).region(end, text.length()).lookingAt()) {
            return "about";
        }
        if (AT_LEAST.stream().anyMatch(words -> text.startsWith(words, end))) {
            return "at-least";
        }
        return AT_MOST.stream().anyMatch(words -> text.startsWith(words, end))
                ? "at-most"
                : "exact";
    }

    private static String group(Matcher m) {
        return m.group("most") != null
                ? "at-most"
                : m.group("least") != null
                        ? "at-least"
                        : m.group("over") != null
                                ? "more-than"
                                : m.group("about") != null
                                        ? "about"
                                        : m.group().startsWith("近")
                                                        || m.group().startsWith("将近")
                                                        || m.group().startsWith("near")
                                                        || m.group().startsWith("Near")
                                                        || m.group().startsWith("Almost")
                                                        || m.group().startsWith("almost")
                                                ? "about"
                                                : "less-than";
    }
}
