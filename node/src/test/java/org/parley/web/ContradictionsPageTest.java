// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.archive.Archive;
import org.parley.archive.Entry;
import org.parley.review.Desk;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class ContradictionsPageTest {
    private static final Path LIBRARY =
            Path.of(System.getProperty("parley.root", "..")).resolve("library");

    @TempDir Path home;

    private Pages pages() throws IOException {
        Path folder = Files.createDirectories(home.resolve("documents"));
        Files.writeString(folder.resolve("a.txt"), "双方于2023年11月2日（周五）通话。\n");
        Files.writeString(folder.resolve("notes.csv"), "no document");
        return Pages.open(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aDifferenceIsShownWithItsWordsAndItsRule(String language) throws IOException {
        try (Pages pages = pages()) {
            String page = pages.body("/contradictions?lang=" + language);
            assertThat(page)
                    .contains("2023年11月2日（周五")
                    .contains(language.equals("en") ? "cannot be as worded" : "按字面不可能")
                    .contains(
                            "href=\"/contradictions?lang=" + (language.equals("en") ? "zh" : "en"))
                    .doesNotContain("notes.csv")
                    .doesNotContain("null");
            assertThat(pages.defects()).isEmpty();
        }
    }

    @Test
    void jsonHasTheSame() throws IOException {
        try (Pages pages = pages()) {
            assertThat(pages.body("/contradictions.json?lang=en"))
                    .contains("\"verdict\" : \"impossible\"")
                    .contains("\"rule\" : \"weekday\"");
        }
    }

    @Test
    void aDocumentThatIsAddedIsComparedAndOneThatCannotBeReadIsNamed() throws IOException {
        try (Pages pages = pages()) {
            assertThat(pages.words("/contradictions?lang=en")).contains("1 documents");
            Path folder = home.resolve("documents");
            Files.writeString(folder.resolve("b.txt"), "双方于2023年11月3日通话。\n");
            Files.write(folder.resolve("c.txt"), new byte[] {'P', 'K', 3, 4, 0, 0});
            assertThat(pages.words("/contradictions?lang=en"))
                    .contains("2 documents")
                    .contains("Documents that could not be read")
                    .contains("c.txt");
        }
    }

    @Test
    void aHomeWithoutDocumentsSaysWhereToPutThem() {
        try (Pages pages = Pages.open(Path.of("no-such-home"))) {
            assertThat(pages.words("/contradictions?lang=en"))
                    .contains("./parley contradictions FILE");
        }
    }

    @Test
    void anUnknownParameterIsRefused() throws IOException {
        try (Pages pages = pages()) {
            assertThat(pages.get("/contradictions?of=XA").statusCode()).isEqualTo(400);
        }
    }

    private static final String TWO =
            "Agence A reported that Russia has a stockpile of 4,100 nuclear warheads.\n";

    @Test
    void whatAReviewerRejectsIsNoLongerHeldAgainstAnything() throws IOException {
        Path folder = Files.createDirectories(home.resolve("documents"));
        Files.writeString(folder.resolve("a.txt"), TWO);
        try (Pages pages = Pages.open(home)) {
            assertThat(pages.body("/contradictions?lang=en")).contains("4,100 nuclear");
            Desk desk = Desk.open(LIBRARY, home, Clock.systemUTC(), new Random(1)::nextLong);
            String id = desk.list().getFirst().id();
            desk.open(id)
                    .reviewed()
                    .claims()
                    .forEach(claim -> desk.reject(id, claim.id(), "a misreading", "Ines"));
            assertThat(pages.body("/contradictions?lang=en")).doesNotContain("4,100 nuclear");
        }
    }

    @Test
    void whatWasTakenInIsComparedAndTheWordsLeadToTheDocument() {
        byte[] content = TWO.getBytes(StandardCharsets.UTF_8);
        Archive archive = Archive.in(home);
        Entry entry =
                archive.put(
                        content,
                        Archive.entry(
                                content,
                                "wire.txt",
                                "wire.txt",
                                Pages.NOW,
                                Optional.of(LocalDate.of(2023, 11, 2)),
                                Optional.empty()));
        try (Pages pages = Pages.open(home)) {
            String page = pages.body("/contradictions?lang=en");
            assertThat(page).contains("2023-11-02").contains("4,100 nuclear");
            Matcher link =
                    Pattern.compile("href=\"(/documents/" + entry.hex() + "[^\"#]*claim=[^\"]*)\"")
                            .matcher(page);
            assertThat(link.find()).isTrue();
            String document = pages.body(link.group(1).replace("&amp;", "&"));
            assertThat(document).contains("4,100 nuclear").contains("given when it was taken in");
            assertThat(pages.body("/documents?lang=zh")).contains("收入时注明");
            assertThat(pages.defects()).isEmpty();
        }
    }

    @Test
    void itIsNotShownUnderAForeignName() throws IOException {
        try (Pages pages = pages();
                Socket socket = new Socket("127.0.0.1", pages.address().getPort())) {
            socket.getOutputStream()
                    .write(
                            ("GET /contradictions HTTP/1.1\r\nHost: a.example\r\n"
                                            + "Connection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).doesNotStartWith("HTTP/1.1 200").doesNotContain("2023年11月2日");
        }
    }
}
