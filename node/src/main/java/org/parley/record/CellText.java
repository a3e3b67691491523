// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.dhatim.fastexcel.reader.Cell;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of an Excel cell, where it is beyond doubt. Refused are formulas (their value is only
 * what some program last computed), error values, times of day (Excel has no time zones), whole
 * numbers of more than 15 digits (Excel has already lost the rest) and days before March 1900
 * (Excel's calendar has a 29 February 1900).
 */
final class CellText {
    private static final int DIGITS_MAX = 15;
    private static final BigDecimal FIRST_SOUND_DAY = BigDecimal.valueOf(61);
    private static final LocalDate DAY_ZERO_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.");
    private static final Pattern PADDED = Pattern.compile("0{2,15}");

    private final String origin;
    private final boolean date1904;

    CellText(String origin, boolean date1904) {
        this.origin = origin;
        this.date1904 = date1904;
    }

    String of(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> String.valueOf(cell.getValue());
            case BOOLEAN -> String.valueOf(cell.getValue()).toLowerCase(Locale.ROOT);
            case NUMBER -> number(cell, new BigDecimal(cell.getRawValue()));
            case FORMULA ->
                    throw refused(
                            cell,
                            "a formula",
                            "copy it and paste its value in its place (Paste special, Values)");
            case ERROR ->
                    throw refused(cell, "an error value of Excel", "correct it or clear the cell");
        };
    }

    private String number(Cell cell, BigDecimal number) {
        String format = Optional.ofNullable(cell.getDataFormatString()).orElse("");
        if (isDate(Optional.ofNullable(cell.getDataFormatId()).orElse(0), format)) {
            return day(cell, number);
        }
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (whole && number.precision() - number.scale() > DIGITS_MAX) {
            throw refused(
                    cell,
                    number.toPlainString() + " has more digits than Excel keeps",
                    "format the column as text and enter the number again");
        }
        // 0.1 + 0.2 is kept as 0.30000000000000004 and shown as 0.3
        String plain =
                number.round(new MathContext(DIGITS_MAX, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros()
                        .toPlainString();
        boolean padded = whole && number.signum() >= 0 && PADDED.matcher(format).matches();
        return padded ? "0".repeat(Math.max(0, format.length() - plain.length())) + plain : plain;
    }

    private String day(Cell cell, BigDecimal number) {
        if (number.stripTrailingZeros().scale() > 0) {
            throw refused(
                    cell,
                    "a time of day without its zone",
                    "format the cell as text and write 2030-01-31T10:00Z");
        }
        if (!date1904 && number.compareTo(FIRST_SOUND_DAY) < 0) {
            throw refused(
                    cell,
                    "a day that Excel's calendar does not have right",
                    "format the cell as text and write 1900-01-31");
        }
        LocalDate zero = date1904 ? DAY_ZERO_1904 : DAY_ZERO_1900;
        return zero.plusDays(number.longValueExact()).toString();
    }

    /** Formats of dates by their number (ECMA-376 18.8.30, with those of East Asia) or letters. */
    private static boolean isDate(int id, String format) {
        boolean known = id >= 14 && id <= 22 || id >= 27 && id <= 36;
        if (known || id >= 45 && id <= 47 || id >= 50 && id <= 58) {
            return true;
        }
        String letters = LITERALS.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return !letters.contains("general")
                && letters.chars().anyMatch(letter -> "ydmhs".indexOf(letter) >= 0);
    }

    private ParleyException refused(Cell cell, String what, String todo) {
        Place at = Place.of(origin + ", cell " + cell.getAddress());
        return new ParleyException(Code.BAD_VALUE, at, what, todo);
    }
}
