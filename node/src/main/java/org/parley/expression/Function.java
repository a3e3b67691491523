// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The functions an expression may use besides CEL's operators. All are exact over integers; none
 * knows a treaty. {@code date}, {@code timestamp} and {@code duration} take a constant only and are
 * gone after checking.
 */
@SuppressWarnings("ImmutableEnumChecker") // types are records of immutable parts
enum Function {
    ABS(Types.WHOLE, Types.WHOLE),
    MIN(Types.WHOLE, Types.WHOLE, Types.WHOLE),
    MAX(Types.WHOLE, Types.WHOLE, Types.WHOLE),
    /** {@code a / b} rounded up. */
    CEIL_DIV(Types.WHOLE, Types.WHOLE, Types.WHOLE),
    /** {@code a / b} rounded down, also below zero. */
    FLOOR_DIV(Types.WHOLE, Types.WHOLE, Types.WHOLE),
    /** The smallest even number that is not smaller. */
    EVEN_UP(Types.WHOLE, Types.WHOLE),
    /** {@code p} percent of {@code x}; the text states no rounding, and we round down. */
    PERCENT(Types.WHOLE, Types.WHOLE, Types.WHOLE),
    /** {@code p} percent of {@code x}, rounded up. */
    PERCENT_UP(Types.WHOLE, Types.WHOLE, Types.WHOLE),
    /** {@code p} percent of {@code x}, rounded down. */
    PERCENT_DOWN(Types.WHOLE, Types.WHOLE, Types.WHOLE),
    /** A length of n times 24 hours; CEL's own {@code duration} knows no unit above the hour. */
    DAYS(Types.DURATION, Types.WHOLE),
    /** The day of a time in the agreement's zone, counted from 1970-01-01. */
    DAY(Types.WHOLE, Types.TIME),
    DATE(Types.DATE, Types.TEXT),
    TIMESTAMP(Types.TIME, Types.TEXT),
    DURATION(Types.DURATION, Types.TEXT);

    private final FieldType result;
    private final List<FieldType> parameters;

    Function(FieldType result, FieldType... parameters) {
        this.result = result;
        this.parameters = List.of(parameters);
    }

    FieldType result() {
        return result;
    }

    List<FieldType> parameters() {
        return parameters;
    }

    /** As it is written in an expression. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether CEL brings it along itself. */
    boolean standard() {
        return this == TIMESTAMP || this == DURATION;
    }

    boolean literal() {
        return this == DATE || this == TIMESTAMP || this == DURATION;
    }

    /** Whether its reading says in an apposition how it rounds. */
    boolean rounds() {
        return switch (this) {
            case CEIL_DIV, FLOOR_DIV, EVEN_UP, PERCENT, PERCENT_UP, PERCENT_DOWN -> true;
            case ABS, MIN, MAX, DAYS, DAY, DATE, TIMESTAMP, DURATION -> false;
        };
    }

    static Optional<Function> find(String word) {
        for (Function function : values()) {
            if (function.word().equals(word)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    static List<String> words() {
        return List.of(values()).stream().map(Function::word).toList();
    }
}
