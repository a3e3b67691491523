// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.evidence.Assertion;
import org.parley.evidence.Basis;
import org.parley.evidence.Link;
import org.parley.evidence.Status;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.FoundClaim.When;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A claim as reviewed, in the form in which claims are found. */
final class Standing {
    private static final int CERTAIN = 100;

    private final Reviewed.Claim claim;
    private final FoundClaim found;
    private final Set<Slot> set;

    private Standing(Reviewed.Claim claim) {
        this.claim = claim;
        this.found = claim.found().orElseGet(() -> blank(claim));
        this.set = claim.found().isPresent() ? claim.set() : Set.of(Slot.values());
    }

    /**
     * The claim with its edits.
     *
     * @param links who a name is, as reviewers decided; an empty text where they did not
     */
    static FoundClaim of(Reviewed.Claim claim, UnaryOperator<String> links) {
        return new Standing(claim).with(links);
    }

    /** One that the rules of today do not find: its words are known, and what it was kept as. */
    private static FoundClaim blank(Reviewed.Claim claim) {
        Quoted quote = claim.quote();
        FoundClaim.Anchor anchor =
                new FoundClaim.Anchor(
                        quote.document(),
                        quote.from(),
                        quote.to(),
                        quote.exact(),
                        quote.exact(),
                        "",
                        "",
                        Optional.empty(),
                        List.of());
        List<FoundClaim.Voice> chain =
                claim.chain().stream()
                        .map(one ->
                                new FoundClaim.Voice(
                                        one.who(),
                                        word(Link.Type.class, one.type()).orElse(Link.Type.MEDIA),
                                        one.of(),
                                        Optional.empty(),
                                        Optional.empty()))
                        .toList();
        return new FoundClaim(
                claim.id(),
                FoundClaim.Kind.STATEMENT,
                List.of(),
                List.of(),
                Optional.empty(),
                FoundClaim.About.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Assertion.ASSERTED,
                false,
                chain,
                anchor,
                List.of(),
                CERTAIN);
    }

    private FoundClaim with(UnaryOperator<String> links) {
        return new FoundClaim(
                found.id(),
                set.contains(Slot.KIND)
                        ? word(FoundClaim.Kind.class, claim.slot(Slot.KIND)).orElse(found.kind())
                        : found.kind(),
                set.contains(Slot.ACTORS) ? actors() : found.actors(),
                found.participants().stream().map(one -> linked(one, links)).toList(),
                text(Slot.MECHANISM, found.mechanism()),
                about(),
                when(Slot.WHEN, found.when()),
                figure(),
                set.contains(Slot.STATUS)
                        ? word(Status.class, claim.slot(Slot.STATUS))
                        : found.status(),
                set.contains(Slot.ASSERTION)
                        ? word(Assertion.class, claim.slot(Slot.ASSERTION))
                                .orElse(found.assertion())
                        : found.assertion(),
                set.contains(Slot.DENIED) ? claim.slot(Slot.DENIED).equals("true") : found.denied(),
                found.chain(),
                found.anchor(),
                found.rules(),
                found.certainty());
    }

    private List<String> actors() {
        return Arrays.stream(claim.slot(Slot.ACTORS).split("[,;\\s]+"))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static FoundClaim.Participant linked(
            FoundClaim.Participant one, UnaryOperator<String> links) {
        String side = links.apply(one.name());
        return side.isEmpty()
                ? one
                : new FoundClaim.Participant(
                        one.name(), one.latin(), Optional.of(side), one.role());
    }

    private FoundClaim.About about() {
        FoundClaim.About about = found.about();
        return new FoundClaim.About(
                text(Slot.ACTION, about.action()),
                text(Slot.LEVEL, about.level()),
                text(Slot.FORMAT, about.format()),
                text(Slot.PLACE, about.place()),
                text(Slot.TOPIC, about.topic()),
                text(Slot.CHANNEL, about.channel()),
                text(Slot.STEP, about.step()),
                text(Slot.SCOPE, about.scope()));
    }

    private Optional<String> text(Slot slot, Optional<String> before) {
        return set.contains(slot)
                ? Optional.of(claim.slot(slot)).filter(value -> !value.isEmpty())
                : before;
    }

    private Optional<When> when(Slot slot, Optional<When> before) {
        if (!set.contains(slot)) {
            return before;
        }
        return text(slot, Optional.empty())
                .map(edtf ->
                        new When(
                                Optional.of(edtf),
                                Optional.empty(),
                                before.map(When::shown).orElse(edtf),
                                before.isPresent() ? Basis.DERIVED : Basis.INFERRED));
    }

    /** A figure is one with a number; without it there is nothing to compare. */
    private Optional<Figure> figure() {
        Optional<Figure> before = found.figure();
        Optional<BigDecimal> value = number(Slot.VALUE, before.map(Figure::value));
        return value.map(one ->
                new Figure(
                        one,
                        number(Slot.HIGH, before.flatMap(Figure::high)),
                        text(Slot.UNIT, before.map(Figure::unit)).orElse(""),
                        text(Slot.MEASURE, before.map(Figure::measure)).orElse(""),
                        text(Slot.QUALIFIER, before.map(Figure::qualifier)).orElse("exact"),
                        when(Slot.AS_OF, before.flatMap(Figure::asOf)),
                        text(Slot.FIGURE_BASIS, before.map(Figure::basis)).orElse("stated"),
                        text(Slot.AGAINST, before.flatMap(Figure::against))));
    }

    private Optional<BigDecimal> number(Slot slot, Optional<BigDecimal> before) {
        return set.contains(slot) ? text(slot, Optional.empty()).map(BigDecimal::new) : before;
    }

    private static <E extends Enum<E>> Optional<E> word(Class<E> type, String word) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }
}
