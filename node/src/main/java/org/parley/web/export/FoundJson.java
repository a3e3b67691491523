// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.archive.Kept;
import org.parley.evidence.Word;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.reading.Extractor;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/**
 * Claims found in documents as JSON, one object each; keys are only ever added. Countries have the
 * three-letter codes of ISO 3166-1, dates are EDTF.
 */
public final class FoundJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private FoundJson() {}

    /** The claims of documents, one a line. */
    static String lines(List<Kept> documents) {
        StringBuilder text = new StringBuilder();
        for (Kept from : documents) {
            from.reading().claims().forEach(claim -> text.append(line(from, claim)));
        }
        return text.toString();
    }

    /** One claim of the archive on one line. */
    public static String line(Kept from, FoundClaim claim) {
        return MAPPER.writeValueAsString(object(from.entry().name(), claim)) + "\n";
    }

    /** A proposal that was not taken, on one line: it is no claim and has no id. */
    public static String refused(Kept from, String kind, String quote, String why, String by) {
        ObjectNode node = MAPPER.createObjectNode();
        ObjectNode one = node.putObject("not_taken");
        one.put("document", from.entry().name());
        one.put("kind", kind);
        one.put("quote", quote);
        one.put("why", why);
        one.put("proposed_by", by);
        return MAPPER.writeValueAsString(node) + "\n";
    }

    /** One claim on one line. */
    public static String line(Extractor.Extraction from, FoundClaim claim) {
        return MAPPER.writeValueAsString(object(from, claim)) + "\n";
    }

    /** One claim as an object. */
    public static ObjectNode object(Extractor.Extraction from, FoundClaim claim) {
        return object(from.document().name(), claim);
    }

    /** One claim as an object, with the name of its document. */
    public static ObjectNode object(String document, FoundClaim claim) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", claim.id());
        node.put("document", document);
        node.put("kind", claim.kind().word());
        ArrayNode actors = node.putArray("actors");
        claim.actors().forEach(code -> actors.add(FoundClaim.three(code)));
        persons(node, claim);
        put(node, "mechanism", claim.mechanism());
        about(node, claim.about());
        claim.when().ifPresent(when -> when(node, "date", when));
        claim.figure().ifPresent(figure -> figure(node, claim, figure));
        put(node, "status", claim.status().map(Word::word));
        node.put("assertion", claim.assertion().word());
        if (claim.denied()) {
            node.put("polarity", "denied");
        }
        ArrayNode chain = node.putArray("attribution");
        for (FoundClaim.Voice voice : claim.chain()) {
            ObjectNode link = chain.addObject();
            link.put("by", voice.by());
            link.put("type", voice.type().word());
            put(link, "of", voice.of().map(FoundClaim::three));
            voice.on().ifPresent(on -> when(link, "date", on));
            put(link, "verb", voice.verb());
        }
        node.put("quote", claim.anchor().shown());
        anchor(node.putObject("anchor"), claim.anchor());
        claim.rules().forEach(node.withArray("rules")::add);
        node.put("certainty", claim.certainty());
        put(node, "proposed_by", claim.proposedBy());
        return node;
    }

    private static void persons(ObjectNode node, FoundClaim claim) {
        if (claim.participants().isEmpty()) {
            return;
        }
        ArrayNode persons = node.putArray("participants");
        for (FoundClaim.Participant person : claim.participants()) {
            ObjectNode one = persons.addObject();
            one.put("name", person.name());
            put(one, "name_latin", person.latin());
            put(one, "side", person.side().map(FoundClaim::three));
            put(one, "role", person.role());
        }
    }

    private static void about(ObjectNode node, FoundClaim.About about) {
        put(node, "action", about.action());
        put(node, "level", about.level());
        put(node, "format", about.format());
        put(node, "place", about.place());
        put(node, "topic", about.topic());
        put(node, "channel", about.channel());
        put(node, "step", about.step());
        put(node, "scope", about.scope());
    }

    private static void figure(ObjectNode node, FoundClaim claim, FoundClaim.Figure figure) {
        claim.actors().stream()
                .findFirst()
                .ifPresent(party -> node.put("party", FoundClaim.three(party)));
        node.put("measure", figure.measure());
        node.put("value", figure.value());
        figure.high().ifPresent(high -> node.put("high", high));
        node.put("unit", figure.unit());
        node.put("qualifier", figure.qualifier());
        figure.asOf().ifPresent(asOf -> when(node, "as_of", asOf));
        node.put("basis", figure.basis());
        put(node, "against", figure.against().map(FoundClaim::three));
    }

    private static void anchor(ObjectNode node, FoundClaim.Anchor anchor) {
        node.put("document", anchor.document());
        node.put("from", anchor.from());
        node.put("to", anchor.to());
        node.put("exact", anchor.exact());
        node.put("prefix", anchor.prefix());
        node.put("suffix", anchor.suffix());
        anchor.page().ifPresent(page -> node.put("page", page));
        if (!anchor.alsoAt().isEmpty()) {
            ArrayNode again = node.putArray("alsoAt");
            anchor.alsoAt().forEach(span -> again.addArray().add(span[0]).add(span[1]));
        }
    }

    private static void when(ObjectNode node, String key, FoundClaim.When when) {
        put(node, key, when.edtf());
        put(node, key + "Relative", when.relative());
        node.put(key + "Shown", when.shown());
        node.put(key + "Basis", when.basis().word());
    }

    private static void put(ObjectNode node, String key, Optional<String> value) {
        value.ifPresent(text -> node.put(key, text));
    }
}
