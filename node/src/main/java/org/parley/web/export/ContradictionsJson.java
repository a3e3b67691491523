// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.contradiction.Contradictions;
import org.parley.contradiction.Discrepancy;
import org.parley.evidence.Link;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where documents and the record differ, as JSON; keys are only ever added. */
public final class ContradictionsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ContradictionsJson() {}

    /** Everything that was found, pretty-printed, with a newline at the end. */
    public static String print(Contradictions found, String language) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("knownOn", found.knownOn().toString());
        ArrayNode documents = root.putArray("documents");
        found.texts()
                .forEach(text -> {
                    ObjectNode node = documents.addObject();
                    node.put("id", text.document().id());
                    node.put("file", text.document().file());
                    node.put("title", text.document().title().in(language));
                    node.put("published", text.document().published().toString());
                    node.put("dated", text.dated());
                });
        ArrayNode copies = root.putArray("copies");
        found.copies()
                .forEach(
                        (copy, of) -> copies.addObject().put("copy", copy.id()).put("of", of.id()));
        root.put("compared", found.compared());
        root.put("asRecorded", found.asRecorded());
        ObjectNode left = root.putObject("leftOut");
        found.leftOut().forEach((kind, count) -> left.put(kind.word(), count));
        ArrayNode all = root.putArray("discrepancies");
        found.discrepancies().forEach(one -> discrepancy(all.addObject(), one, language));
        ArrayNode news = root.putArray("new");
        found.news().forEach(side -> side(news.addObject(), side, language));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void discrepancy(ObjectNode node, Discrepancy one, String language) {
        if (one.exercise()) {
            node.put("exercise", "EXERCISE 演练");
        }
        node.put("kind", one.kind().word());
        node.put("verdict", one.verdict().word());
        node.put("rule", one.ruleWord());
        node.put("explained", one.explained());
        node.put("reason", one.reason().in(language));
        ArrayNode sides = node.putArray("sides");
        one.sides().forEach(side -> side(sides.addObject(), side, language));
        ClaimsJson.beside(node, one.beside(), language);
    }

    private static void side(ObjectNode node, Discrepancy.Side side, String language) {
        if (side.exercise()) {
            node.put("exercise", "EXERCISE 演练");
        }
        node.put("text", side.says().in(language));
        node.put("said", side.said().toString());
        node.put("times", side.times());
        ArrayNode chain = node.putArray("chain");
        for (Link link : side.chain()) {
            ObjectNode entry = chain.addObject();
            entry.put("who", link.who().in(language));
            entry.put("type", link.type().word());
            link.of().ifPresent(of -> entry.put("of", of));
        }
        ObjectNode quote = node.putObject("quote");
        quote.put("document", side.quote().document());
        quote.put("file", side.document().file());
        quote.put("from", side.quote().from());
        quote.put("to", side.quote().to());
        quote.put("exact", side.quote().exact());
        ArrayNode also = node.putArray("alsoIn");
        side.also().forEach(document -> also.add(document.id()));
    }
}
