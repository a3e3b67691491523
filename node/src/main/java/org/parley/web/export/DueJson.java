// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.List;

/** What falls due, as JSON; keys are only ever added. */
public final class DueJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private DueJson() {}

    /** Pretty-printed, with a newline at the end. */
    public static String print(
            List<Due> duties, Unworked left, LocalDate first, LocalDate last, String language) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("from", first.toString());
        root.put("to", last.toString());
        ArrayNode array = root.putArray("duties");
        duties.forEach(due -> duty(array.addObject(), due, language));
        if (!left.isEmpty()) {
            ObjectNode node = root.putObject("notWorkedOut");
            node.put("party", left.party());
            node.put("reason", "membership not in the record");
            ArrayNode ids = node.putArray("agreements");
            left.agreements().forEach(one -> ids.add(one.id()));
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void duty(ObjectNode node, Due due, String language) {
        node.put("agreement", due.agreement().id());
        if (due.agreement().exercise()) {
            node.put("exercise", "EXERCISE 演练");
        }
        node.put("id", due.duty().id());
        node.put("title", due.provision().title().in(language));
        node.put("party", due.duty().party());
        node.put("day", due.day().toString());
        node.put("due", due.duty().due().toString());
        node.put("state", due.duty().state().word());
        due.duty()
                .statement()
                .ifPresentOrElse(
                        ref -> node.put("statement", ref), () -> node.putNull("statement"));
        node.put("for", due.duty().key().toString());
        node.put("article", due.article());
        due.source().ifPresent(title -> node.put("source", title));
        node.put("unverified", due.provision().unverified());
        ObjectNode view = node.putObject("view");
        view.put("asOf", due.view().asOf().toString());
        view.put("knownOn", due.view().knownOn().toString());
        view.put("accordingTo", due.view().viewer());
    }
}
