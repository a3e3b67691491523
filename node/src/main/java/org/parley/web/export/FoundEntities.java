// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.archive.Kept;
import org.parley.archive.Reading;
import org.parley.extraction.FoundClaim;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Documents and claims as entities of FollowTheMoney, one a line, for Aleph and what works with it:
 * a {@code Document} each, and an {@code Event} for each claim, whose proof is the document. An
 * event says that a document says so, never that it is so: its name begins with the document's.
 */
final class FoundEntities {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d\\d(-\\d\\d)?)?");
    private static final Pattern COUNTRY = Pattern.compile("[A-W][A-Z]");

    private FoundEntities() {}

    static String print(List<Kept> documents, String language) {
        FoundWords words = new FoundWords(language);
        StringBuilder text = new StringBuilder();
        for (Kept kept : documents) {
            text.append(document(kept)).append("\n");
            for (FoundClaim claim : kept.reading().claims()) {
                text.append(event(kept, claim, words)).append("\n");
            }
        }
        return text.toString();
    }

    private static String id(Kept kept) {
        return "parley-" + kept.entry().hex();
    }

    private static String document(Kept kept) {
        Reading.Head head = kept.reading().head();
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", id(kept));
        node.put("schema", "Document");
        ObjectNode properties = node.putObject("properties");
        put(properties, "name", kept.title());
        put(properties, "title", kept.title());
        put(properties, "fileName", kept.entry().name());
        put(properties, "mimeType", kept.entry().mediaType());
        // Its checksum has to be SHA-1 there; ours is not, and goes where text may stand.
        put(properties, "notes", kept.entry().id());
        head.author().ifPresent(name -> put(properties, "author", name));
        head.outlet().ifPresent(outlet -> put(properties, "publisher", outlet));
        head.published().ifPresent(day -> put(properties, "publishedAt", day));
        kept.address().ifPresent(address -> put(properties, "sourceUrl", address));
        put(properties, "retrievedAt", kept.entry().taken().toString().substring(0, 10));
        language(kept.language()).ifPresent(code -> put(properties, "language", code));
        return MAPPER.writeValueAsString(node);
    }

    /** Three letters of ISO 639, as the model has them. */
    private static Optional<String> language(String tag) {
        return switch (tag) {
            case "zh-Hans", "zh-Hant" -> Optional.of("zho");
            case "en" -> Optional.of("eng");
            default -> Optional.empty();
        };
    }

    private static String event(Kept kept, FoundClaim claim, FoundWords words) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", id(kept) + "-" + claim.id());
        node.put("schema", "Event");
        ObjectNode properties = node.putObject("properties");
        String says = String.join(" · ", words.slots(claim));
        put(properties, "name", kept.title() + ": " + says);
        put(properties, "summary", says);
        put(properties, "description", claim.anchor().shown());
        put(properties, "recordId", claim.id());
        put(properties, "proof", id(kept));
        put(properties, "keywords", claim.kind().word());
        if (!claim.chain().isEmpty()) {
            put(properties, "notes", words.chain(claim));
        }
        claim.actors().stream()
                .filter(code -> COUNTRY.matcher(code).matches())
                .forEach(code -> put(properties, "country", code.toLowerCase(Locale.ROOT)));
        claim.about().place().ifPresent(place -> put(properties, "location", place));
        claim.when().flatMap(FoundClaim.When::edtf).ifPresent(when -> dates(properties, when));
        kept.address().ifPresent(address -> put(properties, "sourceUrl", address));
        return MAPPER.writeValueAsString(node);
    }

    /** The model has whole days, months and years, and stretches of them; nothing else. */
    private static void dates(ObjectNode properties, String edtf) {
        String[] ends = edtf.split("/", -1);
        if (ends.length == 1) {
            date(properties, "date", edtf);
        } else if (ends.length == 2) {
            date(properties, "startDate", ends[0]);
            date(properties, "endDate", ends[1]);
        }
    }

    private static void date(ObjectNode properties, String key, String text) {
        if (DATE.matcher(text).matches()) {
            put(properties, key, text);
        }
    }

    private static void put(ObjectNode properties, String key, String value) {
        properties.withArray(key).add(value);
    }
}
