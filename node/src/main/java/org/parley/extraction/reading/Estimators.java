// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.evidence.Link;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.extraction.words.Analysed;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.List;
import java.util.Optional;

/**
 * Whose estimates a text passes on. A page about an institute's yearbook names the institute once
 * or twice; the numbers of warheads that follow without a voice are the institute's all the same,
 * for few states count their own in public. It ends where somebody else gives such a number.
 */
final class Estimators {
    private static final String COUNTED = "warheads";

    private final Optional<Voice> publisher;

    private Optional<Voice> estimator = Optional.empty();

    /** Whose report it was before somebody else gave a number. */
    private Optional<Voice> over = Optional.empty();

    /**
     * Reads for a document.
     *
     * @param publisher whose page it is, if it is that of an institute
     */
    Estimators(Optional<Voice> publisher) {
        this.publisher = publisher;
    }

    /** Keeps who brings out numbers, if the sentence says so of an institute. */
    void hear(Analysed sentence) {
        if (sentence.of("publish").isEmpty() && sentence.of("say").isEmpty()) {
            return;
        }
        List<Hit> institutes =
                sentence.of("organisation").stream()
                        .filter(hit -> hit.of("type").filter("institute"::equals).isPresent())
                        .toList();
        // One institute, by its long name and its short one.
        if (institutes.stream().map(Estimators::id).distinct().count() == 1) {
            estimator = Optional.of(voice(sentence.words(institutes.getFirst())));
        }
    }

    /**
     * Who gives a number that stands without a voice; learns from those that have one.
     *
     * @param reporting whose report the text tells of, if it has just told of one
     */
    List<Voice> chain(Amount found, List<Voice> chain, Optional<Voice> reporting) {
        if (found.limit()) {
            return chain;
        }
        boolean counted = found.figure().unit().equals(COUNTED);
        if (!chain.isEmpty()) {
            boolean institute = chain.getLast().type() == Link.Type.ORGANISATION;
            over = institute ? over : reporting;
            if (counted) {
                estimator = Optional.of(chain.getLast()).filter(_ -> institute);
            }
            return chain;
        }
        boolean declared = found.figure().basis().equals("declared");
        Optional<Voice> counts = counted && !declared ? estimator : Optional.empty();
        Optional<Voice> own = declared || found.isOfMembers() ? Optional.empty() : publisher;
        return counts.or(() -> reporting.filter(_ -> !over.equals(reporting)))
                .or(() -> own)
                .map(List::of)
                .orElse(List.of());
    }

    private static String id(Hit institute) {
        return institute.as("organisation").map(Entry::id).orElse("");
    }

    private static Voice voice(String name) {
        return new Voice(
                name, Link.Type.ORGANISATION, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
