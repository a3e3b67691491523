// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.FoundClaim;
import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.FoundClaim.Participant;
import org.parley.extraction.voices.Names;
import org.parley.extraction.voices.Persons;
import org.parley.extraction.words.Analysed;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;
import org.parley.lexicon.Match;

import java.util.List;
import java.util.Optional;

/**
 * Who takes an office or leaves it. The office is that of the person named in the words that say
 * so, and the party is the one whose office it is.
 */
public final class Offices {
    /** The action of who takes an office. */
    public static final String BEGAN = "began";

    /** The action of who leaves one. */
    public static final String ENDED = "ended";

    private Offices() {}

    /**
     * The person of such a claim: the id of the library, where it knows the name, else the name.
     * Empty for other claims.
     */
    public static Optional<String> person(FoundClaim claim) {
        return claim.kind() == Kind.OFFICE
                ? claim.about()
                        .topic()
                        .or(() -> claim.participants().stream().findFirst().map(Participant::name))
                : Optional.empty();
    }

    /** The one of whom a match says it, with the office that the match names. */
    static List<Participant> holder(Analysed sentence, Match match, Names names) {
        return person(sentence, match)
                .map(hit -> Persons.of(sentence, hit, names))
                .map(person ->
                        new Participant(
                                person.name(),
                                person.latin(),
                                person.side().or(() -> side(sentence, match)),
                                office(sentence, match).or(person::role)))
                .map(List::of)
                .orElse(List.of());
    }

    /** The id under which the library knows the one of whom a match says it. */
    static Optional<String> id(Analysed sentence, Match match) {
        return person(sentence, match)
                .flatMap(hit -> hit.as("person"))
                .map(Entry::id)
                .filter(id -> !id.isEmpty());
    }

    private static Optional<Hit> person(Analysed sentence, Match match) {
        return sentence.of("person", match.from(), match.to()).stream().findFirst();
    }

    private static Optional<String> office(Analysed sentence, Match match) {
        return sentence.of("role", match.from(), match.to()).stream()
                .reduce((_, last) -> last)
                .map(sentence::words);
    }

    private static Optional<String> side(Analysed sentence, Match match) {
        return sentence.of("role", match.from(), match.to()).stream()
                .flatMap(hit -> hit.of("party").stream())
                .findFirst();
    }
}
