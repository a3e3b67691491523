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
 * How many were killed or hurt by arms of the field, where the verb stands before the number and
 * nobody after it: mines killed 1,983 people and injured 3,663. The mines are not what is counted.
 */
final class Casualties {
    private static final int BEFORE_MAX = 40;

    private static final Pattern VERB =
            Pattern.compile(
                    "\\b(?:kill(?:ed|s|ing)|injur(?:ed|es|ing)|wound(?:ed|s|ing)|maim(?:ed|s|ing)"
                            + "|claim(?:ed|ing) the lives of) $");

    private static final Pattern PEOPLE =
            Pattern.compile(
                    "(?: more| others)?(?:[,.;]| and\\b| in\\b| since\\b| (?:[a-z]+"
                            + " )?(?:people|civilians"
                            + "|persons|children|soldiers|villagers|deminers)\\b|$)");

    private static final Pattern BY_ARMS =
            Pattern.compile(
                    "\\b(?:[Mm]ines?|[Ll]andmines?|munitions?|submunitions?|remnants|ordnance"
                            + "|chemical|sarin|chlorine|nerve agent|poison|nuclear|radiation)\\b");

    private Casualties() {}

    /** The number, if so many were killed or hurt. */
    static Optional<Amount> of(Analysed sentence, Numbers.Found number) {
        int from = Math.max(sentence.sentence().from(), number.from() - BEFORE_MAX);
        boolean told =
                sentence.isLatin()
                        && VERB.matcher(sentence.text().substring(from, number.from())).find()
                        && PEOPLE.matcher(sentence.text())
                                .region(number.to(), sentence.sentence().to())
                                .lookingAt()
                        && BY_ARMS.matcher(sentence.text())
                                .region(sentence.sentence().from(), sentence.sentence().to())
                                .find();
        return told ? Optional.of(found(sentence, number)) : Optional.empty();
    }

    private static Amount found(Analysed sentence, Numbers.Found number) {
        Part clause = sentence.clauseAt(number.digits());
        Entry entry =
                new Entry(
                        "tally",
                        "casualties",
                        List.of(),
                        Map.of("unit", "people"),
                        Place.of("people"));
        Figure figure = CountDay.told(sentence, clause, number, "people", entry.id());
        return new Amount(
                number.from(), number.to(), number.digits(), figure, entry, List.of(), false, 60);
    }
}
