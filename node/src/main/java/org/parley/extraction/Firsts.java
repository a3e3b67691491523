// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.Sentences.Part;
import org.parley.lexicon.Hit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That a meeting is called the first of its sort since something: 自…以来的首次实质性交流, the first formal
 * talks in two years. Whether there was one before lies in the words between, so those are kept. A
 * first without a time from which it counts ("the first meeting of the parties") is not one.
 */
final class Firsts {
    private static final int NOUN_MAX = 12;
    private static final int NOUN_MAX_LATIN = 40;
    private static final int WORD_MAX = 40;

    /** What gives the time in which there was none before. */
    private static final Pattern SINCE =
            Pattern.compile(
                    "以来|之后|以后|[中停]断后|后[^，。；]{0,12}(?:首|第一|头一)|年来|多年|个月来|任期|任内|史上|有史|\\b(?:since|in"
                            + " (?:(?:more than|over|nearly|almost|about|at least) )?(?:\\w+"
                            + " )?(?:years|months|decades)|in (?:a|two|three|four|five|six|ten)"
                            + " (?:year|years|months)|term|ever|in decades|in history)\\b");

    private Firsts() {}

    /**
     * A first.
     *
     * @param word what narrows it, with its noun: {@code 实质性交流}, {@code formal talks}
     * @param when when it was held, if the clause before the word says so
     */
    record Found(List<String> actors, String word, Optional<When> when, int at, Part words) {}

    static Optional<Found> in(Analysed sentence, Memory memory) {
        for (Hit first : sentence.of("first")) {
            Optional<Found> one = of(sentence, first, memory);
            if (one.isPresent()) {
                return one;
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> of(Analysed sentence, Hit first, Memory memory) {
        Part whole = sentence.sentence();
        Optional<Hit> noun = noun(sentence, first);
        Matcher since = SINCE.matcher(sentence.text()).region(whole.from(), whole.to());
        if (noun.isEmpty() || !since.find()) {
            return Optional.empty();
        }
        Set<String> actors = new LinkedHashSet<>();
        Actors.sided(sentence, whole.from(), whole.to()).forEach(actors::addAll);
        actors.remove("WORLD");
        if (actors.size() != 2) {
            actors.clear();
            actors.addAll(memory.sides().isEmpty() ? memory.parties() : memory.sides());
        }
        if (actors.size() < 2) {
            return Optional.empty();
        }
        int from = Frames.start(sentence, Math.min(first.from(), since.start()));
        int to = Frames.end(sentence, Math.max(noun.get().to(), since.end()));
        String word = sentence.text().substring(first.to(), noun.get().to()).strip();
        return Optional.of(
                new Found(
                        List.copyOf(actors),
                        word.length() > WORD_MAX ? sentence.words(noun.get()) : word,
                        when(sentence, first, from),
                        first.from(),
                        new Part(from, to)));
    }

    /** What it is the first of: the noun after it, in its clause. */
    private static Optional<Hit> noun(Analysed sentence, Hit first) {
        boolean latin = sentence.text().charAt(first.from()) < 0x250;
        Part clause = sentence.clauseAt(first.from());
        int reach = latin ? NOUN_MAX_LATIN : NOUN_MAX;
        return sentence.of("gathering", first.to(), clause.to()).stream()
                .filter(hit -> hit.from() - first.to() <= reach)
                .filter(hit -> sentence.of("mechanism", hit.from(), hit.to()).isEmpty())
                .reduce((a, b) -> sentence.text().substring(a.to(), b.from()).isBlank() ? b : a);
    }

    /** The date before the word; one after it, or with "since", is when the time began. */
    private static Optional<When> when(Analysed sentence, Hit first, int from) {
        return sentence.of("date", from, first.from()).stream()
                .filter(hit -> {
                    String before =
                            sentence.text().substring(Math.max(0, hit.from() - 6), hit.from());
                    String after =
                            sentence.text()
                                    .substring(
                                            hit.to(),
                                            Math.min(sentence.text().length(), hit.to() + 30));
                    return !SINCE.matcher(sentence.words(hit)).find()
                            && !before.matches(".*(?:自从?|since )$")
                            && !after.matches("[^，。；是]*(?:以来|之后|以后|后[^，。；是]*首).*");
                })
                .flatMap(hit -> Optional.ofNullable(sentence.dates().get(hit.from())).stream())
                .findFirst();
    }
}
