// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.party.Entry;
import org.parley.party.KeyRing;
import org.parley.party.SimulatedNodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What was erased is shown as such, with whose word that is. */
final class ErasedPagesTest {
    @TempDir Path home;

    @Test
    void thePagesOfBothSayWhoErasedWhatAndWhy() throws IOException {
        Path rules = Path.of(System.getProperty("parley.root", ".."));
        Path folder = home.resolve("agreements/exercise-arden-borel");
        Files.createDirectories(folder);
        Files.copy(
                rules.resolve("exercises/arden-borel/agreement.yaml"),
                folder.resolve("agreement.yaml"));
        SimulatedNodes nodes = new SimulatedNodes(12, "XA", "XB");
        Entry said =
                nodes.say(
                        "XA",
                        "{kind: declare, as-of: 2030-02-01, counts: {launchers: 781}, to: [XB]}");
        nodes.rounds(2);
        nodes.node("XA").erase(said.ref(), "a mistake", List.of(KeyRing.DUTY));
        nodes.rounds(2);

        try (Pages own = Pages.open(home, new NodePages(nodes.node("XA"), line -> {}))) {
            assertThat(own.body("/node?lang=en")).contains("erased here (XA/1: a mistake)");
            assertThat(own.body("/node/proof/XA/0?lang=zh")).contains("本方已删除正文");
            assertThat(own.body("/a/exercise-arden-borel/statements/XA/0?lang=en"))
                    .contains("erased here (XA/1: a mistake)")
                    .doesNotContain("781");
            assertThat(own.body("/a/exercise-arden-borel?lang=en&asOf=2030-06-01&knownOn=asOf"))
                    .contains("Said, and not counted", ">XA/0</a> declaration")
                    .contains("erased here (XA/1: a mistake)");
            assertThat(own.body("/a/exercise-arden-borel?lang=zh&asOf=2030-06-01&knownOn=asOf"))
                    .contains("已作出但不计入", "本方已删除正文（XA/1: a mistake）");
            assertThat(own.body("/a/exercise-arden-borel?lang=en&knownOn=2029-12-01"))
                    .as("before it was said")
                    .doesNotContain("Said, and not counted");
            assertThat(own.defects()).isEmpty();
        }
        try (Pages other = Pages.open(home, new NodePages(nodes.node("XB"), line -> {}))) {
            assertThat(other.body("/node/proof/XA/0?lang=en"))
                    .contains("its author erased it and asks the others to (XA/1: a mistake)")
                    .contains("781");
            assertThat(other.body("/a/exercise-arden-borel?lang=en&asOf=2030-06-01&knownOn=asOf"))
                    .as("XB still holds it, and counts it")
                    .doesNotContain("Said, and not counted");
            assertThat(other.defects()).isEmpty();
        }
    }
}
