// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.statement.Body;
import org.parley.statement.Item;
import org.parley.statement.Statement;
import org.parley.statement.Value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A party's items at a day, replayed from its lists and changes. The plain way of doing it: the
 * naive fold and the explanations use it.
 */
final class ItemHistory {
    private final Map<String, Item> items = new TreeMap<>();
    private final Map<String, List<String>> refs = new HashMap<>();
    private final List<String> lists = new ArrayList<>();
    private final Set<String> twice = new HashSet<>();
    private final List<Contradiction> contradictions = new ArrayList<>();
    private final Notified notified;
    private Optional<LocalDate> asOf = Optional.empty();

    private ItemHistory(Notified notified) {
        this.notified = notified;
    }

    /**
     * The order of events: by day, lists before changes of the same day, then by instant and
     * arrival.
     */
    static Comparator<Statement> order() {
        return Comparator.comparing(ItemHistory::day)
                .thenComparingInt(statement -> statement.body() instanceof Body.Change ? 1 : 0)
                .thenComparing(ItemHistory::instant)
                .thenComparing(Statement::ref);
    }

    static LocalDate day(Statement statement) {
        return switch (statement.body()) {
            case Body.Declare declare -> declare.asOf();
            case Body.Change change -> change.day();
            default -> throw new IllegalArgumentException("not about items: " + statement.ref());
        };
    }

    private static Instant instant(Statement statement) {
        return statement.body() instanceof Body.Change change
                ? change.at().orElse(Instant.MIN)
                : Instant.MIN;
    }

    /**
     * Replays what a view knows.
     *
     * @param statements the party's lists and changes in {@link #order}
     */
    static ItemHistory replay(
            List<Statement> statements, View view, ZoneId zone, Notified notified) {
        ItemHistory history = new ItemHistory(notified);
        for (Statement statement : statements) {
            if (!day(statement).isAfter(view.asOf())
                    && !statement.knownFrom(view.accordingTo(), zone).isAfter(view.knownOn())) {
                history.apply(statement);
            }
        }
        return history;
    }

    private void apply(Statement statement) {
        asOf = Optional.of(day(statement));
        switch (statement.body()) {
            case Body.Declare declare -> {
                if (!lists.isEmpty()) {
                    compare(declare, statement.ref());
                }
                items.clear();
                refs.clear();
                lists.add(statement.ref());
                for (Item item : declare.items()) {
                    if (items.put(item.id(), item) != null) {
                        twice.add(item.id());
                    }
                    refs.put(item.id(), new ArrayList<>(List.of(statement.ref())));
                }
            }
            case Body.Change change -> {
                Optional<Item> before = Optional.ofNullable(items.get(change.item()));
                Contradiction.changed(before, change, statement.ref(), notified)
                        .ifPresent(contradictions::add);
                Item changed = changed(before, change);
                items.put(change.item(), changed);
                refs.computeIfAbsent(change.item(), id -> new ArrayList<>()).add(statement.ref());
            }
            default -> throw new IllegalArgumentException("not about items: " + statement.ref());
        }
    }

    private void compare(Body.Declare declare, String ref) {
        Map<String, Item> listed = new TreeMap<>();
        declare.items().forEach(item -> listed.put(item.id(), item));
        Set<String> ids = new TreeSet<>(items.keySet());
        ids.addAll(listed.keySet());
        for (String id : ids) {
            Contradiction.listed(
                            id,
                            Optional.ofNullable(items.get(id)),
                            Optional.ofNullable(listed.get(id)),
                            ref,
                            notified)
                    .ifPresent(contradictions::add);
        }
    }

    /** An item after a change; an item never listed begins with what the change sets. */
    static Item changed(Optional<Item> before, Body.Change change) {
        return with(before.orElse(new Item(change.item(), "", "", Map.of())), change.set());
    }

    /** An item with some values laid over it. */
    static Item with(Item item, Map<String, Value> set) {
        Map<String, Value> fields = new HashMap<>(item.fields());
        String kind = item.kind();
        String state = item.state();
        for (Map.Entry<String, Value> entry : set.entrySet()) {
            switch (entry.getKey()) {
                case "kind" -> kind = entry.getValue().shown();
                case "state" -> state = entry.getValue().shown();
                default -> fields.put(entry.getKey(), entry.getValue());
            }
        }
        return new Item(item.id(), kind, state, fields);
    }

    /** Whether anything about items is known at all. */
    boolean known() {
        return asOf.isPresent();
    }

    Optional<LocalDate> asOf() {
        return asOf;
    }

    Map<String, Item> items() {
        return items;
    }

    /** The list and the changes that an item's state comes from. */
    List<String> refs(String item) {
        return refs.getOrDefault(item, List.of());
    }

    List<String> lists() {
        return lists;
    }

    /** Where a later list or change says otherwise than what came before it, in that order. */
    List<Contradiction> contradictions() {
        return contradictions;
    }

    /** Identifiers that stood twice in one list. */
    Set<String> twice() {
        return twice;
    }
}
