// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.merkle.InclusionProof;
import org.parley.proof.merkle.MadeUpTree;
import org.parley.proof.merkle.Subtree;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignatureLine;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;
import org.parley.proof.note.VerifierKey;
import org.parley.testing.Randomly;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class CheckpointTest {
    private static final String ORIGIN = "exercise/xa/log";
    private static final SignerKey LOG = key(Suite.ED25519, ORIGIN, 1);
    private static final SignerKey LOG_PQ = key(Suite.ML_DSA_44, ORIGIN, 2);
    private static final SignerKey X = key(Suite.ED25519_COSIGNATURE, "exercise/xb/mirror", 3);
    private static final SignerKey Y = key(Suite.ML_DSA_44, "exercise/xc/mirror", 4);
    private static final long TIME = 1_900_000_000L;

    private static SignerKey key(Suite suite, String name, int seed) {
        byte[] bytes = new byte[Suite.SEED_BYTES];
        bytes[0] = (byte) seed;
        return SignerKey.of(suite, name, bytes);
    }

    private static Note signed(Checkpoint checkpoint, SignerKey... keys) {
        Note note = checkpoint.note();
        for (SignerKey key : keys) {
            note = note.signedBy(checkpoint.signedBy(key, TIME));
        }
        return note;
    }

    private static Checkpoint of(MadeUpTree tree) {
        return new Checkpoint(ORIGIN, tree.range().size(), tree.range().root());
    }

    private static Policy policy(String quorum) {
        return Policy.parse(
                ("# exercise\n"
                                + "log "
                                + LOG.verifier()
                                + "\n"
                                + "\tlog "
                                + LOG_PQ.verifier()
                                + " https://xa.example/log\n\n"
                                + "witness X "
                                + X.verifier()
                                + "\n"
                                + "witness  Y\t"
                                + Y.verifier()
                                + " https://xc.example \n"
                                + "group all-of-them all X Y\n"
                                + "quorum "
                                + quorum
                                + "\n")
                        .getBytes(UTF_8));
    }

    @Test
    void theExampleOfTheSpecificationIsReadToTheByte() {
        String text =
                """
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
                """;
        Note note = Note.parse(text.getBytes(UTF_8));
        Checkpoint checkpoint = Checkpoint.of(note);
        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        assertThat(checkpoint.text()).isEqualTo(note.text());
        // The time that the specification's signed message names.
        byte[] signature = note.signatures().getLast().signature();
        assertThat(ByteBuffer.wrap(signature).getLong()).isEqualTo(1_679_315_147L);
    }

    @Test
    void whatIsNoCheckpointIsRefused() {
        String root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
        assertThat(Checkpoint.parse("a\n0\n" + root + "more\n").extensions())
                .containsExactly("more");
        for (String text :
                List.of(
                        "",
                        "a\n0\n",
                        "a\n0\n" + root.strip(),
                        "\n0\n" + root,
                        "a\n00\n" + root,
                        "a\n-1\n" + root,
                        "a\n+1\n" + root,
                        "a\n9223372036854775808\n" + root,
                        "a\n1\nAAAA\n",
                        "a\n1\n" + root.replace("I=", "J="),
                        "a\n1\n" + root + "\n",
                        "a\n1\n" + root + "\nmore\n")) {
            assertThatThrownBy(() -> Checkpoint.parse(text))
                    .as(text)
                    .isInstanceOf(ProofException.class);
        }
    }

    @Test
    void aQuorumIsMetByThoseItNames() {
        Checkpoint checkpoint = of(MadeUpTree.of(3, ""));
        Policy.Accepted accepted = policy("all-of-them").check(signed(checkpoint, LOG, X, Y));
        assertThat(accepted.checkpoint()).isEqualTo(checkpoint);
        assertThat(accepted.signers()).containsExactly(LOG.verifier());
        assertThat(accepted.cosignatures())
                .containsExactly(
                        new Cosignature(X.verifier(), TIME), new Cosignature(Y.verifier(), TIME));
        assertThatThrownBy(() -> policy("all-of-them").check(signed(checkpoint, LOG, X)))
                .hasMessageContaining("exercise/xb/mirror");
        assertThat(policy("X").check(signed(checkpoint, LOG_PQ, X)).signers())
                .containsExactly(LOG_PQ.verifier());
        assertThatThrownBy(() -> policy("none").check(signed(checkpoint, X, Y)))
                .hasMessageContaining("not signed by any key");
        assertThat(policy("none").isMetBy(Set.of())).isTrue();
    }

    @Test
    void aPolicyIsWrittenAndReadBack() {
        Policy policy = policy("all-of-them");
        assertThat(Policy.parse(policy.text().getBytes(UTF_8))).isEqualTo(policy);
        assertThat(policy.witnesses().get("Y").url()).contains("https://xc.example");
    }

    @Test
    void whatIsNoPolicyIsRefusedWithItsLine() {
        String x = "witness X " + X.verifier() + "\n";
        String y = "witness Y " + Y.verifier() + "\n";
        for (String text :
                List.of(
                        x,
                        x + "quorum Y\n",
                        x + "quorum X",
                        x + "quorum X\nquorum X\n",
                        x + x.replace(" X ", " Z ") + "quorum none\n",
                        x + y.replace(" Y ", " X ") + "quorum none\n",
                        x + "group g 0 X\nquorum g\n",
                        x + "group g 2 X\nquorum g\n",
                        x + "group g any X X\nquorum g\n",
                        x + "group g any X\ngroup h any X\nquorum h\n",
                        "group g any g\nquorum g\n",
                        x + "group X any X\nquorum X\n",
                        x.replace(" X ", " none ") + "quorum none\n",
                        "witness W " + LOG.verifier() + "\nquorum W\n",
                        "log " + X.verifier() + "\nquorum none\n",
                        "log " + Y.verifier() + "\n" + y + "quorum Y\n",
                        "log exercise\nquorum none\n",
                        "log\nquorum none\n",
                        "unknown\nquorum none\n",
                        "quorum none\r\n")) {
            assertThatThrownBy(() -> Policy.parse(text.getBytes(UTF_8)))
                    .as(text)
                    .isInstanceOf(ProofException.class);
        }
        assertThatThrownBy(() -> Policy.parse("\nquorum X\n".getBytes(UTF_8)))
                .hasMessageContaining("line 2");
    }

    @Test
    void everyFlippedBitOfALogProofIsCaught() {
        MadeUpTree tree = MadeUpTree.of(5, "entry ");
        InclusionProof in = InclusionProof.prove(3, Subtree.whole(5), tree);
        LogProof proof = new LogProof(in, signed(of(tree), LOG, X));
        byte[] bytes = proof.bytes();
        byte[] entry = tree.entries().get(3);
        assertThat(LogProof.parse(bytes)).isEqualTo(proof);
        assertThat(LogProof.parse(bytes).verify(entry, policy("X")).checkpoint())
                .isEqualTo(of(tree));
        Policy policy = policy("X");
        for (int bit : Randomly.of(8 * bytes.length).toArray()) {
            byte[] damaged = bytes.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> LogProof.parse(damaged).verify(entry, policy))
                    .as("bit " + bit)
                    .isInstanceOf(ProofException.class);
        }
        assertThatThrownBy(() -> proof.verify(tree.entries().get(2), policy))
                .hasMessageContaining("root hash");
    }

    @Test
    void whatStandsBesideAProofIsKeptAndNotBelieved() {
        MadeUpTree tree = MadeUpTree.of(1, "entry ");
        LogProof proof = new LogProof(Optional.of("AAEC"), 0, List.of(), signed(of(tree), LOG));
        assertThat(LogProof.parse(proof.bytes())).isEqualTo(proof);
        assertThat(new String(proof.bytes(), UTF_8))
                .startsWith("c2sp.org/tlog-proof@v1\nextra AAEC\nindex 0\n\nexercise/xa/log\n1\n");
    }

    @Test
    void twoRootsOfOneSizeAreEvidence() {
        Note first = signed(of(MadeUpTree.of(4, "a")), LOG, X);
        Note second = signed(of(MadeUpTree.of(4, "b")), LOG, Y);
        Fork fork = Fork.ofSameSize(first, second);
        List<VerifierKey> known = List.of(LOG.verifier(), X.verifier(), Y.verifier());
        assertThat(Fork.parse(fork.bytes())).isEqualTo(fork);
        assertThat(fork.verify(known).signedBoth()).containsExactly(ORIGIN);
        assertThatThrownBy(() -> Fork.ofSameSize(first, first).verify(known))
                .hasMessageContaining("do not contradict");
        assertThatThrownBy(() -> fork.verify(List.of(X.verifier(), Y.verifier())))
                .hasMessageContaining("nobody known signed both");
    }

    @Test
    void aTreeThatLeavesOutWhatWasSignedIsEvidence() {
        MadeUpTree tree = MadeUpTree.of(9, "b");
        Note second = signed(of(tree), LOG, X);
        List<VerifierKey> known = List.of(LOG.verifier(), X.verifier());
        for (int size = 0; size <= 9; size++) {
            MadeUpTree other = MadeUpTree.of(size, "a");
            Hash root = size == 0 ? Hash.of(new byte[] {1}) : other.range().root();
            Note first = signed(new Checkpoint(ORIGIN, size, root), LOG, X);
            Fork fork = Fork.of(first, second, tree);
            Fork.Shown shown = Fork.parse(fork.bytes()).verify(known);
            assertThat(shown.signedBoth()).containsExactly(ORIGIN, X.name());
            Hash then = TreeRange.of(size, tree).root();
            assertThat(shown.rootInSecond()).isEqualTo(then);
            Note honest = signed(new Checkpoint(ORIGIN, size, then), LOG);
            assertThatThrownBy(() -> Fork.of(honest, second, tree).verify(known))
                    .isInstanceOf(ProofException.class);
        }
    }

    @Test
    void everyFlippedBitOfEvidenceIsCaught() {
        MadeUpTree tree = MadeUpTree.of(5, "b");
        Note first = signed(of(MadeUpTree.of(3, "a")), LOG);
        Fork fork = Fork.of(first, signed(of(tree), LOG), tree);
        List<VerifierKey> known = List.of(LOG.verifier());
        byte[] bytes = fork.bytes();
        for (int bit : Randomly.of(8 * bytes.length).toArray()) {
            byte[] damaged = bytes.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> Fork.parse(damaged).verify(known))
                    .as("bit " + bit)
                    .isInstanceOf(ProofException.class);
        }
    }

    @Test
    void aProofThatMerelyFailsIsNoEvidence() {
        MadeUpTree tree = MadeUpTree.of(5, "a");
        Note first = signed(of(MadeUpTree.of(3, "a")), LOG);
        Note second = signed(of(tree), LOG);
        Hash madeUp = Hash.of(new byte[] {7});
        Fork fork = new Fork(madeUp, List.of(madeUp, madeUp), first, second);
        assertThatThrownBy(() -> fork.verify(List.of(LOG.verifier())))
                .isInstanceOf(ProofException.class);
    }

    @Test
    void signatureLinesGoWithoutANote() {
        Checkpoint checkpoint = of(MadeUpTree.of(2, ""));
        List<SignatureLine> lines =
                List.of(checkpoint.signedBy(X, TIME), checkpoint.signedBy(Y, TIME));
        assertThat(Cosignature.parseLines(Cosignature.formatLines(lines))).isEqualTo(lines);
        assertThatThrownBy(() -> Cosignature.parseLines("\n".getBytes(UTF_8)))
                .isInstanceOf(ProofException.class);
        Map<String, Integer> sizes = new HashMap<>();
        lines.forEach(l -> sizes.put(l.name(), l.signature().length));
        assertThat(sizes.values()).containsExactlyInAnyOrder(8 + 64, 8 + 2420);
    }
}
