// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.proof.canonical.Hash;
import org.parley.proof.note.Note;
import org.parley.proof.note.VerifierKey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cards of one party in the order in which each followed the other, and from which entry of its
 * log on each one's offices sign. Old cards stay: what was signed by them stays verifiable. Not
 * thread safe; the roster guards it.
 */
final class CardLine {
    /** A card that came by hand, and that the log does not announce yet. */
    private static final long NOT_YET = Long.MAX_VALUE;

    private static final long BEFORE_ALL = -1;

    private final List<Card> cards = new ArrayList<>();

    /**
     * The index of the entry that announced each card; that entry is the last of the one before.
     */
    private final List<Long> announced = new ArrayList<>();

    /** How many of the cards are no longer used for connections, checkpoints and cosignatures. */
    private int retired;

    CardLine(Card first) {
        cards.add(first);
        announced.add(BEFORE_ALL);
    }

    Card newest() {
        return cards.getLast();
    }

    List<Card> all() {
        return List.copyOf(cards);
    }

    boolean isOf(String origin) {
        return newest().origin().equals(origin);
    }

    /** A card that follows the newest; whoever calls has checked that it does. */
    void follow(Card next) {
        cards.add(next);
        announced.add(NOT_YET);
    }

    void announced(Hash card, long index) {
        for (int i = 1; i < cards.size(); i++) {
            if (cards.get(i).hash().equals(card) && announced.get(i) == NOT_YET) {
                announced.set(i, index);
            }
        }
    }

    /** The owner uses the newest announced card only. */
    void done(long index) {
        for (int i = retired + 1; i < cards.size(); i++) {
            if (announced.get(i) < index) {
                retired = i;
            }
        }
    }

    /** A checkpoint by the newest log key, where that is another one than before. */
    void seen(Note checkpoint) {
        VerifierKey key = newest().log().getFirst();
        boolean fresh = !cards.get(cards.size() - 2).log().contains(key);
        if (fresh && checkpoint.signatures().stream().anyMatch(key::isOf)) {
            retired = cards.size() - 1;
        }
    }

    /** The entry that announced a card whose keys are not alone in use yet. */
    Optional<Long> underWay() {
        int last = cards.size() - 1;
        return retired < last && announced.get(last) != NOT_YET
                ? Optional.of(announced.get(last))
                : Optional.empty();
    }

    /** The entry that announced the newest card. */
    Optional<Long> since() {
        return Optional.of(announced.getLast()).filter(index -> index >= 0 && index != NOT_YET);
    }

    /** The card whose offices sign the entry at an index. */
    Card at(long index) {
        int found = 0;
        for (int i = 1; i < cards.size(); i++) {
            if (announced.get(i) < index) {
                found = i;
            }
        }
        return cards.get(found);
    }

    /**
     * The cards by which connections, checkpoints and cosignatures are believed; the older first.
     */
    List<Card> accepted() {
        return List.copyOf(cards.subList(retired, cards.size()));
    }

    Set<Hash> pins() {
        return accepted().stream().map(Card::tls).collect(Collectors.toSet());
    }
}
