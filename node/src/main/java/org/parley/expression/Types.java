// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

/** The types without parameters, and integers and times as they mostly are. */
public final class Types {
    public static final FieldType TEXT = new FieldType.Text();
    public static final FieldType PLACE = new FieldType.Place();
    public static final FieldType FLAG = new FieldType.Flag();
    public static final FieldType WHOLE = new FieldType.Whole(Long.MIN_VALUE, Long.MAX_VALUE);
    public static final FieldType TIME = new FieldType.Moment(false);
    public static final FieldType DATE = new FieldType.Moment(true);
    public static final FieldType DURATION = new FieldType.Duration();

    private Types() {}
}
