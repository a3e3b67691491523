// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Code;
import org.parley.ParleyException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Documents are kept as they came, once, and a damaged one is never used. */
final class ArchiveTest {
    @TempDir Path home;

    private Archive archive;
    private Entry arden;

    @BeforeEach
    void putOneIn() {
        archive = Archive.in(home);
        arden = archive.put(Texts.bytes(Texts.ARDEN), Texts.entry(Texts.ARDEN, "arden.txt"));
    }

    private Path file() {
        String hex = arden.hex();
        return home.resolve("archive/sha256/" + hex.substring(0, 2) + "/" + hex.substring(2));
    }

    @Test
    void aDocumentComesBackByteForByteUnderTheHashOfItsBytes() throws IOException {
        assertThat(archive.content(arden)).isEqualTo(Texts.bytes(Texts.ARDEN));
        assertThat(Files.readAllBytes(file())).isEqualTo(Texts.bytes(Texts.ARDEN));
        assertThat(Archive.in(home).entries()).containsExactly(arden);
    }

    @Test
    void theSameBytesAreKeptOnceUnderTheirFirstName() {
        Entry again = archive.put(Texts.bytes(Texts.ARDEN), Texts.entry(Texts.ARDEN, "other.txt"));
        assertThat(again).isEqualTo(arden);
        assertThat(archive.entries()).hasSize(1);
    }

    @Test
    void aDayGivenLaterIsKept() {
        LocalDate day = LocalDate.of(2030, 2, 6);
        archive.put(Texts.bytes(Texts.ARDEN), Texts.entry(Texts.ARDEN, "x").dated(day));
        assertThat(archive.require(arden.shortId()).date()).contains(day);
        assertThat(archive.require(arden.id()).name()).isEqualTo("arden.txt");
    }

    @Test
    void aDamagedDocumentIsReportedAndNeverUsedUntilItIsPutInAgain() throws IOException {
        byte[] damaged = Texts.bytes(Texts.ARDEN);
        damaged[20] ^= 1;
        Files.write(file(), damaged);
        assertCorrupt();
        Files.write(file(), new byte[3]);
        assertCorrupt();
        Files.delete(file());
        assertCorrupt();
        archive.put(Texts.bytes(Texts.ARDEN), Texts.entry(Texts.ARDEN, "arden.txt"));
        assertThat(archive.content(arden)).isEqualTo(Texts.bytes(Texts.ARDEN));
    }

    private void assertCorrupt() {
        assertThatThrownBy(() -> archive.content(arden))
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.CORRUPT));
    }

    @Test
    void aDamagedFileAboutADocumentIsToldOfAndHidesNoOther() throws IOException {
        Path about = file().resolveSibling(file().getFileName() + ".json");
        Entry borel = archive.put(Texts.bytes(Texts.BOREL), Texts.entry(Texts.BOREL, "borel.txt"));
        for (String text : new String[] {"", "{}", "[]", "{\"id\":\"sha256:00\"}", "\u0000"}) {
            Files.writeString(about, text);
            Archive.Stock stock = archive.stock();
            assertThat(stock.entries()).containsExactly(borel);
            assertThat(stock.damaged()).containsOnlyKeys(arden.id());
            assertThat(stock.problems()).extracting("code").containsExactly(Code.CORRUPT);
            assertThat(archive.idOf(arden.shortId())).isEqualTo(arden.id());
            assertThat(archive.require("borel.txt")).isEqualTo(borel);
            assertThatThrownBy(() -> archive.require(arden.shortId()))
                    .isInstanceOfSatisfying(
                            ParleyException.class,
                            e -> assertThat(e.code()).isEqualTo(Code.CORRUPT));
        }
        // The same bytes taken in again mend it.
        archive.put(Texts.bytes(Texts.ARDEN), arden);
        assertThat(archive.stock().damaged()).isEmpty();
        assertThat(archive.require("arden.txt")).isEqualTo(arden);
    }

    @Test
    void bytesWithoutTheFileAboutThemAreNoDocumentYet() throws IOException {
        Files.delete(file().resolveSibling(file().getFileName() + ".json"));
        assertThat(archive.entries()).isEmpty();
        assertThat(archive.find(arden.id())).isEmpty();
        archive.put(Texts.bytes(Texts.ARDEN), arden);
        assertThat(archive.entries()).containsExactly(arden);
    }

    @Test
    void whatAKilledProgramLeftIsPassedOverAndSweptAway() throws IOException {
        Path left = file().resolveSibling("." + file().getFileName() + ".999999999.part");
        long own = ProcessHandle.current().pid();
        Path written = file().resolveSibling("." + file().getFileName() + "." + own + ".part");
        Files.writeString(left, "EXER");
        Files.writeString(written, "EXER");
        assertThat(archive.entries()).containsExactly(arden);
        archive.sweep();
        assertThat(left).doesNotExist();
        assertThat(written).exists();
        assertThat(archive.content(arden)).isEqualTo(Texts.bytes(Texts.ARDEN));
    }

    @Test
    void aDocumentAboveTheBoundIsRefused() {
        byte[] large = new byte[Archive.DOCUMENT_BYTES_MAX + 1];
        Entry entry =
                Archive.entry(
                        large, "large", "large", Texts.TAKEN, Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> archive.put(large, entry))
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.TOO_LARGE));
    }

    @Test
    void anIdIsFoundByItsFirstCharactersUnlessTheyAreTooFewOrUnknown() {
        assertThat(archive.require(arden.hex().substring(0, 6))).isEqualTo(arden);
        for (String asked : new String[] {arden.hex().substring(0, 5), "000000", "../../x"}) {
            assertThatThrownBy(() -> archive.require(asked))
                    .isInstanceOfSatisfying(
                            ParleyException.class,
                            e -> assertThat(e.code()).isEqualTo(Code.NOT_FOUND));
        }
    }

    @Test
    void aRemovedDocumentIsGone() {
        archive.remove(arden.id());
        assertThat(archive.entries()).isEmpty();
        assertThat(file()).doesNotExist();
    }

    @Test
    void mediaTypesAreToldByContentAndName() {
        assertThat(MediaType.of(Texts.bytes("%PDF-1.7"), "x.txt")).isEqualTo("application/pdf");
        assertThat(MediaType.of(Texts.bytes("<!DOCTYPE html>"), "x")).isEqualTo("text/html");
        assertThat(MediaType.of(Texts.bytes("# A"), "x.md")).isEqualTo("text/markdown");
        assertThat(MediaType.of(Texts.bytes("A"), "x")).isEqualTo("text/plain");
    }
}
