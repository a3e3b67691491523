// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import java.util.ArrayList;
import java.util.List;

/** What was aimed at, row by row. */
final class Aims {
    private final List<String> rows = new ArrayList<>();

    void add(String what, String aim, String measured, boolean met) {
        rows.add(String.join(" | ", "| " + what, aim, measured, (met ? "yes" : "**no**") + " |"));
    }

    String rows() {
        return String.join("\n", rows);
    }
}
