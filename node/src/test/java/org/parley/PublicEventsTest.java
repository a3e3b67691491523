// SPDX-License-Identifier: Apache-2.0
package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.record.Library;
import org.parley.standing.ContactStanding;
import org.parley.standing.Course;
import org.parley.standing.DutyStanding;
import org.parley.standing.Figure;
import org.parley.standing.LimitStanding;
import org.parley.standing.MemberStanding;
import org.parley.standing.Situation;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.statement.Step;
import org.parley.web.export.CaseStanding;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Exits, talks and lines of the shipped record: what was said, what took effect, and when. */
final class PublicEventsTest {
    private static final Path ROOT =
            Path.of(System.getProperty("parley.root", "..")).resolve("library");
    private static final LocalDate NOW = LocalDate.of(2026, 11, 21);

    private final Library library = Library.open(ROOT, Path.of("no-such-home"));

    private Standing at(String id, String day, String... viewer) {
        return at(id, new View(LocalDate.parse(day), NOW, Stream.of(viewer).findFirst()));
    }

    private Standing at(String id, View view) {
        return CaseStanding.of(library.load(id), view);
    }

    private static MemberStanding member(Standing standing, String party) {
        return standing.members().stream()
                .filter(one -> one.party().equals(party))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "ottawa, EE, 2025-06-27, 2025-12-27",
        "ottawa, FI, 2025-07-10, 2026-01-10",
        "ottawa, LT, 2025-06-27, 2025-12-27",
        "ottawa, LV, 2025-06-27, 2025-12-27",
        "ottawa, PL, 2025-08-20, 2026-02-20",
        "open-skies, US, 2020-05-22, 2020-11-22",
        "open-skies, RU, 2021-06-18, 2021-12-18",
    })
    void whoLeavesIsBoundForSixMonthsAfterItsNotice(
            String treaty, String party, LocalDate notified, LocalDate out) {
        assertThat(notified.plusMonths(6)).isEqualTo(out);
        Standing before = at(treaty, out.minusDays(1).toString());
        assertThat(member(before, party).state()).isEqualTo(MemberStanding.State.PARTY);
        Standing after = at(treaty, out.toString());
        assertThat(member(after, party).state()).isEqualTo(MemberStanding.State.LEFT);
        assertThat(member(after, party).until()).contains(out);
        assertThat(after.acts())
                .filteredOn(act -> act.act().equals("withdrawn") && act.party().equals(party))
                .singleElement()
                .satisfies(act ->
                        assertThat(act.notified().orElseThrow().toString())
                                .isEqualTo(notified.toString()));
    }

    @Test
    void theVoteTheNoticeAndTheExitOfLithuaniaAreThreeDates() {
        assertThat(at("ottawa", "2025-12-31").acts())
                .filteredOn(act -> act.act().equals("withdrawn") && act.party().equals("LT"))
                .singleElement()
                .satisfies(act -> {
                    assertThat(act.decided().orElseThrow().toString()).isEqualTo("2025-05-08");
                    assertThat(act.notified().orElseThrow().toString()).isEqualTo("2025-06-27");
                    assertThat(act.effective().orElseThrow().toString()).isEqualTo("2025-12-27");
                });
        LocalDate afterTheVote = LocalDate.of(2025, 5, 9);
        View then = new View(LocalDate.of(2025, 12, 31), afterTheVote, Optional.empty());
        assertThat(member(at("ottawa", then), "LT").state()).isEqualTo(MemberStanding.State.PARTY);
    }

    @Test
    void russiaLeftTheTreatyOnConventionalForcesAndOthersSuspendIt() {
        assertThat(member(at("cfe", "2023-11-06"), "RU").state())
                .isEqualTo(MemberStanding.State.PARTY);
        Standing standing = at("cfe", "2023-11-07");
        assertThat(member(standing, "RU").state()).isEqualTo(MemberStanding.State.LEFT);
        assertThat(member(standing, "RU").until()).contains(LocalDate.of(2023, 11, 7));
        assertThat(member(at("cfe", "2024-06-01"), "US").state())
                .isEqualTo(MemberStanding.State.PARTY);
    }

    @Test
    void aSignatoryOwesNoConfidenceBuildingReport() {
        List<String> bound =
                at("bwc", "2026-01-01").members().stream()
                        .filter(MemberStanding::isBound)
                        .map(MemberStanding::party)
                        .toList();
        assertThat(at("bwc", "2026-01-01").duties())
                .filteredOn(duty -> duty.id().equals("cbm"))
                .isNotEmpty()
                .extracting(DutyStanding::party)
                .isSubsetOf(bound);
    }

    @Test
    void onlyNonNuclearWeaponStatesOweSafeguardsTalksAndEachConferenceOnRecordIsSeen() {
        Standing standing = at("npt", "2026-01-01");
        assertThat(standing.duties())
                .filteredOn(duty -> duty.id().equals("safeguards_talks"))
                .extracting(DutyStanding::party)
                .contains("IR", "JP")
                .doesNotContain("CN", "FR", "GB", "RU", "US");
        assertThat(standing.duties())
                .filteredOn(
                        duty -> duty.duty().provision().path().equals("bodies.review_conference"))
                .isNotEmpty()
                .extracting(DutyStanding::state)
                .doesNotContain(DutyStanding.State.NOT_VISIBLE);
    }

    @Test
    void whatTheAgencyReportsOfTheStockIsShownAsItsWordAndAgainstTheLimitOnEachDate() {
        Library.Case one = library.load("jcpoa");
        int dates = 0;
        for (Statement statement : one.record().statements()) {
            if (statement.body() instanceof Body.Declare declare
                    && declare.counts().containsKey("uranium_total")) {
                dates++;
                Standing standing = at("jcpoa", declare.asOf().toString(), "DE");
                LimitStanding limit = standing.limit("stock_total", "IR").orElseThrow();
                assertThat(limit.value()).contains(declare.counts().get("uranium_total"));
                assertThat(limit.state()).isEqualTo(LimitStanding.State.OVER);
                assertThat(limit.figure()).get().extracting(Figure::by).isEqualTo("IAEA");
            }
        }
        assertThat(dates).isGreaterThanOrEqualTo(10);
    }

    @Test
    void onTheDayThePlanWasToEndThreeViewsDiffer() {
        String day = "2025-10-18";
        assertThat(at("jcpoa", day).phase()).isEqualTo(Standing.Phase.CONTESTED);
        assertThat(at("jcpoa", day, "IR").phase()).isEqualTo(Standing.Phase.ENDED);
        assertThat(at("jcpoa", day, "FR").phase()).isEqualTo(Standing.Phase.IN_FORCE);
        assertThat(at("jcpoa", day, "US").phase()).isEqualTo(Standing.Phase.LEFT);
    }

    private ContactStanding contact(String id, String day) {
        return at(id, day).contact().orElseThrow();
    }

    @Test
    void theTalksOnArmsControlWerePromisedHeldAndSuspendedByOneSide() {
        assertThat(contact("us-cn-ac", "2023-11-03").state())
                .isEqualTo(ContactStanding.State.SCHEDULED);
        assertThat(contact("us-cn-ac", "2023-11-30").words().get("US").step()).isEqualTo(Step.HELD);
        ContactStanding after = contact("us-cn-ac", "2024-07-17");
        assertThat(after.state()).isEqualTo(ContactStanding.State.SUSPENDED);
        assertThat(after.since()).contains(LocalDate.of(2024, 7, 17));
        assertThat(after.by()).containsExactly("CN");
    }

    @ParameterizedTest
    @CsvSource({"theater, 取消", "dpct, 取消", "mmca, 取消"})
    void eachMilitaryChannelCancelledInAugust2022KeepsChinasOwnVerb(String id, String verb) {
        ContactStanding contact = contact(id, "2022-08-31");
        assertThat(contact.state()).isEqualTo(ContactStanding.State.CANCELLED);
        assertThat(contact.since()).contains(LocalDate.of(2022, 8, 5));
        assertThat(contact.by()).containsExactly("CN");
        assertThat(library.load(id).record().statements())
                .filteredOn(statement -> statement.ref().equals("cancelled-2022"))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.text().orElseThrow().zh()).contains(verb);
                    assertThat(said.text().orElseThrow().en()).contains(verb);
                });
    }

    @Test
    void theCallOfTheTopOfficersIsNotAnsweredAndNeverSaidToBeSuspendedForSixteenMonths() {
        ContactStanding silent = contact("mil-top-call", "2022-09-01");
        assertThat(silent.state()).isEqualTo(ContactStanding.State.UNANSWERED);
        ContactStanding again = contact("mil-top-call", "2023-12-21");
        assertThat(again.words().get("CN").step()).isEqualTo(Step.HELD);
        assertThat(again.words().get("US").step()).isEqualTo(Step.HELD);
        LocalDate day = again.words().get("US").day();
        assertThat(ChronoUnit.MONTHS.between(LocalDate.of(2022, 8, 5), day)).isEqualTo(16);
    }

    @Test
    void theMeetingOf2020ThatDidNotTakePlaceHasTwoAccounts() {
        ContactStanding contact = contact("mmca", "2020-12-31");
        assertThat(contact.words().get("US").step()).isEqualTo(Step.REFUSED);
        assertThat(contact.words().get("CN").step()).isEqualTo(Step.POSTPONED);
        assertThat(library.load("mmca").record().statements())
                .filteredOn(one -> one.caseId().filter("incident-2020-12"::equals).isPresent())
                .extracting(Statement::by)
                .containsExactlyInAnyOrder("CN", "US");
    }

    @Test
    void aPoliticalDocumentIsInEffectAndTheRefusalOfOnePartyIsAMark() {
        Library.Case one = library.load("vienna-document");
        View view = View.declared(LocalDate.of(2024, 1, 1), NOW);
        assertThat(Situation.of(one.agreement(), one.record().statements(), view).state())
                .isEqualTo(Situation.State.IN_FORCE);
        assertThat(one.agreement().isPolitical()).isTrue();
        assertThat(turns(one, view)).containsExactly("2023-01-16 suspended [RU]");
        assertThat(turns(library.load("open-skies"), view))
                .containsExactly("2020-11-22 withdrawn [US]", "2021-12-18 withdrawn [RU]");
    }

    private static List<String> turns(Library.Case one, View view) {
        return Course.of(one.agreement(), one.record().statements(), view, NOW).turns().stream()
                .map(turn -> turn.day() + " " + turn.act() + " " + turn.by())
                .toList();
    }
}
