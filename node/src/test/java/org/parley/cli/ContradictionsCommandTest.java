// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.archive.Archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Texts of our own with the traps that real ones have; the real ones where a folder is given. */
class ContradictionsCommandTest {
    private static final Path LIBRARY =
            Path.of(System.getProperty("parley.root", "..")).resolve("library");

    @TempDir Path folder;

    @BeforeEach
    void texts() throws IOException {
        Files.writeString(
                folder.resolve("agency.txt"), "据法新社报道，俄罗斯部署了大约1550枚核弹头。中美将在华盛顿举行军控和防扩散磋商。\n");
        Files.writeString(folder.resolve("weekday.txt"), "双方于2023年11月2日（周五）通话。\n");
    }

    private Session run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("contradictions"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--library", LIBRARY.toString(), "--home", "no-such-home"));
        return Session.run(all.toArray(String[]::new));
    }

    @Test
    void aFolderIsReadAndBothReadingsOfARoundedNumberAreOffered() {
        Session said = run(folder.toString(), "--known-on", "2024-01-01");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("known on 2024-01-01: 2 documents")
                .contains("ambiguous  [several-readings")
                .contains("new-start/limits.warheads")
                .contains("new-start/ru-2022-09")
                .contains("impossible  [weekday");
    }

    @Test
    void theSameIsSaidInChineseAndAsJson() {
        assertThat(run(folder.toString(), "--lang", "zh").out()).contains("新内容：文件所载而记录未载");
        assertThat(run(folder.toString(), "--json").out())
                .startsWith("{")
                .contains("\"rule\" : \"several-readings\"");
    }

    @Test
    void aTextIsGivenADateAndOneThatIsNotThereIsRefused() {
        assertThat(run(folder.toString(), "--date", "agency.txt=2023-11-02").out())
                .contains("agency.txt  2023-11-02");
        Session unknown = run(folder.toString(), "--date", "other.txt=2023-11-02");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("no document \"other.txt\"");
        assertThat(run(folder.resolve("nothing").toString()).err())
                .contains("there is no such file or folder");
    }

    /** {@code -Dparley.documents=FOLDER} with 000.txt to 004.txt, which are not ours to ship. */
    @Test
    void theSampleDocumentsDifferWhereAPersonFoundThatTheyDo() {
        String real = System.getProperty("parley.documents", "");
        Assumptions.assumeTrue(!real.isEmpty(), "parley.documents is not set");
        String said = run(real, "--all", "--known-on", "2026-11-28").out();
        assertThat(block(said, "俄罗斯部署了大约1550枚核弹头", "ambiguous"))
                .contains("new-start/limits.warheads")
                .contains("new-start/ru-2022-09]");
        assertThat(block(said, "9 月交换和公布", "contradicts-record"))
                .contains("new-start/ru-2022-09-exchange");
        assertThat(block(said, "2025年8月开始担任安理会轮值主席国", "not-verifiable"))
                .contains("p5-process/chair-cn-2024");
        assertThat(block(said, "不在双边基础上与美国讨论军控", "changed-over-time")).contains("us-cn-ac");
        assertThat(block(said, "明年1月初举行最高军事官员", "dates-differ")).contains("今年年底前");
        assertThat(block(said, "储备量约3700枚", "different-quantity")).contains("5,428");
        assertThat(block(said, "储备量为4489枚", "different-quantity")).contains("5,977");
        Map<String, Set<String>> places = new TreeMap<>();
        said.lines()
                .filter(line -> line.contains("004.txt:"))
                .map(line -> line.split("”  .*004\\.txt:"))
                .forEach(
                        part -> places.computeIfAbsent(part[0], _ -> new TreeSet<>()).add(part[1]));
        assertThat(places).as("doubled paragraphs count once").isNotEmpty();
        places.values().forEach(place -> assertThat(place).hasSize(1));
    }

    /** The finding that has these words and this verdict. */
    private static String block(String said, String words, String verdict) {
        return List.of(said.split("\n\n")).stream()
                .filter(part -> part.startsWith(verdict + "  ") && part.contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(verdict + " of " + words));
    }

    @Test
    void withoutFilesTheDocumentsOfTheHomeAreCompared() throws IOException {
        byte[] content = Files.readAllBytes(folder.resolve("weekday.txt"));
        Path home = folder.resolve("home");
        Archive.in(home)
                .put(
                        content,
                        Archive.entry(
                                content,
                                "taken.txt",
                                "taken.txt",
                                Instant.parse("2024-01-01T00:00:00Z"),
                                Optional.empty(),
                                Optional.empty()));
        Session said =
                Session.run(
                        "contradictions",
                        "--library",
                        LIBRARY.toString(),
                        "--home",
                        home.toString());
        assertThat(said.out())
                .contains("1 documents")
                .contains("impossible  [weekday")
                .contains("taken.txt  undated, between ../2024-01-01");
    }
}
