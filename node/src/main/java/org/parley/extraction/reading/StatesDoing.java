// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.Place;
import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many states took part, supported or promised something, in Chinese: 共有96国参加, 30多国作出同样承诺. The
 * verb must follow, for 国 alone ends the names of states and begins many words.
 */
final class StatesDoing {
    private static final Pattern DOING =
            Pattern.compile(
                    "(?:多|余)?(?:个?与会国|个?(?:国家|国)(?:中还有|中|已经|已|均|都|共同|联合|先后|还|仍|尚|没有|未)*"
                            + "(?:连署|联署|签署|参加|参与|加入|批准|支持|出席|与会|承诺|作出|认可|核可|提出|提案|派|发表声明))");

    private static final Entry STATES =
            new Entry(
                    "tally",
                    "states-taking-part",
                    List.of(),
                    Map.of("unit", "states"),
                    Place.of("states"));

    private StatesDoing() {}

    /** Whether it is worth looking at the numbers of a sentence. */
    static boolean maybe(Analysed sentence) {
        return !sentence.isLatin()
                && sentence.numbers().stream().anyMatch(number -> isDoing(sentence, number));
    }

    static Optional<Amount> of(Analysed sentence, Numbers.Found number) {
        return isDoing(sentence, number) ? Optional.of(found(sentence, number)) : Optional.empty();
    }

    private static boolean isDoing(Analysed sentence, Numbers.Found number) {
        return DOING.matcher(sentence.text())
                .region(number.to(), sentence.sentence().to())
                .lookingAt();
    }

    private static Amount found(Analysed sentence, Numbers.Found number) {
        Part clause = sentence.clauseAt(number.digits());
        Figure figure =
                new Figure(
                        number.value(),
                        number.high(),
                        "states",
                        STATES.id(),
                        number.qualifier(),
                        CountDay.asOf(sentence, clause, number, false),
                        "stated",
                        Optional.empty());
        int to = Math.min(clause.to(), number.to() + 1);
        return new Amount(number.from(), to, number.digits(), figure, STATES, List.of(), false, 60);
    }
}
