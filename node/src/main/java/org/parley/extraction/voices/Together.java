// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.voices;

import org.parley.evidence.Link;
import org.parley.extraction.Codes;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.extraction.voices.Sources.Scoped;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Hit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parties that speak as one without their names: both governments said, 双方表示. They are those that
 * the sentence names, or the two that were named last. Not safe for several threads.
 */
final class Together {
    private static final Pattern ENGLISH =
            Pattern.compile(
                    "(?:.*[\\s\"”(])?(?<who>(?:[Bb]oth|[Tt]he two|[Tt]he)"
                            + " (?:governments|sides|countries|states|nations|capitals|delegations"
                            + "|ministries|militaries|parties|ministers|leaders|presidents|teams"
                            + "|powers|allies|neighbou?rs))(?: (?:also|then|later|both|have|had"
                            + "|jointly|again|each|once|all|would))*,? ");

    private static final Pattern CHINESE =
            Pattern.compile(
                    "(?:[^，]{0,16}[，、])?(?:会谈中|会后|会上|期间)?"
                            + "(?<who>双方|两国(?:防长|外长|元首|领导人|政府|军方)?|两军|三方|三国|五国|五核国|六国)"
                            + "(?:在[^，]{1,16}[中上里])?(?:还|也|均|都|一致|共同|同时|并|又|再次|特别|就此|分别|随后|曾)*");

    /** The parties of the last sentence that named more than one. */
    private List<String> last = List.of();

    /** Keeps whom a sentence names. */
    void remember(Analysed sentence) {
        List<String> named = named(sentence);
        if (named.size() > 1) {
            last = named;
        }
    }

    /** Those who say what a verb tells, where no name stands before it. */
    Optional<Scoped> before(Analysed sentence, Hit verb, Part clause, String grade) {
        String before = sentence.text().substring(clause.from(), verb.from());
        boolean latin = Sources.isLatin(sentence.text().charAt(verb.from()));
        Matcher who = (latin ? ENGLISH : CHINESE).matcher(before);
        if (!who.matches()) {
            return Optional.empty();
        }
        List<String> here = named(sentence);
        List<String> parties = here.size() > 1 ? here : last;
        Voice voice =
                new Voice(
                        who.group("who"),
                        Link.Type.OFFICIAL_READOUT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(sentence.words(verb)));
        return parties.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Scoped(
                                voice,
                                latin ? sentence.sentence().from() : verb.to(),
                                sentence.sentence().to(),
                                clause.from() + who.start("who"),
                                true,
                                grade,
                                true,
                                parties));
    }

    private static List<String> named(Analysed sentence) {
        Set<String> named = new LinkedHashSet<>();
        sentence.of("party").forEach(hit -> named.addAll(Codes.of(hit)));
        named.remove("WORLD");
        return List.copyOf(named);
    }
}
