// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Code;
import org.parley.ParleyException;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

class EitherTest {
    private static final Path AGREEMENT =
            Path.of(System.getProperty("parley.root", "..")).resolve("exercises/arden-borel");
    private static final Saying DATA =
            new Saying(
                    "declare",
                    "{under: duties.half_yearly_data, as-of: 2030-01-01, counts: {launchers: 780}}",
                    List.of("duty"));

    @TempDir Path folder;

    private final SecureRandom chance = new SecureRandom();

    private NodeHome home() {
        return new NodeHome(folder.resolve("xa"));
    }

    private RunningNode open() {
        return RunningNode.open(home(), InstantSource.system(), chance);
    }

    private String said(Supplier<Optional<String>> ask, int tries) {
        return Either.of(
                home(),
                ask,
                this::open,
                opened -> {
                    try (RunningNode node = opened) {
                        return "alone " + DATA.by(node.node()).ref();
                    }
                },
                tries);
    }

    @BeforeEach
    void begin() {
        Beginning.of(AGREEMENT, "XA").in(home(), chance);
    }

    @Test
    void aCommandWaitsForTheDoorOfANodeThatIsStarting() {
        AtomicInteger asked = new AtomicInteger();
        try (RunningNode starting = open()) {
            starting.node().goOn();
            String told =
                    said(
                            () -> {
                                if (asked.incrementAndGet() == 2) {
                                    starting.takeCommands(chance);
                                }
                                return Control.say(home(), DATA);
                            },
                            3);
            assertThat(told).startsWith("XA/0 sha256:");
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void aCommandDoesItAloneWhenTheOtherProcessEndsMeanwhile() {
        AtomicInteger asked = new AtomicInteger();
        RunningNode other = open();
        String told =
                said(
                        () -> {
                            if (asked.incrementAndGet() == 2) {
                                other.close();
                            }
                            return Control.say(home(), DATA);
                        },
                        3);
        assertThat(told).isEqualTo("alone XA/0");
    }

    @Test
    void whoeverTakesNoCommandsForTooLongIsTold() {
        try (RunningNode silent = open()) {
            assertThatThrownBy(() -> said(() -> Control.say(home(), DATA), 2))
                    .isInstanceOf(ParleyException.class)
                    .hasMessageContaining("still starting")
                    .extracting(e -> ((ParleyException) e).code())
                    .isEqualTo(Code.UNAVAILABLE);
            assertThat(silent.node().head().size()).isZero();
        }
    }
}
