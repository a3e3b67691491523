// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.StatementText;
import org.parley.testing.Randomly;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class NoteTest {
    /** The example of golang.org/x/mod/sumdb/note. */
    private static final String GO_KEY =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String GO_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String GO_TEXT =
            "If you think cryptography is the answer to your problem,\n"
                    + "then you don't know what your problem is.\n";

    private static final String GO_NOTE =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    /** The example of c2sp.org/signed-note. */
    private static final String SPEC_NOTE =
            """
            Ognuno sta solo sul cuor della terra
            trafitto da un raggio di sole:

            ed è subito sera.

            — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
            """;

    private static final SignerKey OFFICE = key(Suite.ED25519, "XA/office", 1);
    private static final SignerKey WITNESS = key(Suite.ED25519_COSIGNATURE, "xb.example/w", 2);
    private static final SignerKey LOG = key(Suite.ML_DSA_44, "exercise/xa/log", 3);

    private static final String CHECKPOINT =
            "exercise/xa/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

    private static SignerKey key(Suite suite, String name, int seed) {
        byte[] bytes = new byte[Suite.SEED_BYTES];
        bytes[0] = (byte) seed;
        return SignerKey.of(suite, name, bytes);
    }

    @Test
    void theNoteOfGoIsMadeAndOpenedToTheByte() {
        SignerKey signer = SignerKey.parse(GO_SECRET);
        assertThat(signer.format()).isEqualTo(GO_SECRET);
        assertThat(signer.verifier().format()).isEqualTo(GO_KEY);
        Note note = Note.of(GO_TEXT).signedBy(signer.sign(GO_TEXT));
        assertThat(new String(note.bytes(), UTF_8)).isEqualTo(GO_NOTE);
        assertThat(note.open(List.of(VerifierKey.parse(GO_KEY))))
                .containsExactly(signer.verifier());
    }

    @Test
    void theNoteOfTheSpecificationIsReadWithItsEmptyLines() {
        Note note = Note.parse(SPEC_NOTE.getBytes(UTF_8));
        assertThat(note.text()).endsWith("sole:\n\ned è subito sera.\n");
        assertThat(new String(note.bytes(), UTF_8)).isEqualTo(SPEC_NOTE);
        assertThat(note.signatures().getFirst().keyHash()).isEqualTo(0x367ba04b);
    }

    @Test
    void everyFlippedBitOfANoteIsCaught() {
        byte[] bytes = GO_NOTE.getBytes(UTF_8);
        List<VerifierKey> known = List.of(VerifierKey.parse(GO_KEY));
        for (int bit : Randomly.of(8 * bytes.length).toArray()) {
            byte[] damaged = bytes.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> Note.parse(damaged).open(known))
                    .as("bit " + bit)
                    .isInstanceOf(ProofException.class);
        }
    }

    @Test
    void linesOfUnknownKeysArePassedOver() {
        SignerKey sameName = key(Suite.ED25519, "XA/office", 9);
        Note note =
                Note.of("text\n")
                        .signedBy(sameName.sign("another text\n"))
                        .signedBy(OFFICE.sign("text\n"));
        assertThat(note.open(List.of(OFFICE.verifier()))).containsExactly(OFFICE.verifier());
        assertThatThrownBy(() -> note.open(List.of(WITNESS.verifier())))
                .hasMessageContaining("not signed by any key");
    }

    @Test
    void oneWrongLineOfAKnownKeySpoilsTheNote() {
        Note note =
                Note.of("text\n")
                        .signedBy(OFFICE.sign("text\n"))
                        .signedBy(OFFICE.sign("another text\n"));
        assertThatThrownBy(() -> note.open(List.of(OFFICE.verifier())))
                .hasMessageContaining("does not verify");
    }

    @Test
    void whatIsNoNoteIsRefused() {
        String line = OFFICE.sign("text\n").line();
        for (String text :
                List.of(
                        "",
                        "\n",
                        "text\n",
                        "text\n\n",
                        "text\n" + line + "\n",
                        "text\n\n" + line,
                        "text\n\n" + line + "\n\n",
                        "text\n\n" + line + " \n",
                        "te\tt\n\n" + line + "\n",
                        "text\r\n\n" + line + "\n",
                        "text\n\n" + line.replace("XA/office", "XA+office") + "\n",
                        "text\n\n" + line.replace("XA/office", "XA office") + "\n",
                        "text\n\n" + line.replace('\u2014', '-') + "\n",
                        "text\n\n\u2014 XA/office AAECAw==\n",
                        "text\n" + ("\n" + line).repeat(101) + "\n",
                        "x".repeat(1_000_000) + "\n\n" + line + "\n")) {
            assertThatThrownBy(() -> Note.parse(text.getBytes(UTF_8)))
                    .as(Lines.quoted(text))
                    .isInstanceOf(ProofException.class);
        }
        String hundred = "text\n" + ("\n" + line).repeat(100) + "\n";
        assertThat(Note.parse(hundred.getBytes(UTF_8)).signatures()).hasSize(100);
        assertThatThrownBy(() -> Note.parse(new byte[] {(byte) 0xff, '\n', '\n', 'x', '\n'}))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void everyFlippedBitOfAKeyIsCaught() {
        for (SignerKey key : List.of(OFFICE, WITNESS)) {
            String text = key.verifier().format();
            assertThat(VerifierKey.parse(text)).isEqualTo(key.verifier()).hasToString(text);
            for (int i = 0; i < text.length(); i++) {
                for (int bit = 0; bit < 7; bit++) {
                    StringBuilder damaged = new StringBuilder(text);
                    damaged.setCharAt(i, (char) (text.charAt(i) ^ 1 << bit));
                    assertThatThrownBy(() -> VerifierKey.parse(damaged.toString()))
                            .as(damaged.toString())
                            .isInstanceOf(ProofException.class);
                }
            }
        }
    }

    @Test
    void aKeyOfEverySuiteIsWrittenAndReadAndNeverShown() {
        for (SignerKey key : List.of(OFFICE, WITNESS, LOG)) {
            assertThat(SignerKey.parse(key.format())).isEqualTo(key);
            assertThat(VerifierKey.parse(key.verifier().format())).isEqualTo(key.verifier());
            assertThat(key.toString()).isEqualTo("private key of " + key.name());
        }
        String secret = OFFICE.format();
        String part = secret.substring(secret.length() - 12);
        assertThatThrownBy(() -> SignerKey.parse(secret.replace("XA/", "XB/")))
                .hasMessageNotContaining(part);
        assertThatThrownBy(() -> SignerKey.parse(secret + "=")).hasMessageNotContaining(part);
    }

    @Test
    void cosignaturesHoldForTheirTextTimeAndName() {
        for (SignerKey key : List.of(WITNESS, LOG)) {
            SignatureLine line = key.cosign(CHECKPOINT, 1_900_000_000L);
            VerifierKey verifier = key.verifier();
            assertThat(verifier.verifies(CHECKPOINT, line)).isTrue();
            assertThat(verifier.time(line)).isEqualTo(1_900_000_000L);
            assertThat(verifier.verifies(CHECKPOINT.replace("/xa/", "/xb/"), line)).isFalse();
            assertThat(verifier.verifies("text\n", line)).isFalse();
            byte[] signature = line.signature();
            for (int bit = 0; bit < 128; bit++) {
                byte[] damaged = signature.clone();
                damaged[bit / 8] ^= (byte) (1 << (bit % 8));
                SignatureLine other = SignatureLine.of(key.name(), verifier.keyHash(), damaged);
                assertThat(verifier.verifies(CHECKPOINT, other)).isFalse();
            }
        }
    }

    @Test
    void aKeyOfOneKindDoesNotSignForAnother() {
        assertThatThrownBy(() -> OFFICE.cosign(CHECKPOINT, 1)).isInstanceOf(ProofException.class);
        assertThatThrownBy(() -> WITNESS.sign(CHECKPOINT)).isInstanceOf(ProofException.class);
        assertThatThrownBy(() -> LOG.sign(CHECKPOINT)).isInstanceOf(ProofException.class);
        assertThatThrownBy(() -> LOG.cosign("text\n", 1)).isInstanceOf(ProofException.class);
    }

    @Test
    void aSubtreeIsCosignedWithoutATime() {
        byte[] root = Hash.of(new byte[] {1}).bytes();
        SignatureLine line = LOG.cosignSubtree("exercise/xa/log", 256, 300, root);
        VerifierKey key = LOG.verifier();
        assertThat(key.verifiesSubtree("exercise/xa/log", 256, 300, root, line)).isTrue();
        assertThat(key.verifiesSubtree("exercise/xa/log", 256, 301, root, line)).isFalse();
        assertThat(key.verifiesSubtree("exercise/xb/log", 256, 300, root, line)).isFalse();
    }

    @Test
    void thePostQuantumMessageHasTheBytesOfTheSpecification() {
        byte[] message = CosignedMessage.mlDsa44("ab", 7, "xyz", 0, 258, new byte[32]);
        assertThat(HexFormat.of().formatHex(message))
                .isEqualTo(
                        "737562747265652f76310a00"
                                + "026162"
                                + "0000000000000007"
                                + "0378797a"
                                + "0000000000000000"
                                + "0000000000000102"
                                + "00".repeat(32));
    }

    @Test
    void aStatementIsSignedByTwoOfficersAndRemainsItself() {
        StatementText plain =
                StatementText.of(new Json.Obj(new TreeMap<>(Map.of("from", Json.text("XA")))));
        SignerKey second = key(Suite.ED25519, "XA/second", 4);
        StatementText signed =
                StatementSignatures.sign(StatementSignatures.sign(plain, OFFICE), second);
        assertThat(signed.id()).isEqualTo(plain.id());
        StatementText read = StatementText.read(signed.bytes());
        assertThat(StatementSignatures.signers(read, List.of(second.verifier(), OFFICE.verifier())))
                .containsExactly(OFFICE.verifier(), second.verifier());
        assertThat(StatementSignatures.signers(read, List.of(WITNESS.verifier()))).isEmpty();
        StatementText other =
                new StatementText(
                        new Json.Obj(new TreeMap<>(Map.of("from", Json.text("XB")))),
                        signed.signatures());
        assertThatThrownBy(() -> StatementSignatures.signers(other, List.of(OFFICE.verifier())))
                .hasMessageContaining("XA/office");
    }

    @Test
    void anyTextIsReadBackAsItWasSigned() {
        Randomly.check(
                50,
                random -> {
                    String text = random.string().replaceAll("[\\x00-\\x09\\x0b-\\x1f]", "") + "\n";
                    Note note = Note.of(text).signedBy(OFFICE.sign(text));
                    assertThat(Note.parse(note.bytes())).isEqualTo(note);
                    assertThat(note.open(List.of(OFFICE.verifier()))).hasSize(1);
                });
    }
}
