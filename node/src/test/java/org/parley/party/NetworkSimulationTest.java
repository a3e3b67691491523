// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.agreement.Agreement;
import org.parley.record.Library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Nodes through storms: crashes and full disks at any step, lost and repeated questions, cut lines,
 * clocks that jump. A seed makes a storm; each is told, so that it can be made again with {@code
 * -Dparley.seed=N}.
 */
class NetworkSimulationTest {
    private static final int SEEDS = 6;
    private static final int STEPS = 70;

    @TempDir private Path folder = Path.of(".");

    /** The exercise treaty, open to more parties than two. */
    private Agreement ofFour() throws IOException {
        Path source = Path.of(System.getProperty("parley.root")).resolve("exercises/arden-borel");
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Path rules = folder.resolve("agreement.yaml");
        String two = Files.readString(rules);
        String four = two.replace("parties: [XA, XB]", "parties: [XA, XB, XC, XD]");
        assertThat(four).isNotEqualTo(two);
        Files.writeString(rules, four);
        return Library.load(folder).agreement();
    }

    @Test
    void nothingAcknowledgedIsLostAndNoHistoryIsForkedInAnyStorm() throws IOException {
        Agreement agreement = ofFour();
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
