// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import org.parley.extraction.Sentences.Part;
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
 */
record Analysed(
        String text,
        int block,
        Part sentence,
        List<Part> clauses,
        List<Hit> hits,
        Map<Integer, FoundClaim.When> dates,
        Map<Integer, String> sides,
        List<Numbers.Found> numbers) {

    Part clauseAt(int at) {
        for (Part clause : clauses) {
            if (at < clause.to()) {
                return clause;
            }
        }
        return clauses.getLast();
    }

    int clauseIndex(int at) {
        return clauses.indexOf(clauseAt(at));
    }

    String words(Hit hit) {
        return text.substring(hit.from(), hit.to());
    }

    /** The hits of a category, in a part of the text. */
    List<Hit> of(String category, int from, int to) {
        List<Hit> found = new ArrayList<>();
        for (Hit hit : hits) {
            if (hit.from() >= from && hit.to() <= to && hit.is(category)) {
                found.add(hit);
            }
        }
        return found;
    }

    List<Hit> of(String category) {
        return of(category, sentence.from(), sentence.to());
    }

    /** Whether an entry of a category stands in a part of the text. */
    boolean has(String category, String id, int from, int to) {
        return find(category, id, from, to).isPresent();
    }

    Optional<Hit> find(String category, String id, int from, int to) {
        return hits.stream()
                .filter(hit ->
                        hit.from() >= from
                                && hit.to() <= to
                                && hit.senses().stream()
                                        .anyMatch(sense ->
                                                sense.category().equals(category)
                                                        && sense.id().equals(id)))
                .findFirst();
    }
}
