// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.contradiction.Contradictions;
import org.parley.contradiction.Discrepancy;
import org.parley.evidence.Fact;
import org.parley.extraction.LexiconFolder;
import org.parley.extraction.reading.Extractor;
import org.parley.record.Library;
import org.parley.review.Desk;
import org.parley.review.Documents;
import org.parley.review.FolderDocuments;
import org.parley.review.Reviews;
import org.parley.time.Edtf;
import org.parley.web.Compared;
import org.parley.web.export.ContradictionsJson;
import org.parley.web.export.FoundWords;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lists where documents differ from each other and from the record, and what is new in them. */
@Command(
        name = "contradictions",
        description = "Compare what documents say with each other and with the record.")
final class ContradictionsCommand extends LibraryCommand {
    @Parameters(
            paramLabel = "FILE|DIR",
            arity = "0..*",
            description = "documents, or folders of them; without, those of the home folder")
    List<Path> paths = List.of();

    @Option(names = "--known-on", paramLabel = "DATE", description = "what had been said by then")
    Optional<String> knownOn = Optional.empty();

    @Option(
            names = "--date",
            paramLabel = "NAME=DATE",
            description = "when a document without a date was published")
    Map<String, String> dates = Map.of();

    @Option(names = "--all", description = "also those with an innocent explanation")
    boolean all;

    @Mixin final Json json = new Json();

    @Override
    public Integer call() {
        LocalDate known = ClaimsCommand.known(knownOn);
        Map<String, Edtf> given = new TreeMap<>();
        dates.forEach((name, date) -> given.put(name, Edtf.parse(date, Place.of("--date"))));
        Library library = options.open();
        Desk desk = desk();
        List<Documents.Listed> listed = desk.list();
        given.keySet().stream()
                .filter(name -> listed.stream().noneMatch(one -> one.name().endsWith(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new ParleyException(
                            Code.NOT_FOUND,
                            Place.of("--date"),
                            Text.of("no document \"" + name + "\"", "没有文件“" + name + "”"),
                            Text.of("give the end of a file's name", "请给出文件名的末尾"));
                });
        Compared compared =
                Compared.of(
                        desk,
                        options.shipped(),
                        library,
                        given,
                        known,
                        ClaimsCommand.known(Optional.empty()));
        Contradictions found = compared.contradictions();
        if (json.asked) {
            out().print(ContradictionsJson.print(found, language()));
        } else {
            print(found);
        }
        return tell(compared.problems());
    }

    /** Decisions count for files that are named, too: a document is known by its bytes. */
    private Desk desk() {
        Path shipped = options.shipped();
        SecureRandom chance = new SecureRandom();
        return paths.isEmpty()
                ? Desk.open(shipped, options.home, Clock.systemUTC(), chance::nextLong)
                : new Desk(
                        FolderDocuments.of(paths),
                        new Extractor(LexiconFolder.open(shipped, options.home)),
                        new Reviews(options.home, chance::nextLong),
                        Clock.systemUTC());
    }

    private void print(Contradictions found) {
        PrintWriter out = out();
        out.println(
                in("known on ", "知悉截止日 ")
                        + found.knownOn()
                        + in(": ", "：")
                        + found.texts().size()
                        + in(" documents, ", "份文件，")
                        + found.compared()
                        + in(" claims compared, ", "条说法可比较，")
                        + found.asRecorded()
                        + in(" of them as the record has it", "条与记录相符"));
        if (!found.leftOut().isEmpty()) {
            FoundWords text = new FoundWords(language());
            out.println(
                    in("not compared, for want of terms: ", "缺少可比要素而未比较：")
                            + found.leftOut().entrySet().stream()
                                    .map(one -> text.kind(one.getKey()) + " " + one.getValue())
                                    .collect(Collectors.joining(in(", ", "、"))));
        }
        found.texts()
                .forEach(text ->
                        out.println(
                                "    "
                                        + text.document().file()
                                        + "  "
                                        + (text.dated() ? "" : in("undated, between ", "无日期，介于 "))
                                        + text.document().published()));
        found.copies()
                .forEach((copy, of) ->
                        out.println(
                                "    " + copy.file() + in(" is a copy of ", " 与此相同：") + of.file()));
        for (Discrepancy one : found.discrepancies()) {
            if (all || !one.explained()) {
                out.println();
                discrepancy(one);
            }
        }
        long explained = found.discrepancies().stream().filter(Discrepancy::explained).count();
        if (!all && explained > 0) {
            out.println();
            out.println(
                    explained
                            + in(
                                    " more differ and are explained, by time, quantity or method;"
                                            + " --all lists them",
                                    "处不同已有解释（时间、口径或方法不同），加 --all 列出"));
        }
        out.println();
        out.println(in("New: a document says it, the record does not", "新内容：文件所载而记录未载"));
        found.news().forEach(this::side);
    }

    private void discrepancy(Discrepancy one) {
        PrintWriter out = out();
        out.println(
                (one.exercise() ? "EXERCISE 演练  " : "")
                        + one.verdict().word()
                        + "  ["
                        + one.ruleWord()
                        + ", "
                        + one.kind().text().in(language())
                        + "]");
        out.println("    " + one.reason().in(language()));
        one.sides().forEach(this::side);
        for (Fact fact : one.beside()) {
            out.println(ClaimText.line(fact, language()));
        }
    }

    private void side(Discrepancy.Side side) {
        PrintWriter out = out();
        out.println(
                "  - "
                        + side.says().in(language())
                        + (side.times() > 1
                                ? in("  said ", "  出现") + side.times() + in(" times", "次")
                                : ""));
        out.println(
                "    “"
                        + side.quote().exact().replace("\n", "")
                        + "”  "
                        + side.document().file()
                        + ":"
                        + side.quote().from()
                        + "-"
                        + side.quote().to());
        out.println("    " + in("who says so: ", "出处链：") + side.who(language()));
    }
}
