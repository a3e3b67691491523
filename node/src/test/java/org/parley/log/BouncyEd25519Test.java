// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;
import org.parley.testing.Randomly;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The rule for points is written out in the proof module; this is only a faster way to ask it. */
final class BouncyEd25519Test {
    private static final Ed25519 FAST = new BouncyEd25519();
    private static final Ed25519 PLAIN = Ed25519.jdk();

    @Test
    void agreesWithThePlainRuleAboutAnyBytes() {
        int[] sound = {0};
        int[] tried = {0};
        Randomly.check(
                2000,
                random -> {
                    tried[0]++;
                    byte[] point = random.bytes(32);
                    assertThat(FAST.isSoundPoint(point)).isEqualTo(PLAIN.isSoundPoint(point));
                    sound[0] += FAST.isSoundPoint(point) ? 1 : 0;
                });
        // Half of all bytes are points, an eighth of those has the right order.
        assertThat(sound[0]).isBetween(tried[0] / 80, tried[0] / 4);
    }

    @Test
    void agreesWithThePlainRuleAboutPointsOfSmallOrderAndOtherEncodings() {
        for (String hex :
                List.of(
                        "0100000000000000000000000000000000000000000000000000000000000000",
                        "0000000000000000000000000000000000000000000000000000000000000000",
                        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")) {
            for (int sign : new int[] {0, 0x80}) {
                byte[] point = HexFormat.of().parseHex(hex);
                point[31] ^= (byte) sign;
                assertThat(PLAIN.isSoundPoint(point)).as(hex).isFalse();
                assertThat(FAST.isSoundPoint(point)).as(hex).isFalse();
            }
        }
        assertThat(FAST.isSoundPoint(new byte[31])).isFalse();
        String base = "5866666666666666666666666666666666666666666666666666666666666666";
        assertThat(FAST.isSoundPoint(HexFormat.of().parseHex(base))).isTrue();
    }

    @Test
    void signsTheSameBytesAsTheJdkWithAndWithoutThePublicKey() {
        Randomly.check(
                50,
                random -> {
                    byte[] seed = random.bytes(32);
                    byte[] message = random.bytes(random.ints(0, 300));
                    byte[] publicKey =
                            SignerKey.of(Suite.ED25519, "exercise/XA", seed).verifier().publicKey();
                    byte[] plain = PLAIN.sign(seed, message);
                    assertThat(FAST.sign(seed, message)).isEqualTo(plain);
                    assertThat(FAST.sign(seed, publicKey, message)).isEqualTo(plain);
                    assertThat(PLAIN.sign(seed, publicKey, message)).isEqualTo(plain);
                });
    }

    @Test
    void doesNotChangeWhatItIsAskedAbout() {
        byte[] point = HexFormat.of().parseHex("58" + "66".repeat(31));
        byte[] before = Arrays.copyOf(point, point.length);
        FAST.isSoundPoint(point);
        assertThat(point).isEqualTo(before);
    }
}
