// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.evidence.Link;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.extraction.words.Analysed;
import org.parley.lexicon.Hit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who lays a breach at another's door where no verb of saying tells it: Arden withdrew, citing
 * Borel's violations; 阿登以博雷尔违约为由退出. A charge is that party's word, not the text's.
 */
final class Charges {
    private static final Set<String> ACTIONS =
            Set.of("breach_alleged", "responsibility_assigned", "over_limits");

    /** What stands between the one who charges and the one charged. */
    private static final Pattern BETWEEN =
            Pattern.compile(
                    "以|对|就|鉴于|指责|指控|控诉|批评|谴责|抗议|认定"
                            + "|\\b(?:accus|charg|alleg|blam|citing|cited|condemn|criticis|criticiz"
                            + "|because of|on account of|in response to|over\\b)");

    private Charges() {}

    static boolean isOne(Draft draft) {
        return ACTIONS.contains(draft.match().pattern().set().getOrDefault("action", ""));
    }

    /** The one party that acts before those charged, if charging words stand between. */
    static List<Voice> by(Analysed sentence, Draft draft) {
        Optional<Hit> charged =
                sentence.of("party", sentence.sentence().from(), draft.to()).stream()
                        .filter(hit -> draft.actors().containsAll(codes(sentence, hit)))
                        .filter(hit -> hit.from() < Math.max(draft.at(), draft.match().to()))
                        .reduce((first, second) -> second);
        return charged.stream()
                .flatMap(hit ->
                        sentence.of("party", sentence.sentence().from(), hit.from()).stream()
                                .filter(one -> isCharging(sentence, one, hit, draft))
                                .limit(1))
                .map(one ->
                        new Voice(
                                sentence.words(one),
                                Link.Type.OFFICIAL_READOUT,
                                codes(sentence, one).stream().findFirst(),
                                Optional.empty(),
                                Optional.empty()))
                .toList();
    }

    private static boolean isCharging(Analysed sentence, Hit one, Hit charged, Draft draft) {
        List<String> codes = codes(sentence, one);
        return codes.size() == 1
                && !draft.actors().contains(codes.getFirst())
                && Actors.isActing(sentence, one)
                && BETWEEN.matcher(sentence.text()).region(one.to(), charged.from()).find();
    }

    private static List<String> codes(Analysed sentence, Hit party) {
        return Actors.sided(sentence, party.from(), party.to()).stream()
                .flatMap(List::stream)
                .toList();
    }
}
