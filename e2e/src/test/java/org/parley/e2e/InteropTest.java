// SPDX-License-Identifier: Apache-2.0
package org.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ParleyException;
import org.parley.exchange.Reply;
import org.parley.exchange.StoredLog;
import org.parley.exchange.Upload;
import org.parley.log.BouncyEd25519;
import org.parley.log.Head;
import org.parley.log.JournalStore;
import org.parley.log.OwnLog;
import org.parley.log.RealDisk;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.checkpoint.Cosignature;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignatureLine;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.StatementSignatures;
import org.parley.proof.note.Suite;
import org.parley.proof.note.VerifierKey;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A node's log and its questions to a witness, against programs that others wrote. They are made by
 * e2e/interop/peers.sh and found by the environment's PARLEY_PEERS; without it this is skipped.
 */
final class InteropTest {
    private static final String ORIGIN = "exercise/interop/XA";
    private static final SignerKey KEY = key(ORIGIN, 1);
    private static final SignerKey OFFICE = key(ORIGIN + "/office/duty", 2);

    /** More than 256 full tiles: three levels, each with a partial tile at its edge. */
    private static final int ENTRIES = 66_000;

    @TempDir static Path folder;

    private static Path peers = Path.of("");

    private record Ran(int code, String out) {}

    private static SignerKey key(String name, int seed) {
        byte[] bytes = new byte[Suite.SEED_BYTES];
        bytes[0] = (byte) seed;
        return SignerKey.of(Suite.ED25519, name, bytes).with(new BouncyEd25519());
    }

    @BeforeAll
    static void writeALogAsANodeDoes() throws IOException {
        String named = System.getenv().getOrDefault("PARLEY_PEERS", "");
        assumeTrue(
                Files.isExecutable(Path.of(named).resolve("bin/tlogcheck")),
                "no peers: run e2e/interop/peers.sh DIR and set PARLEY_PEERS=DIR");
        peers = Path.of(named).toAbsolutePath();
        try (JournalStore store = store("store")) {
            append(OwnLog.open(store, ORIGIN, KEY), 0, ENTRIES);
            export(store, folder.resolve("log"));
        }
    }

    private static JournalStore store(String name) throws IOException {
        Path where = Files.createDirectory(folder.resolve(name));
        JournalStore.create(new RealDisk(where), () -> 1);
        return JournalStore.open(new RealDisk(where), () -> 2);
    }

