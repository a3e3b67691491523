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
                Optional<String> card = said(text).flatMap(said -> NodeWords.text(said, CARD));
                return card.map(one -> announced(roster, party, index, text, one, ed25519))
                        .orElse(Optional.of(Fault.KEY_REFUSED));
            }
            case DONE -> roster.done(party, index);
            default -> {
                // Of a later version of this format: it changes nothing here.
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> announced(
            Roster roster,
            String party,
            long index,
            StatementText text,
            String card,
            Ed25519 ed25519) {
        Place from = Place.of(Entry.ref(party, index));
        try {
            Card before = roster.cardAt(party, index).orElseThrow();
            byte[] bytes = card.getBytes(StandardCharsets.UTF_8);
            Card next = Card.readSuccessor(bytes, before, from);
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
