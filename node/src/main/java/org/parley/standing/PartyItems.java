// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.expression.Layout;
import org.parley.statement.Statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A party's lists and changes, decoded once for all views. Not thread safe. */
final class PartyItems {
    private final Layout layout;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final List<ItemEvent> events = new ArrayList<>();

    PartyItems(Layout layout) {
        this.layout = layout;
    }

    void add(Statement statement, int arrival) {
        events.add(ItemEvent.of(statement, arrival, layout, this::number));
    }

    private int number(String id) {
        Integer known = numbers.get(id);
        if (known == null) {
            known = ids.size();
            numbers.put(id, known);
            ids.add(id);
        }
        return known;
    }

    Layout layout() {
        return layout;
    }

    /** In the order of arrival. */
    List<ItemEvent> events() {
        return events;
    }

    int items() {
        return ids.size();
    }

    String id(int item) {
        return ids.get(item);
    }

    Optional<Integer> item(String id) {
        return Optional.ofNullable(numbers.get(id));
    }
}
