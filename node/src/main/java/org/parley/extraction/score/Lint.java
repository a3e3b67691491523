// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.score;

import org.parley.Code;
import org.parley.Problem;
import org.parley.document.DocumentReader;
import org.parley.document.ReadDocument;
import org.parley.evidence.Word;
import org.parley.extraction.Codes;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.reading.Extractor;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Example;
import org.parley.lexicon.Lexicon;
import org.parley.lexicon.Pattern;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tries words and patterns on their own examples. Wrong is a pattern that misses a sentence it must
 * find, finds one it must not, or gives a slot another value; worth a look is one without examples
 * of both sorts, a way to say it that no example uses (dead), two patterns that claim the same of
 * one example (overlapping), and a way that begins with what stands in every sentence and looks far
 * from it for its next word (slow): next to it, little is tried.
 */
public final class Lint {
    private static final Set<String> EVERYWHERE = Set.of("party", "date", "person");

    /** So near to a date or a party, the next word is soon found or not. */
    private static final int NEAR_MAX = 16;

    private Lint() {}

    /**
     * What the trial gave.
     *
     * @param tried how many sentences
     * @param wrong what must be mended
     * @param remarks what is worth a look
     */
    public record Result(int tried, List<Problem> wrong, List<Problem> remarks) {}

    public static Result of(Lexicon lexicon) {
        Extractor extractor = new Extractor(lexicon);
        List<Problem> wrong = new ArrayList<>();
        List<Problem> remarks = new ArrayList<>();
        int tried = 0;
        for (Pattern pattern : lexicon.patterns()) {
            Set<String> used = new HashSet<>();
            for (Example example : pattern.examples()) {
                tried++;
                tryOne(extractor, pattern, example, used, wrong, remarks);
            }
            shape(pattern, used, remarks);
        }
        names(lexicon, remarks);
        return new Result(tried, List.copyOf(wrong), List.copyOf(remarks));
    }

    private static void tryOne(
            Extractor extractor,
            Pattern pattern,
            Example example,
            Set<String> used,
            List<Problem> wrong,
            List<Problem> remarks) {
        ReadDocument document =
                DocumentReader.read(example.text().getBytes(StandardCharsets.UTF_8), "example.txt");
        List<FoundClaim> claims = extractor.extract(document, Optional.empty()).claims();
        List<FoundClaim> own =
                claims.stream().filter(claim -> claim.rules().contains(pattern.id())).toList();
        extractor.explain(document, Optional.empty()).forEach(one -> used.addAll(one.forms()));
        if (!example.positive()) {
            own.stream()
                    .findFirst()
                    .ifPresent(claim ->
                            wrong.add(
                                    new Problem(
                                            Code.TEST_FAILED,
                                            example.place(),
                                            pattern.id()
                                                    + " finds \""
                                                    + claim.anchor().shown()
                                                    + "\" where it must not",
                                            "narrow the pattern, or list what rules it out under"
                                                    + " not_if")));
            return;
        }
        if (own.isEmpty()) {
            String others =
                    claims.isEmpty() ? "nothing is found" : "found by " + claims.getFirst().rules();
            wrong.add(
                    new Problem(
                            Code.TEST_FAILED,
                            example.place(),
                            pattern.id() + " misses its example: " + others,
                            "parley evidence explain shows what was recognised in a sentence"));
            return;
        }
        example.expect()
                .forEach((slot, value) -> {
                    if (own.stream().noneMatch(claim -> values(claim, slot).contains(value))) {
                        wrong.add(
                                new Problem(
                                        Code.TEST_FAILED,
                                        example.place(),
                                        pattern.id()
                                                + ": "
                                                + slot
                                                + " is "
                                                + values(own.getFirst(), slot)
                                                + ", not "
                                                + value,
                                        "mend the pattern or the example"));
                    }
                });
        twice(pattern, example, own.getFirst(), claims).ifPresent(remarks::add);
    }

    /** Another pattern that claims the same of the same words. */
    private static Optional<Problem> twice(
            Pattern pattern, Example example, FoundClaim own, List<FoundClaim> claims) {
        return claims.stream()
                .filter(claim ->
                        !claim.rules().contains(pattern.id())
                                && claim.kind() == own.kind()
                                && claim.about().equals(own.about())
                                && claim.anchor().from() == own.anchor().from())
                .findFirst()
                .map(other ->
                        new Problem(
                                Code.LINT,
                                example.place(),
                                pattern.id()
                                        + " and "
                                        + other.rules().getFirst()
                                        + " claim the same",
                                "keep one of them, or tell them apart"));
    }

    private static List<String> values(FoundClaim claim, String slot) {
        return switch (slot) {
            case "actors" -> claim.actors().stream().map(Codes::three).toList();
            case "action" -> claim.about().action().map(List::of).orElse(List.of());
            case "mechanism" -> claim.mechanism().map(List::of).orElse(List.of());
            case "date" ->
                    claim.when()
                            .map(when -> List.of(when.edtf().orElse(when.relative().orElse(""))))
                            .orElse(List.of());
            case "status" -> claim.status().map(Word::word).map(List::of).orElse(List.of());
            case "polarity" -> List.of(claim.denied() ? "denied" : "affirmed");
            case "level" -> claim.about().level().map(List::of).orElse(List.of());
            case "format" -> claim.about().format().map(List::of).orElse(List.of());
            case "place" -> claim.about().place().map(List::of).orElse(List.of());
            case "topic" -> claim.about().topic().map(List::of).orElse(List.of());
            case "assertion" -> List.of(claim.assertion().word());
            default -> List.of();
        };
    }

    private static void shape(Pattern pattern, Set<String> used, List<Problem> remarks) {
        boolean positive = pattern.examples().stream().anyMatch(Example::positive);
        boolean negative = pattern.examples().stream().anyMatch(example -> !example.positive());
        if (!positive || !negative) {
            remarks.add(
                    new Problem(
                            Code.LINT,
                            pattern.place(),
                            pattern.id() + " has no " + (positive ? "counter-example" : "example"),
                            "add a sentence under " + (positive ? "counter" : "examples")));
        }
        for (Pattern.Form form : pattern.forms()) {
            if (positive && !used.contains(form.place().toString())) {
                remarks.add(
                        new Problem(
                                Code.LINT,
                                form.place(),
                                pattern.id()
                                        + ": no example uses \""
                                        + form.written()
                                        + "\" (dead?)",
                                "add an example, or take it out"));
            }
            if (EVERYWHERE.contains(form.begins()) && form.reach() > NEAR_MAX) {
                remarks.add(
                        new Problem(
                                Code.LINT,
                                form.place(),
                                pattern.id()
                                        + " begins with {"
                                        + form.begins()
                                        + "}, which stands in every sentence, and looks more than "
                                        + NEAR_MAX
                                        + " characters from it (slow)",
                                "begin with a word, or shorten the gap"));
            }
        }
    }

    private static void names(Lexicon lexicon, List<Problem> remarks) {
        Map<String, Entry> seen = new HashMap<>();
        for (Entry entry : lexicon.entries()) {
            for (String name : entry.names()) {
                Entry before = seen.putIfAbsent(entry.category() + " " + name, entry);
                if (before != null
                        && !before.id().equals(entry.id())
                        && !entry.category().equals("party")
                        && !entry.category().equals("person")) {
                    remarks.add(
                            new Problem(
                                    Code.LINT,
                                    entry.place(),
                                    "\"" + name + "\" names " + before.id() + " and " + entry.id(),
                                    "leave it to one of them"));
                }
            }
        }
    }
}
