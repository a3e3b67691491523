// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.dates.Dates;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Hit;

import java.util.List;

/** Whether a date without its year, or a bare weekday, is looked for before or after the text. */
final class Tense {
    private static final int SAID_MAX = 4;
    private static final int ALONE_MAX = 4;

    /** An act that is agreed to, and not another thing in a list. */
    private static final String AND = " and agreed ";

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
        if (said || Dates.isBeforeWords(text, to, clauses.getLast().to())) {
            return false;
        }
        int index = 0;
        while (index < clauses.size() - 1 && clauses.get(index).to() <= from) {
            index++;
        }
        Part own = clauses.get(index);
        own = besideAnd(text, own, from, to);
        boolean alone = own.to() - own.from() - (to - from) <= ALONE_MAX;
        int end = alone ? clauses.getLast().to() : own.to();
        int begin = own.from();
        return hits.stream()
                .anyMatch(hit ->
                        (hit.is("future")
                                        || hit.is("due")
                                        || hit.is("possible")
                                        || hit.is("conditional"))
                                && hit.from() >= begin
                                && hit.to() <= end);
    }

    /** They met on Monday and agreed to meet in May: each date has its own part of the clause. */
    private static Part besideAnd(String text, Part clause, int from, int to) {
        if (text.charAt(from) > 0x2e80) {
            return clause;
        }
        // Within the clause alone: a whole document may have no such word.
        int before = text.substring(clause.from(), Math.max(clause.from(), from)).lastIndexOf(AND);
        int after = to < clause.to() ? text.indexOf(AND, to, clause.to()) : -1;
        return new Part(
                before > 0 ? clause.from() + before : clause.from(),
                after >= 0 ? after : clause.to());
    }
}
