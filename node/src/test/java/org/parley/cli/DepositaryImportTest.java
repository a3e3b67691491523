// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Membership from a depositary's export: over a library that has the rules and no members, so that
 * what is seen comes from the import; and over the shipped one, for what is known or differs.
 */
final class DepositaryImportTest {
    private static final Path SHIPPED =
            Path.of(System.getProperty("parley.root", "..")).resolve("library");
    private static final Path SAMPLES = Path.of("src/test/resources/fixtures/depositary");
    private static final String NPT =
            """
            date,action,state,depositary,treaty
            """;

    @TempDir Path folder;

    private Path home;
    private Path bare;

    @BeforeEach
    void takeTheMembersOut() throws IOException {
        home = folder.resolve("home");
        bare = folder.resolve("library");
        for (String id : List.of("ottawa", "ccm", "cwc", "npt")) {
            Path record = Files.createDirectories(bare.resolve("agreements/" + id + "/record"));
            Files.copy(
                    SHIPPED.resolve("agreements/" + id + "/agreement.yaml"),
                    bare.resolve("agreements/" + id + "/agreement.yaml"));
            String day =
                    switch (id) {
                        case "ottawa" -> "1999-03-01";
                        case "ccm" -> "2010-08-01";
                        case "cwc" -> "1997-04-29";
                        default -> "1970-03-05";
                    };
            Files.writeString(
                    record.resolve("acts.yaml"),
                    "statements:\n- {ref: eif, kind: act, act: entered-into-force, by: depositary,"
                            + " effective: "
                            + day
                            + ", published: "
                            + day
                            + "}\n");
        }
        Files.copy(SHIPPED.resolve("actors.yaml"), bare.resolve("actors.yaml"));
    }

    @Test
    void theStatusTableGivesTheDatesThatTheDepositaryComputes() {
        Session session = imported(bare, SAMPLES.resolve("ottawa-status.csv"), "ottawa");
        assertThat(session.err()).isEmpty();
        assertThat(session.out())
                .contains("ottawa: 21 new, 0 differ, 0 known", "new      JP accepted 1998-09-30")
                .contains("LC ratified 1999-04-13", "SS succeeded 2011-11-11");
        assertThat(who(bare, "ottawa"))
                .containsPattern("FI +party +2012-07-01")
                .containsPattern("UA +party +2006-06-01")
                .containsPattern("MH +signatory ")
                .contains("from a copy of 2015-03-01 (United Nations Treaty Collection)")
                .contains("its latest act is of 2012-12-27");
    }

    @Test
    void rowsOfManyTreatiesAreChosenByTheNamesOfTheAgreement() {
        assertThat(imported(bare, SAMPLES.resolve("acts.csv"), "ccm").out()).contains("ccm: 3 new");
        assertThat(who(bare, "ccm")).containsPattern("LT +party +2011-09-01");
        assertThat(imported(bare, SAMPLES.resolve("acts.csv"), "cwc").out()).contains("cwc: 3 new");
        assertThat(who(bare, "cwc"))
                .containsPattern("SY +party +2013-10-14")
                .containsPattern("JP +party +1997-04-29");
        assertThat(imported(bare, SAMPLES.resolve("acts.csv"), "npt").err())
                .contains("no row is about npt; add --treaty NAME; the file has: APMBC, CCM, CWC");
    }

    @Test
    void rowsAsJsonKeepWhereAnActWasDone() throws IOException {
        assertThat(imported(bare, SAMPLES.resolve("rows.json"), "cwc").out())
                .contains("cwc: 3 new", "SY acceded 2013-09-14 (New York)");
        assertThat(record("cwc"))
                .contains("note: \"at: New York\"", "primary: \"UNODA Treaties Database\"");
        assertThat(imported(bare, SAMPLES.resolve("acts.csv"), "cwc").out())
                .contains("cwc: 1 new, 0 differ, 2 known", "RS acceded");
    }

    @Test
    void anImportDoneAgainWritesNothing() throws IOException {
        Path table = SAMPLES.resolve("ottawa-status.csv");
        imported(bare, table, "ottawa");
        String before = record("ottawa");
        assertThat(imported(bare, table, "ottawa").out())
                .contains("0 new, 0 differ, 21 known", "nothing was written");
        assertThat(record("ottawa")).isEqualTo(before);
    }

    @Test
    void aChangedDateIsShownAsBothAndReplacesNothing() throws IOException {
        Path table = SAMPLES.resolve("ottawa-status.csv");
        imported(bare, table, "ottawa");
        String changed = Files.readString(table).replace("9 Jan 2012 a", "10 Dec 2011 a");
        Path second = Files.writeString(folder.resolve("second.csv"), changed);
        for (String writes : List.of("written: ", "nothing was written")) {
            assertThat(imported(bare, second, "ottawa").out())
                    .contains("0 new, 1 differ, 20 known", writes)
                    .contains("differs  FI acceded 2011-12-10; the record has acceded 2012-01-09");
        }
        assertThat(who(bare, "ottawa")).containsPattern("FI +party +2012-07-01");
        assertThat(record("ottawa"))
                .contains("has: FI acceded 2011-12-10; this record has: FI acceded 2012-01-09")
                .contains("act: acceded, notified: 2012-01-09")
                .doesNotContain("notified: 2011-12-10");
    }

    @Test
    void theShippedRecordKnowsTheSampleAndAWithdrawalIsNoDifference() {
        assertThat(imported(SHIPPED, SAMPLES.resolve("ottawa-status.csv"), "ottawa").out())
                .contains("ottawa: 0 new, 0 differ, 21 known", "written: ");
        assertThat(who(SHIPPED, "ottawa"))
                .containsPattern("LT +left +2003-11-01 – 2025-12-27")
                .contains("from a copy of 2015-03-01");
    }

