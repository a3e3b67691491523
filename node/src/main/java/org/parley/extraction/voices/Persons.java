// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.voices;

import org.parley.extraction.Codes;
import org.parley.extraction.FoundClaim.Participant;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Persons of a sentence, with side and office as the words beside the name give them. */
public final class Persons {
    private static final int TITLE_MAX = 3;
    private static final int OFFICE_MAX = 26;

    private Persons() {}

    /** Keeps for the rest of the document what this sentence says of its persons. */
    public static void learn(Analysed sentence, Names names) {
        for (Hit hit : sentence.of("person")) {
            Participant person = of(sentence, hit, names);
            person.side().ifPresent(side -> sentence.sides().put(hit.from(), side));
            names.learn(
                    sentence.words(hit),
                    new Names.Known(
                            person.name(), person.latin(), person.side(), type(sentence, hit)));
        }
    }

    private static Optional<String> type(Analysed sentence, Hit person) {
        return beside(sentence, person)
                .flatMap(hit -> hit.as("role"))
                .flatMap(role -> role.of("type"))
                .or(() -> person.as("person").flatMap(entry -> entry.of("type")));
    }

    /** The title beside a name. */
    private static Optional<Hit> beside(Analysed sentence, Hit person) {
        return sentence.of("role").stream()
                .filter(role ->
                        role.to() <= person.from() && person.from() - role.to() <= TITLE_MAX
                                || role.from() >= person.to()
                                        && role.from() - person.to() <= OFFICE_MAX
                                        && sentence.text()
                                                .substring(person.to(), role.from())
                                                .matches(
                                                        "(?:\\([^)]*\\))?|, (?:the |a |an"
                                                                + " )?[^,]{0,20}"))
                .findFirst();
    }

    public static Participant of(Analysed sentence, Hit hit, Names names) {
        String name = sentence.words(hit);
        Optional<Hit> role = beside(sentence, hit);
        Optional<String> side =
                hit.as("person")
                        .flatMap(entry -> entry.of("party"))
                        .or(() -> names.known(name).flatMap(Names.Known::side))
                        .or(() -> role.flatMap(title -> side(sentence, title)))
                        .or(() -> side(sentence, hit));
        return new Participant(
                names.known(name).map(Names.Known::full).orElse(name),
                Names.latinAfter(sentence.text(), hit.to())
                        .or(() -> names.known(name).flatMap(Names.Known::latin)),
                side,
                role.map(sentence::words));
    }

    /** The side that the words just before a title or name give. */
    private static Optional<String> side(Analysed sentence, Hit hit) {
        Optional<String> own =
                hit.senses().stream().flatMap(sense -> sense.of("party").stream()).findFirst();
        if (own.isPresent()) {
            return own;
        }
        int from = Names.counterpart(sentence.text(), hit.from());
        for (int i = sentence.hits().indexOf(hit) - 1; i >= 0; i--) {
            Hit before = sentence.hits().get(i);
            if (hit.from() - before.to() > OFFICE_MAX
                    || before.is("person")
                    || before.to() <= from && hasComma(sentence.text(), before.to(), from)) {
                return Optional.empty();
            }
            if (before.is("party")) {
                return Optional.of(Codes.of(before).getFirst());
            }
            Optional<String> office =
                    before.senses().stream()
                            .flatMap(sense -> sense.of("party").stream())
                            .findFirst();
            if (office.isPresent()) {
                return office;
            }
        }
        return Optional.empty();
    }

    private static boolean hasComma(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (Sentences.isBreak(text, at)) {
                return true;
            }
        }
        return false;
    }

    public static List<Participant> in(Analysed sentence, int from, int to, Names names) {
        List<Participant> persons = new ArrayList<>();
        for (Hit hit : sentence.of("person", from, to)) {
            Participant person = of(sentence, hit, names);
            if (persons.stream().noneMatch(known -> known.name().equals(person.name()))) {
                persons.add(person);
            }
        }
        // A Latin name in brackets is that of the person before it.
        persons.removeIf(person ->
                persons.stream()
                        .anyMatch(other -> other.latin().equals(Optional.of(person.name()))));
        return persons;
    }

    /** The sense of a hit that names a person. */
    static Optional<Entry> entry(Hit hit) {
        return hit.as("person");
    }
}
