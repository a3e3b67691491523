// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.estimate.Comparison;
import org.parley.estimate.Dataset;
import org.parley.estimate.Estimate;
import org.parley.estimate.Estimates;
import org.parley.estimate.Mismatch;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.List;

/** Estimates as JSON, each with quantity, estimator, vintage and licence; keys are only added. */
public final class EstimatesJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private EstimatesJson() {}

    /** Figures known on a day, with what does not add up among them. */
    public static String print(
            List<Estimate> figures, LocalDate knownOn, List<Mismatch> notes, String language) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("knownOn", knownOn.toString());
        ArrayNode array = root.putArray("figures");
        figures.forEach(one -> figure(array.addObject(), one));
        ArrayNode mismatches = root.putArray("notes");
        for (Mismatch one : notes) {
            ObjectNode node = mismatches.addObject();
            node.put("state", one.whole().state());
            node.put("of", one.whole().of().toString());
            node.put("quantity", one.whole().quantity().word());
            node.put("given", one.whole().value());
            node.put("parts", one.sum());
            node.put("says", one.says().in(language));
        }
        sources(root, figures.stream().map(Estimate::dataset).distinct().toList(), language);
        return text(root);
    }

    /** What was revised between two days of knowledge. */
    public static String print(
            List<Estimates.Revision> revisions,
            LocalDate first,
            LocalDate second,
            String language) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("from", first.toString());
        root.put("to", second.toString());
        ArrayNode array = root.putArray("revisions");
        for (Estimates.Revision one : revisions) {
            ObjectNode node = array.addObject();
            figure(node.putObject("before"), one.before());
            figure(node.putObject("after"), one.after());
            node.put("change", one.change());
        }
        sources(
                root,
                revisions.stream()
                        .flatMap(one -> List.of(one.before(), one.after()).stream())
                        .map(Estimate::dataset)
                        .distinct()
                        .toList(),
                language);
        return text(root);
    }

    /** What two figures have to do with each other. */
    public static String print(Comparison comparison, String language) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("verdict", comparison.verdict().word());
        root.put("why", comparison.why().in(language));
        return text(root);
    }

    private static void figure(ObjectNode node, Estimate one) {
        node.put("state", one.state());
        node.put("quantity", one.quantity().word());
        node.put("of", one.of().toString());
        node.put("value", one.value());
        if (!one.how().isEmpty()) {
            node.put("how", one.how());
        }
        node.put("estimator", one.dataset().estimator());
        node.put("vintage", one.dataset().vintage().toString());
        node.put("dataset", one.dataset().id());
        node.put("computed", one.computed());
        node.put("unverified", one.unverified());
    }

    private static void sources(ObjectNode root, List<Dataset> datasets, String language) {
        if (datasets.stream().anyMatch(Dataset::exercise)) {
            root.put("exercise", "EXERCISE 演练");
        }
        ArrayNode array = root.putArray("sources");
        for (Dataset one : datasets) {
            ObjectNode node = array.addObject();
            node.put("dataset", one.id());
            node.put("estimator", one.estimatorName().in(language));
            node.put("licence", one.licence());
            node.put("attribution", one.attribution().in(language));
            node.put("source", one.source().shown());
        }
    }

    private static String text(ObjectNode root) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
