// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.Text;
import org.parley.evidence.Claim;
import org.parley.evidence.Status;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.numbers.Words;
import org.parley.time.Edtf;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From when on a meeting is called the first of its sort. A text says it by a date, by a number of
 * years, or by what broke off; of the last the day is taken that the same text gives for the break.
 * Where nothing gives a time, nothing is compared.
 */
final class FirstOfSort {
    private static final Pattern YEAR =
            Pattern.compile(
                    "(?:自从?|since (?:\\w+ )?)(\\d{4})|(\\d{4})年(?:\\d{1,2}月)?(?:\\d{1,2}日)?以?来");
    private static final Pattern YEARS =
            Pattern.compile("([一二两三四五六七八九十]|\\d{1,2})年(?:多)?来|in (?:[a-z ]*?)(\\w+) years");
    private static final Pattern BREAK =
            Pattern.compile("中断|中止|停止|切断|broke|broken|suspend|cut off|severed|halted");
    private static final Pattern FIRST =
            Pattern.compile(
                    "(?:首次|第一次|首度|首场|首轮|头一次)([^，。；]{1,24})|(?:first(?:-ever)?|no such)(?: such)?"
                            + " ([^,.;]{1,40}?)(?= since| in | with|$)");

    private FirstOfSort() {}

    /** What is called first, or nothing if no time is given. */
    static Optional<Claim.First> of(ReadText text, FoundClaim found, Optional<Edtf> when) {
        if (found.kind() != FoundClaim.Kind.MEETING_CLAIM) {
            return Optional.empty();
        }
        String words = found.anchor().shown();
        return since(text, found, words, when)
                .map(since ->
                        new Claim.First(Optional.of(since), Optional.of(Text.same(word(words)))));
    }

    /** What narrows it, with its noun: 实质性交流, formal talks. */
    private static String word(String words) {
        Matcher first = FIRST.matcher(words);
        return first.find()
                ? Optional.ofNullable(first.group(1)).orElseGet(() -> first.group(2)).strip()
                : words;
    }

    private static Optional<Edtf> since(
            ReadText text, FoundClaim found, String words, Optional<Edtf> when) {
        Matcher year = YEAR.matcher(words);
        if (year.find()) {
            return Optional.of(
                    FoundAsClaim.date(
                            Optional.ofNullable(year.group(1)).orElseGet(() -> year.group(2))));
        }
        Matcher years = YEARS.matcher(words);
        if (years.find()) {
            String number = Optional.ofNullable(years.group(1)).orElseGet(() -> years.group(2));
            OptionalLong count = Words.small(number);
            return count.isEmpty()
                    ? Optional.empty()
                    : when.flatMap(Edtf::earliest)
                            .map(day -> day.minusYears(count.getAsLong()))
                            .map(day -> FoundAsClaim.date(day.toString()));
        }
        return BREAK.matcher(words).find() ? broken(text, found.actors()) : Optional.empty();
    }

    /** When the same text has the contact of the same sides broken off, the last time. */
    private static Optional<Edtf> broken(ReadText text, List<String> sides) {
        return text.extraction().claims().stream()
                .filter(claim -> claim.status().filter(Status.SUSPENDED::equals).isPresent())
                .filter(claim -> claim.actors().containsAll(sides))
                .flatMap(claim -> FoundAsClaim.when(claim).stream())
                .filter(when -> when.earliest().isPresent())
                .max(Comparator.comparing(when -> when.earliest().orElseThrow()));
    }
}
