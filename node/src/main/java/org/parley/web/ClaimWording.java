// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.evidence.Assertion;
import org.parley.evidence.Link;
import org.parley.evidence.Status;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.FoundClaim.When;
import org.parley.review.Decision;
import org.parley.review.Reviewed.Claim;
import org.parley.review.Slot;
import org.parley.web.export.ActionWords;
import org.parley.web.export.FoundWords;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a claim says, slot by slot, in the words of a page. */
record ClaimWording(ReviewView v) {
    /** What every form offers to edit, said or not. */
    private static final Set<Slot> USUAL =
            EnumSet.of(
                    Slot.KIND,
                    Slot.ACTORS,
                    Slot.MECHANISM,
                    Slot.ACTION,
                    Slot.WHEN,
                    Slot.STATUS,
                    Slot.ASSERTION,
                    Slot.DENIED);

    /** A label with its value, and what is to be said about it. */
    record Fact(String label, String value, String note) {}

    /** What the claim says, slot by slot. */
    List<Fact> facts(Claim claim) {
        List<Fact> facts = new ArrayList<>();
        claim.slots()
                .forEach((slot, value) -> {
                    String note =
                            claim.set().contains(slot) ? v.t("review.edited") : note(claim, slot);
                    facts.add(new Fact(label(slot), shown(slot, value), note));
                });
        // What is still to be reckoned stands in no slot; it is the reason to date the text.
        claim.found()
                .ifPresent(found -> {
                    if (!claim.slots().containsKey(Slot.WHEN)) {
                        found.when().ifPresent(when -> facts.add(undated(Slot.WHEN, when)));
                    }
                    if (!claim.slots().containsKey(Slot.AS_OF)) {
                        found.figure()
                                .flatMap(FoundClaim.Figure::asOf)
                                .ifPresent(when -> facts.add(undated(Slot.AS_OF, when)));
                    }
                });
        return facts;
    }

    private Fact undated(Slot slot, When when) {
        return new Fact(
                label(slot),
                v.t("review.relative", when.relative().orElse("?")),
                v.t("review.words", when.shown(), v.word(when.basis())));
    }

    private String note(Claim claim, Slot slot) {
        Optional<When> when =
                switch (slot) {
                    case WHEN -> claim.found().flatMap(FoundClaim::when);
                    case AS_OF ->
                            claim.found()
                                    .flatMap(FoundClaim::figure)
                                    .flatMap(FoundClaim.Figure::asOf);
                    default -> Optional.empty();
                };
        String basis =
                when.map(one -> v.t("review.words", one.shown(), v.word(one.basis()))).orElse("");
        return claim.changed().contains(slot) ? v.t("review.changed") : basis;
    }

    String label(Slot slot) {
        return v.word("slot", slot.word());
    }

    /** A value as a page says it; names of parties where codes stand. */
    String shown(Slot slot, String value) {
        return switch (slot) {
            case KIND -> v.word("found.kind", value);
            case ACTORS, AGAINST ->
                    String.join(
                            v.t("list.comma"),
                            List.of(value.split(", ")).stream().map(v::party).toList());
            case STATUS -> v.word(Status.valueOf(constant(value)));
            case ASSERTION -> v.word(Assertion.valueOf(constant(value)));
            case MECHANISM -> v.in(FoundWords.mechanism(value));
            case ACTION -> v.in(ActionWords.action(value));
            case QUALIFIER, FIGURE_BASIS -> v.in(ActionWords.ofNumber(value));
            case DENIED -> v.t("review.yes");
            default -> value;
        };
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    String choice(Slot slot, String value) {
        return value.isEmpty() ? v.t("review.none") : shown(slot, value);
    }

    String speaker(Decision.Speaker one) {
        String type = v.word(Link.Type.valueOf(constant(one.type())));
        return one.who() + v.t("claims.type", type);
    }

    /** The slots that a form offers: the usual ones, and all that say something. */
    List<Slot> editable(Claim claim) {
        Set<Slot> slots = EnumSet.copyOf(USUAL);
        slots.addAll(claim.slots().keySet());
        if (claim.found().flatMap(FoundClaim::figure).isPresent()) {
            slots.add(Slot.AS_OF);
            slots.add(Slot.QUALIFIER);
        }
        return List.copyOf(slots);
    }
}
