// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.Text;
import org.parley.evidence.Aspect;
import org.parley.evidence.Assertion;
import org.parley.evidence.Claim;
import org.parley.evidence.Fact;
import org.parley.evidence.Link;
import org.parley.evidence.Status;
import org.parley.evidence.Verdict;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.reading.Suspects;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a text says against the calendar, or what only a calendar that is not here could tell. */
final class CalendarChecks {
    /** Shorter words may be the same by chance; longer ones are copied. */
    private static final int SAME_WORDS_MIN = 20;

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
            List<Discrepancy> own =
                    text.extraction().claims().stream()
                            .filter(claim -> claim.kind() == FoundClaim.Kind.DATE_SUSPECT)
                            .flatMap(claim -> suspect(text, claim, record).stream())
                            .toList();
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

    private static Optional<Discrepancy> suspect(
            ReadText text, FoundClaim claim, List<Fact> record) {
        return switch (claim.about().topic().orElse("")) {
            case Suspects.WEEKDAY -> Optional.of(weekday(text, claim));
            case Suspects.NO_SUCH_DAY -> Optional.of(noSuchDay(text, claim));
            case Suspects.PRESIDENCY -> Optional.of(presidency(text, claim, record));
            default -> Optional.empty();
        };
    }

    private static Discrepancy weekday(ReadText text, FoundClaim claim) {
        LocalDate date = LocalDate.parse(claim.about().scope().orElseThrow());
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
        return suspect(
                text,
                claim,
                Verdict.IMPOSSIBLE,
                Text.of("A date and its day of the week do not go together.", "日期与星期不符。"),
                reason,
                List.of());
    }

    private static Discrepancy noSuchDay(ReadText text, FoundClaim claim) {
        return suspect(
                text,
                claim,
                Verdict.IMPOSSIBLE,
                Text.of("No month has such a day.", "历法中没有这一天。"),
                Text.of(
                        "The day is past the end of its month; which day is meant is open.",
                        "所写日期超出该月天数；所指为何日，文中未定。"),
                List.of());
    }

    private static Discrepancy presidency(ReadText text, FoundClaim claim, List<Fact> record) {
        List<Fact> beside =
                record.stream()
                        .filter(fact -> fact.subject().aspect() == Aspect.ROLE_ROTATES)
                        .toList();
        return suspect(
                text,
                claim,
                Verdict.NOT_VERIFIABLE,
                Text.of(
                        "A role that passes on month by month, in a month: only a calendar of it"
                                + " could tell.",
                        "按月轮换的职务与所述月份：须有轮值表才能核实。"),
                Text.of(
                        "The presidency of the Security Council is said to pass on every month"
                                + " (unverified: its rules of procedure were not read); who has it"
                                + " in this month is not in the library, and nothing is filled in."
                                + " Another rotating chair may be meant, such as that of the five"
                                + " nuclear-weapon states; the text is left as it stands.",
                        "据称安理会主席按月轮换（未经核实：未查阅其议事规则）；资料库中没有该月由谁担任的内容，也不作推断。"
                                + "原文所指也可能是另一轮值职务，例如五核国机制的轮值主席；原文不作改动。"),
                beside);
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
            FoundClaim claim,
            Verdict verdict,
            Text rule,
            Text reason,
            List<Fact> beside) {
        Discrepancy.Side side =
                new Discrepancy.Side(
                        text.document(),
                        Optional.of(claim.id()),
                        FoundAsClaim.quote(text, claim),
                        Text.same(claim.anchor().shown()),
                        List.of(
                                new Link(
                                        text.document().title(),
                                        Link.Type.AUTHOR,
                                        Optional.empty())),
                        text.document().published(),
                        List.of(),
                        1 + claim.anchor().alsoAt().size(),
                        false);
        return new Discrepancy(
                Discrepancy.Kind.CALENDAR,
                List.of(side),
                verdict,
                claim.about().topic().orElseThrow(),
                rule,
                reason,
                beside);
    }
}
