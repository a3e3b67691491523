// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.words;

import org.parley.extraction.FoundClaim;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sentence with what was found in it.
 *
 * @param text the whole normal text; all indices are into it
 * @param block which block of the document it stands in
 * @param hits in order, without overlaps; dates and names of persons among them
 * @param sides codes of the parties of the persons named, by where the name begins
 * @param dates what the hits that are dates come to, by where they begin
 * @param categories the bits of the categories of its hits
 */
public record Analysed(
        String text,
        int block,
        Part sentence,
        List<Part> clauses,
        List<Hit> hits,
        Map<Integer, FoundClaim.When> dates,
        Map<Integer, String> sides,
        List<Numbers.Found> numbers,
        long categories) {
    private static final int BEGINNING = 48;
    private static final int CAPTION_MAX = 100;

    public Analysed(
            String text,
            int block,
            Part sentence,
            List<Part> clauses,
            List<Hit> hits,
            Map<Integer, FoundClaim.When> dates,
            Map<Integer, String> sides,
            List<Numbers.Found> numbers) {
        this(text, block, sentence, clauses, hits, dates, sides, numbers, categories(hits));
    }

    private static long categories(List<Hit> hits) {
        long all = 0;
        for (int i = 0; i < hits.size(); i++) {
            all |= hits.get(i).categories();
        }
        return all;
    }

    /** Whether a hit may be of a category, which most sentences have none of. */
    private boolean mayHave(String category) {
        return (categories & Hit.bit(category)) != 0;
    }

    public Part clauseAt(int at) {
        for (Part clause : clauses) {
            if (at < clause.to()) {
                return clause;
            }
        }
        return clauses.getLast();
    }

    /** Whether it is in a language of Latin letters: SIPRI and 2024 begin Chinese sentences too. */
    public boolean isLatin() {
        int to = Math.min(sentence.to(), sentence.from() + BEGINNING);
        for (int at = sentence.from(); at < to; at++) {
            if (text.charAt(at) > 0x2e80) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a short line that is no sentence and has a date. */
    public boolean isCaption() {
        return sentence.to() - sentence.from() <= CAPTION_MAX
                && ".。!?！？".indexOf(text.charAt(sentence.to() - 1)) < 0
                && !of("date").isEmpty();
    }

    public int clauseIndex(int at) {
        return clauses.indexOf(clauseAt(at));
    }

    public String words(Hit hit) {
        return text.substring(hit.from(), hit.to());
    }

    /** The hits of a category, in a part of the text. */
    public List<Hit> of(String category, int from, int to) {
        if (!mayHave(category)) {
            return List.of();
        }
        List<Hit> found = List.of();
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            if (hit.is(category) && hit.from() >= from && hit.to() <= to) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(hit);
            }
        }
        return found;
    }

    public List<Hit> of(String category) {
        return of(category, sentence.from(), sentence.to());
    }

    /** Whether an entry of a category stands in a part of the text. */
    public boolean has(String category, String id, int from, int to) {
        return find(category, id, from, to).isPresent();
    }

    Optional<Hit> find(String category, String id, int from, int to) {
        for (Hit hit : of(category, from, to)) {
            for (Entry sense : hit.senses()) {
                if (sense.category().equals(category) && sense.id().equals(id)) {
                    return Optional.of(hit);
                }
            }
        }
        return Optional.empty();
    }

    /** The first hit of a category. */
    Optional<Hit> first(String category) {
        for (int i = 0; mayHave(category) && i < hits.size(); i++) {
            if (hits.get(i).is(category)) {
                return Optional.of(hits.get(i));
            }
        }
        return Optional.empty();
    }
}
