// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.jspecify.annotations.Nullable;
import org.parley.record.Library;
import org.parley.standing.View;
import org.parley.web.export.Citation;
import org.parley.web.export.Event;
import org.parley.web.export.TimelineJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.Callable;

/** Lists what was said and done under an agreement, in the order of the days. */
@Command(
        name = "timeline",
        description = "List what was said and done, in the order of the days.",
        mixinStandardHelpOptions = true)
final class TimelineCommand implements Callable<Integer> {
    @Mixin final Options options = new Options();
    @Mixin final Options.Axes axes = new Options.Axes();

    @Parameters(paramLabel = "ID", description = "the agreement, such as new-start")
    String id = "";

    @Option(names = "--json", description = "print JSON")
    boolean json;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Library.Case one = options.open().load(id);
        View view = axes.view(one.agreement());
        List<Event> events = Event.of(one, view);
        PrintWriter out = Outputs.of(spec);
        if (json) {
            out.print(TimelineJson.print(one.agreement(), view, events, options.language));
            return 0;
        }
        if (one.agreement().exercise()) {
            out.println("EXERCISE 演练");
        }
        out.println(one.agreement().title().in(options.language) + "  (" + id + ")");
        out.println(Citation.view(view, options.language));
        for (Event event : events) {
            out.println();
            out.println(
                    String.format(
                                    Locale.ROOT,
                                    "%s  %-28s %-6s %s",
                                    event.day(),
                                    event.what(),
                                    event.statement().by(),
                                    event.statement().ref())
                            .stripTrailing());
            details(event).forEach(line -> out.println("            " + line));
        }
        if (events.isEmpty()) {
            out.println(options.chinese() ? "  无" : "  nothing");
        }
        return 0;
    }

    private List<String> details(Event event) {
        StringJoiner dates = new StringJoiner(options.chinese() ? "，" : ", ");
        event.dates().forEach((name, date) -> dates.add(dateWord(name) + " " + date));
        String contested =
                event.contestedBy().isEmpty()
                        ? ""
                        : (options.chinese() ? "有异议：" : "contested by ")
                                + String.join(", ", event.contestedBy());
        String unverified =
                event.statement().unverified()
                        ? options.chinese() ? "未经核实（仅见二手资料）" : "unverified: read only second-hand"
                        : "";
        String source = event.statement().source().shown();
        return List.of(
                        dates.toString(),
                        event.summary(options.language),
                        contested,
                        unverified,
                        source.isEmpty() ? "" : (options.chinese() ? "来源：" : "source: ") + source)
                .stream()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String dateWord(String name) {
        if (!options.chinese()) {
            return name;
        }
        return switch (name) {
            case "decided" -> "决定";
            case "notified" -> "通知";
            case "received" -> "收到";
            case "effective" -> "生效";
            case "until" -> "截止";
            default -> name;
        };
    }
}
