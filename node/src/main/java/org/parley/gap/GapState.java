// SPDX-License-Identifier: Apache-2.0
package org.parley.gap;

import org.parley.standing.ContactStanding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A cell on a day.
 *
 * @param by who suspended or paused it
 * @param without who left it, while it stands for others
 * @param since when it began, as far as it is known
 * @param contact its state as a dialogue or line
 */
public record GapState(
        Gaps.Cell cell,
        Cover cover,
        List<String> by,
        List<String> without,
        Optional<LocalDate> since,
        Optional<ContactStanding.State> contact) {
    public GapState {
        by = List.copyOf(by);
        without = List.copyOf(without);
    }

    static GapState of(Gaps.Cell cell, Cover cover) {
        return new GapState(cell, cover, List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * The cells of a row on a day.
     *
     * @param mechanisms each under the same view; empty for one that the library does not have
     */
    public static List<GapState> of(
            Gaps.Row row, Function<String, Optional<Mechanism>> mechanisms) {
        List<GapState> states = new ArrayList<>();
        for (Gaps.Cell cell : row.cells()) {
            states.add(
                    mechanisms
                            .apply(cell.mechanism())
                            .map(mechanism -> mechanism.state(cell))
                            .orElseGet(() -> of(cell, Cover.UNKNOWN)));
        }
        return states;
    }

    /**
     * A row in short: for each way of bearing on it, how well it stands. What ended or was not
     * there is left out; an empty answer is a hole.
     */
    public static Map<How, Cover> summary(List<GapState> states) {
        Map<How, Cover> best = new EnumMap<>(How.class);
        for (GapState one : states) {
            boolean shows =
                    switch (one.cover()) {
                        case STANDS,
                                POLITICAL,
                                PAUSED,
                                SUSPENDED,
                                CONTESTED,
                                NOT_BINDING_YET,
                                NOT_IN_FORCE,
                                QUIET ->
                                true;
                        case ENDED, NOT_THERE, UNKNOWN -> false;
                    };
            if (shows) {
                best.merge(
                        one.cell().how(),
                        one.cover(),
                        (a, b) -> Comparator.<Cover>naturalOrder().compare(a, b) <= 0 ? a : b);
            }
        }
        return best;
    }

    /** Whether nothing that binds or tells stands: talk and norms may. */
    public static boolean isHole(List<GapState> states) {
        return states.stream()
                .noneMatch(one ->
                        one.cover() == Cover.STANDS
                                && one.cell().how() != How.TALKS_ABOUT
                                && one.cell().how() != How.STATES_NORM);
    }
}
