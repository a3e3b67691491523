// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.gap.GapReader;
import org.parley.gap.GapState;
import org.parley.gap.Gaps;
import org.parley.gap.Mechanism;
import org.parley.record.Folders;
import org.parley.record.Library;
import org.parley.standing.View;
import org.parley.web.export.GapsJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Shows what is limited by what, and what by nothing. */
@Command(name = "gaps", description = "Show what is limited by what on a day, and what by nothing.")
final class GapsCommand extends LibraryCommand {
    @Option(names = "--as-of", paramLabel = "DATE", description = "the day (today)")
    Optional<String> asOf = Optional.empty();

    @Option(names = "--known-on", paramLabel = "DATE", description = "what was known by then")
    Optional<String> knownOn = Optional.empty();

    @Mixin final Json json = new Json();

    @Override
    public Integer call() {
        Library library = options.open();
        Path file =
                library.list("gaps.yaml")
                        .orElseThrow(() ->
                                new ParleyException(
                                        Code.NOT_FOUND,
                                        Place.of("gaps.yaml"),
                                        "the library has none",
                                        "give --library DIR"));
        Gaps gaps = GapReader.read(Folders.shown(file), Folders.text(file));
        LocalDate today = LocalDate.now(Clock.systemUTC());
        LocalDate day = asOf.map(text -> Options.day(text, "--as-of")).orElse(today);
        LocalDate known = knownOn.map(text -> Options.day(text, "--known-on")).orElse(today);
        Map<String, Optional<Mechanism>> kept = new HashMap<>();
        List<GapsJson.Line> lines = new ArrayList<>();
        for (Gaps.Row row : gaps.rows()) {
            lines.add(
                    new GapsJson.Line(
                            row,
                            GapState.of(
                                    row,
                                    id ->
                                            kept.computeIfAbsent(
                                                    id,
                                                    key -> mechanism(library, key, day, known)))));
        }
        PrintWriter out = out();
        if (json.asked) {
            out.print(GapsJson.print(lines, gaps.choices(), day, known, language()));
        } else {
            text(lines, day, known).forEach(out::println);
        }
        return 0;
    }

    private static Optional<Mechanism> mechanism(
            Library library, String id, LocalDate day, LocalDate known) {
        if (!library.ids().contains(id)) {
            return Optional.empty();
        }
        Library.Case one = library.load(id);
        return Optional.of(
                Mechanism.of(
                        one.agreement(),
                        one.record().statements(),
                        one.record().coverage(),
                        View.declared(day, known)));
    }

    private List<String> text(List<GapsJson.Line> lines, LocalDate day, LocalDate known) {
        List<String> text = new ArrayList<>();
        text.add(
                language().equals("zh")
                        ? "约束与空缺，事实日期" + day + "，知悉截止日" + known
                        : "What is limited by what, as of " + day + ", known on " + known);
        for (GapsJson.Line line : lines) {
            String hole = language().equals("zh") ? "  （无有效限制、核查或通知）" : "  (nothing that binds)";
            text.add("");
            text.add(
                    line.row().title().in(language())
                            + (GapState.isHole(line.states()) ? hole : ""));
            for (GapState one : line.states()) {
                text.add(
                        String.format(
                                Locale.ROOT,
                                "  %-16s %-14s %-18s %s%s",
                                one.cover().word(),
                                one.cell().how().word(),
                                one.cell().mechanism(),
                                one.cell().says().in(language()),
                                who(one)));
            }
        }
        return text;
    }

    private String who(GapState one) {
        String by = String.join(", ", one.by());
        String without = String.join(", ", one.without());
        String whose = language().equals("zh") ? "；暂停方：" : "; " + one.cover().word() + " by ";
        return (by.isEmpty() ? "" : whose + by)
                + (without.isEmpty()
                        ? ""
                        : (language().equals("zh") ? "；已退出：" : "; without ") + without);
    }
}
