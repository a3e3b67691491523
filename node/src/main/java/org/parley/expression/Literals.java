// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Decimals, dates, times and durations as constants. */
final class Literals {
    private Literals() {}

    /** A decimal, with as many digits after the point as were written. */
    static Node.Constant decimal(Place at, double written) {
        // the shortest decimal that reads back as the same double is what was written
        BigDecimal exact = BigDecimal.valueOf(written).stripTrailingZeros();
        int scale = Math.max(0, exact.scale());
        if (scale > 9 || exact.abs().compareTo(BigDecimal.valueOf(1_000_000_000)) > 0) {
            throw bad(at, "a decimal this large or fine", "use at most 9 digits on each side");
        }
        return new Node.Constant(
                at,
                new FieldType.Decimal(scale, ""),
                exact.setScale(scale).unscaledValue().longValueExact());
    }

    /** The constant that a call of date, timestamp or duration stands for. */
    static Node of(Place at, Function function, Node argument, Symbols symbols) {
        String example =
                switch (function) {
                    case DATE -> "date('2018-02-05')";
                    case TIMESTAMP -> "timestamp('2018-02-05T00:00:00Z')";
                    default -> "duration('24h') or days(5)";
                };
        if (!(argument instanceof Node.Constant text)) {
            throw bad(argument.at(), function.word() + "() takes a constant", "write " + example);
        }
        String written = symbols.text(text.value());
        try {
            long value =
                    switch (function) {
                        case DATE ->
                                LocalDate.parse(written).toEpochDay() * Calculation.DAY_SECONDS;
                        case TIMESTAMP -> instant(written);
                        default -> Durations.seconds(written);
                    };
            return new Node.Constant(at, function.result(), value);
        } catch (DateTimeException | ArithmeticException e) {
            throw bad(
                    argument.at(),
                    "'" + written + "' is no " + function.word(),
                    "write " + example);
        }
    }

    private static long instant(String written) {
        Instant instant =
                Instant.from(
                        java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(written));
        if (instant.getNano() != 0 || instant.atOffset(ZoneOffset.UTC).getYear() < 1) {
            throw new DateTimeException("whole seconds only");
        }
        return instant.getEpochSecond();
    }

    private static ParleyException bad(Place at, String what, String todo) {
        return new ParleyException(Code.BAD_EXPRESSION, at, what, todo);
    }
}
