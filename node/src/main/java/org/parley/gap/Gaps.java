// SPDX-License-Identifier: Apache-2.0
package org.parley.gap;

import org.parley.Place;
import org.parley.Text;

import java.util.List;
import java.util.Optional;

/**
 * Kinds of weapon or matter with what bears on each, and ways to show more without giving numbers.
 *
 * @param days that pages show beside the chosen one
 */
public record Gaps(List<java.time.LocalDate> days, List<Row> rows, List<Choice> choices) {
    public Gaps {
        days = List.copyOf(days);
        rows = List.copyOf(rows);
        choices = List.copyOf(choices);
    }

    /** A kind of weapon or matter. */
    public record Row(String id, Text title, Optional<Text> note, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What one mechanism does to it.
     *
     * @param provision of the mechanism, such as {@code limits.warheads}
     * @param statement of its record that it rests on
     * @param says in a few words
     * @param source where it was read, if neither a provision nor a statement says it
     */
    public record Cell(
            String mechanism,
            How how,
            Optional<String> provision,
            Optional<String> statement,
            Text says,
            Optional<String> source,
            boolean unverified,
            Place place) {}

    /**
     * A way to show more that is short of numbers.
     *
     * @param shows what others learn
     * @param keeps what stays hidden
     * @param mechanisms that do something of the kind
     */
    public record Choice(
            String id,
            Text title,
            Text shows,
            Text keeps,
            List<String> mechanisms,
            String source,
            boolean unverified) {
        public Choice {
            mechanisms = List.copyOf(mechanisms);
        }
    }
}
