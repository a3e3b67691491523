// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.agreement.Agreement;
import org.parley.log.BouncyEd25519;
import org.parley.log.LogStore;
import org.parley.record.History;
import org.parley.statement.Delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a node holds, read from its folder without touching it, also while it runs. Immutable.
 *
 * @param roster with what the logs say about keys
 * @param leaves who left the agreement, and from which day on it is out
 * @param parties every party's statements in the order of its log, with how far they have come
 * @param sizes how far each party's log is held under its signature
 * @param evidence the files that convict somebody of two histories
 */
public record NodeView(
        Agreement agreement,
        Roster roster,
        Map<String, LocalDate> leaves,
        Map<String, List<Progress>> parties,
        Map<String, Long> sizes,
        Map<String, byte[]> evidence,
        History record) {

    /** Reads it. */
    public static NodeView read(NodeHome home) {
        Agreement agreement = home.agreement().agreement();
        Roster roster = home.readRoster();
        BouncyEd25519 ed25519 = new BouncyEd25519();
        KeyRing keys = KeyRing.read(home.keys(), ed25519);
        try (LogStore store = NodeStore.openToRead(home)) {
            Readers readers = new Readers(store, roster, keys.reader());
            Logbook book = Logbook.of(store, roster, readers, ed25519);
            book.refresh();
            Notices notices = new Notices(store, roster, ed25519);
            Leaves leaves = Leaves.of(agreement, book, notices);
            Cosignings cosigned = new Cosignings(store, roster, ed25519);
            Map<String, List<Progress>> parties = new TreeMap<>();
            Map<String, Long> sizes = new TreeMap<>();
            for (String party : book.parties()) {
                List<Progress> all = new ArrayList<>();
                book.of(party)
                        .forEach(entry -> all.add(progress(entry, roster, book, cosigned, leaves)));
                parties.put(party, all);
                roster.card(party)
                        .filter(card -> store.head(card.origin()).isPresent())
                        .ifPresent(card -> sizes.put(party, store.signed(card.origin())));
            }
            return new NodeView(
                    agreement,
                    roster,
                    leaves.days(),
                    parties,
                    sizes,
                    store.facts("evidence/"),
                    LiveRecord.of(
                            agreement,
                            roster.own(),
                            book,
                            notices,
                            leaves,
                            entry -> delivery(entry, roster, cosigned, leaves)));
        }
    }

    /** Who but its author signed that it holds an entry, as far as it is known here. */
    static Delivery delivery(Entry entry, Roster roster, Cosignings cosigned, Leaves leaves) {
        List<Card> counted =
                roster.cards().stream()
                        .filter(card -> !card.name().equals(entry.party()))
                        .filter(card -> !leaves.isOut(card.name(), entry))
                        .toList();
        return new Delivery(cosigned.times(entry, counted));
    }

    static Progress progress(
            Entry entry, Roster roster, Logbook book, Cosignings cosigned, Leaves leaves) {
        return Progress.of(
                entry,
                delivery(entry, roster, cosigned, leaves).held(),
                roster.quorum(entry.party(), name -> leaves.isOut(name, entry)),
                book.receipts(entry),
                book.about(entry),
                leaves.isOutside(entry),
                Erasure.of(entry, roster.own(), book.erasures(entry)));
    }

    public Optional<Long> size(String party) {
        return Optional.ofNullable(sizes.get(party));
    }
}
