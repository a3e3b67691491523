// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.bundle.OfficeKeys;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.StatementSignatures;
import org.parley.proof.note.VerifierKey;
import org.parley.record.Wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the keys of one log's owner through the log itself, from a card that somebody believes:
 * each card that it announces holds from its entry on, if the offices and the log's key of the one
 * before say so (docs/formats/keys.md). Other authors' keys are those of their cards. Not thread
 * safe; for one pass over one log.
 */
final class KeyTrail implements OfficeKeys {
    private final List<Card> given;
    private final Optional<CardLine> line;
    private final List<Change> changes = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();

    /**
     * Whether the first card that is believed holds already. A later card than the first says
     * nothing about the entries before the one that announces it.
     */
    private boolean begun;

    /** A card that the log announced, and at which entry. */
    record Change(long index, Card card) {}

    /** What may be somebody else's, from {@code since} up to the entry that says so. */
    record Loss(long since, long until) {}

    private KeyTrail(List<Card> given, Optional<CardLine> line) {
        this.given = List.copyOf(given);
        this.line = line;
        this.begun = line.map(CardLine::newest).filter(card -> card.version() == 1).isPresent();
    }

    /**
     * @param origin of the log
     * @param given the cards that are believed, in any order
     */
    static KeyTrail of(String origin, List<Card> given) {
        Optional<CardLine> line =
                given.stream()
                        .filter(card -> card.origin().equals(origin))
                        .min(Comparator.comparingInt(Card::version))
                        .map(CardLine::new);
        return new KeyTrail(given, line);
    }

    /** The changes that were followed, in the order of the log. */
    List<Change> changes() {
        return List.copyOf(changes);
    }

    List<Loss> losses() {
        return List.copyOf(losses);
    }

    /** The keys that may sign the log's checkpoints by what was read so far. */
    List<VerifierKey> logKeys() {
        return line.stream()
                .flatMap(one -> one.accepted().stream())
                .flatMap(card -> card.log().stream())
                .distinct()
                .toList();
    }

    @Override
    public Collection<VerifierKey> of(String name, long index) {
        Set<VerifierKey> keys = new LinkedHashSet<>();
        line.ifPresent(one -> keys.addAll(one.at(index).offices()));
        for (Card card : given) {
            if (line.filter(one -> one.isOf(card.origin())).isEmpty()) {
                keys.addAll(card.offices());
            }
        }
        return keys.stream().filter(key -> key.name().equals(name)).toList();
    }

    @Override
    public boolean signed(long index, StatementText text, Ed25519 ed25519) {
        String step = step(text);
        if (step.equals(KeyWords.LOST) && begun) {
            follow(index, text, ed25519);
            long since = KeyWords.since(text, index);
            losses.add(new Loss(since, index));
            return true;
        }
        boolean known = OfficeKeys.super.signed(index, text, ed25519);
        if (line.isEmpty()) {
            return known;
        }
        if (begun) {
            requireOffices(line.get(), index, text, known || !step.isEmpty(), ed25519);
        }
        if (step.equals(KeyWords.NEW) || step.equals(KeyWords.LOST)) {
            follow(index, text, ed25519);
        } else if (step.equals(KeyWords.DONE) && begun) {
            line.get().done(index);
        }
        return known;
    }

    /** Which word about keys the log's owner says; empty for everything else. */
    private String step(StatementText text) {
        Wire.Header header = Wire.Header.of(text);
        return line.isPresent()
                        && header.kind().equals(KeyWords.KIND)
                        && header.from().equals(line.get().newest().name())
                ? KeyWords.step(text).orElse("")
                : "";
    }

    /**
     * As a node counts it: by as many offices of the card that holds here as it asks for.
     *
     * @param bound whether it counts for nothing without them; else nobody known signed it
     */
    private static void requireOffices(
            CardLine line, long index, StatementText text, boolean bound, Ed25519 ed25519) {
        Card card = line.at(index);
        if (bound && !Logbook.isSigned(card, text, ed25519)) {
            throw new ProofException(
                    Reason.OFFICES,
                    "card " + card.version() + " asks for " + card.officers() + " of its offices");
        }
        if (!bound) {
            for (Card earlier : line.all()) {
                if (earlier.version() < card.version()
                        && !StatementSignatures.signers(text, earlier.offices(), ed25519)
                                .isEmpty()) {
                    throw new ProofException(
                            Reason.OFFICES,
                            "an office of card "
                                    + earlier.version()
                                    + ", which card "
                                    + card.version()
                                    + " replaced before");
                }
            }
        }
    }

    /** Takes in the card that a statement announces; its offices' signatures were asked for. */
    private void follow(long index, StatementText text, Ed25519 ed25519) {
        CardLine cards = line.orElseThrow();
        byte[] bytes = KeyWords.bytes(text);
        Place from = Place.of(Entry.ref(cards.newest().name(), index));
        try {
            Card read = Card.read(bytes, from);
            if (cards.all().stream().anyMatch(one -> one.hash().equals(read.hash()))) {
                begun = true;
                return;
            }
            if (!begun) {
                return;
            }
            Card before = cards.at(index);
            boolean byHand = given.stream().anyMatch(one -> one.hash().equals(read.hash()));
            Card next = byHand ? read : Card.readSuccessor(bytes, before, from);
            List<VerifierKey> fresh =
                    next.offices().stream().filter(key -> !before.offices().contains(key)).toList();
            boolean lost = step(text).equals(KeyWords.LOST);
            List<VerifierKey> needed = lost ? next.offices() : fresh;
            if (!StatementSignatures.signers(text, next.offices(), ed25519).containsAll(needed)) {
                throw new ProofException(
                        Reason.OFFICES, "card " + next.version() + ", by offices that it names");
            }
            cards.follow(next);
            cards.announced(next.hash(), index);
            changes.add(new Change(index, next));
        } catch (ParleyException e) {
            throw new ProofException(Reason.OFFICES, e.problem().what());
        }
    }
}
