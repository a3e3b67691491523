// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How far a statement has come, as one node can prove it.
 *
 * @param delivered when each other party said that it holds the entry, durably
 * @param settled when enough of them had
 * @param received when each addressee says that it received the statement with its body
 * @param about what was said about it since
 * @param outside whether its author had left the agreement when it said it
 * @param erasure what was said of its body's being erased, if anything was
 */
public record Progress(
        Entry entry,
        Map<String, Instant> delivered,
        Optional<Instant> settled,
        Map<String, Instant> received,
        List<Entry> about,
        State state,
        boolean outside,
        Optional<Erasure> erasure) {

    public Progress {
        delivered = Map.copyOf(delivered);
        received = Map.copyOf(received);
        about = List.copyOf(about);
    }

    /** The furthest that is true; acknowledged is not accepted. */
    public enum State {
        LOCAL("local", "仅在本方"),
        DELIVERED("delivered", "已送达"),
        SETTLED("settled", "已存证"),
        ACKNOWLEDGED("acknowledged", "已确认收悉"),
        ACCEPTED("accepted", "已接受"),
        DISPUTED("disputed", "有争议");

        private final String english;
        private final String chinese;

        State(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        /** In a language's words. */
        public String in(String language) {
            return language.equals("zh") ? chinese : english;
        }
    }

    static Progress of(
            Entry entry,
            Map<String, Instant> delivered,
            int quorum,
            Map<String, Logbook.Receipt> receipts,
            List<Entry> about,
            boolean outside,
            Optional<Erasure> erasure) {
        Map<String, Instant> received = new TreeMap<>();
        receipts.forEach((party, receipt) -> {
            if (entry.header().to().contains(party)) {
                received.put(party, receipt.at());
            }
        });
        Optional<Instant> settled =
                delivered.values().stream().sorted().skip(quorum - 1L).findFirst();
        return new Progress(
                entry,
                delivered,
                settled,
                received,
                about,
                state(entry, delivered, settled, received, about),
                outside,
                erasure);
    }

    private static State state(
            Entry entry,
            Map<String, Instant> delivered,
            Optional<Instant> settled,
            Map<String, Instant> received,
            List<Entry> about) {
        List<String> to = entry.header().to();
        if (saidBy(about, "dispute").findAny().isPresent()) {
            return State.DISPUTED;
        }
        if (!to.isEmpty()
                && to.stream()
                        .allMatch(party ->
                                saidBy(about, "accept")
                                        .anyMatch(one -> one.party().equals(party)))) {
            return State.ACCEPTED;
        }
        if (!to.isEmpty() && received.keySet().containsAll(to)) {
            return State.ACKNOWLEDGED;
        }
        if (settled.isPresent()) {
            return State.SETTLED;
        }
        return delivered.isEmpty() ? State.LOCAL : State.DELIVERED;
    }

    private static Stream<Entry> saidBy(List<Entry> about, String kind) {
        return about.stream().filter(one -> one.header().kind().equals(kind));
    }
}
