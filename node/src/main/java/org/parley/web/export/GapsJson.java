// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.gap.GapState;
import org.parley.gap.Gaps;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.List;

/** The gap matrix of a day as JSON; keys are only ever added. */
public final class GapsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private GapsJson() {}

    /** A kind of weapon with its cells on the day. */
    public record Line(Gaps.Row row, List<GapState> states) {
        public Line {
            states = List.copyOf(states);
        }
    }

    /** Pretty-printed, with a newline at the end. */
    public static String print(
            List<Line> lines,
            List<Gaps.Choice> choices,
            LocalDate asOf,
            LocalDate knownOn,
            String language) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("asOf", asOf.toString());
        root.put("knownOn", knownOn.toString());
        ArrayNode rows = root.putArray("rows");
        for (Line line : lines) {
            ObjectNode row = rows.addObject();
            row.put("id", line.row().id());
            row.put("title", line.row().title().in(language));
            row.put("hole", GapState.isHole(line.states()));
            ArrayNode cells = row.putArray("cells");
            line.states().forEach(one -> cell(cells.addObject(), one, language));
        }
        ArrayNode options = root.putArray("options");
        for (Gaps.Choice one : choices) {
            ObjectNode node = options.addObject();
            node.put("id", one.id());
            node.put("title", one.title().in(language));
            node.put("shows", one.shows().in(language));
            node.put("keeps", one.keeps().in(language));
            one.mechanisms().forEach(node.putArray("mechanisms")::add);
            node.put("source", one.source());
            node.put("unverified", one.unverified());
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void cell(ObjectNode node, GapState one, String language) {
        node.put("mechanism", one.cell().mechanism());
        node.put("how", one.cell().how().word());
        node.put("state", one.cover().word());
        node.put("says", one.cell().says().in(language));
        one.contact().ifPresent(state -> node.put("contact", state.word()));
        one.since().ifPresent(day -> node.put("since", day.toString()));
        if (!one.by().isEmpty()) {
            one.by().forEach(node.putArray("suspendedBy")::add);
        }
        if (!one.without().isEmpty()) {
            one.without().forEach(node.putArray("without")::add);
        }
        one.cell().provision().ifPresent(path -> node.put("provision", path));
        one.cell().statement().ifPresent(ref -> node.put("statement", ref));
        one.cell().source().ifPresent(text -> node.put("source", text));
        node.put("unverified", one.cell().unverified());
    }
}
