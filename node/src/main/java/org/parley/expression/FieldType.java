// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a declared field can hold, and how its value is written into a slot. Every value is a {@code
 * long}; {@link Layout#ABSENT} says that it was not stated.
 */
public sealed interface FieldType {

    /** Free text; the slot holds its number in {@link Symbols}. */
    record Text() implements FieldType {}

    /**
     * A place: to the language a text, to pages something that can be shown on a list of places.
     */
    record Place() implements FieldType {}

    /**
     * One of a declared set of words; the slot holds its number in {@link Symbols}.
     *
     * @param noun what such a word is called in messages: kind, state, field …
     */
    record Symbol(String noun, List<String> values) implements FieldType {
        public Symbol {
            values = List.copyOf(values);
        }
    }

    /** An integer within bounds, both included; the slot holds it as it is. */
    record Whole(long min, long max) implements FieldType {}

    /** Yes or no; the slot holds 1 or 0. */
    record Flag() implements FieldType {}

    /**
     * A decimal number; the slot holds it multiplied by ten to the {@code scale}.
     *
     * @param scale digits after the point, 0 to 9
     * @param unit the unit's name, empty where there is none
     */
    record Decimal(int scale, String unit) implements FieldType {
        public Decimal {
            if (scale < 0 || scale > 9) {
                throw new IllegalArgumentException("scale " + scale + " is not 0..9");
            }
        }
    }

    /**
     * A point in time; the slot holds seconds since 1970-01-01T00:00Z.
     *
     * @param wholeDay a date without a time of day: the slot holds its midnight in GMT
     */
    record Moment(boolean wholeDay) implements FieldType {}

    /** A length of time; the slot holds seconds. */
    record Duration() implements FieldType {}

    /** Whether values are words, compared by their number in {@link Symbols}. */
    default boolean isWord() {
        return switch (this) {
            case Text _, Place _, Symbol _ -> true;
            case Whole _, Flag _, Decimal _, Moment _, Duration _ -> false;
        };
    }

    /** The type in a message, with its article: "an integer", "a text". */
    default String described() {
        return switch (this) {
            case Text _ -> "a text";
            case Place _ -> "a place";
            case Symbol symbol -> "a " + symbol.noun();
            case Whole _ -> "an integer";
            case Flag _ -> "a yes/no value";
            case Decimal d -> d.unit().isEmpty() ? "a decimal" : "a decimal in " + d.unit();
            case Moment moment -> moment.wholeDay() ? "a date" : "a time";
            case Duration _ -> "a duration";
        };
    }

    /**
     * The one type that holds both, where the same field is declared by two groups of items: words
     * and bounds are united, everything else must be the same.
     */
    default Optional<FieldType> join(FieldType other) {
        if (equals(other)) {
            return Optional.of(this);
        }
        if (this instanceof Whole a && other instanceof Whole b) {
            return Optional.of(new Whole(Math.min(a.min(), b.min()), Math.max(a.max(), b.max())));
        }
        if (this instanceof Symbol a && other instanceof Symbol b && a.noun().equals(b.noun())) {
            Set<String> values = new LinkedHashSet<>(a.values());
            values.addAll(b.values());
            return Optional.of(new Symbol(a.noun(), List.copyOf(values)));
        }
        return Optional.empty();
    }
}
