// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.agreement.Agreement;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Nodes through storms: crashes and full disks at any step, lost and repeated questions, cut lines,
 * clocks that jump. A seed makes a storm; each is told, so that it can be made again with {@code
 * -Dparley.seed=N}.
 */
class NetworkSimulationTest {
    private static final int SEEDS = 8;
    private static final int STEPS = 70;

    @TempDir private Path folder = Path.of(".");

    @Test
    void nothingAcknowledgedIsLostAndNoHistoryIsForkedInAnyStorm() throws IOException {
        Agreement agreement = SimulatedNodes.ofFour(folder);
        Storm.Tally tally = new Storm.Tally();
        Long only = Long.getLong("parley.seed");
        for (long seed = only == null ? 0 : only;
                seed < (only == null ? SEEDS : only + 1);
                seed++) {
            Storm storm = new Storm(seed, agreement, tally);
            try {
                storm.rage(STEPS);
                storm.calm();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + " after " + storm.story(), e);
            }
        }
        System.out.println("seeds 0 to " + (SEEDS - 1) + ": " + tally);
        assertThat(tally.crashes).isGreaterThan(10);
        assertThat(tally.statements).isGreaterThan(30);
        assertThat(tally.receipts).isGreaterThan(30);
    }
}
