// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.document.DocumentReader;
import org.parley.extraction.score.GoldClaim;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads claims that a person found, one JSON object a line; see docs/formats/gold.md. */
public final class GoldJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private GoldJson() {}

    /**
     * Reads the lines of a file.
     *
     * @throws ParleyException with the line that is not understood
     */
    public static List<GoldClaim> read(String origin, String text) {
        List<GoldClaim> claims = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            JsonNode node = tree(line).filter(JsonNode::isObject).orElse(null);
            if (node == null) {
                throw new ParleyException(
                        Code.SYNTAX,
                        new Place(origin, number, 1),
                        "not a JSON object",
                        "write one claim a line, see docs/formats/gold.md");
            }
            claims.add(claim(node));
        }
        return claims;
    }

    private static Optional<JsonNode> tree(String line) {
        try {
            return Optional.of(MAPPER.readTree(line));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static GoldClaim claim(JsonNode node) {
        List<String> actors = texts(node.path("actors"));
        if (node.has("party")) {
            actors = texts(node.path("party"));
        }
        Optional<String> action = text(node, "action");
        Optional<String> status = text(node, "status");
        if (action.filter("withdraw"::equals).isPresent()
                && status.filter("notified"::equals).isPresent()) {
            action = Optional.of("withdraw_notice");
            status = Optional.empty();
        }
        return new GoldClaim(
                text(node, "id").orElse(""),
                text(node, "kind").orElse(""),
                actors.stream().filter(code -> !code.equals("WORLD")).toList(),
                texts(node.path("mechanism")),
                action,
                text(node, "date"),
                text(node, "as_of"),
                node.path("value").isNumber()
                        ? Optional.of(node.path("value").decimalValue())
                        : Optional.empty(),
                text(node, "qualifier"),
                text(node, "measure"),
                status,
                node.path("core").asBoolean(true),
                node.path("polarity").asString("").equals("denied"),
                types(node.path("attribution")),
                plain(text(node, "quote").orElse("")));
    }

    /** As documents are read, so that words copied in traditional characters are found. */
    private static String plain(String quote) {
        return quote.isBlank()
                ? quote
                : DocumentReader.read(quote.getBytes(StandardCharsets.UTF_8), "quote.txt")
                        .text()
                        .value();
    }

    private static List<String> types(JsonNode chain) {
        List<String> types = new ArrayList<>();
        chain.forEach(link -> text(link, "type").ifPresent(types::add));
        return types;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> texts.add(item.asString()));
        } else if (node.isString()) {
            texts.add(node.asString());
        }
        return texts;
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.path(key).isString()
                ? Optional.of(node.path(key).asString())
                : Optional.empty();
    }
}
