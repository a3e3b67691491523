// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.words.Analysed;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One verb for several meetings, each with a day of its own: they met in Aville on 6 May and in
 * Btown on 8 June; 5月在甲城、6月在乙城举行两轮磋商.
 */
final class Rounds {
    private static final int BETWEEN_MAX = 40;
    private static final int ROUNDS_MAX = 8;
    private static final int BESIDE = 4;

    /** What may stand between two days, a place being written P. */
    private static final Pattern LINK =
            Pattern.compile(
                    "(?:[在于]?P)?(?:、|，?(?:和|与|及|以及))(?:[在于]?P)?"
                            + "|(?: P)?,? and (?:again |then )?(?:P )?(?:on |in )?"
                            + "|(?: P)?, (?:P )(?:on |in )?");

    private Rounds() {}

    /** The meetings of a draft that tells of several; the draft alone if it tells of one. */
    static List<Draft> of(Analysed sentence, Draft draft, List<Draft> drafts) {
        if (draft.kind() != Kind.MEETING || draft.dateAt() < 0 || draft.denied()) {
            return List.of(draft);
        }
        List<Hit> days = days(sentence, draft.dateAt());
        if (days.size() < 2 || days.size() > ROUNDS_MAX) {
            return List.of(draft);
        }
        boolean ahead = days.getLast().to() <= draft.at();
        List<Draft> rounds = new ArrayList<>();
        if (!ahead) {
            rounds.add(draft);
        }
        for (Hit day : days) {
            boolean own = day.from() == draft.dateAt();
            if (own ? ahead : drafts.stream().noneMatch(one -> isTold(one, day))) {
                rounds.add(
                        ahead
                                ? on(sentence, draft, day, day.from(), draft.to())
                                : on(sentence, draft, day, draft.from(), day.to()));
            }
        }
        return rounds;
    }

    private static boolean isTold(Draft one, Hit day) {
        return one.kind() == Kind.MEETING && one.dateAt() == day.from();
    }

    /** The days in a row of which one stands at a place. */
    private static List<Hit> days(Analysed sentence, int at) {
        List<Hit> run = new ArrayList<>();
        boolean held = false;
        for (Hit day : sentence.of("date")) {
            if (!run.isEmpty() && !isLinked(sentence, run.getLast(), day)) {
                if (held) {
                    break;
                }
                run.clear();
            }
            run.add(day);
            held |= day.from() == at;
        }
        return held ? run : List.of();
    }

    private static boolean isLinked(Analysed sentence, Hit one, Hit next) {
        int length = next.from() - one.to();
        if (length < 1 || length > BETWEEN_MAX) {
            return false;
        }
        StringBuilder between = new StringBuilder();
        int at = one.to();
        for (Hit place : sentence.of("place", one.to(), next.from())) {
            if (place.from() >= at) {
                between.append(sentence.text(), at, place.from()).append('P');
                at = place.to();
            }
        }
        between.append(sentence.text(), at, next.from());
        return LINK.matcher(between).matches();
    }

    /** Where a day begins with its place, if that stands before it. */
    private static int start(Analysed sentence, int day) {
        return sentence.of("place", sentence.sentence().from(), day).stream()
                .filter(place -> day - place.to() <= BESIDE)
                .map(Hit::from)
                .reduce((first, second) -> second)
                .orElse(day);
    }

    private static Draft on(Analysed sentence, Draft draft, Hit day, int from, int to) {
        Optional<When> when = Optional.ofNullable(sentence.dates().get(day.from()));
        return new Draft(
                draft.match(),
                draft.kind(),
                from,
                to,
                day.from(),
                draft.actors(),
                draft.mechanisms(),
                when,
                draft.denied(),
                draft.ahead(),
                draft.wished(),
                day.from(),
                draft.certainty());
    }

    /** Where a meeting was: one of several has the one place that stands with its day. */
    static Optional<String> place(Analysed sentence, Draft draft, int clause) {
        int at = draft.dateAt();
        if (draft.at() != at) {
            return Frames.attribute(sentence, "place", clause, draft.to(), "en");
        }
        int from = at < draft.match().from() ? at : start(sentence, at);
        int to =
                sentence.of("date", at + 1, draft.to()).stream()
                        .mapToInt(Hit::from)
                        .findFirst()
                        .orElse(draft.to());
        return sentence.of("place", from, to).size() == 1
                ? Frames.attribute(sentence, "place", from, to, "en")
                : Optional.empty();
    }
}
