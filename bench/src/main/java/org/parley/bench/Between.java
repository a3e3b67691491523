// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import org.parley.exchange.Ask;
import org.parley.exchange.Upload;
import org.parley.log.BouncyEd25519;
import org.parley.log.Head;
import org.parley.party.Progress;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignatureLine;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a node does with others, over loopback: TLS as anywhere, all of it in this process. */
final class Between {
    private static final int PARTIES = 64;
    private static final Ask NOTHING = Ask.get("/nothing");

    private final Nodes nodes;
    private final boolean quick;

    Between(Nodes nodes, boolean quick) {
        this.nodes = nodes;
        this.quick = quick;
    }

    static Nodes nodes(Path folder) throws IOException {
        return Nodes.begin(folder, PARTIES);
    }

    /** Something that is done again and again by several at once. */
    private interface Turn {
        void take(Nodes.Party party, int turn) throws Exception;
    }

    private Waits measured(int parties, int before, int turns, Turn turn) throws Exception {
        all(parties, 0, before, turn);
        double cpu = Clock.cpuMillis();
        long start = System.nanoTime();
        List<long[]> nanos = all(parties, before, before + turns, turn);
        double wall = (System.nanoTime() - start) / 1e9;
        return Waits.of(nanos, wall, (Clock.cpuMillis() - cpu) / 1e3);
    }

    private List<long[]> all(int parties, int from, int until, Turn turn) throws Exception {
        List<long[]> nanos = Collections.synchronizedList(new ArrayList<>());
        List<Exception> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (Nodes.Party party : nodes.parties().subList(0, parties)) {
            threads.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    nanos.add(turns(party, from, until, turn));
                                } catch (Exception e) {
                                    failures.add(e);
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return nanos;
    }

    private static long[] turns(Nodes.Party party, int from, int until, Turn turn)
            throws Exception {
        long[] nanos = new long[until - from];
        for (int i = from; i < until; i++) {
            long start = System.nanoTime();
            turn.take(party, i);
            nanos[i - from] = System.nanoTime() - start;
        }
        return nanos;
    }

    /** Makes each of some parties' logs grow, and gives its heads on the way, by party. */
    private Map<String, List<Head>> grown(int parties, int steps, int each) {
        Map<String, List<Head>> heads = new HashMap<>();
        for (Nodes.Party party : nodes.parties().subList(0, parties)) {
            List<Head> some = new ArrayList<>();
            some.add(party.head());
            for (int step = 0; step < steps; step++) {
                List<byte[]> entries = new ArrayList<>();
                for (int i = 0; i < each; i++) {
                    long unique = party.log().size() + i;
                    entries.add(Strict.statement(party.name(), unique, party.office()).bytes());
                }
                party.log().append(entries, List.of());
                some.add(party.head());
            }
            heads.put(party.name(), some);
        }
        return heads;
    }

    private static Upload upload(Nodes.Party party) {
        return new Upload(party.store(), party.carrier(), Nodes.OWN);
    }

    private static void requireCosigned(List<SignatureLine> lines) throws IOException {
        if (lines.isEmpty()) {
            throw new IOException("no cosignature");
        }
    }

    /** A question that asks nothing of the node: what connection and HTTP take alone. */
    Waits asked() throws Exception {
        int turns = quick ? 300 : 1_000;
        return measured(
                1, 5 * turns, turns, (party, turn) -> party.carrier().ask(Nodes.OWN, NOTHING));
    }

    /** The two signatures of a cosigner, and nothing else. */
    Waits signed() throws Exception {
        int turns = quick ? 300 : 1_000;
        byte[] seed = new byte[Suite.SEED_BYTES];
        SignerKey own =
                SignerKey.of(Suite.ED25519_COSIGNATURE, "XA/witness", seed)
                        .with(new BouncyEd25519());
        SignerKey quantum = SignerKey.of(Suite.ML_DSA_44, "XA/witness", seed);
        String text =
                Checkpoint.of(Note.parse(nodes.parties().getFirst().head().checkpoint())).text();
        return measured(
                1,
                5 * turns,
                turns,
                (party, turn) ->
                        requireCosigned(
                                List.of(own.cosign(text, turn), quantum.cosign(text, turn))));
    }

    /** A log that grew by one entry is shown to a witness, which checks, keeps and cosigns. */
    Waits cosign() throws Exception {
        int turns = quick ? 300 : 1_000;
        // TLS, HTTP and signatures are a lot of code to get warm.
        int before = 5 * turns;
        List<Head> heads = grown(1, before + turns, 1).values().iterator().next();
        return measured(
                1,
                before,
                turns,
                (party, turn) ->
                        requireCosigned(
                                upload(party)
                                        .witnessed(heads.get(turn + 1), heads.get(turn).size())));
    }

    /**
     * Every party has its statements copied, {@code each} at a time; the node checks proofs and
     * signatures, keeps them, and cosigns.
     */
    Waits received(int each, int turns) throws Exception {
        int before = turns / 2;
        for (Nodes.Party party : nodes.parties()) {
            upload(party).mirrored(party.head(), 0);
        }
        Map<String, List<Head>> heads = grown(PARTIES, before + turns, each);
        Waits waits =
                measured(
                        PARTIES,
                        before,
                        turns,
                        (party, turn) -> {
                            List<Head> steps = Objects.requireNonNull(heads.get(party.name()));
                            requireCosigned(
                                    upload(party)
                                            .mirrored(steps.get(turn + 1), steps.get(turn).size()));
                        });
        requireCounted();
        return waits;
    }

    /** Many at the keyboard at once: the node composes, signs, checks and keeps. */
    Waits said() throws Exception {
        String[] control = nodes.control();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control[0] + "/say"))
                        .header("Parley-Token", control[1])
                        .header("Parley-Kind", "intend")
                        .header("Parley-Offices", "duty")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{form: notice, to: [XB], fields: {type: 1, arrival:"
                                                + " 2030-03-01T08:00:00Z}, audience: public}"))
                        .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return measured(
                    PARTIES,
                    quick ? 10 : 20,
                    quick ? 20 : 100,
                    (party, turn) -> {
                        HttpResponse<String> answer =
                                client.send(request, HttpResponse.BodyHandlers.ofString());
                        if (answer.statusCode() != 200) {
                            throw new IOException(answer.body());
                        }
                    });
        }
    }

    /** Every statement that came counts: its signature was found right. */
    private void requireCounted() throws IOException {
        for (Nodes.Party party : nodes.parties()) {
            List<Progress> progress = nodes.node().node().progress(party.name());
            if (progress.size() != party.log().size()
                    || progress.stream().anyMatch(one -> !one.entry().counts())) {
                throw new IOException("a statement of " + party.name() + " does not count");
            }
        }
    }
}
