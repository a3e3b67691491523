// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.yaml.YamlScalar;

/**
 * The declared type of a field of an item or a form.
 *
 * @param least lower bound of a whole number
 * @param most upper bound of a whole number
 * @param decimals of a decimal, which is stored as a scaled whole number
 */
public record FieldKind(Basic basic, long least, long most, int decimals, String unit) {
    static final long WHOLE_MAX = YamlScalar.WHOLE_MAX;

    /** The basic types. */
    public enum Basic {
        TEXT,
        WHOLE,
        DECIMAL,
        TRUTH,
        /** An exact instant. */
        TIME,
        /** A day of the agreement's zone. */
        DATE,
        DATES,
        PLACE,
        ZONE,
        PARTY,
        ITEM,
        FIELD
    }

    public static FieldKind of(Basic basic) {
        return new FieldKind(basic, -WHOLE_MAX, WHOLE_MAX, 0, "");
    }

    public static FieldKind whole(long least, long most) {
        return new FieldKind(Basic.WHOLE, least, most, 0, "");
    }
}
