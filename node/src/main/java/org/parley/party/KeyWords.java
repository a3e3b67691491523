// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.ParleyException;
import org.parley.Place;
import org.parley.party.Entry.Fault;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.StatementSignatures;
import org.parley.proof.note.VerifierKey;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code key} statements say. It stands in the header, so that an entry alone is enough to
 * read the ones after it; bodies come later. Docs: docs/formats/keys.md. Stateless.
 */
final class KeyWords {
    static final String KIND = "key";

    /** The member of the header. */
    private static final String MEMBER = "key";

    private static final String STEP = "step";
    private static final String CARD = "card";

    static final String NEW = "new";
    static final String DONE = "done";
    static final String LOST = "lost";
    static final String REPLACED = "replaced";
    private static final String SINCE = "since";

    private KeyWords() {}

    /** A new card, which follows the one before. */
    static Map<String, Json> announce(byte[] card) {
        return Map.of(
                MEMBER,
                Json.object(
                        Map.of(
                                STEP,
                                Json.text(NEW),
                                CARD,
                                Json.text(new String(card, StandardCharsets.UTF_8)))));
    }

    /**
     * A new card, because keys before it were lost or stolen.
     *
     * @param since the first entry of the own log that somebody else may have signed with them
     */
    static Map<String, Json> lost(byte[] card, long since) {
        return Map.of(
                MEMBER,
                Json.object(
                        Map.of(
                                STEP,
                                Json.text(LOST),
                                SINCE,
                                Json.number(since),
                                CARD,
                                Json.text(new String(card, StandardCharsets.UTF_8)))));
    }

    /**
     * People compared this card by voice, and this party believes it in place of the one before.
     */
    static Map<String, Json> replaced(byte[] card) {
        return Map.of(
                MEMBER,
                Json.object(
                        Map.of(
                                STEP,
                                Json.text(REPLACED),
                                CARD,
                                Json.text(new String(card, StandardCharsets.UTF_8)))));
    }

    /** Everybody has the new card: the old keys are used no longer. */
    static Map<String, Json> done() {
        return Map.of(MEMBER, Json.object(Map.of(STEP, Json.text(DONE))));
    }

    static Optional<String> step(StatementText text) {
        return said(text).flatMap(said -> NodeWords.text(said, STEP));
    }

    private static Optional<Json.Obj> said(StatementText text) {
        return text.header().members().get(MEMBER) instanceof Json.Obj said
                ? Optional.of(said)
                : Optional.empty();
    }

    /** What a node says without people: that a change is through. */
    static boolean isRoutine(StatementText text) {
        return step(text).filter(DONE::equals).isPresent();
    }

    /**
     * Takes in what a party's log says about its keys.
     *
     * @param index of the entry; its offices' signatures were checked
     * @return why it counts for nothing
     */
    static Optional<Fault> heard(
            Roster roster, String party, long index, StatementText text, Ed25519 ed25519) {
        switch (step(text).orElse("")) {
            case NEW -> {
                return announced(roster, party, index, text, ed25519);
            }
            case DONE -> roster.done(party, index);
            case REPLACED -> {
                // Whom one party believes binds no other.
                if (party.equals(roster.own())) {
                    return replaced(roster, index, text);
                }
            }
            default -> {
                // Of a later version of this format: it changes nothing here.
            }
        }
        return Optional.empty();
    }

    /**
     * That keys were lost. The offices before need not have signed it: the log's key signed the
     * card, or people here compared the card by voice and believe it.
     */
    static Optional<Fault> lost(
            Roster roster, String party, long index, StatementText text, Ed25519 ed25519) {
        Optional<Fault> fault = announced(roster, party, index, text, ed25519);
        if (fault.isEmpty()) {
            roster.lost(party, since(text, index), index);
        }
        return fault;
    }

    /** The first entry that somebody else may have signed, by what the entry at an index says. */
    static long since(StatementText text, long index) {
        long since =
                said(text).map(said -> said.members().get(SINCE)).orElse(Json.number(index))
                                instanceof Json.Int(long first)
                        ? first
                        : index;
        return Math.clamp(since, 0, index);
    }

    private static Optional<Fault> replaced(Roster roster, long index, StatementText text) {
        try {
            roster.replace(bytes(text), Place.of(Entry.ref(roster.own(), index)));
            return Optional.empty();
        } catch (ParleyException e) {
            return Optional.of(Fault.KEY_REFUSED);
        }
    }

    /** The card that a statement names, as it was signed; empty bytes when it names none. */
    static byte[] bytes(StatementText text) {
        return said(text)
                .flatMap(said -> NodeWords.text(said, CARD))
                .orElse("")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Fault> announced(
            Roster roster, String party, long index, StatementText text, Ed25519 ed25519) {
        Place from = Place.of(Entry.ref(party, index));
        try {
            byte[] bytes = bytes(text);
            Card before = roster.cardAt(party, index).orElseThrow();
            Card read = Card.read(bytes, from);
            boolean byHand = step(text).filter(LOST::equals).isPresent() && roster.knows(read);
            Card next = byHand ? read : Card.readSuccessor(bytes, before, from);
            List<VerifierKey> signed = StatementSignatures.signers(text, next.offices(), ed25519);
            // Whoever names a key has to hold it: each new office signed this statement too.
            List<VerifierKey> fresh =
                    next.offices().stream().filter(key -> !before.offices().contains(key)).toList();
            if (!signed.containsAll(fresh)) {
                return Optional.of(Fault.KEY_REFUSED);
            }
            roster.take(bytes, from);
            roster.announced(party, next.hash(), index);
            return Optional.empty();
        } catch (ParleyException | ProofException e) {
            return Optional.of(Fault.KEY_REFUSED);
        }
    }
}
