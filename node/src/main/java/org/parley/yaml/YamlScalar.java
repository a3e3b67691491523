// SPDX-License-Identifier: Apache-2.0
package org.parley.yaml;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.math.BigDecimal;

/**
 * A single value, always kept as the text that was written: {@code NO} stays NO, a date stays a
 * date's text.
 *
 * @param place of the first character of the value itself, after an opening quote
 */
public record YamlScalar(Place place, String value) implements YamlNode {
    /** The largest whole number, 2^53−1: canonical JSON has no larger one. */
    public static final long WHOLE_MAX = (1L << 53) - 1;

    @Override
    public String described() {
        return "\"" + (value.length() > 40 ? value.substring(0, 40) + "…" : value) + "\"";
    }

    /** A whole number between −(2^53−1) and 2^53−1, the range that can be signed. */
    public long whole() {
        String digits = value.replace("_", "");
        long number;
        try {
            number = Long.parseLong(digits);
        } catch (NumberFormatException e) {
            if (digits.matches("[+-]?[0-9]+")) {
                throw tooLarge(0);
            }
            throw new ParleyException(
                    Code.WRONG_TYPE,
                    place,
                    described() + " is not a whole number",
                    "write digits only");
        }
        if (number < -WHOLE_MAX || number > WHOLE_MAX) {
            throw tooLarge(0);
        }
        return number;
    }

    /**
     * A decimal number, scaled by 10^decimals to a whole one of the same range; more digits than
     * that are refused.
     */
    public long scaled(int decimals) {
        if (decimals == 0) {
            return whole();
        }
        BigDecimal scaled;
        try {
            scaled = new BigDecimal(value.replace("_", "")).movePointRight(decimals);
        } catch (NumberFormatException | ArithmeticException e) {
            throw notDecimal(decimals);
        }
        if (scaled.abs().compareTo(BigDecimal.valueOf(WHOLE_MAX)) > 0) {
            throw tooLarge(decimals);
        }
        try {
            return scaled.longValueExact();
        } catch (ArithmeticException e) {
            throw notDecimal(decimals);
        }
    }

    private ParleyException notDecimal(int decimals) {
        return new ParleyException(
                Code.WRONG_TYPE,
                place,
                described()
                        + " is not a number with at most "
                        + decimals
                        + (decimals == 1 ? " decimal" : " decimals"),
                "write it as in 202.8");
    }

    private ParleyException tooLarge(int decimals) {
        String most = BigDecimal.valueOf(WHOLE_MAX, decimals).toPlainString();
        return new ParleyException(
                Code.BAD_VALUE,
                place,
                described() + " lies outside -" + most + " to " + most,
                "check the number; larger ones can be neither signed nor added up exactly");
    }

    public boolean flag() {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new ParleyException(
                            Code.WRONG_TYPE,
                            place,
                            described() + " is neither true nor false",
                            "write true or false");
        };
    }
}
