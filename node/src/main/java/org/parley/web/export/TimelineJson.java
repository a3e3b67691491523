// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.agreement.Agreement;
import org.parley.standing.View;
import org.parley.statement.Source;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** A timeline as JSON; keys are only ever added. */
public final class TimelineJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private TimelineJson() {}

    /** Pretty-printed, with a newline at the end. */
    public static String print(
            Agreement agreement, View view, List<Event> events, String language) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("agreement", agreement.id());
        if (agreement.exercise()) {
            root.put("exercise", "EXERCISE 演练");
        }
        ObjectNode axes = root.putObject("view");
        axes.put("asOf", view.asOf().toString());
        axes.put("knownOn", view.knownOn().toString());
        axes.put("accordingTo", view.viewer());
        ArrayNode array = root.putArray("events");
        events.forEach(event -> event(array.addObject(), event, language));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void event(ObjectNode node, Event event, String language) {
        node.put("day", event.day().toString());
        node.put("what", event.what());
        node.put("kind", event.statement().kind().word());
        node.put("by", event.statement().by());
        event.dates().forEach(node::put);
        event.statement().under().ifPresent(path -> node.put("under", path));
        event.statement()
                .times()
                .published()
                .ifPresent(day -> node.put("published", day.toString()));
        node.put("text", event.summary(language));
        ArrayNode against = node.putArray("contestedBy");
        event.contestedBy().forEach(against::add);
        node.put("unverified", event.statement().unverified());
        node.put("statement", event.statement().ref());
        node.put("id", event.statement().id().hex());
        Source source = event.statement().source();
        ObjectNode from = node.putObject("source");
        source.primary().ifPresent(text -> from.put("primary", text));
        source.read().ifPresent(text -> from.put("read", text));
        source.date().ifPresent(text -> from.put("date", text));
    }
}
