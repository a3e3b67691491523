// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Place;

import java.util.List;
import java.util.Map;

/** A file of a record as text, with a way to read the tables that stand beside it. */
record RecordFile(String origin, String text, Tables tables) {

    /** Reads a CSV or XLSX table that stands beside the file. */
    @FunctionalInterface
    interface Tables {
        List<Row> rows(String name, Place at);
    }

    /** One row by column name, with its place. */
    record Row(Place place, Map<String, String> cells) {
        String cell(String column) {
            return cells.getOrDefault(column, "").strip();
        }
    }
}
