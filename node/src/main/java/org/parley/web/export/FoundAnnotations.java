// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.archive.Kept;
import org.parley.extraction.FoundClaim;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Claims as annotations in the Web Annotation Data Model of the W3C (2017): the place by position,
 * in Unicode code points as the model has it, and by quote. The source is the document's address
 * where it has one, else the name that RFC 6920 makes of its hash.
 */
final class FoundAnnotations {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String CONTEXT = "http://www.w3.org/ns/anno.jsonld";

    private FoundAnnotations() {}

    static String print(List<Kept> documents) {
        ObjectNode page = MAPPER.createObjectNode();
        page.put("@context", CONTEXT);
        page.put("type", "AnnotationPage");
        ArrayNode items = page.putArray("items");
        for (Kept from : documents) {
            from.reading().claims().forEach(claim -> add(items.addObject(), from, claim));
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(page) + "\n";
    }

    private static void add(ObjectNode node, Kept from, FoundClaim claim) {
        node.put("id", named(from) + "#claim-" + claim.id());
        node.put("type", "Annotation");
        node.put("motivation", "describing");
        ObjectNode body = node.putArray("body").addObject();
        body.put("type", "TextualBody");
        body.put("purpose", "describing");
        body.put("format", "application/json");
        body.put("value", FoundJson.line(from, claim).strip());
        ObjectNode target = node.putObject("target");
        target.put("source", from.address().orElseGet(() -> named(from)));
        ObjectNode state = target.putObject("state");
        state.put("type", "TimeState");
        state.put("sourceDate", from.entry().taken().toString());
        ArrayNode selectors = target.putArray("selector");
        ObjectNode position = selectors.addObject();
        position.put("type", "TextPositionSelector");
        position.put("start", claim.anchor().from());
        position.put("end", claim.anchor().to());
        ObjectNode quote = selectors.addObject();
        quote.put("type", "TextQuoteSelector");
        quote.put("exact", claim.anchor().exact());
        quote.put("prefix", claim.anchor().prefix());
        quote.put("suffix", claim.anchor().suffix());
    }

    private static String named(Kept from) {
        byte[] hash = HexFormat.of().parseHex(from.entry().hex());
        return "ni:///sha-256;" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
