// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;
import org.parley.proof.cbor.Cbor;
import org.parley.proof.cbor.CborReader;
import org.parley.proof.merkle.InclusionProof;
import org.parley.proof.merkle.MadeUpTree;
import org.parley.proof.merkle.Subtree;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;
import org.parley.proof.note.VerifierKey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

final class CoseReceiptTest {
    private static final SignerKey KEY = key("exercise/xa/log", 1);
    private static final SignerKey OTHER = key("exercise/xb/log", 2);
    private static final MadeUpTree TREE = MadeUpTree.of(70, "EXERCISE ");
    private static final byte[] ONE_HASH = new byte[TreeHasher.HASH_BYTES];
    private static final byte[] SIGNATURE = new byte[64];

    private static SignerKey key(String name, int seed) {
        byte[] bytes = new byte[Suite.SEED_BYTES];
        bytes[0] = (byte) seed;
        return SignerKey.of(Suite.ED25519, name, bytes);
    }

    private static Hash leaf(int index) {
        return TreeHasher.leafHash(TREE.entries().get(index));
    }

    private static CoseReceipt receipt(int index, int size) {
        InclusionProof proof = InclusionProof.prove(index, Subtree.whole(size), TREE);
        return CoseReceipt.sign(proof, leaf(index), KEY);
    }

    private static CoseReceipt.Held verify(byte[] bytes, Hash leaf, SignerKey... keys) {
        List<VerifierKey> known = Arrays.stream(keys).map(SignerKey::verifier).toList();
        return CoseReceipt.parse(bytes).verify(leaf, known, Ed25519.jdk());
    }

    private static ProofException refusal(byte[] bytes) {
        return catchThrowableOfType(ProofException.class, () -> CoseReceipt.parse(bytes));
    }

    @Test
    void everyEntryOfEveryTreeHasAReceiptThatHolds() {
        for (int size = 2; size <= 70; size++) {
            Hash root = TREE_ROOTS.get(size);
            for (int index = 0; index < size; index++) {
                byte[] bytes = receipt(index, size).bytes();
                CoseReceipt.Held held = verify(bytes, leaf(index), OTHER, KEY);
                assertThat(held).isEqualTo(new CoseReceipt.Held(KEY.verifier(), root));
                assertThat(CoseReceipt.parse(bytes).bytes()).isEqualTo(bytes);
            }
        }
    }

    private static final List<Hash> TREE_ROOTS = roots();

    private static List<Hash> roots() {
        List<Hash> roots = new ArrayList<>();
        for (int size = 0; size <= 70; size++) {
            roots.add(MadeUpTree.of(size, "EXERCISE ").range().root());
        }
        return roots;
    }

    @Test
    void itIsWrittenByteForByteAsTheRfcDrawsIt() {
        byte[] bytes = receipt(2, 3).bytes();
        HexFormat hex = HexFormat.of();
        String kid = hex.formatHex(KEY.verifier().format().getBytes(UTF_8));
        String sibling = TREE_ROOTS.get(2).hex();
        assertThat(kid).hasSize(2 * 0x45);
        // 18([<<{1: -8, 4: kid, 395: 1}>>, {396: {-1: [<<[3, 2, [hash]]>>]}}, nil, signature])
        String path = "83" + "03" + "02" + "81" + "5820" + sibling;
        assertThat(hex.formatHex(bytes))
                .startsWith(
                        "d2"
                                + "84"
                                + "584f"
                                + "a3"
                                + "0127"
                                + "04"
                                + "5845"
                                + kid
                                + "19018b01"
                                + "a1"
                                + "19018c"
                                + "a1"
                                + "20"
                                + "81"
                                + "5826"
                                + path
                                + "f6"
                                + "5840");
    }

