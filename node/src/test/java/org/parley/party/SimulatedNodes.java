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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /** Making keys takes longer than a hundred rounds, and which they are decides nothing. */
    private static final Map<String, KeyRing> RINGS = new ConcurrentHashMap<>();

    private final Random fate;
    private final Map<String, Node> nodes = new TreeMap<>();
    private final Map<String, Rounds> rounds = new TreeMap<>();
    private final Map<String, LogStore> stores = new TreeMap<>();
    private final Map<String, KeyRing> keys = new TreeMap<>();
    private final List<Card> cards = new ArrayList<>();
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private final Agreement agreement;
    private final Map<String, Duration> clocks = new TreeMap<>();
    private final Set<String> cuts = new HashSet<>();
    private Wire wire = (from, to, ask) -> answer(to, ask);
    private int lostPercent;
    private boolean cut;

    /** What becomes of a question that arrives. */
    interface Wire {
        Reply carry(String from, String to, Ask ask);
    }

    public SimulatedNodes(long seed, String... names) {
        this(seed, AGREEMENT, name -> new MemoryStore(), names);
        for (String name : names) {
            start(name);
        }
    }

    /** Nodes that are not started yet. */
    SimulatedNodes(
            long seed, Agreement agreement, Function<String, LogStore> begin, String... names) {
        this.fate = new Random(seed);
        this.agreement = agreement;
        for (String name : names) {
            boolean witness = !agreement.isParty(name);
            String origin = "exercise/" + agreement.id() + "/" + name;
            KeyRing ring = RINGS.computeIfAbsent(origin, this::ring);
            keys.put(name, ring);
            cards.add(ring.card(name, witness, origin, Optional.empty(), 1));
            stores.put(name, begin.apply(name));
        }
    }

    /** The exercise treaty, open to more parties than two. */
    static Agreement ofFour(Path folder) throws IOException {
        Path source = Path.of(System.getProperty("parley.root")).resolve("exercises/arden-borel");
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Path rules = folder.resolve("agreement.yaml");
        String two = Files.readString(rules);
        Files.writeString(rules, two.replace("parties: [XA, XB]", "parties: [XA, XB, XC, XD]"));
        return Library.load(folder).agreement();
    }

    private KeyRing ring(String origin) {
        return KeyRing.create(origin, List.of("duty", "second"), chance());
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
        Node node = node(name, new Roster(name, cards));
        nodes.put(name, node);
        rounds.put(name, new Rounds(node, new Network(name)));
    }

    private Node node(String name, Roster roster) {
        return new Node(
                agreement,
                new Node.Parts(
                        roster,
                        keys.get(name),
                        stores.get(name),
                        () -> now.plus(clocks.getOrDefault(name, Duration.ZERO)),
                        chance(),
                        new BouncyEd25519()));
    }

    /** Questions get lost before they arrive, and answers after the other side acted. */
    private final class Network implements Carrier {
        private final String from;

        Network(String from) {
            this.from = from;
        }

        @Override
        public Reply ask(String party, Ask ask) {
            if (cut || cuts.contains(from + party) || !nodes.containsKey(party)) {
                throw lost(party);
            }
            if (fate.nextInt(100) < lostPercent) {
                throw lost(party);
            }
            Reply reply = wire.carry(from, party, ask.by(from));
            if (fate.nextInt(100) < lostPercent) {
                throw lost(party);
            }
            return reply;
        }
    }

    static ParleyException lost(String party) {
        return new ParleyException(Code.UNREACHABLE, Place.of(party), "lost", "again");
    }

    Reply answer(String name, Ask ask) {
        Node node = nodes.get(name);
        if (node == null) {
            throw lost(name);
        }
        return node.answer(ask);
    }

    /** The process is gone. */
    void stop(String name) {
        nodes.remove(name);
        rounds.remove(name);
    }

    boolean isUp(String name) {
        return nodes.containsKey(name);
    }

    void wire(Wire instead) {
        wire = instead;
    }

    /** Cuts what one asks another, in this direction only. */
    void cut(String from, String to, boolean now) {
        if (now) {
            cuts.add(from + to);
        } else {
            cuts.remove(from + to);
        }
    }

    void clock(String name, Duration off) {
        clocks.put(name, off);
    }

    List<Card> cards() {
        return cards;
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
            List.copyOf(nodes.keySet()).stream().filter(agreement::isParty).forEach(this::round);
        }
    }

    public Entry say(String name, String yaml) {
        return node(name).say(YamlReader.document("said", yaml).asMap(), List.of(KeyRing.DUTY));
    }

    /** A node that has neither keys nor store of the one before; returns its card. */
    byte[] beginAnew(String name) {
        Card before = cards.stream().filter(one -> one.name().equals(name)).findFirst().get();
        KeyRing ring = KeyRing.create(before.origin(), List.of("duty", "second"), chance());
        keys.put(name, ring);
        stores.put(name, new MemoryStore());
        Resuming.markRestored(stores.get(name));
        List<Card> known = new ArrayList<>(cards);
        known.add(ring.successor(before));
        nodes.put(name, node(name, new Roster(name, known)));
        rounds.put(name, new Rounds(nodes.get(name), new Network(name)));
        return ring.successor(before).signed(ring.log());
    }

    /** Changes keys, as a running node does. */
    Entry rotate(String name, Set<KeyRing.Part> parts) {
        return renewed(
                name, parts, (next, card) -> node(name).rotate(next, card, List.of(KeyRing.DUTY)));
    }

    /** Reports keys as lost, as a running node does. */
    Entry lost(String name, Set<KeyRing.Part> parts, long since) {
        return renewed(name, parts, (next, card) -> node(name).lost(next, card, since));
    }

    private Entry renewed(
            String name, Set<KeyRing.Part> parts, BiFunction<KeyRing, byte[], Entry> said) {
        Node node = node(name);
        node.requireNoRotation();
        Card before = node.roster().ownCard();
        BouncyEd25519 ed25519 = new BouncyEd25519();
        KeyRing ring = keys.get(name).of(before);
        KeyRing next = ring.renewed(parts, before.origin(), chance(), ed25519);
        keys.put(name, keys.get(name).with(next));
        byte[] card = next.successor(before).signed(ring.log(), next.log());
        return said.apply(next, card);
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
