// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import org.parley.extraction.Sentences.Part;
import org.parley.lexicon.Hit;

import java.util.List;

/** Whether a date without its year, or a bare weekday, is looked for before or after the text. */
final class Tense {
    private static final int SAID_MAX = 4;
    private static final int ALONE_MAX = 4;

    private Tense() {}

    /**
     * A date that says when somebody spoke is past, whatever was said. Else the words of its clause
     * decide; a clause that is no more than the date leaves it to those that follow.
     */
    static boolean isToCome(String text, List<Part> clauses, List<Hit> hits, int from, int to) {
        boolean said =
                hits.stream()
                        .anyMatch(hit ->
                                hit.is("say")
                                        && (hit.from() >= to && hit.from() - to <= SAID_MAX - 2
                                                || text.charAt(hit.from()) < 0x250
                                                        && from >= hit.to()
                                                        && from - hit.to() <= SAID_MAX));
        if (said) {
            return false;
        }
        int index = 0;
        while (index < clauses.size() - 1 && clauses.get(index).to() <= from) {
            index++;
        }
        Part own = clauses.get(index);
        boolean alone = own.to() - own.from() - (to - from) <= ALONE_MAX;
        int end = alone ? clauses.getLast().to() : own.to();
        return hits.stream()
                .anyMatch(hit ->
                        (hit.is("future") || hit.is("possible"))
                                && hit.from() >= own.from()
                                && hit.to() <= end);
    }
}
