// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.Text;
import org.parley.statement.Body;
import org.parley.statement.Item;
import org.parley.statement.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A list or a change that says otherwise about an item than what came before it.
 *
 * @param ref of the list or the change
 * @param detail what differs, for people
 */
record Contradiction(String item, String ref, String detail) {
    /** A list against what the list before it and the changes since come to. */
    static Optional<Contradiction> listed(
            String id,
            Optional<Item> before,
            Optional<Item> listed,
            String ref,
            Notified notified) {
        if (before.isPresent() && listed.isPresent()) {
            Item then = before.get();
            Item now = listed.get();
            Map<String, Value> said = new TreeMap<>(now.fields());
            said.put("kind", new Value.Words(now.kind()));
            said.put("state", new Value.Words(now.state()));
            return of(id, then, said, "listed as ", ref, notified);
        }
        if (before.isEmpty() && listed.isEmpty() || !notified.state()) {
            return Optional.empty();
        }
        String detail = listed.isPresent() ? ": listed, never notified" : ": no longer listed";
        return Optional.of(new Contradiction(id, ref, id + detail));
    }

    /** What a change gives as the values before it against what they were. */
    static Optional<Contradiction> changed(
            Optional<Item> before, Body.Change change, String ref, Notified notified) {
        return before.flatMap(then ->
                of(
                        change.item(),
                        then,
                        new TreeMap<>(change.was()),
                        "notified as having been ",
                        ref,
                        notified));
    }

    private static Optional<Contradiction> of(
            String id,
            Item before,
            Map<String, Value> said,
            String how,
            String ref,
            Notified notified) {
        List<String> differing = new ArrayList<>();
        said.forEach((field, value) -> {
            Optional<Value> then = value(before, field);
            if (then.isPresent()
                    && !unstated(field, value)
                    && !then.get().equals(value)
                    && notified.field(field)) {
                differing.add(
                        field + " " + how + value.shown() + ", known as " + then.get().shown());
            }
        });
        return differing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Contradiction(id, ref, id + ": " + String.join("; ", differing)));
    }

    private static Optional<Value> value(Item item, String field) {
        return switch (field) {
            case "kind" -> own(item.kind());
            case "state" -> own(item.state());
            default -> Optional.ofNullable(item.fields().get(field));
        };
    }

    private static Optional<Value> own(String word) {
        return word.isEmpty() ? Optional.empty() : Optional.of(new Value.Words(word));
    }

    private static boolean unstated(String field, Value value) {
        return (field.equals("kind") || field.equals("state")) && value.shown().isEmpty();
    }

    /** A party's contradictions as findings. */
    static List<Standing.Finding> findings(String party, Told.Found<Contradiction> found) {
        List<Standing.Finding> findings = new ArrayList<>();
        for (Contradiction one : found.first()) {
            findings.add(
                    new Standing.Finding(
                            "does-not-add-up",
                            party,
                            one.item(),
                            List.of(one.ref()),
                            Text.same(one.detail())));
        }
        if (found.more() > 0) {
            findings.add(
                    new Standing.Finding(
                            "does-not-add-up",
                            party,
                            "items",
                            List.of(),
                            Text.of(found.more() + " more", "另有 " + found.more() + " 项")));
        }
        return findings;
    }
}