    private static void append(OwnLog log, int from, int until) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = from; i < until; i++) {
            Json.Obj header = Json.object(new TreeMap<>(Map.of("number", Json.number(i))));
            entries.add(StatementSignatures.sign(StatementText.of(header), OFFICE).bytes());
            if (entries.size() == 8_000 || i == until - 1) {
                log.append(entries, List.of());
                entries = new ArrayList<>();
            }
        }
    }

    private static void export(JournalStore store, Path target) {
        new StoredLog(store, ORIGIN, () -> store.head(ORIGIN).map(Head::checkpoint))
                .each((path, bytes) -> {
                    try {
                        Files.createDirectories(target.resolve(path).getParent());
                        Files.write(target.resolve(path), bytes);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static Ran run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out);
    }

    private static Ran peer(String program, Path log) throws IOException, InterruptedException {
        String bin = peers.resolve("bin").resolve(program).toString();
        return run(bin, log.toString(), KEY.verifier().format());
    }

    private static Ran parley(Path log) throws IOException, InterruptedException {
        Path policy = folder.resolve("policy");
        Files.writeString(policy, "log " + KEY.verifier().format() + "\nquorum none\n");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return run(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                "org.parley.cli.Parley",
                "verify",
                log.toString(),
                "--policy",
                policy.toString());
    }

    @Test
    void othersFindThatTheLogHolds() throws Exception {
        Path log = folder.resolve("log");
        Ran check = peer("tlogcheck", log);
        Ran fsck = peer("tesserafsck", log);
        Ran own = parley(log);
        System.out.println(check.out() + fsck.out() + own.out());

        assertThat(check.out()).contains("66000 entries, root and proofs hold");
        assertThat(fsck.out()).contains("the log holds");
        assertThat(own.out()).contains("It holds.");
        assertThat(List.of(check.code(), fsck.code(), own.code())).containsOnly(0);
    }

    @Test
    void oneFlippedBitIsFoundByOthersAndByParley() throws Exception {
        Path broken = folder.resolve("broken");
        try (JournalStore store = store("store-of-broken")) {
            append(OwnLog.open(store, ORIGIN, KEY), 0, 600);
            export(store, broken);
        }
        Path bundle = broken.resolve("tile/entries/001");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[40] ^= 1;
        Files.write(bundle, bytes);

        Ran check = peer("tlogcheck", broken);
        Ran fsck = peer("tesserafsck", broken);
        Ran own = parley(broken);
        System.out.println(check.out() + fsck.out() + own.out());

        assertThat(check.out()).contains("entry 256 ");
        assertThat(own.out()).contains("FAILED  entries").contains("at index 256");
        assertThat(List.of(check.code(), fsck.code(), own.code())).doesNotContain(0);
    }

    @Test
    void aWitnessOfOthersCosignsTheLogAndRefusesItsForks() throws Exception {
        try (Litewitness witness = Litewitness.start(peers, folder);
                JournalStore honest = store("honest");
                JournalStore forked = store("forked")) {
            OwnLog log = OwnLog.open(honest, ORIGIN, KEY);
            OwnLog other = OwnLog.open(forked, ORIGIN, KEY);
            append(log, 0, 300);
            Upload upload = new Upload(honest, (party, ask) -> witness.ask(ask.body()), "w");
            List<SignatureLine> first = upload.witnessed(honest.head(ORIGIN).orElseThrow(), 0);
            append(log, 300, 700);
            Head head = honest.head(ORIGIN).orElseThrow();
            List<SignatureLine> second = upload.witnessed(head, 300);

            Note note = new Note(Note.parse(head.checkpoint()).text(), second);
            List<Cosignature> seen =
                    Cosignature.of(note, List.of(witness.key()), new BouncyEd25519());
            assertThat(first).isNotEmpty();
            assertThat(seen).hasSize(1);

            append(other, 1, 701);
            Upload sameSize = new Upload(forked, (party, ask) -> witness.ask(ask.body()), "w");
            assertThatThrownBy(() -> sameSize.witnessed(forked.head(ORIGIN).orElseThrow(), 700))
                    .isInstanceOf(ParleyException.class)
                    .hasMessageContaining("422");
            append(other, 701, 900);
            assertThatThrownBy(() -> sameSize.witnessed(forked.head(ORIGIN).orElseThrow(), 700))
                    .isInstanceOf(ParleyException.class)
                    .hasMessageContaining("422");
        }
    }

    /** The witness of the torchwood project, with its key in an ssh-agent. */
    private record Litewitness(Process agent, Process process, int port, VerifierKey key)
            implements AutoCloseable {

        static Litewitness start(Path peers, Path folder) throws Exception {
            Path socket = folder.resolve("agent");
            Path secret = folder.resolve("witness-key");
            String db = folder.resolve("witness.db").toString();
            Ran made = run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", secret.toString());
            assertThat(made.code()).as(made.out()).isZero();
            Process agent = background("ssh-agent", "-D", "-a", socket.toString());
            waitFor(socket);
            ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", secret.toString());
            add.environment().put("SSH_AUTH_SOCK", socket.toString());
            assertThat(add.start().waitFor()).isZero();
            String control = peers.resolve("bin/witnessctl").toString();
            run(control, "add-log", "-db", db, "-origin", ORIGIN);
            String vkey = KEY.verifier().format();
            run(control, "add-key", "-db", db, "-origin", ORIGIN, "-key", vkey);
            String print = run("ssh-keygen", "-lf", secret + ".pub").out().split(" ")[1];
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            Process process =
                    background(
                            peers.resolve("bin/litewitness").toString(),
                            "-db",
                            db,
                            "-name",
                            "witness.example/interop",
                            "-key",
                            print,
                            "-ssh-agent",
                            socket.toString(),
                            "-listen",
                            "127.0.0.1:" + port);
            byte[] blob =
                    Base64.getDecoder()
                            .decode(Files.readString(Path.of(secret + ".pub")).split(" ")[1]);
            byte[] raw = Arrays.copyOfRange(blob, blob.length - 32, blob.length);
            VerifierKey key =
                    VerifierKey.of("witness.example/interop", Suite.ED25519_COSIGNATURE, raw);
            Litewitness witness = new Litewitness(agent, process, port, key);
            witness.waitUntilItAnswers();
            return witness;
        }

        private static Process background(String... command) throws IOException {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }

        private static void waitFor(Path file) throws InterruptedException {
            for (int i = 0; i < 600 && !Files.exists(file); i++) {
                Thread.sleep(50);
            }
        }

        private void waitUntilItAnswers() throws InterruptedException {
            for (int i = 0; i < 600; i++) {
                if (tried(new byte[0]).isPresent()) {
                    return;
                }
                Thread.sleep(50);
            }
        }

        Reply ask(byte[] body) {
            return tried(body).orElseThrow();
        }

        private Optional<Reply> tried(byte[] body) {
            URI uri = URI.create("http://127.0.0.1:" + port + "/add-checkpoint");
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<byte[]> response =
                        client.send(
                                HttpRequest.newBuilder(uri)
                                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());
                return Optional.of(new Reply(response.statusCode(), "", response.body()));
            } catch (IOException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            process.destroy();
            agent.destroy();
        }
    }
}
