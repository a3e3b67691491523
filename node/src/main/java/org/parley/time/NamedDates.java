// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The dates that an agreement names, which may count from one another but not from themselves.
 * Immutable.
 */
public final class NamedDates {
    private final Map<String, DateExpression> definitions;

    private NamedDates(Map<String, DateExpression> definitions) {
        this.definitions = definitions;
    }

    /**
     * The definitions, each one standing after those it needs.
     *
     * @throws ParleyException the first of {@link #problems}
     */
    public static NamedDates of(Map<String, DateExpression> definitions) {
        Sorting sorting = new Sorting(definitions);
        if (!sorting.problems.isEmpty()) {
            throw new ParleyException(sorting.problems.getFirst());
        }
        NamedDates dates = new NamedDates(sorting.sorted);
        dates.definitions.values().stream()
                .flatMap(date -> date.hoursFromDay(dates::isDay).stream())
                .findFirst()
                .ifPresent(problem -> {
                    throw new ParleyException(problem);
                });
        return dates;
    }

    /**
     * Everything wrong with a set of definitions: circles, each with its chain, and names that are
     * not there.
     */
    public static List<Problem> problems(Map<String, DateExpression> definitions) {
        List<Problem> problems = new Sorting(definitions).problems;
        if (problems.isEmpty()) {
            NamedDates dates = new NamedDates(new Sorting(definitions).sorted);
            return dates.definitions.values().stream()
                    .flatMap(date -> date.hoursFromDay(dates::isDay).stream())
                    .toList();
        }
        return List.copyOf(problems);
    }

    /** What is wrong with a date that uses these names, such as a duty's. */
    public List<Problem> check(DateExpression date) {
        List<Problem> problems = new ArrayList<>(undeclared(date, definitions.keySet()));
        date.hoursFromDay(this::isDay).ifPresent(problems::add);
        return List.copyOf(problems);
    }

    public Set<String> names() {
        return definitions.keySet();
    }

    public Optional<DateExpression> definition(String name) {
        return Optional.ofNullable(definitions.get(name));
    }

    /**
     * A context that knows these names too: each is resolved once, here, against what the given
     * context knows.
     *
     * @return a view that is as immutable as the given context
     */
    public DateContext over(DateContext context) {
        Map<String, Moment> moments = new HashMap<>();
        DateContext named = new Resolved(context, moments);
        definitions.forEach(
                (name, date) -> date.resolve(named).ifPresent(moment -> moments.put(name, moment)));
        return new Resolved(context, Map.copyOf(moments));
    }

    private boolean isDay(DateTerm leaf) {
        return leaf instanceof DateTerm.Named(String name)
                && definition(name).filter(date -> date.alwaysDay(this::isDay)).isPresent();
    }

    private static List<Problem> undeclared(DateExpression date, Set<String> names) {
        return date.references().stream()
                .filter(reference -> reference.kind() == Reference.Kind.NAME)
                .filter(reference -> !names.contains(reference.name()))
                .map(reference -> undeclared(reference.name(), reference.at(), names))
                .toList();
    }

    private static Problem undeclared(String name, Place at, Set<String> names) {
        return new Problem(
                Code.UNDECLARED,
                at,
                "no date is named \"" + name + "\"",
                Nearest.to(name, names)
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse("declare it under dates, or write act " + name + " for an act's"));
    }

    /** Puts definitions after those they need, by depth-first search. */
    private static final class Sorting {
        private final Map<String, DateExpression> given;
        private final Map<String, DateExpression> sorted = new LinkedHashMap<>();
        private final List<String> path = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final List<Problem> problems = new ArrayList<>();

        Sorting(Map<String, DateExpression> given) {
            this.given = new LinkedHashMap<>(given);
            this.given.forEach(this::visit);
        }

        private void visit(String name, DateExpression date) {
            if (!seen.add(name)) {
                return;
            }
            path.add(name);
            for (Reference reference : date.references()) {
                if (reference.kind() == Reference.Kind.NAME) {
                    follow(reference);
                }
            }
            path.removeLast();
            sorted.put(name, date);
        }

        private void follow(Reference reference) {
            DateExpression needed = given.get(reference.name());
            int start = path.indexOf(reference.name());
            if (needed == null) {
                problems.add(undeclared(reference.name(), reference.at(), given.keySet()));
            } else if (start >= 0) {
                List<String> chain = new ArrayList<>(path.subList(start, path.size()));
                chain.add(reference.name());
                problems.add(
                        new Problem(
                                Code.CIRCULAR,
                                reference.at(),
                                "\""
                                        + reference.name()
                                        + "\" depends on itself: "
                                        + String.join(" → ", chain),
                                "let one of them count from an act or a date"));
            } else {
                visit(reference.name(), needed);
            }
        }
    }

    private record Resolved(DateContext base, Map<String, Moment> moments)
            implements DateContext.Laid {
        @Override
        public Optional<Moment> name(String name) {
            Moment moment = moments.get(name);
            return moment == null ? base.name(name) : Optional.of(moment);
        }
    }
}