    @Test
    void aStateThatLeftAndCameBackIsNoDifference() {
        Session session =
                written(
                        "state,action,date\nFinland,accession,2000-01-09\n"
                                + "Finland,withdrawal,2003-01-09\nFinland,accession,2012-01-09\n"
                                + "Kenya,withdrawal of ratification,2013-01-01\n",
                        "ottawa");
        assertThat(session.out()).contains("4 new, 0 differ", "KE ratification-withdrawn");
        assertThat(who(bare, "ottawa")).containsPattern("FI +party +2012-07-01");
    }

    @Test
    void severalDepositariesEachHaveTheirDayAndTheFirstCounts() {
        String rows =
                NPT
                        + "1970-03-05,Ratification,Finland,Moscow,NPT\n"
                        + "1969-02-05,Ratification,Finland,London,NPT\n"
                        + "1969-02-06,Ratification,Finland,Washington,NPT\n";
        assertThat(written(rows, "npt").out()).contains("npt: 3 new, 0 differ");
        assertThat(written(rows, "npt").out()).contains("0 new, 0 differ, 3 known");
        assertThat(who(bare, "npt")).containsPattern("FI +party +1970-03-05");
        assertThat(written(rows.replace("1969-02-06", "1969-02-07"), "npt").out())
                .contains("0 new, 1 differ, 2 known", "FI ratified 1969-02-07 (Washington)");
    }

    @Test
    void whatCannotBeReadIsOneMessageWithItsPlaceAndNothingIsWritten() {
        String head = "state,action,date\nKenya,signature,1997-12-05\n";
        String place = folder.resolve("rows.csv") + ":3:";
        assertThat(written(head + "Finnland,accession,2012-01-09\n", "ottawa").err())
                .startsWith(place + "1: unknown party: \"Finnland\" is no name in actors.yaml")
                .contains("nearest: \"Finland\"")
                .hasLineCount(1);
        assertThat(written(head + "Finland,adhesion,2012-01-09\n", "ottawa").err())
                .startsWith(place + "9: value not allowed: \"adhesion\" is no action");
        assertThat(written(head + "Finland,accession,01/09/2012\n", "ottawa").err())
                .startsWith(place + "19: not a date: \"01/09/2012\"; write it as 3 Dec 1997");
        assertThat(written(head + "Finland,accession,31 Jun 2012\n", "ottawa").err())
                .contains("there is no such day");
        assertThat(written(head + "Finland,accession,2015-03-02\n", "ottawa").err())
                .contains("2015-03-02 is later than the copy, of 2015-03-01");
        assertThat(written("state,kind,date\n", "ottawa").err()).contains("no column \"action\"");
        assertThat(home).doesNotExist();
    }

    @Test
    void aMarkThatTheHeaderDoesNotExplainIsRefusedAndBracketsAreLeftOut() {
        String head = "Participant,Signature,\"Ratification, Accession(a)\"\n";
        assertThat(written(head + "Finland,,9 Jan 2012 s\n", "ottawa").err())
                .contains(":2:10: ", "the mark \"s\" of \"9 Jan 2012 s\"", "Accession(a)");
        assertThat(written(head + "Finland,,[9 Jan 2012 a]\n", "ottawa").out())
                .contains("0 new", "left out, in brackets: ", "Finland [9 Jan 2012 a]");
    }

    @Test
    void aDryRunWritesNothingAndADayToComeIsNoCopy() {
        Path table = SAMPLES.resolve("ottawa-status.csv");
        assertThat(imported(bare, table, "ottawa", "--dry-run").out())
                .contains("21 new", "nothing was written");
        assertThat(home).doesNotExist();
        assertThat(
                        run(
                                        bare,
                                        "import",
                                        "depositary",
                                        table.toString(),
                                        "--agreement",
                                        "ottawa",
                                        "--copied",
                                        "9999-01-01")
                                .err())
                .contains("9999-01-01 is to come");
        assertThat(run(bare, "import").code()).isEqualTo(2);
    }

    /**
     * The whole table of 2015 is not ours to ship: -Dparley.untc=FILE or PARLEY_UNTC says where.
     */
    @Test
    void aWholeTableDiffersNowhereFromTheShippedRecordIfOneIsAtHand() {
        Optional<String> whole =
                Optional.ofNullable(System.getProperty("parley.untc"))
                        .or(() -> Optional.ofNullable(System.getenv("PARLEY_UNTC")));
        Assumptions.assumeTrue(whole.isPresent(), "no PARLEY_UNTC, a table of many treaties");
        for (String id : List.of("ottawa", "ccm", "cwc", "ctbt", "att")) {
            Session session = imported(SHIPPED, Path.of(whole.orElseThrow()), id);
            assertThat(session.err()).isEmpty();
            assertThat(session.out()).startsWith(id + ": ").contains(" new, 0 differ, ");
        }
    }

    private Session written(String rows, String id) {
        try {
            return imported(bare, Files.writeString(folder.resolve("rows.csv"), rows), id);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Session imported(Path library, Path file, String id, String... more) {
        List<String> all = new ArrayList<>(List.of("import", "depositary", file.toString()));
        all.addAll(List.of("--agreement", id, "--copied", "2015-03-01"));
        all.addAll(List.of(more));
        return run(library, all.toArray(String[]::new));
    }

    private String who(Path library, String id) {
        return run(library, "who", "--agreement", id, "--as-of", "2026-01-01").out();
    }

    private Session run(Path library, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--library", library.toString(), "--home", home.toString()));
        return Session.run(all.toArray(String[]::new));
    }

    private String record(String id) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(home.resolve("agreements/" + id + "/record"))) {
            for (Path file : files.sorted().toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
