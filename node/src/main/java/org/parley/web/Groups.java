// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows of a table that share their first cell. */
final class Groups {
    private Groups() {}

    /** Neighbours with the same key together, in the order given. */
    static <T> List<List<T>> of(List<T> rows, Function<T, String> key) {
        List<List<T>> groups = new ArrayList<>();
        String before = "";
        for (T row : rows) {
            String now = key.apply(row);
            if (groups.isEmpty() || !now.equals(before)) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(row);
            before = now;
        }
        return groups;
    }
}
