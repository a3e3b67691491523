// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.log.BouncyEd25519;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.checkpoint.Fork;
import org.parley.proof.checkpoint.LogProof;
import org.parley.proof.merkle.InclusionProof;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class VerifyCommandTest {
    private static final Path AGREEMENT =
            Path.of(System.getProperty("parley.root", "..")).resolve("exercises/arden-borel");

    @TempDir Path folder;

    private Session run(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" ")) {
            words.add(word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word);
        }
        return Session.run(words.toArray(String[]::new));
    }

    private void done(String line) {
        Session session = run(line);
        assertThat(session.code()).as(line + "\n" + session.err()).isZero();
    }

    @BeforeEach
    void twoNodesAndOneStatement() throws IOException {
        for (String party : List.of("XA", "XB")) {
            done("node init --party " + party + " --agreement " + AGREEMENT + " --home @" + party);
            Files.writeString(
                    folder.resolve(party + ".card"), run("node card --home @" + party).out());
        }
        done("node enrol @XB.card --home @XA");
        done("node enrol @XA.card --home @XB");
        done(
                "declare under=duties.half_yearly_data as-of=2030-01-01 counts.launchers=780"
                        + " counts.deployed_warheads=1500 counts.deployed_vehicles=690"
                        + " audience=parties --home @XA");
        done("node export @log --home @XA");
    }

    @Test
    void twoHomesWithoutANetworkExchangeByFilesAndTheWriterSeesTheReceipt() {
        done("courier write @a.courier --for XB --home @XA");
        assertThat(run("courier write @a.courier --home @XA").err()).contains("--force");
        done("courier write @a.courier --force --home @XA");
        done("courier read @a.courier --home @XB");
        done("courier write @b.courier --home @XB");
        done("courier read @b.courier --home @XA");

        assertThat(run("node status --home @XA").out()).contains("acknowledged");
        Session own = run("verify @b.courier");
        assertThat(own.code()).isZero();
        assertThat(own.out()).contains("compared with the parties by voice").contains("It holds.");
        Session given = run("verify @b.courier --card @XA.card --card @XB.card --lang zh");
        assertThat(given.code()).isZero();
        assertThat(given.out()).contains("核验成立").doesNotContain("口头");
        Session half = run("verify @b.courier --card @XB.card");
        assertThat(half.code()).isEqualTo(1);
        assertThat(half.out()).contains("FAILED  signature of the log");
    }

    @Test
    void aFlippedBitIsNamedWithItsStepIndexAndBothHashes() throws IOException {
        assertThat(run("verify @log --card @XA.card --card @XB.card").code()).isZero();
        Path bundle = folder.resolve("log/tile/entries/000.p/1");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[30] ^= 4;
        Files.write(bundle, bytes);

        Session session = run("verify @log --card @XA.card");

        assertThat(session.code()).isEqualTo(1);
        assertThat(session.out())
                .contains("FAILED  entries")
                .contains("at index 0")
                .contains("expected sha256:")
                .contains("actual   sha256:")
                .contains("It does NOT hold.");
        Session json = run("verify @log --card @XA.card --json");
        assertThat(json.out()).contains("\"holds\" : false").contains("\"index\" : 0");
    }

    @Test
    void keysThatChangedAreFollowedFromTheFirstCard() {
        done("node rotate --all --home @XA");
        done("node rotate --finish --home @XA");
        done(Homes.DECLARE.replace("01-01", "07-01") + " --home @XA");
        done("node export @changed --home @XA");

        Session session = run("verify @changed --card @XA.card");

        assertThat(session.code()).as(session.out()).isZero();
        assertThat(session.out())
                .contains("passed  signatures of offices: 4")
                .contains("change of keys: XA/1: card 2  sha256:");
        assertThat(run("verify @changed --card @XB.card").code()).isEqualTo(1);
    }

    @Test
    void aLogIsVerifiedFromItsAddress() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    Path file = folder.resolve("log" + exchange.getRequestURI().getPath());
                    boolean there = Files.isRegularFile(file);
                    byte[] bytes = there ? Files.readAllBytes(file) : new byte[0];
                    exchange.sendResponseHeaders(there ? 200 : 404, there ? bytes.length : -1);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(run("verify " + address + " --card @XA.card").code()).isZero();
            assertThat(run("verify " + address + "/no --card @XA.card").code()).isEqualTo(1);
        } finally {
            server.stop(0);
        }
    }

    private SignerKey policyOf(String origin) throws IOException {
        SignerKey key = SignerKey.of(Suite.ED25519, origin, new byte[32]).with(new BouncyEd25519());
        Files.writeString(
                folder.resolve("policy"), "log " + key.verifier().format() + "\nquorum none\n");
        return key;
    }

    private static Note signed(SignerKey key, String entry) {
        String text =
                new Checkpoint(
                                key.name(),
                                1,
                                TreeHasher.leafHash(entry.getBytes(StandardCharsets.UTF_8)))
                        .text();
        return Note.of(text).signedBy(key.sign(text));
    }

    @Test
    void evidenceNamesWhoSignedTwoHistoriesAndBothRoots() throws IOException {
        SignerKey key = policyOf("exercise/xa/log");
        Fork fork = Fork.ofSameSize(signed(key, "one"), signed(key, "two"));
        Files.write(folder.resolve("a.evidence"), fork.bytes());

        Session session = run("verify @a.evidence --policy @policy");

        assertThat(session.code()).isZero();
        assertThat(session.out())
                .contains("forked-log: two histories were signed by exercise/xa/log")
                .contains("at size 1: " + Checkpoint.of(fork.first()).root())
                .contains(fork.root().toString());
        assertThat(run("verify @a.evidence --card @XA.card").code()).isEqualTo(1);
        assertThat(run("verify @a.evidence").code()).isEqualTo(2);
    }

    @Test
    void aProofHoldsForItsEntryOnly() throws IOException {
        SignerKey key = policyOf("exercise/xa/log");
        LogProof proof = new LogProof(InclusionProof.inTree(0, 1, List.of()), signed(key, "one"));
        Files.write(folder.resolve("a.tlog-proof"), proof.bytes());
        Files.writeString(folder.resolve("one"), "one");
        Files.writeString(folder.resolve("two"), "two");

        assertThat(run("verify @a.tlog-proof --policy @policy --entry @one").code()).isZero();
        assertThat(run("verify @a.tlog-proof --policy @policy --entry @two").code()).isEqualTo(1);
        assertThat(run("verify @a.tlog-proof --policy @policy").code()).isEqualTo(2);
    }
}
