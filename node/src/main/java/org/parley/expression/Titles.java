// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import org.parley.Text;

/** What people call fields, their values and tables when a rule is read back to them. */
public interface Titles {

    /** A field's or table's title by qualified name: {@code item.loaded} → "loaded", "载荷数". */
    Text field(String name);

    /** A value's title: {@code item.state}, {@code deployed} → "deployed", "已部署". */
    Text value(String field, String value);

    /** Names as they are written, for tests and for agreements without titles. */
    Titles PLAIN =
            new Titles() {
                @Override
                public Text field(String name) {
                    return Text.same(name.substring(name.indexOf('.') + 1).replace('_', ' '));
                }

                @Override
                public Text value(String field, String value) {
                    return Text.same(value);
                }
            };
}
