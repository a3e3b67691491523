// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.review.Decided;
import org.parley.review.Decision;
import org.parley.review.Desk;
import org.parley.review.Offer;
import org.parley.review.Reviewed;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.List;

/** A document as reviewed, as JSON; keys are only ever added. */
public final class ReviewedJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ReviewedJson() {}

    /** One document, pretty-printed, with a newline at the end. */
    public static String print(Desk.Open open, List<Offer> offers) {
        Reviewed reviewed = open.reviewed();
        ObjectNode root = MAPPER.createObjectNode();
        root.put("document", open.loaded().document().id());
        root.put("name", open.loaded().document().name());
        root.put("intact", open.loaded().isIntact());
        reviewed.extraction()
                .anchor()
                .map(LocalDate::toString)
                .ifPresent(day -> root.put("date", day));
        reviewed.anchor().ifPresent(one -> root.put("dateGivenBy", one.by()));
        if (!offers.isEmpty()) {
            ArrayNode days = root.putArray("datesOffered");
            offers.stream().limit(Offer.SHOWN_MAX).forEach(one -> days.add(one.day().toString()));
        }
        ArrayNode claims = root.putArray("claims");
        for (int i = 0; i < reviewed.claims().size(); i++) {
            claim(claims.addObject(), i + 1, reviewed.claims().get(i));
        }
        ArrayNode lost = root.putArray("lost");
        for (Reviewed.Lost one : reviewed.lost()) {
            ObjectNode node = lost.addObject();
            decided(node, one.decided());
            node.put("why", one.why().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void claim(ObjectNode node, int number, Reviewed.Claim claim) {
        node.put("number", number);
        node.put("id", claim.id());
        node.put("state", claim.state().word());
        node.put("stands", claim.stands());
        node.put("found", claim.found().isPresent());
        claim.into().ifPresent(into -> node.put("into", into));
        ObjectNode says = node.putObject("says");
        claim.slots().forEach((slot, value) -> says.put(slot.word(), value));
        ArrayNode edited = node.putArray("edited");
        claim.set().stream().sorted().forEach(slot -> edited.add(slot.word()));
        ArrayNode chain = node.putArray("chain");
        for (Decision.Speaker one : claim.chain()) {
            ObjectNode link = chain.addObject();
            link.put("who", one.who());
            link.put("type", one.type());
            one.of().ifPresent(of -> link.put("of", of));
        }
        ObjectNode quote = node.putObject("quote");
        quote.put("from", claim.quote().from());
        quote.put("to", claim.quote().to());
        quote.put("exact", claim.quote().exact());
        claim.decided().ifPresent(one -> decided(node.putObject("decided"), one));
    }

    private static void decided(ObjectNode node, Decided decided) {
        node.put("statement", decided.id());
        node.put("form", decided.decision().form());
        node.put("by", decided.by());
        node.put("at", decided.at().toString());
        if (decided.decision() instanceof Decision.Reject reject) {
            node.put("because", reject.why());
        }
    }
}
