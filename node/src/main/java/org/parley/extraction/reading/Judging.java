// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is said of another's act: Arden condemned Borel's suspension of the pact, 阿登批评博雷尔中止履行条约. The
 * act is not that of who judges it.
 */
final class Judging {
    /** Grades of verbs whose object is what somebody did. */
    private static final Set<String> GRADES = Set.of("accuse", "regret", "welcome");

    private static final String CALL = "call";

    /** Before an act of which is not said whose it is: condemned the sudden suspension. */
    private static final Pattern NOBODYS =
            Pattern.compile(" (?:the|this|that|such|any|a|an) (?:\\w+ ){0,2}|[了对该这一其此]{0,2}");

    private static final Pattern BY = Pattern.compile("\\bby (?:the )?$");
    private static final int BY_LENGTH = 8;

    private Judging() {}

    /**
     * The verb with which another's act is judged, if the sentence names no other subject for the
     * act than who judges, or names one after the verb.
     *
     * @param sides those of the sentence who stand before the act
     */
    static Optional<Hit> verb(Analysed sentence, Part clause, Hit act, List<Hit> sides) {
        return sentence.of("say", clause.from(), act.from()).stream()
                .filter(verb -> isJudging(verb))
                .filter(verb -> sides.stream().anyMatch(side -> side.to() <= verb.from()))
                .filter(verb ->
                        sides.stream().anyMatch(side -> side.from() >= verb.to())
                                || NOBODYS.matcher(sentence.text())
                                        .region(verb.to(), act.from())
                                        .matches())
                .reduce((first, second) -> second);
    }

    private static boolean isJudging(Hit verb) {
        Entry say = verb.as("say").orElseThrow();
        return say.of("grade").filter(GRADES::contains).isPresent() || say.id().equals(CALL);
    }

    /** Whether a party follows who did it: the suspension of the pact by Borel. */
    static boolean isBy(Analysed sentence, Hit party) {
        int from = Math.max(sentence.sentence().from(), party.from() - BY_LENGTH);
        return BY.matcher(sentence.text()).region(from, party.from()).find();
    }
}
