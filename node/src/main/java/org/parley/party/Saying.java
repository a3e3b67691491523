// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.canonical.Json;
import org.parley.record.Wire;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlReader;
import org.parley.yaml.YamlScalar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What somebody at a node's keyboard or page wants it to say: the same whether the node runs or is
 * opened for this alone.
 *
 * @param kind of statement; empty when the form says it
 * @param yaml an entry as a record has it
 * @param offices who releases it
 */
public record Saying(String kind, String yaml, List<String> offices) {
    /** What is said about a statement and not under a provision. */
    private static final Set<String> ABOUT = Set.of("accept", "acknowledge");

    /** What a notification is, unless it fills a form, which says what it is. */
    public static final String CHANGE = "change";

    private static final String ORIGIN = "said";

    public Saying {
        offices = List.copyOf(offices);
    }

    /**
     * Says it.
     *
     * @throws ParleyException with place, reason and advice when it cannot be said
     */
    public Entry by(Node node) {
        YamlMap entry = YamlReader.document(ORIGIN, yaml).asMap();
        if (ABOUT.contains(kind)) {
            entry.only("re", "step", "text");
            Map<String, Json> more = new TreeMap<>();
            entry.findScalar("text").ifPresent(text -> more.put("text", Json.text(text.value())));
            if (kind.equals("acknowledge")) {
                more.put("step", Json.text(step(entry)));
            }
            return node.sayAbout(kind, entry.text("re"), more, offices);
        }
        return node.say(whole(entry), offices);
    }

    private YamlMap whole(YamlMap entry) {
        return kind.isEmpty() || entry.has("kind") || kind.equals(CHANGE) && entry.has("form")
                ? entry
                : entry.with("kind", new YamlScalar(entry.place(), kind), Set.of());
    }

    /**
     * What would be said under a provision; empty for what is said about a statement.
     *
     * @throws ParleyException when the agreement does not know such words
     */
    Optional<Wire.Draft> draft(Node node) {
        YamlMap entry = YamlReader.document(ORIGIN, yaml).asMap();
        return ABOUT.contains(kind)
                ? Optional.empty()
                : Optional.of(
                        Wire.draft(
                                node.agreement(),
                                node.roster().own(),
                                whole(entry),
                                name ->
                                        node.find(name)
                                                .map(one -> one.entry().name())
                                                .orElse(name)));
    }

    /**
     * Whether it could be said, as far as that can be known without saying it; nothing is signed.
     *
     * @throws ParleyException as {@link #by} would
     */
    public void check(Node node) {
        YamlMap entry = YamlReader.document(ORIGIN, yaml).asMap();
        if (draft(node).isPresent()) {
            return;
        }
        entry.only("re", "step", "text");
        step(entry);
        String re = entry.text("re");
        if (node.find(re).isEmpty()) {
            throw new ParleyException(
                    Code.UNKNOWN_REF,
                    entry.placeOf("re"),
                    "no statement of that name is held here",
                    "see: parley node status");
        }
    }

    private static String step(YamlMap entry) {
        String step = entry.text("step", "read");
        if (step.equals(NodeWords.RECEIVED)) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    Place.of("step"),
                    "that it was received, the node says by itself",
                    "use read, understood or answered");
        }
        return step;
    }
}
