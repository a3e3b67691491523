// SPDX-License-Identifier: Apache-2.0
package org.parley.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Code;
import org.parley.ParleyException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The file of people, also when two have it open at once. */
class PeopleFileTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir private Path home;

    private PeopleFile file() {
        return new PeopleFile(home, () -> NOW, new SecureRandom());
    }

    private static Person.Passkey passkey(String id, long count) {
        return new Person.Passkey(id, "handle", "key", count, true);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        file().pagesAt("https://node.example:8480");
        Person person = file().register(file().link("Ana 安娜", Role.OFFICER), passkey("a", 3));
        file().link("Bo", Role.VIEWER);
        assertThat(file().people()).containsExactly(person);
        assertThat(person.role()).isEqualTo(Role.OFFICER);
        assertThat(file().links()).hasSize(1).first().extracting(Link::name).isEqualTo("Bo");
        assertThat(file().pages()).hasValue("https://node.example:8480");
    }

    @Test
    void manyAtOnceLoseNothing() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String name = "Person " + i;
            threads.add(
                    Thread.startVirtualThread(() -> {
                        String token = file().link(name, Role.VIEWER);
                        file().register(token, passkey(name, 0));
                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(file().people()).hasSize(20);
        assertThat(file().links()).isEmpty();
    }

    @Test
    void aCountGoesOnlyUpUnlessTheDeviceNeverCounts() {
        Person counts = file().register(file().link("Ana", Role.VIEWER), passkey("a", 3));
        assertThat(file().counted(counts, 4)).isTrue();
        assertThat(file().counted(counts, 4)).isFalse();
        assertThat(file().counted(counts, 0)).isFalse();
        Person never = file().register(file().link("Bo", Role.VIEWER), passkey("b", 0));
        assertThat(file().counted(never, 0)).isTrue();
        assertThat(file().counted(never, 0)).isTrue();
    }

    @Test
    void aNewerLinkForTheSameNameVoidsTheOlder() {
        String older = file().link("Ana", Role.OFFICER);
        String newer = file().link("Ana", Role.VIEWER);
        assertThat(file().link(older)).isEmpty();
        assertThat(file().link(newer)).isPresent();
    }

    @Test
    void aNameOrAPasskeyIsOnePersons() {
        file().register(file().link("Ana", Role.VIEWER), passkey("a", 0));
        assertThatThrownBy(() -> file().link("Ana", Role.OFFICER))
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.CONFLICT));
        String token = file().link("Bo", Role.VIEWER);
        assertThatThrownBy(() -> file().register(token, passkey("a", 0)))
                .hasMessageContaining("this link was used");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " Ana", "Ana\nBo", "<b>", "a,b", "/etc", "\u202eanA"})
    void aNameThatCouldBeMisreadIsRefused(String name) {
        assertThatThrownBy(() -> file().link(name, Role.VIEWER))
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.BAD_VALUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"form\":\"parley/people/v1\",\"links\":[],\"people\":[{}]}",
                "{\"form\":\"parley/people/v2\",\"links\":[],\"people\":[]}"
            })
    void aDamagedFileLetsNobodyInAndIsNotWrittenOver(String text) throws IOException {
        Path file = home.resolve("people.json");
        Files.writeString(file, text);
        assertThatThrownBy(() -> file().people()).hasMessageContaining("not a list of people");
        assertThatThrownBy(() -> file().link("Ana", Role.ADMINISTRATOR))
                .hasMessageContaining("not a list of people");
        assertThat(file).hasContent(text);
    }
}
