// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.voices;

import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Run;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Hit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Concern, regret, welcome: what somebody feels about what others do or say. */
public final class Feelings {
    private Feelings() {}

    /**
     * Whether a verb stands within what somebody is concerned about: 阿登对博雷尔指控卡德里亚深表关切. It is not
     * told for itself.
     */
    public static boolean isFelt(Analysed sentence, Hit verb) {
        Part clause = sentence.clauseAt(verb.from());
        return sentence.of("say", verb.to(), clause.to()).stream()
                .filter(Feelings::isFeeling)
                .anyMatch(feeling ->
                        felt(sentence, feeling, clause).filter(at -> at < verb.from()).isPresent());
    }

    /** Who feels: whoever stands before 对, or in the clause before. */
    static Optional<Run> whose(Analysed sentence, List<Run> runs, Hit verb, Part clause) {
        if (!isFeeling(verb)) {
            return Optional.empty();
        }
        return felt(sentence, verb, clause)
                .flatMap(at ->
                        runs.stream()
                                .filter(run -> run.to() <= at)
                                .filter(run ->
                                        run.from() >= clause.from()
                                                || at - clause.from() <= 2
                                                        && sentence.clauseIndex(run.from())
                                                                == sentence.clauseIndex(
                                                                                clause.from())
                                                                        - 1)
                                .filter(run ->
                                        !run.hits().stream().allMatch(hit -> hit.is("report")))
                                .findFirst());
    }

    private static boolean isFeeling(Hit verb) {
        return Set.of("regret", "welcome").contains(Sources.grade(verb));
    }

    /** Where 对 stands that a feeling needs: 对…感到遗憾; the first of its clause. */
    private static Optional<Integer> felt(Analysed sentence, Hit feeling, Part clause) {
        int at = clause.from();
        while (at < feeling.from()) {
            at = sentence.text().indexOf('对', at);
            if (at < 0 || at >= feeling.from()) {
                return Optional.empty();
            }
            int here = at;
            boolean word =
                    sentence.hits().stream()
                            .noneMatch(hit ->
                                    hit.length() > 1 && hit.from() <= here && here < hit.to());
            if (word) {
                return Optional.of(here);
            }
            at++;
        }
        return Optional.empty();
    }
}
