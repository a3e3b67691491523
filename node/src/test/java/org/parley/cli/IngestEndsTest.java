// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.archive.Archive;
import org.parley.archive.Entry;
import org.parley.archive.Texts;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An intake that does not come to its end: killed, stopped, or on a disk that takes no more. */
@DisabledOnOs(OS.WINDOWS)
final class IngestEndsTest {
    private static final Path ROOT =
            Path.of(System.getProperty("parley.root", "..")).toAbsolutePath().normalize();
    private static final int DOCUMENTS = 150;
    private static final int SEEN = 20;
    private static final Pattern STOPPED = Pattern.compile("stopped after (\\d+) of " + DOCUMENTS);

    @TempDir Path folder;
    private Path home;
    private Path texts;

    @BeforeEach
    void begin() throws IOException {
        home = Texts.home(Files.createDirectories(folder.resolve("home")));
        texts = Files.createDirectories(folder.resolve("texts"));
    }

    private void write() throws IOException {
        for (int i = 0; i < DOCUMENTS; i++) {
            Files.writeString(
                    texts.resolve("a%03d.txt".formatted(i)),
                    Texts.ARDEN.replace("480", String.valueOf(1000 + i)));
        }
    }

    private List<String> words(String... options) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-XX:-UsePerfData",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dparley.root=" + ROOT,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Parley.class.getName(),
                                "ingest",
                                "--brief",
                                texts.toString(),
                                "--home",
                                home.toString(),
                                "--library",
                                ROOT.resolve("library").toString()));
        words.addAll(List.of(options));
        return words;
    }

    /** Starts an intake and reads the lines of the first documents; more than those are to come. */
    private Process begun(Path err, String... options) throws IOException {
        Process process = new ProcessBuilder(words(options)).redirectError(err.toFile()).start();
        BufferedReader out = process.inputReader();
        for (int i = 0; i < SEEN; i++) {
            assertThat(out.readLine()).as(Files.readString(err)).startsWith("[" + (i + 1) + "/");
        }
        return process;
    }

    /** Every document that is there is whole, and nothing lies about that is half of one. */
    private List<Entry> whole(boolean killed) {
        Archive archive = Archive.in(home);
        Archive.Stock stock = archive.stock();
        assertThat(stock.damaged()).isEmpty();
        stock.entries().forEach(archive::content);
        if (!killed) {
            assertThat(parts()).isEmpty();
        }
        return stock.entries();
    }

    private List<Path> parts() {
        try (Stream<Path> all = Files.walk(home.resolve("archive"))) {
            return all.filter(file -> file.toString().endsWith(".part")).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Session again() {
        return Session.run(words().subList(9, words().size()).toArray(String[]::new));
    }

    @Test
    void aKilledIntakeLeavesAWholeArchiveAndASecondRunFinishesIt() throws Exception {
        write();
        Process process = begun(folder.resolve("err"));
        process.destroyForcibly().waitFor();

        assertThat(whole(true)).hasSizeBetween(SEEN, DOCUMENTS - 1);

        Session second = again();
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.out()).contains(", 0 not read; ");
        assertThat(whole(false)).hasSize(DOCUMENTS);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void whoStopsItIsToldHowFarItCameAndNothingIsHalfWritten(String signal, int code)
            throws Exception {
        assumeFalse(signal.equals("INT") && isIgnored(), "skipped: this shell ignores Ctrl-C");
        write();
        Path err = folder.resolve("err");
        Process process = begun(err);
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
        List<String> told = process.inputReader().lines().toList();

        assertThat(process.waitFor()).isEqualTo(code);
        Matcher stopped = STOPPED.matcher(Files.readString(err));
        assertThat(stopped.find()).as(Files.readString(err)).isTrue();
        int documents = Integer.parseInt(stopped.group(1));
        assertThat(Files.readString(err).lines()).hasSize(1);
        assertThat(documents).isLessThan(DOCUMENTS).isEqualTo(SEEN + told.size());
        assertThat(told).allMatch(line -> line.startsWith("["));
        assertThat(whole(false)).hasSize(documents);

        Session second = again();
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.out())
                .contains(DOCUMENTS - documents + " new, " + documents + " known, 0 not read");
    }

    /** Whether this process was begun with Ctrl-C ignored, which its children inherit. */
    private static boolean isIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        String mask =
                Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .findFirst()
                        .orElse("SigIgn: 0")
                        .substring(8)
                        .strip();
        return (Long.parseUnsignedLong(mask, 16) & 2) != 0;
    }

    @Test
    void aDiskThatTakesNoMoreEndsItWithOneLine() throws Exception {
        Files.writeString(texts.resolve("a.txt"), Texts.ARDEN);
        String page = "<html><body><p>EXERCISE</p><!--" + "x".repeat(200_000) + "--></body></html>";
        Files.writeString(texts.resolve("b.html"), page);
        Files.writeString(texts.resolve("c.txt"), Texts.ARDEN.replace("480", "90"));
        Path err = folder.resolve("err");
        // No file may grow beyond 128 KiB: what the system says of a full disk comes the same way.
        List<String> shell =
                new ArrayList<>(List.of("sh", "-c", "ulimit -f 256; exec \"$@\"", "-"));
        shell.addAll(words());
        Process process = new ProcessBuilder(shell).redirectError(err.toFile()).start();
        List<String> told = process.inputReader().lines().toList();

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(told).singleElement().asString().startsWith("[1/3]");
        assertThat(Files.readString(err).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("stopped after 1 of 3"),
                        line ->
                                assertThat(line)
                                        .contains("cannot be written", "file too large")
                                        .contains("free space; nothing was changed"));
        assertThat(whole(false)).hasSize(1);
        assertThat(again().code()).isZero();
        assertThat(whole(false)).hasSize(3);
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedOnceInEitherLanguage() throws IOException {
        Files.writeString(texts.resolve("a.txt"), Texts.ARDEN);
        Files.writeString(texts.resolve("b.txt"), Texts.BOREL);
        Files.createDirectories(home.resolve("archive"));
        Files.writeString(
                home.resolve("archive/sha256"), "EXERCISE: a file where a folder is to be");
        Session english = again();
        assertThat(english.code()).isEqualTo(1);
        assertThat(english.out()).isEmpty();
        assertThat(english.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("stopped after 0 of 2"),
                        line -> assertThat(line).contains("archive/sha256", "cannot be written"));
        List<String> chinese = words("--lang", "zh");
        Session other = Session.run(chinese.subList(9, chinese.size()).toArray(String[]::new));
        assertThat(other.err()).contains("已停止，处理了 0 / 2 份", "无法写入", "请检查权限");
        assertThat(Files.readString(home.resolve("archive/sha256"))).startsWith("EXERCISE");
    }
}
