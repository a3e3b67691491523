// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.record.Library;
import org.parley.standing.View;
import org.parley.web.export.Citation;
import org.parley.web.export.Event;
import org.parley.web.export.TimelineJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Lists what was said and done under an agreement, in the order of the days. */
@Command(name = "timeline", description = "List what was said and done, in the order of the days.")
final class TimelineCommand extends ViewCommand {

    @Mixin final Json json = new Json();

    @Override
    void print(Library.Case one, View view) {
        List<Event> events = Event.of(one, view);
        PrintWriter out = out();
        if (json.asked) {
            out.print(TimelineJson.print(one.agreement(), view, events, language()));
            return;
        }
        mark(one.agreement());
        out.println(one.agreement().title().in(language()) + "  (" + id + ")");
        out.println(Citation.view(view, language()));
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
            out.println(in("  nothing", "  无"));
        }
    }

    private List<String> details(Event event) {
        StringJoiner dates = new StringJoiner(in(", ", "，"));
        event.dates().forEach((name, date) -> dates.add(dateWord(name) + " " + date));
        String contested =
                event.contestedBy().isEmpty()
                        ? ""
                        : in("contested by ", "有异议：") + String.join(", ", event.contestedBy());
        String unverified =
                event.statement().unverified()
                        ? in("unverified: read only second-hand", "未经核实（仅见二手资料）")
                        : "";
        String source = event.statement().source().shown();
        return List.of(
                        dates.toString(),
                        event.summary(language()),
                        contested,
                        unverified,
                        source.isEmpty() ? "" : in("source: ", "来源：") + source)
                .stream()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String dateWord(String name) {
        if (language().equals("en")) {
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
