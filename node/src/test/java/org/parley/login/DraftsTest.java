// SPDX-License-Identifier: Apache-2.0
package org.parley.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What happens to a draft when saying it fails, or the process ends. */
class DraftsTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Draft.Release BO = new Draft.Release("Bo", "duty", NOW);

    @TempDir private Path home;

    private Drafts drafts() {
        return new Drafts(home, () -> NOW, new SecureRandom());
    }

    private static ParleyException failure(Code code) {
        return new ParleyException(code, Place.of("said"), "no", "");
    }

    @Test
    void whatMayHaveBeenSaidIsNotSaidAgain() {
        Draft draft = drafts().save("Ana", "act", "act: signed\n");
        AtomicInteger said = new AtomicInteger();
        assertThatThrownBy(() ->
                        drafts().release(
                                        draft.id(),
                                        draft.seen(),
                                        BO,
                                        1,
                                        one -> {
                                            said.incrementAndGet();
                                            throw new IllegalStateException(
                                                    "the process ends here");
                                        }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(drafts().find(draft.id()).state()).isEqualTo(Draft.State.RELEASING);
        assertThatThrownBy(() ->
                        drafts().release(
                                        draft.id(),
                                        draft.seen(),
                                        BO,
                                        1,
                                        one -> said.incrementAndGet()))
                .hasMessageContaining("look whether it stands in the log");
        assertThat(said).hasValue(1);
        assertThat(drafts().sendBack(draft.id(), "Bo", "It was not said.").state())
                .isEqualTo(Draft.State.RETURNED);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "UNKNOWN_REF", "TOO_LARGE"})
    void whatWasRefusedWaitsAsBefore(Code code) {
        Draft draft = drafts().save("Ana", "act", "act: signed\n");
        assertThatThrownBy(() ->
                        drafts().release(
                                        draft.id(),
                                        draft.seen(),
                                        BO,
                                        1,
                                        one -> {
                                            throw failure(code);
                                        }))
                .isInstanceOf(ParleyException.class);
        assertThat(drafts().find(draft.id())).isEqualTo(draft);
        assertThat(drafts().release(draft.id(), draft.seen(), BO, 1, Draft::yaml))
                .isEqualTo(Optional.of("act: signed\n"));
        assertThat(drafts().all()).isEmpty();
    }

    @Test
    void afterAFailedWriteNobodyKnows() {
        Draft draft = drafts().save("Ana", "act", "act: signed\n");
        assertThatThrownBy(() ->
                        drafts().release(
                                        draft.id(),
                                        draft.seen(),
                                        BO,
                                        1,
                                        one -> {
                                            throw failure(Code.STOPPED);
                                        }))
                .isInstanceOf(ParleyException.class);
        assertThat(drafts().find(draft.id()).state()).isEqualTo(Draft.State.RELEASING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../people", "0123456789abcdeF", "0123456789abcdef0"})
    void aNameThatIsNoneLeadsNowhere(String id) throws IOException {
        Files.writeString(home.resolve("people.json"), "{}");
        assertThatThrownBy(() -> drafts().find(id))
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.NOT_FOUND));
    }

    @Test
    void thereAreNotMoreThanTwoHundred() {
        for (int i = 0; i < 200; i++) {
            drafts().save("Ana", "act", "act: signed\n");
        }
        assertThatThrownBy(() -> drafts().save("Ana", "act", "act: signed\n"))
                .hasMessageContaining("too many drafts wait");
    }

    @Test
    void aLongTextIsRefused() {
        assertThatThrownBy(() -> drafts().save("Ana", "act", "x".repeat(28_001)))
                .hasMessageContaining("28001 characters");
    }
}
