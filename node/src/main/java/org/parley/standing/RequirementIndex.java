// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Requirement;
import org.parley.statement.Statement;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * The changes that contradict one requirement, by author, for every pair of days. It follows the
 * changes when asked next. Not thread safe.
 */
final class RequirementIndex {
    private final Requirement rule;
    private final ToIntFunction<Statement> knownFrom;
    private final Map<String, Told<Contradicting>> byAuthor = new TreeMap<>();
    private int followed;

    private record Contradicting(Statement change, int day, int arrival) {
        static final Comparator<Contradicting> ORDER =
                Comparator.comparingInt(Contradicting::day)
                        .thenComparing(one -> one.change().ref())
                        .thenComparingInt(Contradicting::arrival);
    }

    RequirementIndex(Requirement rule, ToIntFunction<Statement> knownFrom) {
        this.rule = rule;
        this.knownFrom = knownFrom;
    }

    /** Takes in the changes that have come since it was last asked. */
    void follow(List<Statement> changes, EventDuty events) {
        for (; followed < changes.size(); followed++) {
            Statement change = changes.get(followed);
            int arrival = followed;
            if (change.form().equals(rule.form()) && events.contradicts(rule, change)) {
                events.eventDay(change)
                        .ifPresent(day -> add(change, ItemEvent.epochDay(day), arrival));
            }
        }
    }

    private void add(Statement change, int day, int arrival) {
        byAuthor.computeIfAbsent(
                        change.by(), party -> new Told<>(Contradicting.ORDER, Contradicting::day))
                .add(new Contradicting(change, day, arrival), knownFrom.applyAsInt(change), 1);
    }

    /** Those whose event lies between two days, by author; authors without any are left out. */
    Map<String, Told.Found<Statement>> between(Bulk.Between days, int knownOn) {
        Map<String, Told.Found<Statement>> found = new TreeMap<>();
        int first = ItemEvent.epochDay(days.first());
        int last = ItemEvent.epochDay(days.last());
        byAuthor.forEach((author, told) -> {
            Told.Found<Contradicting> theirs = told.between(first, last, knownOn);
            if (theirs.number() > 0) {
                List<Statement> changes =
                        theirs.first().stream().map(Contradicting::change).toList();
                found.put(author, new Told.Found<>(changes, theirs.number()));
            }
        });
        return found;
    }
}
