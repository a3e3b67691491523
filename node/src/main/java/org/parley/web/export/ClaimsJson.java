// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.evidence.Claim;
import org.parley.evidence.Comparison;
import org.parley.evidence.Dossier;
import org.parley.evidence.Fact;
import org.parley.evidence.Link;
import org.parley.evidence.Pair;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Claims and comparisons as JSON; keys are only ever added. */
public final class ClaimsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ClaimsJson() {}

    /** Claims with the pairs among them, pretty-printed, with a newline at the end. */
    public static String print(
            Dossier dossier,
            Collection<Claim> claims,
            List<Pair> pairs,
            LocalDate known,
            String language) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("knownOn", known.toString());
        ArrayNode all = root.putArray("claims");
        claims.forEach(one -> claim(all.addObject(), one, language));
        ArrayNode compared = root.putArray("pairs");
        for (Pair pair : pairs) {
            ObjectNode node = compared.addObject();
            node.put("id", pair.id());
            node.put("title", pair.title().in(language));
            comparison(node, dossier.compare(pair), language);
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /** One comparison with every rule that was tried. */
    public static String print(Comparison comparison, String language) {
        ObjectNode root = MAPPER.createObjectNode();
        comparison(root, comparison, language);
        ArrayNode rules = root.putArray("rules");
        for (Comparison.Outcome outcome : comparison.outcomes()) {
            ObjectNode node = rules.addObject();
            node.put("rule", outcome.rule().word());
            node.put("verdict", outcome.rule().verdict().word());
            node.put("fired", outcome.fired());
            outcome.reason().ifPresent(reason -> node.put("reason", reason.in(language)));
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void comparison(ObjectNode node, Comparison one, String language) {
        if (one.a().exercise() || one.b().exercise()) {
            node.put("exercise", "EXERCISE 演练");
        }
        node.put("a", one.a().ref());
        node.put("b", one.b().ref());
        node.put("verdict", one.verdict().word());
        node.put("rule", one.rule().word());
        node.put("reason", one.reason().in(language));
        beside(node, one.beside(), language);
    }

    /** What the record has beside it. */
    static void beside(ObjectNode node, List<Fact> facts, String language) {
        ArrayNode beside = node.putArray("record");
        for (Fact fact : facts) {
            ObjectNode entry = beside.addObject();
            entry.put("ref", fact.ref());
            entry.put("text", fact.says().in(language));
            fact.when().ifPresent(when -> entry.put("date", when.toString()));
            entry.put("known", fact.known().toString());
            fact.at().ifPresent(at -> entry.put("at", at));
            entry.put("unverified", fact.unverified());
        }
    }

    private static void claim(ObjectNode node, Claim claim, String language) {
        node.put("ref", claim.ref());
        if (claim.exercise()) {
            node.put("exercise", "EXERCISE 演练");
        }
        node.put("thing", claim.subject().thing());
        node.put("about", claim.subject().aspect().word());
        ArrayNode whose = node.putArray("whose");
        claim.subject().whose().forEach(whose::add);
        node.put("text", claim.says().in(language));
        node.put("status", claim.content().status().word());
        node.put("assertion", claim.content().assertion().word());
        claim.content()
                .amount()
                .ifPresent(amount -> {
                    ObjectNode value = node.putObject("value");
                    value.put("number", amount.number());
                    value.put("rounding", amount.rounding().word());
                    value.put("unit", amount.unit());
                    amount.kind().ifPresent(kind -> value.put("kind", kind.word()));
                    amount.estimator().ifPresent(who -> value.put("estimator", who.in(language)));
                    amount.vintage().ifPresent(year -> value.put("vintage", year));
                });
        text(node, "word", claim.content().word());
        text(node, "date", claim.timing().when().map(Object::toString));
        node.put("basis", claim.timing().basis().word());
        node.put("said", claim.timing().said().toString());
        ArrayNode chain = node.putArray("chain");
        for (Link link : claim.chain()) {
            ObjectNode entry = chain.addObject();
            entry.put("who", link.who().in(language));
            entry.put("type", link.type().word());
            text(entry, "of", link.of());
        }
        claim.quote()
                .ifPresent(quote -> {
                    ObjectNode entry = node.putObject("quote");
                    entry.put("document", quote.document());
                    entry.put("from", quote.from());
                    entry.put("to", quote.to());
                    entry.put("exact", quote.exact());
                    entry.put("language", quote.language());
                });
        node.put("unverified", claim.unverified());
    }

    private static void text(ObjectNode node, String key, Optional<String> value) {
        value.ifPresent(text -> node.put(key, text));
    }
}
