// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.search.Passage;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A passage that was found, on one line of JSON; keys are only ever added. */
public final class PassageJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PassageJson() {}

    public static String line(Passage passage) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("document", passage.document());
        node.put("name", passage.name());
        node.put("language", passage.language());
        node.put("from", passage.from());
        node.put("to", passage.to());
        node.put("page", passage.page());
        node.put("text", passage.text());
        node.put("address", passage.address());
        ArrayNode claims = node.putArray("claims");
        for (Passage.Quoted claim : passage.claims()) {
            ObjectNode one = claims.addObject();
            one.put("id", claim.id());
            one.put("kind", claim.kind());
            one.put("from", claim.from());
            one.put("to", claim.to());
        }
        return MAPPER.writeValueAsString(node) + "\n";
    }
}
