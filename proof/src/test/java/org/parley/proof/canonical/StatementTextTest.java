// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.proof.canonical.MalformedException.Reason;
import org.parley.proof.canonical.StatementText.Signature;
import org.parley.testing.Randomly;

import java.util.List;
import java.util.Map;

final class StatementTextTest {
    private static final String HEAD =
            "parley/statement/v1\n{\"from\":\"XA\",\"kind\":\"declare\"}\n";
    private static final String LINE = "\u2014 XA/office AAECAwQF\n";

    private record Refused(String text, Reason reason) {}

    static List<Refused> refusedTexts() {
        return List.of(
                new Refused("", Reason.ENDS_EARLY),
                new Refused("parley/statement/v1\n{}", Reason.ENDS_EARLY),
                new Refused("parley/statement/v2\n{}\n", Reason.FIRST_LINE),
                new Refused("parley/statement/v1\r\n{}\n", Reason.FIRST_LINE),
                new Refused("parley/statement/v1\n[]\n", Reason.HEADER),
                new Refused("parley/statement/v1\n{ }\n", Reason.WHITESPACE),
                new Refused("parley/statement/v1\n{}\r\n", Reason.WHITESPACE),
                new Refused(HEAD + "\n", Reason.TRAILING),
                new Refused(HEAD + LINE, Reason.TRAILING),
                new Refused(HEAD + "\n\n" + LINE, Reason.SIGNATURE),
                new Refused(HEAD + "\n" + LINE + LINE, Reason.DUPLICATE_SIGNATURE),
                new Refused(HEAD + "\n- XA/office AAECAwQF\n", Reason.SIGNATURE),
                new Refused(HEAD + "\n\u2014 XA/office\n", Reason.SIGNATURE),
                new Refused(HEAD + "\n\u2014  AAECAwQF\n", Reason.SIGNATURE),
                new Refused(HEAD + "\n\u2014 X+A AAECAwQF\n", Reason.SIGNATURE),
                new Refused(HEAD + "\n\u2014 X\u00A0A AAECAwQF\n", Reason.SIGNATURE),
                new Refused(HEAD + "\n\u2014 XA AAECAw==\n", Reason.SIGNATURE),
                new Refused(HEAD + "\n\u2014 XA AAECAwR=\n", Reason.SIGNATURE),
                new Refused(HEAD + "\n\u2014 XA AAECAwQ\n", Reason.SIGNATURE),
                new Refused(HEAD + "\n\u2014 XA AAECAwQF \n", Reason.SIGNATURE),
                new Refused(HEAD + "\n\u2014 XA AAECAwQF", Reason.ENDS_EARLY));
    }

    @ParameterizedTest
    @MethodSource("refusedTexts")
    void whatIsNoStatementIsRefused(Refused refused) {
        MalformedException e =
                catchThrowableOfType(
                        MalformedException.class,
                        () -> StatementText.read(refused.text().getBytes(UTF_8)));
        assertThat(e).isNotNull();
        assertThat(e.reason()).isEqualTo(refused.reason());
        assertThat(e.offset()).isBetween(0, refused.text().getBytes(UTF_8).length);
    }

    @Test
    void aSecondSignatureDoesNotChangeTheId() {
        StatementText unsigned = StatementText.read(HEAD.getBytes(UTF_8));
        StatementText signed = StatementText.read((HEAD + "\n" + LINE).getBytes(UTF_8));
        StatementText twice =
                signed.signedBy(Signature.of("XA/second", new byte[] {9, 8, 7, 6, 5}));
        assertThat(signed.id()).isEqualTo(unsigned.id());
        assertThat(twice.id()).isEqualTo(unsigned.id());
        assertThat(StatementText.read(twice.bytes())).isEqualTo(twice);
    }

    /** Computed with {@code (printf '\0'; printf 'parley/statement/v1\n{}\n') | sha256sum}. */
    @Test
    void theIdIsTheHashOfAZeroByteAndTheFirstTwoLines() {
        assertThat(StatementText.of(Json.object(Map.of())).id())
                .hasToString(
                        "sha256:0280b81d25755354ece1d22375f08caff8ddb9839f62baadf8d9d9a5a6750e38");
    }

    @Test
    void aSignatureLineGivesItsKeyHashAndItsSignature() {
        StatementText signed = StatementText.read((HEAD + "\n" + LINE).getBytes(UTF_8));
        assertThat(signed.signatures())
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.name()).isEqualTo("XA/office");
                    assertThat(s.keyHash()).containsExactly(0, 1, 2, 3);
                    assertThat(s.signature()).containsExactly(4, 5);
                });
    }

    @Test
    void theBoundsHold() {
        Json.Obj large =
                Json.object(Map.of("a", Json.text("x".repeat(StatementText.HEADER_BYTES_MAX))));
        assertThatThrownBy(() -> StatementText.of(large)).hasMessageContaining("longer");
        StringBuilder many = new StringBuilder(HEAD).append('\n');
        for (int i = 0; i <= StatementText.SIGNATURES_MAX; i++) {
            many.append("\u2014 XA/").append(i).append(" AAECAwQF\n");
        }
        assertThatThrownBy(() -> StatementText.read(many.toString().getBytes(UTF_8)))
                .hasMessageContaining("longer");
    }

    @Test
    void whatIsWrittenIsReadBackAndDamageIsRefusedOrKept() {
        Randomly.check(
                1000,
                random -> {
                    StatementText statement = StatementText.of(RandomJson.object(random, 2));
                    int signatures = random.ints(0, 3);
                    for (int i = 0; i < signatures; i++) {
                        statement =
                                statement.signedBy(
                                        Signature.of("XA/" + i, random.bytes(random.ints(5, 70))));
                    }
                    byte[] bytes = statement.bytes();
                    assertThat(StatementText.read(bytes)).isEqualTo(statement);
                    byte[] damaged = RandomJson.damaged(random, bytes);
                    try {
                        assertThat(StatementText.read(damaged).bytes()).isEqualTo(damaged);
                    } catch (MalformedException e) {
                        assertThat(e.offset()).isBetween(0, damaged.length);
                    }
                });
    }

    @Test
    void aHashIsReadBackAndItsFormIsStrict() {
        Hash hash = Hash.of("a".getBytes(UTF_8), "b".getBytes(UTF_8));
        assertThat(hash).isEqualTo(Hash.of("ab".getBytes(UTF_8)));
        assertThat(Hash.parse(hash.toString())).isEqualTo(hash);
        assertThat(hash.bytes()).hasSize(32);
        assertThatThrownBy(() -> Hash.parse(hash.hex()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Hash(hash.hex().toUpperCase(java.util.Locale.ROOT)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