    @Test
    void anotherEntryOrAnotherKeyIsASignatureThatDoesNotHold() {
        byte[] bytes = receipt(5, 9).bytes();
        ProofException entry =
                catchThrowableOfType(ProofException.class, () -> verify(bytes, leaf(4), KEY));
        assertThat(entry.reason()).isEqualTo(Reason.BAD_SIGNATURE);
        ProofException key =
                catchThrowableOfType(ProofException.class, () -> verify(bytes, leaf(5), OTHER));
        assertThat(key.reason()).isEqualTo(Reason.NO_KNOWN_KEY);
        assertThat(key).hasMessageContaining("exercise/xa/log");
        SignerKey renamed = key("exercise/xa/log", 3);
        byte[] forged =
                CoseReceipt.sign(InclusionProof.prove(5, Subtree.whole(9), TREE), leaf(5), renamed)
                        .bytes();
        ProofException same =
                catchThrowableOfType(ProofException.class, () -> verify(forged, leaf(5), KEY));
        assertThat(same.reason()).isEqualTo(Reason.NO_KNOWN_KEY);
    }

    /** But for the size and the index, which are not signed, and say only how to work it out. */
    @Test
    void noChangedByteIsTakenForWhatWasSigned() {
        byte[] bytes = receipt(5, 9).bytes();
        int unsigned = 0;
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            try {
                verify(changed, leaf(5), KEY);
                unsigned++;
            } catch (ProofException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
        assertThat(unsigned).isLessThanOrEqualTo(1);
    }

    @Test
    void whatIsCutOffIsToldAtEveryLength() {
        byte[] bytes = receipt(5, 9).bytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThat(refusal(cut).getMessage()).contains("ends too early");
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThat(refusal(longer)).hasMessageContaining("1 bytes too many");
        assertThat(refusal(new byte[CoseReceipt.BYTES_MAX + 1]).reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    private static Cbor header() {
        return new Cbor().map(2).number(1).number(-8).number(395).number(1);
    }

    private static Cbor path(long size, long index, int hashes) {
        Cbor path = new Cbor().array(3).number(size).number(index).array(hashes);
        for (int i = 0; i < hashes; i++) {
            path.bytes(ONE_HASH);
        }
        return path;
    }

    private static byte[] message(int tag, byte[] header, int kind, byte[] path) {
        return new Cbor()
                .tag(tag)
                .array(4)
                .bytes(header)
                .map(1)
                .number(396)
                .map(1)
                .number(kind)
                .array(1)
                .bytes(path)
                .nil()
                .bytes(SIGNATURE)
                .done();
    }

    private static ProofException ofPath(byte[] path) {
        return refusal(message(18, header().done(), -1, path));
    }

    private static ProofException ofHeader(Cbor header) {
        return refusal(message(18, header.done(), -1, path(3, 2, 1).done()));
    }

    @Test
    void whatIsNoReceiptIsRefusedWithWhatWasExpected() {
        byte[] path = path(3, 2, 1).done();
        assertThat(CoseReceipt.parse(message(18, header().done(), -1, path)).size()).isEqualTo(3);
        assertThat(refusal(message(98, header().done(), -1, path)))
                .hasMessageContaining("tag 98, where a receipt has 18");
        byte[] untagged = message(18, header().done(), -1, path);
        assertThat(refusal(Arrays.copyOfRange(untagged, 1, untagged.length)))
                .hasMessageContaining("expected a tag, there is an array");
        assertThat(refusal(message(18, header().done(), -2, path)))
                .hasMessageContaining("-2 where -1 belongs");
    }

    @Test
    void aHeaderThatIsNotUnderstoodIsRefused() {
        assertThat(ofHeader(new Cbor().map(1).number(1).number(-8)))
                .hasMessageContaining("has 1 (alg) and 395");
        assertThat(ofHeader(new Cbor().map(2).number(1).number(-7).number(395).number(1)).reason())
                .isEqualTo(Reason.WRONG_SUITE);
        assertThat(ofHeader(new Cbor().map(2).number(1).number(-8).number(395).number(2)))
                .hasMessageContaining("2 where 1 belongs");
        assertThat(ofHeader(new Cbor().map(2).number(1).number(-8).number(1).number(-8)))
                .hasMessageContaining("header 1 stands twice");
        assertThat(ofHeader(header().number(2))).hasMessageContaining("bytes too many");
        assertThat(
                        ofHeader(
                                new Cbor()
                                        .map(3)
                                        .number(1)
                                        .number(-8)
                                        .number(395)
                                        .number(1)
                                        .number(2)
                                        .array(0)))
                .hasMessageContaining("header 2 is not understood");
        assertThat(ofHeader(new Cbor().map(9))).hasMessageContaining("9, at most 3");
    }

    @Test
    void aTreeWithoutThatEntryAndAPathOfAnotherLengthAreRefused() {
        assertThat(ofPath(path(0, 0, 1).done())).hasMessageContaining("index 0 of 0");
        assertThat(ofPath(path(3, 3, 1).done())).hasMessageContaining("index 3 of 3");
        assertThat(ofPath(path(1, 0, 0).done()).reason()).isEqualTo(Reason.PROOF_LENGTH);
        assertThat(ofPath(path(9, 0, 64).done())).hasMessageContaining("64, at most 63");
        byte[] most = message(18, header().done(), -1, path(Long.MAX_VALUE, 0, 63).done());
        ProofException unsigned =
                catchThrowableOfType(ProofException.class, () -> verify(most, leaf(0), KEY));
        assertThat(unsigned.reason()).isEqualTo(Reason.BAD_SIGNATURE);
        byte[] longer = message(18, header().done(), -1, path(3, 2, 2).done());
        ProofException length =
                catchThrowableOfType(ProofException.class, () -> verify(longer, leaf(2), KEY));
        assertThat(length.reason()).isEqualTo(Reason.PROOF_LENGTH);
    }

    @Test
    void numbersThatAreTooLargeOrWrittenInAnotherWayAreRefused() {
        HexFormat hex = HexFormat.of();
        String rest = "0281" + "5820" + hex.formatHex(ONE_HASH);
        assertThat(ofPath(hex.parseHex("831bffffffffffffffff" + rest)))
                .hasMessageContaining("above 2^63-1");
        assertThat(ofPath(hex.parseHex("831803" + rest)))
                .hasMessageContaining("3 is written longer than it has to be");
        assertThat(ofPath(hex.parseHex("8320" + rest)))
                .hasMessageContaining("expected a number, there is a negative number");
        assertThat(ofPath(hex.parseHex("9f03" + rest + "ff")))
                .hasMessageContaining("an indefinite length");
        assertThat(ofPath(hex.parseHex("831c" + rest)))
                .hasMessageContaining("no number begins like this");
        assertThat(ofPath(hex.parseHex("83030281421234")))
                .hasMessageContaining("2 bytes of a hash, not 32");
    }

    /** The whole numbers of RFC 8949, appendix A. */
    @Test
    void numbersAreWrittenAndReadAsTheRfcShows() {
        List<String> table =
                List.of(
                        "0=00",
                        "23=17",
                        "24=1818",
                        "100=1864",
                        "1000=1903e8",
                        "1000000=1a000f4240",
                        "1000000000000=1b000000e8d4a51000",
                        "-1=20",
                        "-10=29",
                        "-100=3863",
                        "-1000=3903e7");
        for (String row : table) {
            long number = Long.parseLong(row.split("=", 2)[0]);
            byte[] bytes = HexFormat.of().parseHex(row.split("=", 2)[1]);
            assertThat(new Cbor().number(number).done()).isEqualTo(bytes);
            assertThat(new CborReader(bytes).number()).isEqualTo(number);
        }
    }

    /** Which is why one key may sign both: no bytes are a checkpoint and a Sig_structure. */
    @Test
    void aCheckpointsKeySignsNoReceiptByTheWay() {
        byte[] signed = new Cbor().array(4).text("Signature1").done();
        assertThat(signed[0]).isEqualTo((byte) 0x84);
        // A byte 10xxxxxx goes on with a character in UTF-8 and begins none.
        assertThat(signed[0] & 0xc0).isEqualTo(0x80);
    }
}
