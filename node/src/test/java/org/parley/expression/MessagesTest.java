// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What people read when a rule cannot stand; the messages are part of the public interface. {@code
 * refused.txt} has one condition and, after a bar, its message with the column first.
 */
final class MessagesTest {
    private static final ExpressionCompiler ITEMS = Fixtures.overItems();
    private static final ExpressionCompiler FORMS = Fixtures.overForms();

    static Stream<Arguments> refused() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(MessagesTest.class.getResourceAsStream("refused.txt"))) {
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                int bar = line.lastIndexOf(" | ");
                if (!line.startsWith("#") && bar >= 0) {
                    cases.add(Arguments.of(line.substring(0, bar), line.substring(bar + 3)));
                }
            }
        }
        assertThat(cases).hasSizeGreaterThan(70);
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource
    void refused(String condition, String message) {
        assertThat(refusal(condition).getMessage()).isEqualTo("f:1:" + message);
    }

    @Test
    void everythingIsBounded() {
        String brackets = "(".repeat(300) + "form.waived" + ")".repeat(300);
        assertThat(refusal(brackets).getMessage()).contains("too many brackets");
        String deep = "!(".repeat(60) + "form.waived" + ")".repeat(60);
        assertThat(refusal(deep).getMessage()).contains("nested more than 48 levels deep");
        String sum = "form.type" + " + 1".repeat(60) + " > 0";
        assertThat(refusal(sum).getMessage()).contains("nested more than 48 levels deep");
        assertThat(refusal("form.waived || " + "x".repeat(2000)).code()).isEqualTo(Code.TOO_LARGE);
        String chain = "form.waived" + " || form.waived".repeat(120);
        assertThat(FORMS.condition(chain, Fixtures.AT).reads()).containsExactly("form.waived");
    }

    @Test
    void aCountAddsUpNumbersOnly() {
        ParleyException refusal =
                catchThrowableOfType(
                        ParleyException.class,
                        () ->
                                ITEMS.contribution(
                                        "true",
                                        new Place("f", 1, 8),
                                        "item.kind",
                                        new Place("f", 2, 7)));
        assertThat(refusal)
                .hasMessage(
                        "f:2:7: expression not allowed: item.kind is a kind; a count adds up"
                                + " numbers; give a number, such as 1");
        assertThat(
                        catchThrowableOfType(
                                ParleyException.class,
                                () -> FORMS.number("form.pause", Fixtures.AT)))
                .hasMessageContaining("form.pause is a duration; an integer is needed");
    }

    private static ParleyException refusal(String condition) {
        ExpressionCompiler compiler = condition.contains("form.") ? FORMS : ITEMS;
        ParleyException refusal =
                catchThrowableOfType(
                        ParleyException.class,
                        () -> compiler.condition(condition, new Place("f", 1, 1)));
        assertThat(refusal).as(condition).isNotNull();
        return refusal;
    }
}
