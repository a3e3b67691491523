// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.archive.Kept;
import org.parley.extraction.FoundClaim;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * Claims in the terms of ClaimReview (schema.org, JSON-LD), for the tools of fact checkers. The
 * rating has words and no number: Parley says who says what and where, and judges nothing; who
 * judges puts a rating of their own there.
 */
final class FoundReviews {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private FoundReviews() {}

    static String print(List<Kept> documents) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("@context", "https://schema.org");
        ArrayNode graph = root.putArray("@graph");
        for (Kept kept : documents) {
            kept.reading().claims().forEach(claim -> add(graph.addObject(), kept, claim));
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void add(ObjectNode node, Kept kept, FoundClaim claim) {
        node.put("@type", "ClaimReview");
        node.put("@id", "urn:parley:claim:" + claim.id());
        node.put("claimReviewed", claim.anchor().shown());
        ObjectNode item = node.putObject("itemReviewed");
        item.put("@type", "Claim");
        item.put("text", claim.anchor().shown());
        said(item, claim);
        ObjectNode work = item.putObject("appearance");
        work.put("@type", "CreativeWork");
        work.put("name", kept.title());
        work.put("identifier", kept.entry().id());
        kept.address().ifPresent(address -> work.put("url", address));
        kept.reading().head().published().ifPresent(day -> work.put("datePublished", day));
        kept.reading().head().outlet().ifPresent(outlet -> organisation(work, outlet));
        if (!kept.language().equals("und")) {
            work.put("inLanguage", kept.language());
        }
        ObjectNode rating = node.putObject("reviewRating");
        rating.put("@type", "Rating");
        rating.put("alternateName", "not rated");
        rating.put("ratingExplanation", "found in the text by a rule; nobody has judged it");
    }

    private static void organisation(ObjectNode work, String outlet) {
        ObjectNode publisher = work.putObject("publisher");
        publisher.put("@type", "Organization");
        publisher.put("name", outlet);
    }

    /** The voice nearest to the matter; without one, the document speaks. */
    private static void said(ObjectNode item, FoundClaim claim) {
        if (claim.chain().isEmpty()) {
            return;
        }
        FoundClaim.Voice voice = claim.chain().getLast();
        ObjectNode author = item.putObject("author");
        author.put(
                "@type",
                switch (voice.type()) {
                    case OFFICIAL_NAMED, NAMED_EXPERT -> "Person";
                    case OFFICIAL_READOUT, ORGANISATION, MEDIA -> "Organization";
                    case OFFICIAL_ANONYMOUS, ANONYMOUS, THIRD_HAND, AUTHOR -> "Thing";
                });
        author.put("name", voice.by());
        voice.on()
                .flatMap(FoundClaim.When::edtf)
                .filter(day -> day.matches("\\d{4}-\\d\\d-\\d\\d"))
                .ifPresent(day -> item.put("datePublished", day));
    }
}
