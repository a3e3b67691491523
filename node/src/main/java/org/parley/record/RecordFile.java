// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Place;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlReader;
import org.parley.yaml.YamlScalar;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file of a record, with a way to read the tables that stand beside it. */
record RecordFile(String origin, Documents documents, Tables tables) {
    /** A file that holds nothing but the record. */
    RecordFile(String origin, String text, Tables tables) {
        this(origin, () -> YamlReader.documents(origin, text), tables);
    }

    /**
     * The documents of the file that are record. Parsed when its turn comes, so that the first
     * thing wrong is told first; where the rules stand in the same file, parsed with them.
     */
    @FunctionalInterface
    interface Documents {
        List<YamlNode> read();
    }

    /** Reads a CSV or XLSX table that stands beside the file. */
    @FunctionalInterface
    interface Tables {
        /**
         * Reads one table.
         *
         * @param sheet of a workbook; may be left out where there is only one
         * @param at where the table is named
         */
        Content table(String name, Optional<YamlScalar> sheet, Place at);
    }

    /** A table as cells of text. */
    record Content(Place place, List<String> header, List<Row> rows) {
        Content {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row by column name.
     *
     * @param number counted from 1, the header left out
     */
    record Row(int number, Place place, Map<String, String> cells, CellPlaces places) {
        String cell(String column) {
            return cells.getOrDefault(column, "").strip();
        }

        /** A cell with its own place, so that a message leads to it. */
        YamlScalar scalar(String column) {
            return new YamlScalar(places.of(column), cell(column));
        }
    }

    /** Where the cell of a column stands; worked out only when a message needs it. */
    @FunctionalInterface
    interface CellPlaces {
        Place of(String column);
    }
}
