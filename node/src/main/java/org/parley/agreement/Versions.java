// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.time.DateExpression;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rule through time: as first agreed, and what replaced it from which date by whose decision. A
 * treaty changes this way without amendment (CFE review 1996, Annex B).
 */
public record Versions<T>(T first, List<Later<T>> later) {

    public Versions {
        later = List.copyOf(later);
    }

    /**
     * What replaced the rule, and since when.
     *
     * @param decided the statement or body decision that replaced the rule
     */
    public record Later<T>(DateExpression from, Optional<String> decided, T rule) {}

    /** The version in force on a day; a version whose date is unknown has not begun. */
    public T on(LocalDate day, Function<DateExpression, Optional<LocalDate>> resolve) {
        T found = first;
        for (Later<T> version : later) {
            Optional<LocalDate> from = resolve.apply(version.from());
            if (from.isPresent() && !from.get().isAfter(day)) {
                found = version.rule();
            }
        }
        return found;
    }
}
