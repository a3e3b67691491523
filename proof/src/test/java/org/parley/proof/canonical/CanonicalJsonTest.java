// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.proof.canonical.MalformedException.Reason;
import org.parley.testing.Randomly;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

final class CanonicalJsonTest {
    private record Refused(String text, Reason reason, int offset) {}

    private static Refused refused(String text, Reason reason, int offset) {
        return new Refused(text, reason, offset);
    }

    /** One or more for every reason that a text can be refused for. */
    static List<Refused> refusedTexts() {
        return List.of(
                refused("", Reason.ENDS_EARLY, 0),
                refused("{\"a\":1", Reason.ENDS_EARLY, 6),
                refused("\"a", Reason.ENDS_EARLY, 2),
                refused("[1,", Reason.ENDS_EARLY, 3),
                refused("-", Reason.ENDS_EARLY, 1),
                refused("1]", Reason.TRAILING, 1),
                refused("{}{}", Reason.TRAILING, 2),
                refused("{} ", Reason.WHITESPACE, 2),
                refused("{}\n", Reason.WHITESPACE, 2),
                refused(" {}", Reason.WHITESPACE, 0),
                refused("[1, 2]", Reason.WHITESPACE, 3),
                refused("{\"a\": 1}", Reason.WHITESPACE, 5),
                refused("{ \"a\":1}", Reason.WHITESPACE, 1),
                refused("{\"é\": 1}", Reason.WHITESPACE, 6),
                refused("null", Reason.NULL, 0),
                refused("[null]", Reason.NULL, 1),
                refused("1.0", Reason.NOT_AN_INTEGER, 0),
                refused("1e3", Reason.NOT_AN_INTEGER, 0),
                refused("[-1E3]", Reason.NOT_AN_INTEGER, 1),
                refused("01", Reason.NUMBER_FORM, 0),
                refused("-0", Reason.NUMBER_FORM, 0),
                refused("-01", Reason.NUMBER_FORM, 0),
                refused("+1", Reason.NUMBER_FORM, 0),
                refused("--1", Reason.NUMBER_FORM, 0),
                refused("9007199254740992", Reason.NUMBER_TOO_LARGE, 0),
                refused("-9007199254740992", Reason.NUMBER_TOO_LARGE, 0),
                refused("18446744073709551617", Reason.NUMBER_TOO_LARGE, 0),
                refused("{\"a\":1,\"a\":1}", Reason.DUPLICATE_KEY, 7),
                refused("{\"a\":1,\"b\":2,\"a\":1}", Reason.DUPLICATE_KEY, 13),
                refused("{\"b\":1,\"a\":2}", Reason.UNSORTED_KEYS, 7),
                refused("{\"ab\":1,\"a\":2}", Reason.UNSORTED_KEYS, 8),
                refused("{\"\uD83D\uDE00\":1,\"\uE000\":2}", Reason.UNSORTED_KEYS, 10),
                refused("\"\\u0041\"", Reason.ESCAPE, 1),
                refused("\"\\u0022\"", Reason.ESCAPE, 1),
                refused("\"\\u000a\"", Reason.ESCAPE, 1),
                refused("\"\\u001F\"", Reason.ESCAPE, 1),
                refused("\"\\/\"", Reason.ESCAPE, 1),
                refused("\"\\x41\"", Reason.ESCAPE, 1),
                refused("\"\\u00g1\"", Reason.ESCAPE, 5),
                refused("\"\t\"", Reason.CONTROL_CHARACTER, 1),
                refused("\"a\n\"", Reason.CONTROL_CHARACTER, 2),
                refused("\"\\ud800\"", Reason.LONE_SURROGATE, 1),
                refused("\"\\ud83d\\ude00\"", Reason.LONE_SURROGATE, 1),
                refused("\"\uFFFF\"", Reason.UNASSIGNED, 0),
                refused("{\"a\":\"\u0378\"}", Reason.UNASSIGNED, 5),
                refused("\"e\u0301\"", Reason.NOT_NFC, 0),
                refused("{\"e\u0301\":1}", Reason.NOT_NFC, 1),
                refused("\"\u212B\"", Reason.NOT_NFC, 0),
                refused("\uFEFF{}", Reason.UNEXPECTED, 0),
                refused("{a:1}", Reason.UNEXPECTED, 1),
                refused("{1:1}", Reason.UNEXPECTED, 1),
                refused("[1,]", Reason.UNEXPECTED, 3),
                refused("{\"a\":1,}", Reason.UNEXPECTED, 7),
                refused("[1 2]", Reason.WHITESPACE, 2),
                refused("[1;2]", Reason.UNEXPECTED, 2),
                refused("True", Reason.UNEXPECTED, 0),
                refused("tru", Reason.UNEXPECTED, 0),
                refused("NaN", Reason.UNEXPECTED, 0),
                refused("'a'", Reason.UNEXPECTED, 0),
                refused("[".repeat(34) + "]".repeat(34), Reason.TOO_DEEP, 33));
    }

