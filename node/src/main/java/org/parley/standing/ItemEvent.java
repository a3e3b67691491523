// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.expression.Layout;
import org.parley.statement.Body;
import org.parley.statement.Item;
import org.parley.statement.Statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/** A list or a change, decoded once: items are numbers and values are slots. Immutable. */
sealed interface ItemEvent {
    /** As {@link ItemHistory#order}, which a test holds it to; then by arrival. */
    Comparator<ItemEvent> ORDER =
            Comparator.comparingInt(ItemEvent::day)
                    .thenComparingInt(event -> event instanceof Change ? 1 : 0)
                    .thenComparing(ItemEvent::at)
                    .thenComparing(event -> event.statement().ref())
                    .thenComparingInt(ItemEvent::arrival);

    Statement statement();

    /** The number of the statement in the order of arrival. */
    int arrival();

    /** The day from whose end on it holds, as an epoch day. */
    int day();

    /** The moment of a change; a list comes before every change of its day. */
    Instant at();

    /**
     * One item's line in a list.
     *
     * @param slots its values, as {@link Slots#ofItem} has them
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Line(Item item, long[] slots) {}

    /**
     * A full list: what is not on it is gone.
     *
     * @param lines by the item's number; the last one where an identifier stands twice
     * @param twice the identifiers that stand twice
     */
    record Listing(
            Statement statement, int arrival, int day, Map<Integer, Line> lines, Set<String> twice)
            implements ItemEvent {
        @Override
        public Instant at() {
            return Instant.MIN;
        }
    }

    /**
     * A change of one item.
     *
     * @param set slot and value in turn
     * @param was the same for what the notice gives as the values before
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Change(
            Statement statement, int arrival, int day, Instant at, int item, long[] set, long[] was)
            implements ItemEvent {}

    static ItemEvent of(
            Statement statement, int arrival, Layout layout, ToIntFunction<String> number) {
        return switch (statement.body()) {
            case Body.Declare declare -> {
                Map<Integer, Line> lines = new HashMap<>();
                Set<String> twice = new HashSet<>();
                for (Item item : declare.items()) {
                    Line line = new Line(item, Slots.ofItem(layout, item));
                    if (lines.put(number.applyAsInt(item.id()), line) != null) {
                        twice.add(item.id());
                    }
                }
                yield new Listing(statement, arrival, epochDay(declare.asOf()), lines, twice);
            }
            case Body.Change change ->
                    new Change(
                            statement,
                            arrival,
                            epochDay(change.day()),
                            change.at().orElse(Instant.MIN),
                            number.applyAsInt(change.item()),
                            Slots.pairs(layout, change.set()),
                            Slots.pairs(layout, change.was()));
            default -> throw new IllegalArgumentException("not about items: " + statement.ref());
        };
    }

    /** A day as a number; what lies beyond five million years is all one day. */
    static int epochDay(LocalDate day) {
        return Math.clamp(day.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
