// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import dev.cel.runtime.Program;

import org.parley.agreement.Agreement;
import org.parley.agreement.AgreementReader;
import org.parley.agreement.Count;
import org.parley.expression.Expression;
import org.parley.proof.canonical.StatementText;
import org.parley.record.Library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Measures everything in one run and writes docs/performance.md. */
public final class Bench {
    private final Report report = new Report();
    private final MadeUpChanges changes;
    private final boolean quick;

    private Bench(boolean quick) {
        this.quick = quick;
        this.changes = new MadeUpChanges(quick ? 100_000 : 1_000_000, 1);
    }

    /**
     * Runs it all, or one part.
     *
     * @param arguments {@code --quick} for a tenth of it, printed and not written; {@code --only
     *     log}, {@code --only nodes} or {@code --only documents} for that part, which then takes
     *     the place of the one in the file
     */
    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        boolean quick = words.contains("--quick");
        int only = words.indexOf("--only");
        if (only >= 0) {
            switch (only + 1 < words.size() ? words.get(only + 1) : "") {
                case "log" -> write(LogBench.run(quick), quick, true);
                case "documents" -> write(Documents.run(quick), quick, true);
                case "nodes" -> write(LogBench.nodes(quick), quick, true);
                default -> throw new IllegalArgumentException("--only log, documents or nodes");
            }
            return;
        }
        sameRules();
        Bench bench = new Bench(quick);
        bench.totals();
        bench.texts();
        bench.slider();
        bench.page();
        bench.start();
        bench.report.section(Documents.run(quick));
        bench.report.section(LogBench.run(quick));
        bench.report.section(LogBench.nodes(quick));
        write(bench.report.text(Clock.machine(), quick), quick, false);
    }

    private static void write(String text, boolean quick, boolean section) throws IOException {
        Path file = Path.of("docs/performance.md");
        if (quick) {
            System.err.println(text);
        } else if (section) {
            Files.writeString(file, Report.with(Files.readString(file), text));
        } else {
            Files.writeString(file, text);
        }
    }

    static Agreement agreement() {
        String name = "exercise-bench.yaml";
        try (InputStream file = Objects.requireNonNull(Bench.class.getResourceAsStream(name))) {
            return AgreementReader.read(
                    name,
                    new String(file.readAllBytes(), StandardCharsets.UTF_8),
                    (table, at) -> List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The made-up agreement counts as New START does, or the numbers say nothing about it. */
    private static void sameRules() {
        Agreement real = Library.load(Path.of("library/agreements/new-start")).agreement();
        for (Count count : agreement().counts().values()) {
            Count other = Objects.requireNonNull(real.counts().get(count.id()));
            if (!text(count).equals(text(other))) {
                throw new IllegalStateException(count.id() + " differs from New START's");
            }
        }
    }

    private static Optional<String> text(Count count) {
        return count.where()
                .flatMap(where -> count.each().map(each -> where.text() + " : " + each.text()));
    }

    private void totals() throws Exception {
        Engines engines = new Engines(agreement(), changes);
        long[][] decoded = engines.decoded();
        List<Expression> compiled = engines.compiled();
        List<Program> interpreted = engines.interpreted();
        int size = changes.size;
        report.totals(
                Clock.time(
                        "Parley, compiled rules",
                        size,
                        quick ? 20 : 4,
                        7,
                        () -> engines.compiled(compiled, decoded)));
        report.totals(
                Clock.time(
                        "CEL 0.14.0, interpreted rules",
                        size,
                        1,
                        3,
                        () -> engines.interpreted(interpreted)));
        List<Connection> opened = new ArrayList<>();
        report.load(
                Clock.time(
                        "SQLite, load",
                        size,
                        0,
                        1,
                        () -> {
                            opened.add(Databases.sqlite(changes));
                            return 0;
                        }));
        report.totals(
                Clock.time(
                        "SQLite, window functions",
                        size,
                        0,
                        2,
                        () -> Databases.totals(opened.getFirst())));
        opened.removeFirst().close();
        report.load(
                Clock.time(
                        "DuckDB, load by appender",
                        size,
                        0,
                        1,
                        () -> {
                            opened.add(Databases.duckdb(changes));
                            return 0;
                        }));
        for (int threads : List.of(1, Runtime.getRuntime().availableProcessors())) {
            Databases.threads(opened.getFirst(), threads);
            report.totals(
                    Clock.time(
                            "DuckDB, window functions, threads: " + threads,
                            size,
                            1,
                            3,
                            () -> Databases.totals(opened.getFirst())));
        }
        opened.removeFirst().close();
    }

    private void texts() throws Exception {
        Texts texts = new Texts(quick ? 10_000 : 100_000);
        report.text(Clock.time("Parse a statement's text", texts.size(), 2, 3, texts::parse));
        List<StatementText> read = texts.read();
        report.text(
                Clock.time(
                        "Write its canonical form and hash it (SHA-256)",
                        texts.size(),
                        2,
                        3,
                        () -> Texts.hash(read)));
        int number = quick ? 500 : 5_000;
        signatures("BouncyCastle 1.84", Texts.bouncyCastle(), texts, number);
        signatures("the JDK", Texts.jdk(), texts, number);
    }

    private void signatures(String whose, Texts.Signer signer, Texts texts, int number)
            throws Exception {
        report.text(
                Clock.time(
                        "Ed25519 sign, " + whose,
                        number,
                        1,
                        3,
                        () -> texts.sign(signer, number).size()));
        List<byte[]> signatures = texts.sign(signer, number);
        report.text(
                Clock.time(
                        "Ed25519 verify, " + whose,
                        number,
                        1,
                        3,
                        () -> {
                            texts.verify(signer, signatures);
                            return 0;
                        }));
    }

    private void slider() {
        report.slider(Slider.run(agreement(), MadeUpRecord.of(changes)), changes.size);
    }

    private void page() {
        report.page(FirstPage.run(Path.of("library"), quick ? 30 : 300));
    }

    private void start() throws Exception {
        int runs = quick ? 3 : 11;
        List<ColdStart.Result> all = new ArrayList<>();
        for (List<String> command :
                List.of(
                        List.of("status", "new-start"),
                        List.of("status", "--party", "CN"),
                        List.of("--version"))) {
            List<String> words = new ArrayList<>(List.of("./parley"));
            words.addAll(command);
            String what = "`" + String.join(" ", words) + "`";
            all.add(ColdStart.run(what, words, runs));
        }
        all.add(
                ColdStart.run(
                        "the library's YAML, parsed by snakeyaml-engine and left alone",
                        bare("YamlOnly", "library"),
                        runs));
        all.add(ColdStart.run("Java, saying one line", bare("Line"), runs));
        report.starts(all);
    }

    /** A class of this module, started as the launcher starts its commands. */
    private static List<String> bare(String name, String... arguments) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:AOTCache=node/target/dist/parley.aot",
                                "-XX:+VerifySharedSpaces",
                                "-Xlog:disable",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                "node/target/dist/parley.jar:bench/target/classes",
                                "org.parley.bench." + name));
        words.addAll(List.of(arguments));
        return words;
    }
}
