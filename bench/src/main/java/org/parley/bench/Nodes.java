// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import org.parley.exchange.HttpsCarrier;
import org.parley.log.BouncyEd25519;
import org.parley.log.Head;
import org.parley.log.JournalStore;
import org.parley.log.OwnLog;
import org.parley.party.Beginning;
import org.parley.party.Card;
import org.parley.party.KeyRing;
import org.parley.party.NodeHome;
import org.parley.party.RunningNode;
import org.parley.proof.note.SignerKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A real node with its journal, its TLS and its pages' lock, and many made-up parties that know it.
 * {@link #close} ends it.
 */
final class Nodes implements AutoCloseable {
    static final String OWN = "XA";
    private static final String HOST = "127.0.0.1";

    private final RunningNode node;
    private final NodeHome home;
    private final HttpsCarrier.Peer address;
    private final List<Party> parties = new ArrayList<>();

    /** Somebody with a log of its own who talks to the node. */
    record Party(
            String name, SignerKey office, JournalStore store, OwnLog log, HttpsCarrier carrier)
            implements AutoCloseable {

        Head head() {
            return store.head(log.origin()).orElseThrow();
        }

        @Override
        public void close() {
            carrier.close();
            store.close();
        }
    }

    private Nodes(NodeHome home, RunningNode node, HttpsCarrier.Peer address) {
        this.home = home;
        this.node = node;
        this.address = address;
    }

    /**
     * @param number of other parties
     */
    static Nodes begin(Path folder, int number) throws IOException {
        SecureRandom chance = new SecureRandom();
        List<String> names =
                IntStream.range(0, number).mapToObj(i -> i == 0 ? "XB" : "XB" + i).toList();
        NodeHome home = new NodeHome(folder.resolve(OWN));
        Card own = Beginning.of(Path.of("exercises/arden-borel"), OWN).in(home, chance);
        Path roster = home.path().resolve("node").resolve("roster");
        List<KeyRing> rings = new ArrayList<>();
        for (String name : names) {
            String origin = origin(name);
            KeyRing ring = KeyRing.create(origin, List.of(KeyRing.DUTY), chance);
            rings.add(ring);
            Card card = ring.card(name, false, origin, Optional.empty(), 1);
            // An exercise has five parties at most; so many are believed without being asked for.
            Files.write(roster.resolve(name + ".card"), card.signed(ring.log()));
        }
        RunningNode node = RunningNode.open(home, InstantSource.system(), chance);
        node.node().goOn();
        int port = node.listen(HOST, 0, (where, defect) -> defect.printStackTrace());
        node.takeCommands(chance);
        Nodes nodes = new Nodes(home, node, new HttpsCarrier.Peer(HOST, port, own.tls()));
        for (int i = 0; i < number; i++) {
            nodes.add(folder.resolve(names.get(i)), names.get(i), rings.get(i));
        }
        return nodes;
    }

    private static String origin(String name) {
        return "exercise/exercise-arden-borel/" + name;
    }

    private void add(Path folder, String name, KeyRing ring) throws IOException {
        JournalStore store = Writers.store(folder);
        SignerKey key = ring.log().with(new BouncyEd25519());
        OwnLog log = OwnLog.open(store, origin(name), key);
        log.begin();
        HttpsCarrier carrier = new HttpsCarrier(ring.identity(), party -> address);
        SignerKey office = ring.office(KeyRing.DUTY).with(new BouncyEd25519());
        parties.add(new Party(name, office, store, log, carrier));
    }

    List<Party> parties() {
        return parties;
    }

    RunningNode node() {
        return node;
    }

    /** The port and the word by which commands of this machine reach the node. */
    String[] control() throws IOException {
        return Files.readString(home.control()).strip().split(" ", 2);
    }

    @Override
    public void close() {
        parties.forEach(Party::close);
        node.close();
    }
}
