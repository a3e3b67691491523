// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.Text;
import org.parley.evidence.Aspect;
import org.parley.evidence.Assertion;
import org.parley.evidence.Claim;
import org.parley.evidence.Fact;
import org.parley.evidence.Link;
import org.parley.evidence.Quote;
import org.parley.evidence.Status;
import org.parley.evidence.Verdict;
import org.parley.time.Edtf;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text says against the calendar, or what only a calendar that is not here could tell. */
final class CalendarChecks {
    /** Shorter words may be the same by chance; longer ones are copied. */
    private static final int SAME_WORDS_MIN = 20;

    private static final String DAYS = "一二三四五六日";
    private static final Pattern CHINESE =
            Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日[（(，,\\s]{0,2}(?:星期|周)([一二三四五六日天])");
    private static final String WEEKDAY = "(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
    private static final String MONTH =
            "(January|February|March|April|May|June|July|August|September|October|November"
                    + "|December)";
    private static final Pattern ENGLISH =
            Pattern.compile(
                    WEEKDAY
                            + ",? (?:the )?(?:(\\d{1,2}) "
                            + MONTH
                            + "|"
                            + MONTH
                            + " (\\d{1,2})),? (\\d{4})");

    /** The month in which a state presides over the Security Council. */
    private static final Pattern PRESIDES =
            Pattern.compile(
                    "[^。；\\n]{0,30}\\d{4}年\\d{1,2}月[^。；\\n]{0,24}安理会轮值主席国?[^。；，\\n]{0,12}"
                            + "|"
                            + "[^.;\\n]{0,60}"
                            + "(?:presidency of|rotating chair of|presides? over) the"
                            + " (?:UN |United Nations )?Security Council[^.;\\n]{0,40}\\d{4}");

    private CalendarChecks() {}

    /** What was told as done before it can have been. */
    static List<Discrepancy> of(List<Discrepancy.Placed> placed) {
        return placed.stream()
                .filter(one -> isHeldAfter(one.claim(), one.text()))
                .map(CalendarChecks::heldAfter)
                .toList();
    }

    /**
     * What the words of each text say against the calendar; the same words in copies count once.
     *
     * @param texts each with the first that it is a copy of
     */
    static List<Discrepancy> of(Map<ReadText, ReadText> texts, List<Fact> record) {
        List<Discrepancy> found = new ArrayList<>();
        Map<List<Object>, Integer> seen = new HashMap<>();
        texts.forEach((text, original) -> {
            List<Discrepancy> own = new ArrayList<>();
            weekdays(text, own);
            presides(text, record, own);
            for (Discrepancy one : own) {
                String words = one.sides().getFirst().quote().exact();
                Object source = words.length() < SAME_WORDS_MIN ? original : "";
                Integer before =
                        seen.putIfAbsent(List.of(source, one.ruleWord(), words), found.size());
                if (before == null) {
                    found.add(one);
                } else {
                    found.set(before, found.get(before).alsoIn(text.document()));
                }
            }
        });
        return found;
    }

    private static void weekdays(ReadText text, List<Discrepancy> found) {
        String words = text.extraction().document().text().value();
        Matcher chinese = CHINESE.matcher(words);
        while (chinese.find()) {
            int day = DAYS.indexOf(chinese.group(4).equals("天") ? "日" : chinese.group(4)) + 1;
            day(chinese.group(1), chinese.group(2), chinese.group(3))
                    .ifPresent(date -> weekday(text, chinese, date, DayOfWeek.of(day), found));
        }
        Matcher english = ENGLISH.matcher(words);
        while (english.find()) {
            Optional<String> first = Optional.ofNullable(english.group(2));
            String day = first.orElseGet(() -> english.group(5));
            String month = first.isPresent() ? english.group(3) : english.group(4);
            int number = Month.valueOf(month.toUpperCase(Locale.ROOT)).getValue();
            DayOfWeek named =
                    DayOfWeek.valueOf((english.group(1) + "day").toUpperCase(Locale.ROOT));
            day(english.group(6), Integer.toString(number), day)
                    .ifPresent(date -> weekday(text, english, date, named, found));
        }
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(year),
                            Integer.parseInt(month),
                            Integer.parseInt(day)));
        } catch (DateTimeException _) {
            // There is no such day; that is another matter than its weekday.
            return Optional.empty();
        }
    }

    private static void weekday(
            ReadText text, Matcher at, LocalDate date, DayOfWeek named, List<Discrepancy> found) {
        if (date.getDayOfWeek() == named) {
            return;
        }
        Text reason =
                Text.of(
                        date
                                + " was a "
                                + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                                + "; the text names another day of the week. Which of the two it"
                                + " means is open.",
                        date
                                + "是"
                                + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINESE)
                                + "，文中所写星期不同；所指为何，文中未定。");
        found.add(
                suspect(
                        text,
                        at,
                        "weekday",
                        Verdict.IMPOSSIBLE,
                        Text.of("A date and its day of the week do not go together.", "日期与星期不符。"),
                        reason,
                        List.of()));
    }

    private static void presides(ReadText text, List<Fact> record, List<Discrepancy> found) {
        Matcher at = PRESIDES.matcher(text.extraction().document().text().value());
        List<Fact> beside =
                record.stream()
                        .filter(fact -> fact.subject().aspect() == Aspect.ROLE_ROTATES)
                        .toList();
        while (at.find()) {
            found.add(
                    suspect(
                            text,
                            at,
                            "presidency",
                            Verdict.NOT_VERIFIABLE,
                            Text.of(
                                    "A role that passes on month by month, in a month: only a"
                                            + " calendar of it could tell.",
                                    "按月轮换的职务与所述月份：须有轮值表才能核实。"),
                            Text.of(
                                    "The presidency of the Security Council is said to pass on"
                                        + " every month (unverified: its rules of procedure were"
                                        + " not read); who has it in this month is not in the"
                                        + " library, and nothing is filled in. Another rotating"
                                        + " chair may be meant, such as that of the five"
                                        + " nuclear-weapon states; the text is left as it stands.",
                                    "据称安理会主席按月轮换（未经核实：未查阅其议事规则）；资料库中没有该月由谁担任的内容，也不作推断。"
                                            + "原文所指也可能是另一轮值职务，例如五核国机制的轮值主席；原文不作改动。"),
                            beside));
        }
    }

    /** A meeting or an act told as done, on a day after that of the text. */
    private static boolean isHeldAfter(Claim claim, ReadText text) {
        Optional<LocalDate> from = claim.timing().when().flatMap(Edtf::earliest);
        return text.dated()
                && claim.subject().aspect().kind() == Aspect.Kind.EVENT
                && claim.content().status() == Status.HELD
                && claim.content().assertion() == Assertion.ASSERTED
                && from.isPresent()
                && text.document()
                        .published()
                        .latest()
                        .filter(day -> from.get().isAfter(day.plusDays(1)))
                        .isPresent();
    }

    private static Discrepancy heldAfter(Discrepancy.Placed one) {
        Text reason =
                Text.of(
                        "Told as done on "
                                + one.claim().timing().when().orElseThrow()
                                + ", by a text of "
                                + one.text().document().published()
                                + ".",
                        "文中称"
                                + one.claim().timing().when().orElseThrow()
                                + "已发生，而该文日期为"
                                + one.text().document().published()
                                + "。");
        return new Discrepancy(
                Discrepancy.Kind.CALENDAR,
                List.of(one.side()),
                Verdict.IMPOSSIBLE,
                "held-after",
                Text.of("Told as done before it can have been.", "在其可能发生之前即称已发生。"),
                reason,
                List.of());
    }

    private static Discrepancy suspect(
            ReadText text,
            Matcher at,
            String word,
            Verdict verdict,
            Text rule,
            Text reason,
            List<Fact> beside) {
        String raw = text.extraction().document().raw();
        int from = text.extraction().document().text().rawFrom(at.start());
        int to = text.extraction().document().text().rawTo(at.end());
        int first = raw.codePointCount(0, from);
        Quote quote =
                new Quote(
                        text.document().id(),
                        first,
                        first + raw.codePointCount(from, to),
                        raw.substring(from, to),
                        text.document().language());
        Discrepancy.Side side =
                new Discrepancy.Side(
                        text.document(),
                        Optional.empty(),
                        quote,
                        Text.same(at.group()),
                        List.of(
                                new Link(
                                        text.document().title(),
                                        Link.Type.AUTHOR,
                                        Optional.empty())),
                        text.document().published(),
                        List.of(),
                        1,
                        false);
        return new Discrepancy(
                Discrepancy.Kind.CALENDAR, List.of(side), verdict, word, rule, reason, beside);
    }
}
