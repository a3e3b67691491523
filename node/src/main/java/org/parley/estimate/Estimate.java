// SPDX-License-Identifier: Apache-2.0
package org.parley.estimate;

import org.parley.Place;
import org.parley.Text;
import org.parley.time.Edtf;

import java.util.Optional;

/**
 * One figure of a vintage.
 *
 * @param state whose warheads: a code, or {@link #WORLD}
 * @param of the year or day that it is about
 * @param how about, more-than, at-least or at-most, if the source says so
 * @param labelled what the source calls it, where that is another quantity than it is
 * @param computed whether it is not given but added up from the parts that are
 */
public record Estimate(
        String state,
        Quantity quantity,
        Edtf of,
        long value,
        String how,
        Optional<Quantity> labelled,
        boolean computed,
        Dataset dataset,
        Optional<Text> note,
        boolean unverified,
        Place place) {
    /** All states together, as a source gives it. */
    public static final String WORLD = "WORLD";

    /** What it is a figure for; one estimator has one figure there at a time. */
    public Cell cell() {
        return new Cell(state, quantity, dataset.estimator(), of.toString());
    }

    /**
     * Where a figure stands.
     *
     * @param of the year or day, as written
     */
    public record Cell(String state, Quantity quantity, String estimator, String of)
            implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int order = state.compareTo(other.state);
            order = order != 0 ? order : quantity.compareTo(other.quantity);
            order = order != 0 ? order : estimator.compareTo(other.estimator);
            return order != 0 ? order : of.compareTo(other.of);
        }
    }
}
