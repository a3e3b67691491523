// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.exchange.CarriedLog;
import org.parley.exchange.Courier;
import org.parley.exchange.StoredLog;
import org.parley.log.Event;
import org.parley.log.Head;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.note.SignatureLine;
import org.parley.proof.note.VerifierKey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a node does with courier files: a round with somebody it has no line to. What is read goes
 * the way of what is fetched; receipts are written as they are then. Stateless.
 */
public final class Couriers {
    /** A quarter of what one record of a journal holds. */
    private static final long PART_BYTES_MAX = 32L << 20;

    private Couriers() {}

    /** What became of one log in a file. */
    public enum Outcome {
        /** It grew. */
        TAKEN,
        /** Everything in it was held. */
        HELD,
        /** The own one, brought back with what others signed. */
        OWN,
        /** Its author signed two histories: the evidence is kept, nothing else of it was taken. */
        FORK,
        /** No card is believed for it; nothing of it was taken. */
        UNKNOWN
    }

    /**
     * One log of a file that was read.
     *
     * @param party who writes it, or the log's name where that is not known
     * @param before how many entries were held
     * @param size how many the file has
     */
    public record LogRead(String party, Outcome outcome, long before, long size) {}

    /**
     * What was read from a file.
     *
     * @param bodies how many were taken
     */
    public record Read(String from, List<LogRead> logs, int bodies) {
        public Read {
            logs = List.copyOf(logs);
        }
    }

    /**
     * The bytes of a file for one party, or for whoever gets it.
     *
     * @param cards the signed notes to put in, by name
     * @throws ParleyException {@code UNKNOWN_PARTY} when no card of that party is believed
     */
    public static byte[] write(Node node, Map<String, byte[]> cards, Optional<String> reader) {
        Roster roster = node.roster();
        reader.filter(name -> roster.card(name).isEmpty())
                .ifPresent(name -> {
                    throw new ParleyException(
                            Code.UNKNOWN_PARTY,
                            Place.of("--for"),
                            "no card of \"" + name + "\" is believed here",
                            "see: parley node roster");
                });
        List<StoredLog> logs = new ArrayList<>();
        Map<String, byte[]> cosigned = new TreeMap<>();
        for (Card card : roster.cards()) {
            Optional<byte[]> shown = node.shown(card.origin());
            if (shown.isPresent()) {
                logs.add(new StoredLog(node.store(), card.origin(), () -> shown));
                cosigned.put(card.origin(), node.cosignings().all(card.origin()));
            }
        }
        Map<Hash, byte[]> bodies = new LinkedHashMap<>();
        for (Hash hash : node.bodiesFor(reader)) {
            node.store().body(hash).ifPresent(bytes -> bodies.put(hash, bytes));
        }
        return Courier.format(new Courier.Contents(roster.own(), cards, logs, cosigned, bodies));
    }

    /**
     * Takes what is new. Every log is checked before anything of any is kept.
     *
     * @param shown the file as messages name it
     * @throws ParleyException {@code REFUSED} when something does not hold; nothing was changed
     */
    public static Read read(Node node, Courier file, String shown) {
        Map<String, CarriedLog> checked = new TreeMap<>();
        for (String origin : file.origins()) {
            if (!node.roster().logKeys(origin).isEmpty()) {
                checked.put(origin, checked(node, file, origin, shown));
            }
        }
        List<LogRead> logs = new ArrayList<>();
        for (String origin : file.origins()) {
            Optional<CarriedLog> log = Optional.ofNullable(checked.get(origin));
            logs.add(
                    log.map(one -> take(node, origin, one))
                            .orElseGet(() -> new LogRead(origin, Outcome.UNKNOWN, 0, 0)));
        }
        checked.keySet().forEach(origin -> takeCosigned(node, file, origin, shown));
        int bodies = takeBodies(node, file);
        // Where only files go to and fro, this is all that the node can ask.
        node.begin();
        return new Read(file.from(), logs, bodies);
    }

    private static CarriedLog checked(Node node, Courier file, String origin, String shown) {
        Roster roster = node.roster();
        String party = roster.party(origin).orElseThrow();
        List<VerifierKey> cosigners = new ArrayList<>();
        roster.cards().stream()
                .filter(card -> !card.name().equals(party))
                .forEach(card -> cosigners.addAll(roster.cosigners(card.name())));
        CarriedLog log;
        try {
            log =
                    CarriedLog.check(
                            node.store(),
                            file.log(origin),
                            file.checkpoint(origin),
                            roster.logKeys(origin),
                            cosigners,
                            node.ed25519());
        } catch (ProofException e) {
            throw Courier.refused(shown, "the log of " + party + ": " + e.getMessage());
        }
        long own = node.head().size();
        if (origin.equals(node.origin()) && !log.forked() && log.checkpoint().size() > own) {
            node.seen(file.from(), List.of(log.note()));
            throw new ParleyException(
                    Code.CONFLICT,
                    Place.of(shown),
                    "it has "
                            + log.checkpoint().size()
                            + " entries of this log, and here are "
                            + own,
                    "this store was restored from an older copy; run parley node recover");
        }
        return log;
    }

    private static LogRead take(Node node, String origin, CarriedLog log) {
        String party = node.roster().party(origin).orElseThrow();
        long before = node.store().held(origin);
        long size = log.checkpoint().size();
        if (log.forked()) {
            log.commits().forEach(node::commit);
            return new LogRead(party, Outcome.FORK, before, size);
        }
        if (origin.equals(node.origin())) {
            keepLines(node, log);
            return new LogRead(party, Outcome.OWN, before, size);
        }
        log.commits().forEach(node::commit);
        return new LogRead(
                party, log.commits().isEmpty() ? Outcome.HELD : Outcome.TAKEN, before, size);
    }

    /** What others say of the own log is kept as if they had answered it. */
    private static void keepLines(Node node, CarriedLog log) {
        Head head =
                new Head(
                        node.origin(),
                        log.checkpoint().size(),
                        log.checkpoint().root(),
                        log.note().bytes());
        for (Card card : node.roster().others()) {
            List<VerifierKey> keys = node.roster().cosigners(card.name());
            List<SignatureLine> lines =
                    log.note().signatures().stream()
                            .filter(line -> keys.stream().anyMatch(key -> key.isOf(line)))
                            .toList();
            if (!lines.isEmpty() && head.size() > node.cosignedBy(card.name())) {
                node.keep(card.name(), head, lines);
            }
        }
    }

    /** Who cosigned when; it rests on the entries that were taken before. */
    private static void takeCosigned(Node node, Courier file, String origin, String shown) {
        try {
            node.cosignings().take(origin, file.cosigned(origin));
        } catch (ProofException e) {
            node.refused(file.from(), "cosigned in " + shown, String.valueOf(e.getMessage()));
        }
    }

    private static int takeBodies(Node node, Courier file) {
        int taken = 0;
        List<Event> part = new ArrayList<>();
        long bytes = 0;
        for (Card card : node.roster().others()) {
            for (Hash hash : node.missingBodies(card.name())) {
                Optional<byte[]> body = file.body(hash);
                if (body.isPresent()) {
                    part.add(new Event.Body(hash, body.get()));
                    bytes += body.get().length;
                    taken++;
                }
                if (bytes > PART_BYTES_MAX) {
                    node.commit(part);
                    part = new ArrayList<>();
                    bytes = 0;
                }
            }
        }
        node.commit(part);
        return taken;
    }
}
