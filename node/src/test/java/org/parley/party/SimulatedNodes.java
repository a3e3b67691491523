// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.agreement.Agreement;
import org.parley.exchange.Ask;
import org.parley.exchange.Carrier;
import org.parley.exchange.Reply;
import org.parley.log.BouncyEd25519;
import org.parley.log.LogStore;
import org.parley.log.MemoryStore;
import org.parley.record.Library;
import org.parley.yaml.YamlReader;

import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Nodes of fictional parties in one thread, with one clock that the test moves and a network that
 * loses questions and answers as a seed says. The nodes are the real ones.
 */
public final class SimulatedNodes {
    static final Agreement AGREEMENT =
            Library.load(
                            Path.of(System.getProperty("parley.root"))
                                    .resolve("exercises/arden-borel"))
                    .agreement();

    private final Random fate;
    private final Map<String, Node> nodes = new TreeMap<>();
    private final Map<String, Rounds> rounds = new TreeMap<>();
    private final Map<String, LogStore> stores = new TreeMap<>();
    private final Map<String, KeyRing> keys = new TreeMap<>();
    private final List<Card> cards = new ArrayList<>();
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private int lostPercent;
    private boolean cut;

    public SimulatedNodes(long seed, String... names) {
        this.fate = new Random(seed);
        for (String name : names) {
            boolean witness = !AGREEMENT.isParty(name);
            String origin = "exercise/" + AGREEMENT.id() + "/" + name;
            KeyRing ring = KeyRing.create(origin, List.of("duty", "second"), chance());
            keys.put(name, ring);
            cards.add(ring.card(name, witness, origin, Optional.empty(), 1));
            stores.put(name, new MemoryStore());
        }
        for (String name : names) {
            start(name);
        }
    }

    private SecureRandom chance() {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(fate.nextLong());
            return random;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a node on what its store holds: after a crash, or for the first time. */
    void start(String name) {
        Node node =
                new Node(
                        AGREEMENT,
                        new Node.Parts(
                                new Roster(name, cards),
                                keys.get(name),
                                stores.get(name),
                                () -> now,
                                chance(),
                                new BouncyEd25519()));
        nodes.put(name, node);
        rounds.put(name, new Rounds(node, new Network(name)));
    }

    /** Questions get lost before they arrive, and answers after the other side acted. */
    private final class Network implements Carrier {
        private final String from;

        Network(String from) {
            this.from = from;
        }

        @Override
        public Reply ask(String party, Ask ask) {
            if (cut || fate.nextInt(100) < lostPercent) {
                throw lost(party);
            }
            Reply reply = nodes.get(party).answer(ask.by(from));
            if (fate.nextInt(100) < lostPercent) {
                throw lost(party);
            }
            return reply;
        }

        private ParleyException lost(String party) {
            return new ParleyException(Code.UNREACHABLE, Place.of(party), "lost", "again");
        }
    }

    public Node node(String name) {
        return nodes.get(name);
    }

    public LogStore store(String name) {
        return stores.get(name);
    }

    void replaceStore(String name, LogStore store) {
        stores.put(name, store);
    }

    public KeyRing keys(String name) {
        return keys.get(name);
    }

    List<Rounds.Round> round(String name) {
        return rounds.get(name).all();
    }

    public void rounds(int count) {
        for (int i = 0; i < count; i++) {
            nodes.keySet().stream().filter(AGREEMENT::isParty).forEach(this::round);
        }
    }

    public Entry say(String name, String yaml) {
        return node(name).say(YamlReader.document("said", yaml).asMap(), List.of(KeyRing.DUTY));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    void lose(int percent) {
        lostPercent = percent;
    }

    void cut(boolean now) {
        cut = now;
    }
}