    @ParameterizedTest
    @MethodSource("refusedTexts")
    void whatTheWriterWouldNotWriteIsRefused(Refused refused) {
        MalformedException e = refusal(refused.text().getBytes(UTF_8));
        assertThat(e.reason()).isEqualTo(refused.reason());
        assertThat(e.offset()).isEqualTo(refused.offset());
        assertThat(e).hasMessage("byte " + refused.offset() + ": " + refused.reason().words());
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] overlongSlash = {'"', (byte) 0xC0, (byte) 0xAF, '"'};
        byte[] surrogate = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
        byte[] latin = {'"', (byte) 0xE9, '"'};
        byte[] cut = {'"', (byte) 0xE4, (byte) 0xB8};
        for (byte[] bytes : List.of(overlongSlash, surrogate, latin, cut)) {
            MalformedException e = refusal(bytes);
            assertThat(e.reason()).isEqualTo(Reason.NOT_UTF8);
            assertThat(e.offset()).isEqualTo(1);
        }
    }

    @Test
    void aTextBeyondTheLimitIsRefusedUnread() {
        byte[] bytes = new byte[CanonicalJson.BYTES_MAX + 1];
        Arrays.fill(bytes, (byte) '1');
        assertThat(refusal(bytes).reason()).isEqualTo(Reason.TOO_LARGE);
        Json large = Json.text("x".repeat(CanonicalJson.BYTES_MAX));
        assertThatThrownBy(() -> CanonicalJson.write(large)).hasMessageContaining("longer");
    }

    @Test
    void everyReasonHasAVector() {
        Set<Reason> elsewhere =
                EnumSet.of(
                        Reason.NOT_UTF8,
                        Reason.TOO_LARGE,
                        Reason.NOT_CANONICAL,
                        Reason.FIRST_LINE,
                        Reason.HEADER,
                        Reason.SIGNATURE,
                        Reason.DUPLICATE_SIGNATURE);
        assertThat(refusedTexts().stream().map(Refused::reason).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.complementOf(EnumSet.copyOf(elsewhere)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "0",
                "-1",
                "9007199254740991",
                "-9007199254740991",
                "true",
                "\"\"",
                "\"\\u0000\\b\\t\\n\\f\\r\\u001f\\\"\\\\/\u007F\u2028\"",
                "\"条约 \u0414\u043E\u0433\u043E\u0432\u043E\u0440 \uD83D\uDE00\"",
                "{\"\":1,\"A\":2,\"a\":{\"b\":[true,false]},\"\uE000\":3,\"\uD83D\uDE00\":4}"
            })
    void aCanonicalTextIsReadAndWrittenBack(String text) {
        assertThat(CanonicalJson.text(CanonicalJson.read(text.getBytes(UTF_8)))).isEqualTo(text);
    }

    @Test
    void whatIsWrittenIsReadBackAsItWas() {
        Randomly.check(
                500,
                random -> {
                    Json json = RandomJson.value(random, 5);
                    assertThat(CanonicalJson.read(CanonicalJson.write(json))).isEqualTo(json);
                });
    }

    @Test
    void aDamagedTextIsRefusedOrIsTheTextOfAnotherValue() {
        Randomly.check(
                2000,
                random -> {
                    byte[] bytes = CanonicalJson.write(RandomJson.value(random, 3));
                    byte[] damaged = RandomJson.damaged(random, bytes);
                    try {
                        assertThat(CanonicalJson.write(CanonicalJson.read(damaged)))
                                .isEqualTo(damaged);
                    } catch (MalformedException e) {
                        assertThat(e.reason()).isNotEqualTo(Reason.NOT_CANONICAL);
                        assertThat(e.offset()).isBetween(0, damaged.length);
                    }
                });
    }

    @Test
    void keysStandInTheOrderOfTheirBytes() {
        Randomly.check(
                500,
                random -> {
                    String one = RandomJson.text(random);
                    String other =
                            random.oneIn(2)
                                    ? one + RandomJson.text(random)
                                    : RandomJson.text(random);
                    int byBytes =
                            Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
                    assertThat(Integer.signum(Json.compareKeys(one, other)))
                            .isEqualTo(Integer.signum(byBytes));
                });
    }

    @Test
    void aValueThatHasNoTextCannotBeMade() {
        assertThatThrownBy(() -> new Json.Str("e\u0301")).hasMessageContaining("normal form C");
        assertThatThrownBy(() -> new Json.Str("\uD800")).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> Json.object(Map.of("e\u0301", Json.truth(true))))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Json.number(Json.INT_MAX + 1)).hasMessageContaining("2^53-1");
        assertThat(Json.text("e\u0301").text()).isEqualTo("\u00E9");
    }

    @Test
    void aValueNestedTooDeeplyIsNotWritten() {
        Json deep = Json.array();
        for (int i = 0; i < CanonicalJson.DEPTH_MAX; i++) {
            deep = Json.array(deep);
        }
        Json deepest = deep;
        assertThat(CanonicalJson.read(CanonicalJson.write(deepest))).isEqualTo(deepest);
        assertThatThrownBy(() -> CanonicalJson.write(Json.array(deepest)))
                .hasMessageContaining("deeper");
    }

    private static MalformedException refusal(byte[] bytes) {
        MalformedException e =
                catchThrowableOfType(MalformedException.class, () -> CanonicalJson.read(bytes));
        assertThat(e).isNotNull();
        return e;
    }
}
