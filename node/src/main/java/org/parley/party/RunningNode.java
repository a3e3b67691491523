// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.exchange.ExchangeServer;
import org.parley.exchange.HttpsCarrier;
import org.parley.log.BouncyEd25519;
import org.parley.log.LogStore;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A node in a process of its own: its store is locked, it listens, it makes rounds. Thread safe;
 * {@link #close} ends it in order.
 */
public final class RunningNode implements AutoCloseable {
    private final NodeHome home;
    private final LogStore store;
    private final Node node;
    private final HttpsCarrier carrier;

    /** Kept, because it knows what each peer was told and given already. */
    private final Rounds all;

    private final CountDownLatch ending = new CountDownLatch(1);
    private Optional<ExchangeServer> server = Optional.empty();
    private Optional<Control> control = Optional.empty();
    private Optional<Thread> rounds = Optional.empty();

    private RunningNode(NodeHome home, LogStore store, Node node, HttpsCarrier carrier) {
        this.home = home;
        this.store = store;
        this.node = node;
        this.carrier = carrier;
        this.all = new Rounds(node, carrier);
    }

    /**
     * Opens the store and takes up where it stopped; neither listens nor asks yet.
     *
     * @throws ParleyException {@code UNAVAILABLE} when a node runs there
     */
    public static RunningNode open(NodeHome home, InstantSource clock, SecureRandom chance) {
        Roster roster = home.readRoster();
        BouncyEd25519 ed25519 = new BouncyEd25519();
        KeyRing keys = KeyRing.read(home.keys(), ed25519);
        LogStore store = NodeStore.open(home, chance);
        try {
            Node node =
                    new Node(
                            home.agreement().agreement(),
                            new Node.Parts(roster, keys, store, clock, chance, ed25519));
            HttpsCarrier carrier =
                    new HttpsCarrier(
                            node::identity,
                            party ->
                                    roster.peer(party)
                                            .orElseThrow(() ->
                                                    new ParleyException(
                                                            Code.UNREACHABLE,
                                                            Place.of(party),
                                                            "its card names no address",
                                                            "carry a courier file")));
            return new RunningNode(home, store, node, carrier);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    public Node node() {
        return node;
    }

    /**
     * Listens where the own card says.
     *
     * @return the port
     */
    public int listen(String host, int port, BiConsumer<String, Exception> defects) {
        Roster roster = node.roster();
        ExchangeServer started =
                ExchangeServer.start(node::identity, roster::byPin, node, host, port, defects);
        server = Optional.of(started);
        return started.port();
    }

    /** Takes commands from this machine's own user. */
    public void takeCommands(SecureRandom chance) {
        control = Optional.of(Control.start(home, this, chance));
    }

    /** Makes rounds with all peers until the node ends. */
    public void makeRounds(Duration pause, Consumer<List<Rounds.Round>> told) {
        rounds =
                Optional.of(
                        Thread.ofPlatform()
                                .name("rounds")
                                .daemon()
                                .start(() -> {
                                    do {
                                        told.accept(rounds());
                                    } while (!ended(pause));
                                }));
    }

    /** Cards that a person enrolled while the node runs; what does not follow is told there. */
    private void takeCards() {
        for (byte[] card : home.laterCards()) {
            node.believe(card, Place.of("roster"));
        }
    }

    /**
     * Changes keys of this node: new keys on the disk first, then the statement, then the card's
     * file; whoever stops in between has the old ones, or the new ones whole.
     *
     * @return the statement
     */
    Entry rotate(Rotating asked, SecureRandom chance) {
        node.requireNoRotation();
        asked.lostSince().ifPresent(this::requireHeld);
        BouncyEd25519 ed25519 = new BouncyEd25519();
        Card before = node.roster().ownCard();
        KeyRing ring = KeyRing.read(home.keys(), ed25519).of(before);
        KeyRing next = ring.renewed(asked.parts(), before.origin(), chance, ed25519);
        Card card = next.successor(before);
        byte[] signed = card.signed(ring.log(), next.log());
        next.writeBeside(home.keys());
        Entry entry =
                asked.lostSince().isPresent()
                        ? node.lost(next, signed, asked.lostSince().getAsLong())
                        : node.rotate(next, signed, asked.offices());
        home.keep(card, signed);
        return entry;
    }

    /** Says that all keys before the ones that are here were lost. */
    Entry announceLoss(long since) {
        requireHeld(since);
        KeyRing ring = KeyRing.read(home.keys(), new BouncyEd25519());
        return node.lost(ring.of(node.roster().ownCard()), home.ownCard(), since);
    }

    /** A statement that is not there yet was said by nobody else: most likely a slip. */
    private void requireHeld(long since) {
        long size = node.head().size();
        if (since > size) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    Place.of("--since"),
                    "the log has "
                            + size
                            + " statements, the last is "
                            + Entry.ref(node.roster().own(), size - 1),
                    "give the index of the first that may be somebody else's, or "
                            + size
                            + " when none is");
        }
    }

    /** When the own disk fails, that is told like a peer's problem, with the own name. */
    private List<Rounds.Round> rounds() {
        try {
            takeCards();
            List<Rounds.Round> done = round();
            home.keep(node.roster());
            return done;
        } catch (ParleyException e) {
            return List.of(new Rounds.Round(node.roster().own(), Optional.of(e)));
        }
    }

    private boolean ended(Duration pause) {
        try {
            return ending.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** One round with everybody, now; one at a time. */
    public List<Rounds.Round> round() {
        synchronized (all) {
            return all.all();
        }
    }

    @Override
    public void close() {
        ending.countDown();
        rounds.ifPresent(Thread::interrupt);
        control.ifPresent(Control::close);
        server.ifPresent(ExchangeServer::close);
        carrier.close();
        store.close();
    }
}
