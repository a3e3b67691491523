// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.document.ReadDocument;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.LexiconFolder;
import org.parley.extraction.reading.Extractor;
import org.parley.extraction.score.GoldClaim;
import org.parley.extraction.score.Lint;
import org.parley.extraction.score.Score;
import org.parley.lexicon.Lexicon;
import org.parley.record.Folders;
import org.parley.web.export.FoundWords;
import org.parley.web.export.GoldJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks after the words and patterns with which documents are read. */
@Command(
        name = "evidence",
        description = "Check, explain and score how documents are read.",
        subcommands = {
            EvidenceCommand.ScoreCommand.class,
            EvidenceCommand.ExplainOne.class,
            EvidenceCommand.LintCommand.class
        })
final class EvidenceCommand extends LibraryCommand {
    @Override
    public Integer call() {
        throw new picocli.CommandLine.ParameterException(
                command().commandLine(), "say what: score, lint or explain");
    }

    /** Tries words and patterns on their own examples. */
    @Command(name = "lint", description = "Try every pattern on its own examples.")
    static final class LintCommand extends LibraryCommand {
        @Override
        public Integer call() {
            Lint.Result result = Lint.of(LexiconFolder.open(options.shipped(), options.home));
            result.wrong().forEach(problem -> out().println(problem.in(language())));
            result.remarks().forEach(problem -> out().println(problem.in(language())));
            out().println(
                            in(
                                    result.tried()
                                            + " sentences tried, "
                                            + result.wrong().size()
                                            + " wrong, "
                                            + result.remarks().size()
                                            + " worth a look",
                                    "试过"
                                            + result.tried()
                                            + "句，不符"
                                            + result.wrong().size()
                                            + "处，请核对"
                                            + result.remarks().size()
                                            + "处"));
            return result.wrong().isEmpty() ? 0 : Parley.WRONG;
        }
    }

    /** Says why a sentence gives the claims that it gives. */
    @Command(
            name = "explain",
            description = "Say which words and patterns made the claims of a sentence.")
    static final class ExplainOne extends LibraryCommand {
        @Parameters(
                index = "0",
                paramLabel = "FILE[:OFFSET]",
                description = "a document, and a place in it")
        String place = "";

        @Override
        public Integer call() {
            int colon = place.lastIndexOf(':');
            boolean given = colon > 0 && place.substring(colon + 1).matches("\\d{1,9}");
            if (!given && isFileWithMore(colon)) {
                throw badOffset(place.substring(colon + 1));
            }
            Path file = Path.of(given ? place.substring(0, colon) : place);
            Extractor extractor =
                    new Extractor(LexiconFolder.open(options.shipped(), options.home));
            PrintWriter out = out();
            ReadDocument document = FoundText.read(file);
            Optional<Integer> at =
                    given
                            ? Optional.of(Integer.parseInt(place.substring(colon + 1)))
                            : Optional.empty();
            List<Extractor.Explanation> all = extractor.explain(document, at);
            if (all.isEmpty()) {
                String raw = document.raw();
                throw new ParleyException(
                        Code.NOT_FOUND,
                        Place.of(place),
                        Text.of("no sentence is there", "该处没有句子"),
                        Text.of(
                                "the text has "
                                        + raw.codePointCount(0, raw.length())
                                        + " characters; take an offset that ingest prints",
                                "全文 "
                                        + raw.codePointCount(0, raw.length())
                                        + " 个字符；请用 ingest 列出的位置"));
            }
            for (Extractor.Explanation one : all) {
                out.println(one.sentence());
                one.hits().forEach(hit -> out.println("    " + hit));
                one.matches().forEach(match -> out.println("  > " + match));
                one.voices().forEach(voice -> out.println("  ~ " + voice));
                one.claims()
                        .forEach(claim ->
                                out.println(
                                        "  = "
                                                + claim.kind().word()
                                                + " "
                                                + claim.actors()
                                                + " "
                                                + claim.mechanism().orElse("")
                                                + " "
                                                + claim.about().action().orElse("")
                                                + " "
                                                + claim.anchor().shown()));
            }
            return 0;
        }

        /** Whether a document stands before the colon, and none has the whole for its name. */
        private boolean isFileWithMore(int colon) {
            return colon > 0
                    && !Files.exists(Path.of(place))
                    && Files.isRegularFile(Path.of(place.substring(0, colon)));
        }

        private ParleyException badOffset(String offset) {
            return new ParleyException(
                    Code.USAGE,
                    Place.of(place),
                    Text.of("“" + offset + "” is no offset", "“" + offset + "” 不是位置"),
                    Text.of(
                            "after the colon stands a whole number, from 0, as ingest prints it",
                            "冒号后请写 ingest 列出的位置，即从 0 起的整数"));
        }
    }

    /** Compares what is found with what a person found. */
    @Command(name = "score", description = "Score found claims against those of a person.")
    static final class ScoreCommand extends LibraryCommand {
        @Parameters(
                index = "0",
                paramLabel = "GOLD",
                description = "folder of NAME.jsonl, one claim a line")
        Path gold = Path.of("");

        @Parameters(
                index = "1",
                paramLabel = "DIR",
                description = "folder of the documents, NAME.*")
        Path documents = Path.of("");

