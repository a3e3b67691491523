// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.note;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.proof.Vectors;
import org.parley.testing.Randomly;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

final class Ed25519StrictTest {
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    @Test
    void everyCaseOnWhichVerifiersDisagreeIsRefused() {
        List<List<String>> rows = Vectors.rows("ed25519-speccheck.tsv");
        int takenByTheJdk = 0;
        for (List<String> row : rows) {
            byte[] message = HexFormat.of().parseHex(row.get(0));
            byte[] key = HexFormat.of().parseHex(row.get(1));
            byte[] signature = HexFormat.of().parseHex(row.get(2));
            boolean strict = Ed25519Strict.isSoundKey(key) && Ed25519Strict.isStrict(signature);
            assertThat(strict).isFalse();
            takenByTheJdk += Ed25519.jdk().verify(key, signature, message) ? 1 : 0;
        }
        assertThat(rows).hasSize(12);
        assertThat(takenByTheJdk).as("what the rule is for").isPositive();
    }

    @Test
    void everySignatureMadeHereIsTaken() {
        Randomly.check(
                30,
                random -> {
                    byte[] seed = random.bytes(32);
                    byte[] message = random.bytes(random.size());
                    SignerKey key = SignerKey.of(Suite.ED25519, "XA/office", seed);
                    byte[] publicKey = key.verifier().publicKey();
                    byte[] signature = Ed25519.jdk().sign(seed, message);
                    assertThat(Ed25519Strict.isSoundKey(publicKey)).isTrue();
                    assertThat(Ed25519Strict.verify(Ed25519.jdk(), publicKey, signature, message))
                            .isTrue();
                });
    }

    @Test
    void aSignatureWithTheOrderAddedIsRefused() {
        byte[] seed = new byte[32];
        byte[] signature = Ed25519.jdk().sign(seed, seed);
        assertThat(Ed25519Strict.isStrict(signature)).isTrue();
        byte[] scalar = Arrays.copyOfRange(signature, 32, 64);
        BigInteger more = new BigInteger(1, reversed(scalar)).add(ORDER);
        byte[] added = Arrays.copyOf(signature, 64);
        byte[] bytes = reversed(more.toByteArray());
        System.arraycopy(bytes, 0, added, 32, 32);
        assertThat(Ed25519Strict.isStrict(added)).isFalse();
    }

    @Test
    void thePointsOfSmallOrderAndOtherEncodingsAreNoKeys() {
        for (String hex :
                List.of(
                        "0100000000000000000000000000000000000000000000000000000000000000",
                        "0000000000000000000000000000000000000000000000000000000000000000",
                        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                        "0100000000000000000000000000000000000000000000000000000000000080",
                        "0200000000000000000000000000000000000000000000000000000000000000",
                        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")) {
            assertThat(Ed25519Strict.isSoundKey(HexFormat.of().parseHex(hex))).as(hex).isFalse();
        }
        assertThat(Ed25519Strict.isSoundKey(new byte[31])).isFalse();
        String base = "5866666666666666666666666666666666666666666666666666666666666666";
        assertThat(Ed25519Strict.isSoundKey(HexFormat.of().parseHex(base))).isTrue();
    }

    @Test
    void theFieldAgreesWithWholeNumbers() {
        BigInteger p = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
        Randomly.check(
                300,
                random -> {
                    byte[] one = random.bytes(32);
                    byte[] other = random.oneIn(4) ? reversed(p.toByteArray()) : random.bytes(32);
                    long[] a = Field25519.fromBytes(one);
                    long[] b = Field25519.fromBytes(other);
                    BigInteger x = number(one);
                    BigInteger y = number(other);
                    assertThat(number(Field25519.toBytes(Field25519.multiply(a, b))))
                            .isEqualTo(x.multiply(y).mod(p));
                    assertThat(number(Field25519.toBytes(Field25519.add(a, b))))
                            .isEqualTo(x.add(y).mod(p));
                    assertThat(number(Field25519.toBytes(Field25519.subtract(a, b))))
                            .isEqualTo(x.subtract(y).mod(p));
                    assertThat(number(Field25519.toBytes(Field25519.power2To252Less3(a))))
                            .isEqualTo(
                                    x.modPow(
                                            BigInteger.TWO.pow(252).subtract(BigInteger.valueOf(3)),
                                            p));
                });
    }

    /** Without the top bit, as the field reads it. */
    private static BigInteger number(byte[] bytes) {
        return new BigInteger(1, reversed(bytes)).clearBit(255);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[Math.max(32, bytes.length)];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return bytes.length == 33 ? Arrays.copyOf(reversed, 32) : reversed;
    }
}
