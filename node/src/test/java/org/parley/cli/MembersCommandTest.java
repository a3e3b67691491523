// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who belongs, whom entry into force waits for, and where one party stands in everything. */
final class MembersCommandTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));

    private static String run(int expected, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(
                List.of("--library", ROOT.resolve("library").toString(), "--home", "no-such-home"));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                Parley.run(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        all.toArray(String[]::new));
        assertThat(code).as(out + "\n" + err).isEqualTo(expected);
        return out.toString() + err;
    }

    @Test
    void membersWithTheirDates() {
        assertThat(run(0, "who", "--agreement", "ottawa", "--as-of", "2025-12-31"))
                .containsPattern("LT +left +2003-11-01 – 2025-12-27")
                .containsPattern("FI +party +2012-07-01 – 2026-01-10");
        assertThat(run(0, "who", "--agreement", "ottawa", "--as-of", "2025-12-31", "--json"))
                .contains("\"since\" : \"2012-07-01\"");
    }

    @Test
    void holdOutsOfTheTestBan() {
        assertThat(run(0, "holdouts", "ctbt", "--as-of", "2015-06-01")).endsWith("  8\n");
        String later = run(0, "holdouts", "ctbt", "--as-of", "2023-11-03");
        assertThat(later).contains("RU").endsWith("  9\n");
        assertThat(run(1, "holdouts", "new-start")).contains("waits for nobody");
    }

    /** The same words as on the overview; who left is not among those that suspend. */
    @Test
    void whoLeftIsSeenToHaveLeft() {
        assertThat(run(0, "status", "cfe")).containsPattern("suspended by a party +CA US\n");
        assertThat(run(0, "status", "cfe", "--lang", "zh")).contains("CA US");
        assertThat(run(0, "who", "--agreement", "cfe")).containsPattern("RU +left +2023-11-07");
        assertThat(run(0, "status", "--party", "RU"))
                .containsPattern("cfe +suspended by a party +left")
                .containsPattern("open-skies +in force +left");
    }

    @Test
    void whatIsNotWorkedOutIsSaid() {
        assertThat(run(0, "due", "--party", "DE"))
                .endsWith("not worked out for DE: bwc, npt (membership not in the record)\n");
        assertThat(run(0, "due", "--party", "DE", "--lang", "zh"))
                .endsWith("未推算DE的义务：bwc、npt（记录中没有其成员身份）\n");
        assertThat(run(0, "due", "--party", "DE", "--json")).contains("\"notWorkedOut\"");
        assertThat(run(0, "due", "npt", "--party", "CN")).doesNotContain("not worked out");
    }

    @Test
    void anOldFigureIsCalledLastKnown() {
        assertThat(run(0, "status", "jcpoa", "--as-of", "2026-11-01"))
                .containsPattern("heavy_water .*contested \\(last known 2017-05-16\\)");
    }

    @Test
    void onePartyInEverything() {
        assertThat(run(0, "status", "--party", "CN", "--as-of", "2024-09-01"))
                .containsPattern("us-cn-ac +suspended")
                .containsPattern("mechanism +situation +its place +told by +title")
                .containsPattern("ctbt +not in force +signatory +Comprehensive Nuclear-Test-Ban");
        assertThat(run(0, "status", "--party", "CN", "--json")).contains("\"mechanisms\"");
        assertThat(run(1, "status", "--party", "QQ")).contains("no mechanism has the party");
        assertThat(run(2, "status")).contains("name an agreement or a party");
    }

    @Test
    void onePartysDutiesOverAllAgreements() {
        assertThat(run(0, "due", "--party", "DE", "--from", "2027-04-01", "--to", "2027-05-31"))
                .containsPattern("2027-04-30 +upcoming +DE +ottawa annual_report")
                .containsPattern("2027-05-31 +upcoming +DE +att annual_report");
    }
}
