// SPDX-License-Identifier: Apache-2.0
package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.flag.Flag;
import org.parley.flag.Flags;
import org.parley.record.Library;
import org.parley.standing.Difference;
import org.parley.standing.DutyStanding;
import org.parley.standing.Figure;
import org.parley.standing.LimitStanding;
import org.parley.standing.QuotaStanding;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.web.export.CaseStanding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the shipped public record must come to, read straight from the library. */
class PublicRecordTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
    private static final Path AGREEMENTS = ROOT.resolve("library/agreements");
    private static final Path FIXTURES = ROOT.resolve("node/src/test/resources/fixtures");
    private static final LocalDate BINDS = LocalDate.of(2018, 2, 5);
    private static final LocalDate NOW = LocalDate.of(2026, 11, 21);

    private static Standing at(Library.Case one, String day, String... viewer) {
        return CaseStanding.of(
                one, new View(LocalDate.parse(day), NOW, Stream.of(viewer).findFirst()));
    }

    private static Library.Case newStart() {
        return Library.load(AGREEMENTS.resolve("new-start"));
    }

    @Test
    void ofTheFortySevenDeclaredWarheadFiguresSeventeenExceedTheLimitAndNoneOnceItBinds() {
        Library.Case one = newStart();
        int figures = 0;
        List<String> above = new ArrayList<>();
        for (Statement statement : one.record().statements()) {
            if (statement.body() instanceof Body.Declare declare
                    && declare.counts().containsKey("deployed_warheads")) {
                figures++;
                Standing standing = at(one, declare.asOf().toString());
                LimitStanding limit = standing.limit("warheads", statement.by()).orElseThrow();
                assertThat(limit.value()).contains(declare.counts().get("deployed_warheads"));
                if (limit.exceeds()) {
                    above.add(statement.ref());
                    assertThat(limit.state()).isEqualTo(LimitStanding.State.NOT_YET_BINDING);
                    assertThat(declare.asOf()).isBefore(BINDS);
                } else {
                    assertThat(limit.state())
                            .isEqualTo(
                                    declare.asOf().isBefore(BINDS)
                                            ? LimitStanding.State.NOT_YET_BINDING
                                            : LimitStanding.State.WITHIN);
                }
            }
        }
        assertThat(figures).isEqualTo(47);
        assertThat(above).hasSize(17);
    }

    @Test
    void russiaDeclared1561InSeptember2017AndTheLimitDidNotBindYet() {
        Standing standing = at(newStart(), "2017-09-01");
        LimitStanding limit = standing.limit("warheads", "RU").orElseThrow();
        assertThat(limit.value()).contains(1561L);
        assertThat(limit.state()).isEqualTo(LimitStanding.State.NOT_YET_BINDING);
        assertThat(Flags.of(standing)).extracting(Flag::code).contains("exceeded-not-yet-binding");
    }

    @Test
    void exactlyEightHundredLaunchersAreWithinTheLimit() {
        LimitStanding limit = at(newStart(), "2018-02-05").limit("launchers", "US").orElseThrow();
        assertThat(limit.value()).contains(800L);
        assertThat(limit.headroom()).contains(0L);
        assertThat(limit.state()).isEqualTo(LimitStanding.State.WITHIN);
    }

    private static DutyStanding.State halfYearly(Standing standing, String party, String period) {
        return standing.duties().stream()
                .filter(duty -> duty.id().equals("half_yearly_data"))
                .filter(duty -> duty.party().equals(party))
                .filter(duty -> duty.key().equals(LocalDate.parse(period)))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void theDataOfMarch2023AreMissedInOneViewNotOwedInTheOtherAndContestedAsDeclared() {
        Library.Case one = newStart();
        String day = "2023-06-30";
        String period = "2023-03-01";
        assertThat(halfYearly(at(one, day, "US"), "RU", period))
                .isEqualTo(DutyStanding.State.MISSED);
        assertThat(halfYearly(at(one, day, "RU"), "RU", period))
                .isEqualTo(DutyStanding.State.WAIVED);
        assertThat(halfYearly(at(one, day), "RU", period)).isEqualTo(DutyStanding.State.CONTESTED);
    }

    @Test
    void thePublicationOfMay2023GivesAFigureButDoesNotMeetTheDutyOwedToRussia() {
        Library.Case one = newStart();
        Standing standing = at(one, "2023-06-30");
        assertThat(standing.figure("deployed_warheads", "US", Optional.empty()))
                .get()
                .extracting(Figure::value)
                .isEqualTo(1419L);
        assertThat(halfYearly(standing, "US", "2023-03-01"))
                .isNotIn(DutyStanding.State.MET, DutyStanding.State.LATE);
        assertThat(halfYearly(at(one, "2023-06-30", "US"), "US", "2023-03-01"))
                .isEqualTo(DutyStanding.State.WAIVED);
    }

    @Test
    void whatTheRecordLacksIsNotVisibleNeverMissed() {
        Standing standing = at(newStart(), "2023-01-01");
        assertThat(halfYearly(standing, "US", "2015-09-01"))
                .isEqualTo(DutyStanding.State.NOT_VISIBLE);
        assertThat(halfYearly(standing, "US", "2022-09-01"))
                .isEqualTo(DutyStanding.State.NOT_VISIBLE);
        assertThat(standing.duties())
                .extracting(DutyStanding::state)
                .doesNotContain(DutyStanding.State.MISSED, DutyStanding.State.LATE);
    }

    @Test
    void in2024TheLimitIsUnknownAndTheLastDeclaredFigureIsNamed() {
        LimitStanding limit = at(newStart(), "2024-06-01").limit("warheads", "RU").orElseThrow();
        assertThat(limit.state()).isEqualTo(LimitStanding.State.UNKNOWN);
        assertThat(limit.value()).isEmpty();
        assertThat(limit.figure()).get().extracting(Figure::value).isEqualTo(1549L);
        assertThat(limit.figure())
                .get()
                .extracting(Figure::asOf)
                .isEqualTo(LocalDate.of(2022, 9, 1));
    }

    @Test
    void theDeclaredDisputeIs101HigherAndNamedInBothViews() {
        Library.Case one = newStart();
        for (Standing standing : List.of(at(one, "2022-06-01"), at(one, "2022-06-01", "RU"))) {
            Difference difference = standing.differences().getFirst();
            assertThat(difference.claimedBy()).isEqualTo("RU");
            assertThat(difference.claimed()).isEqualTo(901);
            assertThat(difference.declared()).isEqualTo(800);
            assertThat(difference.difference()).isEqualTo(101);
        }
        assertThat(at(one, "2022-06-01").limit("launchers", "US").orElseThrow().state())
                .isEqualTo(LimitStanding.State.WITHIN);
        assertThat(at(one, "2022-06-01", "RU").limit("launchers", "US").orElseThrow().state())
                .isEqualTo(LimitStanding.State.OVER);
    }

    @Test
    void afterTheEndNothingBindsAndTheStatementsStandSideBySide() {
        Standing standing = at(newStart(), "2026-02-20");
        assertThat(standing.phase()).isEqualTo(Standing.Phase.ENDED);
        assertThat(standing.limits())
                .extracting(LimitStanding::state)
                .containsOnly(LimitStanding.State.NO_LONGER_BINDING);
        assertThat(
                        standing.positions().stream()
                                .filter(p -> p.date().orElseThrow().getYear() == 2026))
                .extracting(position -> position.by())
                .contains("RU", "US");
    }

    /** The fixture of items under New START's own rules. */
    private static Library.Case items(Path folder) throws IOException {
        Path record = Files.createDirectories(folder.resolve("record"));
        Files.copy(
                AGREEMENTS.resolve("new-start/agreement.yaml"), folder.resolve("agreement.yaml"));
        for (String name : List.of("record.yaml", "items.csv")) {
            Files.copy(
                    FIXTURES.resolve("new-start-items").resolve(name),
                    record.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return Library.load(folder);
    }

    @Test
    void itemsOfDisjointStatesAddUpToThePublishedFigures(@TempDir Path folder) throws IOException {
        Standing standing = at(items(folder), "2020-09-15");
        assertThat(standing.figure("deployed_vehicles", "US", Optional.empty()))
                .get()
                .extracting(Figure::value)
                .isEqualTo(675L);
        assertThat(standing.figure("deployed_warheads", "US", Optional.empty()))
                .get()
                .extracting(Figure::value)
                .isEqualTo(1457L);
        assertThat(standing.figure("launchers", "US", Optional.empty()))
                .get()
                .extracting(Figure::value)
                .isEqualTo(800L);
    }

    @Test
    void itemsWhoseStateDiffersPerClaimantAre101HigherAndNeverMerged(@TempDir Path folder)
            throws IOException {
        Library.Case one = items(folder);
        Standing declared = at(one, "2020-09-15");
        Standing russian = at(one, "2020-09-15", "RU");
        assertThat(russian.figure("launchers", "US", Optional.empty()))
                .get()
                .extracting(Figure::value)
                .isEqualTo(901L);
        assertThat(declared.differences()).isEqualTo(russian.differences());
        Difference difference = declared.differences().getFirst();
        assertThat(difference.difference()).isEqualTo(101);
        assertThat(difference.because())
                .extracting(Body.Because::add)
                .containsExactlyInAnyOrder(56L, 41L, 4L);
        assertThat(declared.differences())
                .extracting(Difference::count)
                .doesNotContain("deployed_warheads", "deployed_vehicles");
    }

    private static Library.Case withRecord(Path folder, String agreement, String record)
            throws IOException {
        Files.createDirectories(folder.resolve("record"));
        Files.copy(
                AGREEMENTS.resolve(agreement).resolve("agreement.yaml"),
                folder.resolve("agreement.yaml"));
        Files.writeString(folder.resolve("record/record.yaml"), record);
        return Library.load(folder);
    }

    private static final String IN_FORCE =
            "statements:\n"
                    + "- {ref: eif, kind: act, act: entered-into-force, by: [RU, US],"
                    + " effective: 2011-02-05, published: 2011-02-05}\n";

    @Test
    void aNoticeAfterFiveDaysAndOneHourIsInTime(@TempDir Path folder) throws IOException {
        String change =
                "- {ref: c, form: change, by: US, under: duties.change, item: M-1,"
                        + " at: \"2020-01-01T10:00:00Z\", set: {state: deployed},"
                        + " received: \"%s\"}\n";
        Library.Case inTime =
                withRecord(
                        folder.resolve("a"),
                        "new-start",
                        IN_FORCE + change.replace("%s", "2020-01-06T11:00:00Z"));
        Library.Case late =
                withRecord(
                        folder.resolve("b"),
                        "new-start",
                        IN_FORCE + change.replace("%s", "2020-01-07T00:00:00Z"));
        assertThat(at(inTime, "2020-02-01").tallies())
                .singleElement()
                .satisfies(tally ->
                        assertThat(tally.numbers()).containsOnlyKeys(DutyStanding.State.MET));
        assertThat(Flags.of(at(late, "2020-02-01")))
                .extracting(Flag::code)
                .contains("late-notification");
    }

    @Test
    void tenInspectionsAstrideTheFifthOfFebruaryCountFiveInTheYear(@TempDir Path folder)
            throws IOException {
        StringBuilder record = new StringBuilder(IN_FORCE);
        for (int i = 0; i < 10; i++) {
            LocalDate day = LocalDate.of(2013, 1, 31).plusDays(i);
            record.append("- {ref: i").append(i).append(", form: inspection, by: US, fields: ");
            record.append("{type: 1, base: b").append(i).append(", start: \"").append(day);
            record.append("T08:00:00Z\"}, received: ").append(day).append("}\n");
        }
        Standing standing = at(withRecord(folder, "new-start", record.toString()), "2013-03-01");
        assertThat(standing.quotas())
                .filteredOn(quota -> quota.quota().id().equals("type_one"))
                .filteredOn(quota -> quota.party().equals("US"))
                .extracting(QuotaStanding::used)
                .containsExactly(5L, 5L);
    }

    @Test
    void theLimitOfSortNeverCameToBind() {
        Library.Case one = Library.load(AGREEMENTS.resolve("sort"));
        for (String day : List.of("2011-02-04", "2012-12-31", "2013-01-01")) {
            assertThat(at(one, day).limits())
                    .extracting(LimitStanding::state)
                    .isSubsetOf(
                            LimitStanding.State.NOT_YET_BINDING,
                            LimitStanding.State.NO_LONGER_BINDING);
        }
    }
}
