// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.Place;
import org.parley.Text;
import org.parley.evidence.Amount;
import org.parley.evidence.Aspect;
import org.parley.evidence.Assertion;
import org.parley.evidence.Basis;
import org.parley.evidence.Claim;
import org.parley.evidence.Link;
import org.parley.evidence.Quote;
import org.parley.evidence.Status;
import org.parley.evidence.Subject;
import org.parley.extraction.FoundClaim;
import org.parley.statement.Source;
import org.parley.time.Edtf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A found claim in the terms in which claims are compared; what has no such terms is left out. */
final class FoundAsClaim {
    private static final BigDecimal UNOWNED_MIN = BigDecimal.TEN;

    private FoundAsClaim() {}

    /**
     * The claim, or nothing.
     *
     * @param number which of the document's claims it is, from 1
     */
    static Optional<Claim> of(ReadText text, FoundClaim found, int number) {
        return what(found, text)
                .map(what -> {
                    Optional<Edtf> when =
                            what.when().or(() -> when(found)).or(() -> ofToday(text, found));
                    Basis basis =
                            when.isEmpty()
                                    ? Basis.NONE
                                    : found.when()
                                            .map(FoundClaim.When::basis)
                                            .filter(known -> known != Basis.NONE)
                                            .orElse(Basis.INFERRED);
                    Claim.Content content =
                            new Claim.Content(
                                    what.status(),
                                    assertion(found, what),
                                    what.amount(),
                                    what.word(),
                                    FirstOfSort.of(text, found, when));
                    return new Claim(
                            name(text.document().file()) + "#" + number,
                            what.subject(),
                            content,
                            new Claim.Timing(when, basis, said(text, found)),
                            chain(text, found),
                            Wordings.says(what.subject(), content, when),
                            sort(what.subject()),
                            List.of(),
                            Optional.of(quote(text, found)),
                            Source.NONE,
                            Optional.empty(),
                            false,
                            isMadeUp(what.subject()),
                            Place.of(text.document().file()));
                });
    }

    /** A meeting that a dated text calls a first without a date of its own is of about its day. */
    private static Optional<Edtf> ofToday(ReadText text, FoundClaim found) {
        return found.kind() == FoundClaim.Kind.MEETING_CLAIM && text.dated()
                ? Optional.of(text.document().published())
                : Optional.empty();
    }

    /** Of which sort a meeting is, for what is called the first of it. */
    private static Optional<String> sort(Subject subject) {
        return subject.aspect() == Aspect.MEETING_HELD
                ? Optional.of(subject.thing() + " " + new TreeSet<>(subject.whose()))
                : Optional.empty();
    }

    /** What of a found claim is compared. */
    record What(
            Subject subject,
            Status status,
            Optional<Amount> amount,
            Optional<String> word,
            boolean denied,
            Optional<Edtf> when) {}

    private static Optional<What> what(FoundClaim found, ReadText text) {
        return switch (found.kind()) {
            case MEETING, CHANNEL, POSITION, PARTICIPATION, MEETING_CLAIM -> TalkTerms.of(found);
            case TREATY_ACTION -> ActTerms.of(found);
            case OFFICE -> OfficeTerms.of(found);
            case QUANTITY, LIMIT -> figure(found, text);
            case STATEMENT, COMMITMENT, DEADLINE, NO_RESPONSE, DATE_SUSPECT -> Optional.empty();
        };
    }

    private static boolean isFew(FoundClaim.Figure figure) {
        return figure.value().compareTo(UNOWNED_MIN) < 0;
    }

    private static Optional<What> figure(FoundClaim found, ReadText text) {
        if (found.figure().isEmpty()) {
            return Optional.empty();
        }
        FoundClaim.Figure figure = found.figure().get();
        boolean limit = found.kind() == FoundClaim.Kind.LIMIT;
        List<String> whose = limit ? found.actors() : owner(found, text);
        boolean owned = limit ? found.mechanism().isPresent() : whose.size() == 1;
        if (!owned || whose.contains("WORLD") || isFew(figure) && !limit) {
            return Optional.empty();
        }
        return FigureTerms.of(found, figure, whose, limit);
    }

    /** Two numbers given to two parties "respectively": the first to the first. */
    private static List<String> owner(FoundClaim found, ReadText text) {
        List<String> actors = found.actors();
        if (actors.size() < 2) {
            return actors;
        }
        List<FoundClaim> together =
                text.extraction().claims().stream()
                        .filter(one ->
                                one.kind() == FoundClaim.Kind.QUANTITY
                                        && one.anchor().from() == found.anchor().from()
                                        && one.actors().equals(actors))
                        .toList();
        String words = found.anchor().shown();
        boolean shared = words.contains("分别") || words.contains("respectively");
        int at = together.indexOf(found);
        return shared && together.size() == actors.size() && at >= 0
                ? List.of(actors.get(at))
                : actors;
    }

    static Optional<Edtf> when(FoundClaim found) {
        return found.when().flatMap(FoundClaim.When::edtf).map(FoundAsClaim::date);
    }

    static Edtf date(String text) {
        return Edtf.parse(text, Place.of("a found claim"));
    }

    /** When the one who speaks in the end said it, if the text gives that; else its own day. */
    private static Edtf said(ReadText text, FoundClaim found) {
        Edtf published = text.document().published();
        return found.chain().isEmpty()
                ? published
                : found.chain()
                        .getLast()
                        .on()
                        .flatMap(FoundClaim.When::edtf)
                        .map(FoundAsClaim::date)
                        .filter(on ->
                                on.isExact()
                                        && on.latest()
                                                .orElseThrow()
                                                .isBefore(published.latest().orElseThrow()))
                        .orElse(published);
    }

    private static Assertion assertion(FoundClaim found, What what) {
        if (what.denied()) {
            return Assertion.DENIED;
        }
        // What a notice gives is given with the notice, although what follows from it is to come.
        boolean noticed =
                found.assertion() == Assertion.PLANNED
                        && what.subject().aspect() == Aspect.IMPLEMENTATION
                        && ActTerms.isNotice(found);
        return noticed || found.assertion() == Assertion.DENIED
                ? Assertion.ASSERTED
                : found.assertion();
    }

    private static List<Link> chain(ReadText text, FoundClaim found) {
        List<Link> chain = new ArrayList<>();
        Optional<String> outlet = text.extraction().document().metadata().outlet();
        // Who brings out a text that names no outlet is not known; it may be no medium at all.
        boolean own = found.chain().isEmpty() || outlet.isEmpty();
        chain.add(
                new Link(
                        outlet.map(Text::same).orElse(text.document().title()),
                        own ? Link.Type.AUTHOR : Link.Type.MEDIA,
                        Optional.empty()));
        for (FoundClaim.Voice voice : found.chain()) {
            chain.add(new Link(Text.same(voice.by()), voice.type(), voice.of()));
        }
        return chain;
    }

    static Quote quote(ReadText text, FoundClaim found) {
        return new Quote(
                text.document().id(),
                found.anchor().from(),
                found.anchor().to(),
                found.anchor().exact(),
                text.document().language());
    }

    private static boolean isMadeUp(Subject subject) {
        return subject.whose().stream().anyMatch(code -> code.matches("X[A-Z]"));
    }

    /** The last part of an address or path. */
    static String name(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}
