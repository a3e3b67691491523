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

    @Override
    public String described() {
        return "\"" + (value.length() > 40 ? value.substring(0, 40) + "…" : value) + "\"";
    }

    /** A whole number between −(2^53−1) and 2^53−1, the range that can be signed. */
    public long whole() {
        try {
            long number = Long.parseLong(value.replace("_", ""));
            if (Math.abs(number) < 1L << 53) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the one message for both
        }
        throw new ParleyException(
                Code.WRONG_TYPE,
                place,
                described() + " is not a whole number",
                "write digits only");
    }

    /**
     * A decimal number, scaled by 10^decimals to a whole one; more digits than that are refused.
     */
    public long scaled(int decimals) {
        if (decimals == 0) {
            return whole();
        }
        try {
            return new BigDecimal(value.replace("_", "")).movePointRight(decimals).longValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw new ParleyException(
                    Code.WRONG_TYPE,
                    place,
                    described()
                            + " is not a number with at most "
                            + decimals
                            + (decimals == 1 ? " decimal" : " decimals"),
                    "write it as in 202.8");
        }
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
