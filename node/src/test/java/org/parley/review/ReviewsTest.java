// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Code;
import org.parley.ParleyException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ReviewsTest {
    private static final Instant NOW = Instant.parse("2031-06-01T09:00:00Z");
    private static final Quoted QUOTE =
            new Quoted("00aa", "sha256:" + "1".repeat(64), "talks.txt", 3, 9, "阿登与博雷尔");

    @TempDir Path home;

    private static Decision rejection(String why) {
        return new Decision.Reject(QUOTE, why);
    }

    private Path journal() throws IOException {
        try (var files = Files.list(home.resolve("reviews"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("journal-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void everyKindOfDecisionIsReadAsItWasWritten() {
        List<Decision> all =
                List.of(
                        new Decision.Accept(
                                QUOTE,
                                Map.of(Slot.KIND, "meeting"),
                                List.of(
                                        new Decision.Speaker(
                                                "Ministry", "official-readout", Optional.of("XA")),
                                        new Decision.Speaker("Times", "media", Optional.empty())),
                                Map.of()),
                        new Decision.Accept(
                                QUOTE,
                                Map.of(),
                                List.of(),
                                Map.of(Slot.STATUS, "", Slot.AS_OF, "2031")),
                        rejection("no"),
                        new Decision.Merge(QUOTE, List.of(QUOTE, QUOTE)),
                        new Decision.Reopen(QUOTE),
                        new Decision.Link(QUOTE.document(), "talks.txt", "布朗", "XB"),
                        new Decision.Anchor(
                                QUOTE.document(),
                                "talks.txt",
                                LocalDate.of(2031, 5, 12),
                                "weekday"));
        all.forEach(one -> Desks.reviews(home).add("Ines", NOW, one));
        List<Decided> read = Desks.reviews(home).all();
        assertThat(read.stream().map(Decided::decision)).containsExactlyElementsOf(all);
        assertThat(read)
                .allSatisfy(one -> {
                    assertThat(one.by()).isEqualTo("Ines");
                    assertThat(one.at()).isEqualTo(NOW);
                    assertThat(one.id()).startsWith("sha256:");
                });
    }

    @Test
    void nobodyDecidedWhereThereIsNoLog() {
        assertThat(Desks.reviews(home).all()).isEmpty();
        assertThat(home.resolve("reviews")).doesNotExist();
    }

    @Test
    void atEveryLengthOfATornWriteTheDecisionsBeforeItStand() throws IOException {
        Reviews reviews = Desks.reviews(home);
        reviews.add("Ines", NOW, rejection("first"));
        byte[] one = Files.readAllBytes(journal());
        reviews.add("Ines", NOW, rejection("second"));
        byte[] two = Files.readAllBytes(journal());
        assertThat(two).hasSizeGreaterThan(one.length);
        for (int length = one.length; length < two.length; length += 7) {
            deleteSnapshots();
            Files.write(journal(), java.util.Arrays.copyOf(two, length));
            assertThat(Desks.reviews(home).all()).as("cut at %s", length).hasSize(1);
        }
        Desks.reviews(home).add("Ines", NOW, rejection("third"));
        assertThat(Desks.reviews(home).all().stream().map(Decided::decision))
                .containsExactly(rejection("first"), rejection("third"));
    }

    private void deleteSnapshots() throws IOException {
        try (var files = Files.list(home.resolve("reviews"))) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().startsWith("journal-")) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void aDecisionThatWasAcknowledgedAndIsDamagedIsAnError() throws IOException {
        Reviews reviews = Desks.reviews(home);
        reviews.add("Ines", NOW, rejection("first"));
        int first = (int) Files.size(journal());
        reviews.add("Ines", NOW, rejection("second"));
        deleteSnapshots();
        byte[] bytes = Files.readAllBytes(journal());
        bytes[first - 5] ^= 1;
        Files.write(journal(), bytes);
        assertThatThrownBy(() -> Desks.reviews(home).all())
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.CORRUPT));
    }

    @Test
    void aLostLogIsNotAnEmptyOne() throws IOException {
        Reviews reviews = Desks.reviews(home);
        reviews.add("Ines", NOW, rejection("first"));
        Files.delete(journal());
        for (Reviews asked : List.of(reviews, Desks.reviews(home))) {
            assertThatThrownBy(asked::all)
                    .isInstanceOfSatisfying(
                            ParleyException.class,
                            e -> assertThat(e.code()).isEqualTo(Code.NOT_FOUND));
            assertThatThrownBy(() -> asked.add("Ines", NOW, rejection("second")))
                    .isInstanceOfSatisfying(
                            ParleyException.class,
                            e -> assertThat(e.code()).isEqualTo(Code.NOT_FOUND));
        }
    }

    @Test
    void whatAnotherProcessDecidedIsSeen() {
        Reviews one = Desks.reviews(home);
        Reviews other = Desks.reviews(home);
        one.add("Ines", NOW, rejection("first"));
        assertThat(other.all()).hasSize(1);
        one.add("Ines", NOW, rejection("second"));
        assertThat(other.all()).hasSize(2);
    }

    @Test
    void whoDecidesHasAName() {
        for (String by : List.of("", "  ", "a\nb", "x".repeat(61))) {
            assertThatThrownBy(() -> Desks.reviews(home).add(by, NOW, rejection("no")))
                    .isInstanceOf(ParleyException.class);
        }
        assertThat(home.resolve("reviews")).doesNotExist();
    }
}
