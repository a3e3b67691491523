// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Code;
import org.parley.lexicon.Lexicon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was read is kept, and read again whenever it might be another. */
final class ReadingRoomTest {
    @TempDir Path home;

    private Archive archive;
    private Lexicon lexicon;
    private ReadingRoom room;
    private Entry arden;

    @BeforeEach
    void putOneIn() {
        archive = Archive.in(home);
        lexicon = Texts.lexicon(home);
        room = new ReadingRoom(archive, lexicon);
        arden = archive.put(Texts.bytes(Texts.ARDEN), Texts.entry(Texts.ARDEN, "arden.txt"));
    }

    private Path kept() throws IOException {
        try (var files = Files.walk(home.resolve("archive/found"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    @Test
    void whatIsKeptIsWhatWasRead() {
        Reading first = room.read(arden);
        assertThat(first.claims()).isNotEmpty();
        Reading again = room.kept(arden).orElseThrow();
        assertThat(again.head()).isEqualTo(first.head());
        assertThat(again.claims().toString().replaceAll("\\[I@\\w+", ""))
                .isEqualTo(first.claims().toString().replaceAll("\\[I@\\w+", ""));
        assertThat(again.claims()).hasSize(again.head().claims());
    }

    @Test
    void aDamagedOrDeletedFileIsReadAnew() throws IOException {
        Reading first = room.read(arden);
        String text = Files.readString(kept());
        List<String> damaged =
                List.of("", "{}", text.substring(0, text.length() / 2), text.replace("480", "481"));
        for (String other : damaged) {
            Files.writeString(kept(), other);
            assertThat(room.kept(arden)).isEmpty();
            assertThat(room.read(arden).head()).isEqualTo(first.head());
            assertThat(room.kept(arden)).isPresent();
        }
        Files.delete(kept());
        assertThat(room.read(arden).head()).isEqualTo(first.head());
    }

    @Test
    void anotherLexiconReadsAnew() throws IOException {
        room.read(arden);
        Files.writeString(
                home.resolve("lexicon/more.yaml"),
                "format: 1\ncategory: party\nentries:\n  XC: {codes: XC, en: [Cadria]}\n");
        Lexicon more =
                org.parley.extraction.LexiconFolder.open(
                        Path.of(System.getProperty("parley.root", "..")).resolve("library"), home);
        assertThat(more.hash()).isNotEqualTo(lexicon.hash());
        ReadingRoom other = new ReadingRoom(archive, more);
        assertThat(other.kept(arden)).isEmpty();
        assertThat(other.read(arden).head().lexicon()).isEqualTo(more.hash());
        assertThat(other.kept(arden)).isPresent();
        assertThat(room.kept(arden)).isEmpty();
        archive.remove(arden.id());
        assertThat(other.kept(arden)).isEmpty();
    }

    @Test
    void ofManyDocumentsTheSoundOnesAreGivenAndTheOthersTold() throws IOException {
        Entry borel = archive.put(Texts.bytes(Texts.BOREL), Texts.entry(Texts.BOREL, "b.txt"));
        String hex = borel.hex();
        Files.writeString(
                home.resolve("archive/sha256/" + hex.substring(0, 2) + "/" + hex.substring(2)),
                "EXERCISE");
        Found found = room.all();
        assertThat(found.kept()).extracting(Kept::entry).containsExactly(arden);
        assertThat(found.kept().getFirst().language()).isEqualTo("en");
        assertThat(found.problems()).singleElement().extracting("code").isEqualTo(Code.CORRUPT);
    }

    @Test
    void theTextComesWithItsClaims() {
        assertThat(room.extraction(arden).claims()).hasSameSizeAs(room.read(arden).claims());
        assertThat(room.document(arden).id()).isEqualTo(arden.id());
    }

    @Test
    void aDayGivenIsReckonedFromAndSaidToBeGiven() {
        assertThat(room.read(arden).head().dated()).isEqualTo(Reading.Dated.NONE);
        LocalDate day = LocalDate.of(2030, 2, 6);
        Entry dated = archive.put(Texts.bytes(Texts.ARDEN), arden.dated(day));
        assertThat(room.kept(dated)).isEmpty();
        assertThat(room.read(dated).head().date()).contains(day);
        assertThat(room.read(dated).head().dated()).isEqualTo(Reading.Dated.GIVEN);
    }

    @Test
    void textsWithTheSameLettersAreCopies() {
        String print = print(Texts.ARDEN);
        assertThat(ReadingRoom.nearlySame(print, print(Texts.ARDEN.replace("\n\n", "\n\n\n "))))
                .isTrue();
        assertThat(ReadingRoom.nearlySame(print, print(Texts.BOREL))).isFalse();
        assertThat(ReadingRoom.nearlySame("other:1", "other:1")).isFalse();
        assertThat(ReadingRoom.nearlySame(print("EXERCISE"), print("EXERCISE"))).isFalse();
    }

    private String print(String text) {
        return room.read(Texts.bytes(text), "x", Optional.empty()).head().fingerprint();
    }
}
