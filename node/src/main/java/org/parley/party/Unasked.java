// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.log.LogStore;
import org.parley.proof.canonical.Json;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node says without being asked by people: receipts of what it was sent, and how far it
 * holds the others' logs. It composes; the node signs and appends, under whose lock this is kept.
 */
final class Unasked {
    private final Roster roster;
    private final LogStore store;
    private final Logbook book;
    private final Readers readers;
    private final Speech speech;

    /** What was received and not yet acknowledged, in the order in which it came. */
    private final Map<String, Entry> unanswered = new LinkedHashMap<>();

    private boolean newsForHeads;
    private Instant lastHeads = Instant.MIN;

    Unasked(Roster roster, LogStore store, Logbook book, Readers readers, Speech speech) {
        this.roster = roster;
        this.store = store;
        this.book = book;
        this.readers = readers;
        this.speech = speech;
    }

    /** Something new in a log, the own one or another's. */
    void note(Entry entry) {
        if (entry.party().equals(roster.own()) || isRoutine(entry)) {
            return;
        }
        newsForHeads = true;
        if (entry.counts() && entry.header().to().contains(roster.own())) {
            unanswered.put(entry.name(), entry);
        }
    }

    /** Receipts and heads are never acknowledged, or two nodes would thank each other for ever. */
    private static boolean isRoutine(Entry entry) {
        return entry.header().kind().equals("acknowledge") || entry.header().kind().equals("heads");
    }

    /** Bodies come one by one: one receipt is to do for all of them. */
    boolean awaitsBodies() {
        return unanswered.values().stream()
                .anyMatch(entry -> Readers.file(entry.header()).filter(readers::wants).isPresent());
    }

    /**
     * Acknowledges what is addressed to this party and held with its body. The receipt is a
     * statement in the own log: it is durable before anybody hears of it.
     */
    Optional<Speech.Ready> receipt() {
        unanswered.values().removeIf(entry -> book.receipts(entry).containsKey(roster.own()));
        List<Entry> held =
                unanswered.values().stream()
                        .filter(entry -> book.body(entry).isPresent())
                        .limit(NodeWords.OF_MAX)
                        .toList();
        if (held.isEmpty()) {
            return Optional.empty();
        }
        held.forEach(entry -> unanswered.remove(entry.name()));
        List<String> ids = held.stream().map(Entry::name).toList();
        List<String> authors = held.stream().map(Entry::party).distinct().sorted().toList();
        Json.Obj body = NodeWords.acknowledged(NodeWords.RECEIVED, ids, speech.now());
        return Optional.of(speech.own(roster.own(), "acknowledge", authors, Readers.PUBLIC, body));
    }

    /**
     * Says how far this party holds the others' logs, if there is news in them, or if it said
     * nothing for a day: silence is to be seen as such. The arrival of heads alone is no news.
     */
    Optional<Speech.Ready> heads(Instant now, Duration atLeastEvery) {
        // A clock that was set back says nothing about when the next heads are due.
        boolean due = !now.isBefore(lastHeads.plus(atLeastEvery)) || now.isBefore(lastHeads);
        if (!newsForHeads && !due) {
            return Optional.empty();
        }
        List<NodeWords.HeadSeen> heads = new ArrayList<>();
        for (Card card : roster.others()) {
            store.head(card.origin())
                    .ifPresent(head ->
                            heads.add(
                                    new NodeWords.HeadSeen(
                                            head.origin(), head.size(), head.root())));
        }
        newsForHeads = false;
        lastHeads = now;
        if (heads.isEmpty()) {
            return Optional.empty();
        }
        List<String> others =
                roster.parties().stream().filter(p -> !p.equals(roster.own())).toList();
        return Optional.of(
                speech.own(roster.own(), "heads", others, Readers.PUBLIC, NodeWords.heads(heads)));
    }
}