        @Option(
                names = "--core",
                description = "count those gold claims only that are marked as core")
        boolean core;

        @Option(names = "--misses", description = "list what was missed or is wrong")
        boolean misses;

        @Option(names = "--extra", description = "list what was found and the gold does not have")
        boolean extra;

        @Override
        public Integer call() {
            Lexicon lexicon = LexiconFolder.open(options.shipped(), options.home);
            Extractor extractor = new Extractor(lexicon);
            List<Score.OfDocument> scores = new ArrayList<>();
            for (Path file : Folders.children(gold)) {
                String name = String.valueOf(file.getFileName());
                if (!name.endsWith(".jsonl")) {
                    continue;
                }
                Path document = document(name.substring(0, name.length() - 6));
                List<GoldClaim> claims = GoldJson.read(Folders.shown(file), Folders.text(file));
                Extractor.Extraction found = extractor.extract(FoundText.read(document));
                Score.OfDocument score = Score.of(name, claims, found.claims(), lexicon);
                scores.add(core ? score.core() : score);
            }
            if (scores.isEmpty()) {
                throw new ParleyException(
                        Code.NOT_FOUND,
                        Place.of(Folders.shown(gold)),
                        Text.of(
                                "no gold file NAME.jsonl is in this folder",
                                "此文件夹中没有标准答案 NAME.jsonl"),
                        Text.of(
                                "name the folder with what is to be found first, then that of the"
                                        + " texts",
                                "请先给出标准答案的文件夹，再给出文本的文件夹"));
            }
            print(scores);
            return 0;
        }

        private Path document(String stem) {
            // Gold and documents may lie in one folder: gold is no document.
            return Folders.children(documents).stream()
                    .filter(file -> String.valueOf(file.getFileName()).startsWith(stem + "."))
                    .filter(file -> !String.valueOf(file.getFileName()).endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow(() ->
                            new ParleyException(
                                    Code.NOT_FOUND,
                                    Place.of(documents.toString()),
                                    Text.of("no document " + stem + ".*", "没有文件 " + stem + ".*"),
                                    Text.of(
                                            "a gold file NAME.jsonl needs a document NAME.txt, .md,"
                                                    + " .html or .pdf",
                                            "标准答案 NAME.jsonl 需要文件 NAME.txt、.md、.html 或 .pdf")));
        }

        private void print(List<Score.OfDocument> scores) {
            PrintWriter out = out();
            FoundWords words = new FoundWords(language());
            out.println(
                    wide(in("kind", "类别"), -15)
                            + wide(in("gold", "标准"), 6)
                            + wide(in("lenient", "宽松"), 9)
                            + wide(in("strict", "严格"), 8)
                            + wide(in("recall", "召回率"), 9)
                            + wide(in("of found", "找出相符"), 10)
                            + wide(in("90 % of samples", "九成抽样区间"), 18));
            Score.count(scores)
                    .forEach((family, count) -> {
                        double[] interval = Score.interval(scores, family);
                        out.printf(
                                Locale.ROOT,
                                in(
                                        "%s %5d %8d %7d %8.2f %4d/%-4d %8.2f to %.2f%n",
                                        "%s %5d %8d %7d %8.2f %4d/%-4d %8.2f 至 %.2f%n"),
                                wide(family(words, family), -15),
                                count.gold(),
                                count.lenient(),
                                count.strict(),
                                count.recall(),
                                count.found() - count.extra(),
                                count.found(),
                                interval[0],
                                interval[1]);
                    });
            Score.confusion(scores, false)
                    .forEach((gold, found) ->
                            out.println(in("status  ", "状态  ") + gold + " → " + found));
            Score.confusion(scores, true)
                    .forEach((gold, found) ->
                            out.println(in("voice   ", "出处  ") + gold + " → " + found));
            for (Score.OfDocument document : scores) {
                if (misses) {
                    document.pairs().stream()
                            .filter(pair -> !pair.strict())
                            .forEach(pair ->
                                    out.println(
                                            pair.gold().id()
                                                    + " "
                                                    + pair.gold().kind()
                                                    + " "
                                                    + pair.wrong()
                                                    + " "
                                                    + pair.gold().quote().replace("\n", "⏎")));
                }
                if (extra) {
                    document.extra()
                            .forEach(claim -> out.println(document.name() + " + " + line(claim)));
                }
            }
        }

        /** The English word is that of gold files. */
        private String family(FoundWords words, String family) {
            if (language().equals("en")) {
                return family;
            }
            return Stream.of(FoundClaim.Kind.values())
                    .filter(kind -> kind.word().equals(family))
                    .map(words::kind)
                    .findFirst()
                    .orElse(family);
        }

        /**
         * Filled up with spaces, Chinese characters counted twice as terminals draw them.
         *
         * @param width negative where the text stands on the left
         */
        private static String wide(String text, int width) {
            int drawn = text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
            String spaces = " ".repeat(Math.max(0, Math.abs(width) - drawn));
            return width < 0 ? text + spaces : spaces + text;
        }

        private static String line(FoundClaim claim) {
            return claim.kind().word() + " " + claim.actors() + " " + claim.anchor().shown();
        }
    }
}
