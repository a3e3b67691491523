// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.document.ReadDocument;
import org.parley.evidence.Basis;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.numbers.Sought;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;

import java.util.Optional;

/** Numbers that a text tells as those of its own day: 目前有191个缔约国, it now has 73 members. */
final class AtPresent {
    private static final Sought NOW =
            Sought.of(
                    "目前|现在|现有|现为|现共|如今|当前|迄今|至今|到今天为止|尚有|还有|仍有|仍然?未"
                            + "|\\b(?:now|currently|at present|so far|to date|as yet|still|remains?"
                            + "|presently|today)\\b");

    /** What held once, or is only to hold. */
    private static final Sought THEN =
            Sought.of("当时|曾|此前|原有|那时|将|\\b(?:was|were|had|then|once|would|will|until|before)\\b");

    /** Of members the present tense says enough. */
    private static final Sought IS =
            Sought.of("\\b(?:has|have|is|are|includes?|comprises?|counts?)\\b|共有|已有|拥有|有");

    private final Optional<When> day;

    /**
     * Takes the day of the text, or its month or year if it gives no more.
     *
     * @param document the text
     */
    AtPresent(ReadDocument document) {
        day =
                Extractor.stated(document)
                        .map(date ->
                                new When(
                                        Optional.of(date.toString()),
                                        Optional.empty(),
                                        "",
                                        Basis.INFERRED));
    }

    /** The day of the text, if that is the day of a number without one. */
    Optional<When> of(Analysed sentence, Amount found) {
        if (day.isEmpty()
                || found.limit()
                || found.isProjection()
                || found.entry().of("event").isPresent()) {
            return Optional.empty();
        }
        Part clause = sentence.clauseAt(found.at());
        int to = Math.max(found.to(), clause.to());
        boolean now =
                NOW.in(sentence.text(), clause.from(), to)
                        || found.isOfMembers() && IS.in(sentence.text(), clause.from(), to);
        return now && !THEN.in(sentence.text(), clause.from(), to) ? day : Optional.empty();
    }
}
