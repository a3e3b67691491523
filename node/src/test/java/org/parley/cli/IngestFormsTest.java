// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.archive.Archive;
import org.parley.archive.Entry;
import org.parley.archive.Texts;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every way in which documents are taken in, listed, shown and taken away again. */
final class IngestFormsTest {
    private static final String LIBRARY =
            Path.of(System.getProperty("parley.root", "..")).resolve("library").toString();

    /** EXERCISE: a wire that two outlets print. */
    private static final String WIRE =
            """
            EXERCISE 演练

            Arden and Borel held talks on nuclear arms control in Cadria on Thursday, the office of
            Arden said. Both sides spoke about lists of sites, about the inspections of the past
            year and about a line between their staffs. They will meet again in the summer.
            """;

    @TempDir Path folder;
    private Path home;
    private Path texts;

    @BeforeEach
    void begin() throws IOException {
        home = Texts.home(Files.createDirectories(folder.resolve("home")));
        texts = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(texts.resolve("a.txt"), Texts.ARDEN);
        Files.writeString(texts.resolve("b.txt"), Texts.BOREL);
    }

    private Session run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--library", LIBRARY, "--home", home.toString()));
        return Session.run(all.toArray(String[]::new));
    }

    private Session done(String... words) {
        Session session = run(words);
        assertThat(session.code()).as(session.out() + session.err()).isZero();
        assertThat(session.err()).isEmpty();
        return session;
    }

    private List<Entry> entries() {
        return Archive.in(home).entries();
    }

    private Entry entry(String text) {
        return Archive.in(home).find(Archive.id(Texts.bytes(text))).orElseThrow();
    }

    @Test
    void jsonIsAClaimALineWithItsDocumentAndNothingElse() {
        List<JsonNode> claims =
                done("ingest", "--json", texts.toString())
                        .out()
                        .lines()
                        .map(JsonMapper.shared()::readTree)
                        .toList();
        assertThat(claims).hasSizeGreaterThan(2);
        assertThat(claims).allMatch(claim -> claim.path("id").asString("").length() == 16);
        assertThat(claims)
                .extracting(claim -> claim.path("kind").asString(""))
                .contains("meeting", "quantity");
        String first = claims.getFirst().path("anchor").path("document").asString("");
        assertThat(first).isEqualTo(Archive.id(Texts.bytes(Texts.ARDEN)));
    }

    @Test
    void csvIsOneTableHoweverManyDocuments() {
        List<String> rows = done("ingest", "--csv", texts.toString()).out().lines().toList();
        assertThat(rows).hasSizeGreaterThan(3);
        assertThat(rows.stream().filter(rows.getFirst()::equals)).hasSize(1);
        int columns = rows.getFirst().split(",", -1).length;
        assertThat(columns).isGreaterThan(10);
        assertThat(rows.get(1)).contains("a.txt");
    }

    @Test
    void briefIsALineForEachDocumentAndASum() {
        List<String> lines = done("ingest", "--brief", texts.toString()).out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("[1/2] ");
        assertThat(lines.get(1)).startsWith("[2/2] ");
        assertThat(lines.get(2)).startsWith("2 new, 0 known, 0 not read; ");
        assertThat(done("ingest", "--brief", texts.toString(), "--lang", "zh").out())
                .contains("（已收入）", "新收入 0 份，已有 2 份，未能读取 0 份");
    }

    @Test
    void aDayGivenDatesTheDocumentsAndALaterOneReplacesIt() throws IOException {
        Path wire = Files.writeString(folder.resolve("wire.txt"), WIRE);
        done("ingest", wire.toString());
        assertThat(done("documents", "show", "wire.txt").out()).contains("date: undated");
        done("ingest", wire.toString(), "--date", "2031-05-12");
        assertThat(entries().getFirst().date()).contains(LocalDate.of(2031, 5, 12));
        assertThat(done("documents", "show", "wire.txt").out())
                .contains("2031-05-12 (given)", "2031-05-08");
        done("ingest", wire.toString(), "--date", "2031-05-20");
        assertThat(done("documents", "show", "wire.txt").out()).contains("2031-05-20 (given)");
        // Without a day the one that was given stays.
        done("ingest", wire.toString());
        assertThat(done("documents", "list").out()).contains("2031-05-20 (given)");
        assertThat(entries()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2031-5-12", "2031-02-30", "2031-05", "yesterday"})
    void whatIsNoDayTakesNothingIn(String date) {
        Session session = run("ingest", texts.toString(), "--date", date);
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err().lines()).singleElement().asString().startsWith("--date: ");
        assertThat(home.resolve("archive")).doesNotExist();
    }

    @Test
    void aDryRunTellsTheSameAndKeepsNothing() {
        String dry = done("ingest", "--dry-run", texts.toString()).out();
        assertThat(dry).endsWith("nothing was kept" + System.lineSeparator());
        assertThat(home.resolve("archive")).doesNotExist();
        String kept = done("ingest", texts.toString()).out();
        assertThat(dry).startsWith(kept);
        assertThat(entries()).hasSize(2);
    }

    @Test
    void addressesThatAreNoneNameTheirLineAndNothingIsFetched() throws IOException {
        Path list = folder.resolve("list.txt");
        Files.writeString(list, "# EXERCISE\n\nftp://arden.example/x\n");
        Session session = run("ingest", "--addresses", list.toString());
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err().lines())
                .singleElement()
                .asString()
                .contains("list.txt:3:1", "ftp");
        Files.writeString(list, "# none\n");
        assertThat(done("ingest", "--addresses", list.toString()).out()).contains("no documents");
    }

    @Test
    void anAddressOfTheOwnMachineIsRefusedWithOneLine() {
        Session session = run("ingest", "http://127.0.0.1:9/x", "--lang", "zh");
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err().lines()).singleElement().asString().contains("不是公共主机", "请用浏览器");
        assertThat(entries()).isEmpty();
    }

    @Test
    void theSameBytesUnderTwoNamesCountOnce() throws IOException {
        Files.writeString(texts.resolve("c.txt"), Texts.ARDEN);
        String out = done("ingest", "--brief", texts.toString()).out();
        assertThat(out).contains("(the same bytes as " + texts.resolve("a.txt") + ")");
        assertThat(out).contains("2 new, 1 known, 0 not read");
        assertThat(entries()).extracting(Entry::name).doesNotContain(texts.resolve("c.txt") + "");
        assertThat(sum(out)).isEqualTo(sum(done("ingest", "--brief", texts.toString()).out()));
    }

    @Test
    void theSameWireUnderTwoNamesIsKeptTwiceAndItsClaimsCountOnce() throws IOException {
        Path one = Files.writeString(folder.resolve("one.txt"), WIRE);
        Path two = Files.writeString(folder.resolve("two.txt"), WIRE.replace("\n\n", "\n\n\n"));
        String alone = done("ingest", "--brief", "--dry-run", one.toString()).out();
        String both = done("ingest", "--brief", one.toString(), two.toString()).out();
        assertThat(both).contains("(a copy of " + one + ")");
        assertThat(sum(both)).isEqualTo(sum(alone));
        assertThat(entries()).hasSize(2);
        // The other way round it is still the first that was taken in that counts.
        String again = done("ingest", "--brief", two.toString(), one.toString()).out();
        assertThat(again.lines().toList().get(0)).contains("(a copy of " + one + ")");
        assertThat(again.lines().toList().get(1)).endsWith("(known)");
    }

    /** What stands behind the semicolon: how many claims. */
    private static String sum(String out) {
        String last =
                out.lines().filter(line -> line.contains(" not read; ")).findFirst().orElseThrow();
        return last.substring(last.indexOf(';'));
    }

    @Test
    void documentsAreListedShownAndRemoved() {
        assertThat(done("documents", "list").out()).contains("no documents; see parley ingest");
        done("ingest", texts.toString());
        assertThat(done("documents", "list").out().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("  en  ", "undated", "2 claims"))
                .anySatisfy(line -> assertThat(line).contains("  zh-Hans  ", "2030-02-05"));
        JsonNode json = JsonMapper.shared().readTree(first(done("documents", "list", "--json")));
        assertThat(json.path("id").asString("")).startsWith("sha256:");
        assertThat(done("documents", "show", "a.txt").out())
                .contains("480", "warheads", "language: en");
        assertThat(done("documents", "show", "b.txt", "--text").out()).contains("博雷尔拥有约310枚核弹头");
        assertThat(done("documents", "show", "a.txt", "--lang", "zh").out())
                .contains("编号：", "语言：", "会谈", "约 480", "文中所述");
        String id = entries().getFirst().shortId();
        assertThat(done("documents", "remove", id).out()).startsWith("removed: " + id);
        assertThat(entries()).hasSize(1);
        assertThat(files()).hasSize(3);
    }

    private static String first(Session session) {
        return session.out().lines().findFirst().orElseThrow();
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(home.resolve("archive"))) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aMisspeltNameRemovesNothing() {
        done("ingest", texts.toString());
        Session session = run("documents", "remove", "a.txt", "c.txt");
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err().lines()).singleElement().asString().contains("\"c.txt\"");
        assertThat(run("documents", "show", "c.txt", "--lang", "zh").err())
                .contains("没有文件“c.txt”", "编号的前 6 个字符");
        assertThat(entries()).hasSize(2);
    }

    @Test
    void oneDamagedFileIsNamedAndEverythingElseGoesOn() throws IOException {
        done("ingest", texts.toString());
        Entry arden = entry(Texts.ARDEN);
        Path about =
                files().stream()
                        .filter(file ->
                                file.toString().endsWith(arden.hex().substring(2) + ".json"))
                        .findFirst()
                        .orElseThrow();
        Files.writeString(about, "{");
        for (String line :
                List.of("documents list", "search 博雷尔", "documents export --as markdown")) {
            Session session = run(line.split(" "));
            assertThat(session.code()).as(line).isEqualTo(1);
            assertThat(session.out()).as(line).contains(entry(Texts.BOREL).shortId());
            assertThat(session.err().lines())
                    .singleElement()
                    .asString()
                    .contains(about.getFileName() + "", "corrupt", "ingest the document again");
        }
        Session review = run("review", "list");
        assertThat(review.code()).isEqualTo(1);
        assertThat(review.out()).contains("b.txt");
        Path other = Files.writeString(folder.resolve("other.txt"), WIRE);
        Session more = run("ingest", "--brief", other.toString());
        assertThat(more.code()).isEqualTo(1);
        assertThat(more.out()).contains("1 new, 0 known, 0 not read");
        assertThat(done("documents", "remove", "b.txt", "--lang", "zh").out()).startsWith("已删除 ");
        assertThat(done("documents", "remove", arden.shortId()).out())
                .contains(arden.shortId(), "(damaged)");
        assertThat(entries()).extracting(Entry::name).containsExactly(other.toString());
    }

    @Test
    void aDamagedFileIsMendedByTakingTheDocumentInAgain() throws IOException {
        done("ingest", texts.toString());
        for (Path file : files()) {
            if (file.toString().endsWith(".json")) {
                Files.writeString(file, "");
            }
        }
        assertThat(run("documents", "list").code()).isEqualTo(1);
        assertThat(run("ingest", "--brief", texts.toString()).out()).contains("2 new");
        assertThat(done("documents", "list").out().lines()).hasSize(2);
    }
}
