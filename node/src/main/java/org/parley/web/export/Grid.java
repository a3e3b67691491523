// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.record.CsvText;

import java.util.ArrayList;
import java.util.List;

/**
 * A table ready to be written: every cell a text, every row as long as the header.
 *
 * @param columns in order; the view stands in the first ones, so that no row loses it
 */
public record Grid(What what, List<Column> columns, List<List<String>> rows) {

    public Grid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** What a table is about. */
    public enum What {
        FIGURES,
        LIMITS,
        DUTIES,
        QUOTAS,
        ACTS,
        DISPUTES,
        STATEMENTS,
        ITEMS,
        DECLARATIONS
    }

    /** A column; a cell that does not fit its type, such as an uncertain date, stays text. */
    public record Column(String name, Type type) {}

    /** How a spreadsheet should take a column's cells. */
    public enum Type {
        TEXT,
        NUMBER,
        DATE
    }

    /** The table as CSV. */
    public String csv() {
        return CsvText.of(columns.stream().map(Column::name).toList(), rows);
    }

    /** Collects the columns and rows of a table. */
    static final class Builder {
        private final What what;
        private final List<Column> columns = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();
        private final List<String> lead;

        Builder(What what, List<Column> leading, List<String> lead) {
            this.what = what;
            this.lead = lead;
            columns.addAll(leading);
        }

        Builder text(String... names) {
            return add(Type.TEXT, names);
        }

        Builder number(String... names) {
            return add(Type.NUMBER, names);
        }

        Builder date(String... names) {
            return add(Type.DATE, names);
        }

        private Builder add(Type type, String... names) {
            for (String name : names) {
                columns.add(new Column(name, type));
            }
            return this;
        }

        void row(List<String> cells) {
            List<String> row = new ArrayList<>(lead);
            row.addAll(cells);
            if (row.size() != columns.size()) {
                throw new IllegalStateException(row.size() + " cells in " + columns.size());
            }
            rows.add(row);
        }

        void row(String... cells) {
            row(List.of(cells));
        }

        Grid build() {
            return new Grid(what, columns, rows);
        }
    }
}
