// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.archive.Archive;
import org.parley.archive.ReadingRoom;
import org.parley.extraction.LexiconFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A review of what was taken into the archive of a home folder. */
class ArchiveDocumentsTest {
    private static final Instant TAKEN = Instant.parse("2031-05-20T08:00:00Z");

    private static final Path LIBRARY =
            Path.of(System.getProperty("parley.root", "..")).resolve("library");

    @TempDir Path home;

    private void take(String name, Optional<LocalDate> given) {
        Desks.actors(home);
        byte[] content = Desks.TALKS.getBytes(UTF_8);
        Archive.in(home)
                .put(content, Archive.entry(content, name, name, TAKEN, given, Optional.empty()));
    }

    private Desk desk() {
        return new Desk(
                new BothDocuments(
                        new ArchiveDocuments(
                                new ReadingRoom(
                                        Archive.in(home), LexiconFolder.open(LIBRARY, home))),
                        new FolderDocuments(home.resolve("documents"))),
                Desks.extractor(home),
                Desks.reviews(home),
                Desks.CLOCK);
    }

    @Test
    void whatWasTakenInIsListedAndReviewed() {
        take("wire.txt", Optional.empty());
        Desk desk = desk();
        Documents.Listed one = desk.list().getFirst();
        assertThat(desk.list()).hasSize(1);
        assertThat(one.name()).isEqualTo("wire.txt");
        assertThat(one.taken()).contains(LocalDate.of(2031, 5, 20));
        assertThat(desk.open(one.id()).loaded().isIntact()).isTrue();
        String claim = desk.open(one.id()).reviewed().claims().getFirst().id();
        desk.accept(one.id(), claim, "Ines");
        assertThat(desk().open(one.id().substring(0, 8)).reviewed().claim(claim).state())
                .isEqualTo(Reviewed.State.ACCEPTED);
    }

    @Test
    void theDayGivenAtIntakeDatesATextUntilAReviewerGivesAnother() {
        take("wire.txt", Optional.of(LocalDate.of(2031, 5, 13)));
        Desk desk = desk();
        String id = desk.list().getFirst().id();
        assertThat(desk.open(id).reviewed().extraction().anchor())
                .contains(LocalDate.of(2031, 5, 13));
        desk.anchor(id, LocalDate.of(2031, 5, 14), "", "Ines");
        assertThat(desk.open(id).reviewed().extraction().anchor())
                .contains(LocalDate.of(2031, 5, 14));
    }

    @Test
    void theSameInTheArchiveAndInTheFolderIsListedOnce() {
        Desks.home(home, "talks.txt", Desks.TALKS);
        take("wire.txt", Optional.empty());
        assertThat(desk().list()).extracting(Documents.Listed::name).containsExactly("wire.txt");
        Desks.home(home, "other.txt", "Arden and Borel met.\n");
        assertThat(desk().list())
                .extracting(Documents.Listed::name)
                .containsExactly("wire.txt", "other.txt");
        String other = desk().find("other.txt");
        assertThat(desk().open(other).loaded().document().name()).isEqualTo("other.txt");
    }

    @Test
    void bytesThatWereChangedAreNotReviewed() throws IOException {
        take("wire.txt", Optional.empty());
        String id = desk().list().getFirst().id();
        try (Stream<Path> files = Files.walk(home.resolve("archive"))) {
            Path content =
                    files.filter(file -> id.endsWith(String.valueOf(file.getFileName())))
                            .findFirst()
                            .orElseThrow();
            Files.writeString(content, Desks.TALKS.replace("first", "third"));
        }
        assertThatThrownBy(() -> desk().open(id))
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.CORRUPT));
    }

    @Test
    void filesThatAreNamedAreListedByTheirPaths() throws IOException {
        Path file = Files.writeString(home.resolve("a.markdown"), "Arden and Borel met.\n");
        Files.writeString(home.resolve("b.csv"), "no document");
        assertThat(FolderDocuments.of(List.of(home)).list())
                .extracting(Documents.Listed::name)
                .containsExactly(file.toString());
        assertThatThrownBy(() -> FolderDocuments.of(List.of(home.resolve("c.txt"))))
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.NOT_FOUND));
    }
}
