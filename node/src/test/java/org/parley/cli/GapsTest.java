// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.ParleyException;
import org.parley.agreement.Agreement;
import org.parley.gap.Cover;
import org.parley.gap.GapReader;
import org.parley.gap.GapState;
import org.parley.gap.Gaps;
import org.parley.gap.How;
import org.parley.gap.Mechanism;
import org.parley.record.Folders;
import org.parley.record.Library;
import org.parley.standing.View;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The shipped gap matrix: what it rests on is there, and what it says follows from that. */
final class GapsTest {
    private static final Path ROOT =
            Path.of(System.getProperty("parley.root", "..")).resolve("library");
    private static final LocalDate KNOWN = LocalDate.of(2026, 11, 21);

    private final Library library = Library.open(ROOT, Path.of("no-such-home"));
    private final Gaps gaps = GapReader.read("gaps.yaml", Folders.text(ROOT.resolve("gaps.yaml")));

    private Mechanism mechanism(String id, LocalDate day) {
        Library.Case one = library.load(id);
        return Mechanism.of(
                one.agreement(),
                one.record().statements(),
                one.record().coverage(),
                View.declared(day, KNOWN));
    }

    private List<GapState> row(String id, String day) {
        Gaps.Row found =
                gaps.rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
        return GapState.of(
                found,
                name ->
                        library.ids().contains(name)
                                ? Optional.of(mechanism(name, LocalDate.parse(day)))
                                : Optional.empty());
    }

    private Cover cover(String row, String mechanism, How how, String day) {
        return row(row, day).stream()
                .filter(one -> one.cell().mechanism().equals(mechanism) && one.cell().how() == how)
                .findFirst()
                .orElseThrow()
                .cover();
    }

    @Test
    void everyMechanismProvisionAndStatementItNamesIsThere() {
        List<String> missing = new ArrayList<>();
        Set<String> absent = new TreeSet<>();
        for (Gaps.Row row : gaps.rows()) {
            for (Gaps.Cell cell : row.cells()) {
                if (!library.ids().contains(cell.mechanism())) {
                    absent.add(cell.mechanism());
                    continue;
                }
                Library.Case one = library.load(cell.mechanism());
                Agreement agreement = one.agreement();
                cell.provision()
                        .filter(path -> agreement.provision(path).isEmpty())
                        .ifPresent(path -> missing.add(cell.place() + " " + path));
                cell.statement()
                        .filter(ref ->
                                one.record().statements().stream()
                                        .noneMatch(said ->
                                                said.ref().equals(ref)
                                                        || said.ref().startsWith(ref + "/")))
                        .ifPresent(ref -> missing.add(cell.place() + " " + ref));
            }
        }
        assertThat(missing).isEmpty();
        gaps.choices().forEach(choice -> absent.addAll(choice.mechanisms()));
        absent.removeAll(library.ids());
        assertThat(absent).isEmpty();
    }

    @Test
    void everyCellAndOptionHasASourceAndBothLanguages() {
        for (Gaps.Row row : gaps.rows()) {
            assertThat(row.title().has("zh")).as(row.id()).isTrue();
            for (Gaps.Cell cell : row.cells()) {
                assertThat(cell.says().has("zh")).as("%s", cell.place()).isTrue();
                assertThat(
                                cell.provision().isPresent()
                                        || cell.statement().isPresent()
                                        || cell.source().isPresent())
                        .as("%s", cell.place())
                        .isTrue();
            }
        }
        assertThat(gaps.choices())
                .hasSizeGreaterThan(8)
                .allSatisfy(one -> {
                    assertThat(one.source()).isNotBlank();
                    assertThat(one.title().has("zh")).isTrue();
                    assertThat(one.shows().has("zh")).isTrue();
                    assertThat(one.keeps().has("zh")).isTrue();
                });
    }

    @Test
    void whatIsInForceCoversAndWhatEndedDoesNotFromThatDayOn() {
        assertThat(cover("intermediate-missiles", "inf", How.BANS, "2019-01-31"))
                .isEqualTo(Cover.STANDS);
        assertThat(cover("intermediate-missiles", "inf", How.BANS, "2019-08-01"))
                .isEqualTo(Cover.SUSPENDED);
        assertThat(cover("intermediate-missiles", "inf", How.BANS, "2019-08-02"))
                .isEqualTo(Cover.ENDED);
        assertThat(GapState.isHole(row("intermediate-missiles", "2018-12-31"))).isFalse();
        assertThat(GapState.isHole(row("intermediate-missiles", "2024-12-31"))).isTrue();
    }

    @Test
    void inspectionsThatArePausedAreSaidToBeWhileTheLimitStands() {
        for (String day : List.of("2020-06-30", "2021-12-31", "2022-08-08", "2023-01-31")) {
            assertThat(cover("strategic-deployed", "new-start", How.VERIFIES, day))
                    .as(day)
                    .isEqualTo(Cover.PAUSED);
            assertThat(cover("strategic-deployed", "new-start", How.LIMITS_NUMBER, day))
                    .as(day)
                    .isEqualTo(Cover.STANDS);
        }
        assertThat(cover("strategic-deployed", "new-start", How.VERIFIES, "2019-12-31"))
                .isEqualTo(Cover.STANDS);
        assertThat(row("strategic-deployed", "2021-12-31"))
                .filteredOn(one -> one.cover() == Cover.PAUSED)
                .allSatisfy(one -> assertThat(one.by()).containsExactly("RU", "US"));
    }

    @Test
    void aLimitThatDoesNotBindYetIsSaidToBeThat() {
        assertThat(cover("strategic-deployed", "new-start", How.LIMITS_NUMBER, "2015-01-01"))
                .isEqualTo(Cover.NOT_BINDING_YET);
        assertThat(cover("strategic-deployed", "new-start", How.LIMITS_NUMBER, "2019-01-01"))
                .isEqualTo(Cover.STANDS);
        assertThat(cover("strategic-deployed", "new-start", How.LIMITS_NUMBER, "2009-01-01"))
                .isEqualTo(Cover.NOT_THERE);
    }

    @Test
    void aSuspensionNamesWhoSuspended() {
        GapState state =
                row("strategic-deployed", "2024-01-01").stream()
                        .filter(one -> one.cell().mechanism().equals("new-start"))
                        .filter(one -> one.cell().how() == How.NOTIFIES)
                        .findFirst()
                        .orElseThrow();
        assertThat(state.cover()).isEqualTo(Cover.SUSPENDED);
        assertThat(state.by()).containsExactly("RU");
    }

    @Test
    void aTreatyThatWaitsIsNotInForce() {
        assertThat(cover("nuclear-tests", "ctbt", How.BANS, "1995-01-01"))
                .isEqualTo(Cover.NOT_THERE);
        assertThat(cover("nuclear-tests", "ctbt", How.BANS, "2024-01-01"))
                .isEqualTo(Cover.NOT_IN_FORCE);
        assertThat(cover("nuclear-tests", "test-moratorium", How.STATES_NORM, "1996-07-28"))
                .isEqualTo(Cover.NOT_THERE);
        assertThat(cover("nuclear-tests", "test-moratorium", How.STATES_NORM, "1996-07-29"))
                .isEqualTo(Cover.STANDS);
    }

    @Test
    void aDialogueIsAsItsOwnStateIs() {
        assertThat(cover("strategic-deployed", "us-cn-ac", How.TALKS_ABOUT, "2023-12-01"))
                .isEqualTo(Cover.STANDS);
        assertThat(cover("strategic-deployed", "us-cn-ac", How.TALKS_ABOUT, "2024-08-01"))
                .isEqualTo(Cover.SUSPENDED);
        assertThat(cover("missile-defence", "nato-ru", How.TALKS_ABOUT, "2015-01-01"))
                .isEqualTo(Cover.SUSPENDED);
    }

    @Test
    void whereNothingBindsThereIsAHole() {
        for (String id : List.of("nonstrategic", "nondeployed", "missile-defence", "space")) {
            assertThat(GapState.isHole(row(id, "2020-12-31"))).as(id).isTrue();
        }
        assertThat(GapState.isHole(row("chemical", "2020-12-31"))).isFalse();
        assertThat(GapState.isHole(row("strategic-deployed", "2020-12-31"))).isFalse();
        assertThat(GapState.summary(row("cyber", "2000-01-01"))).isEmpty();
    }

    @Test
    void whetherADealExistsThatPartiesSeeDifferentlyStaysContested() {
        assertThat(cover("iran-enrichment", "jcpoa", How.LIMITS_NUMBER, "2017-01-01"))
                .isEqualTo(Cover.STANDS);
        assertThat(cover("iran-enrichment", "jcpoa", How.LIMITS_NUMBER, "2025-12-31"))
                .isEqualTo(Cover.CONTESTED);
    }

    @Test
    void aTreatyThatSomeLeftStandsForTheOthers() {
        GapState mines =
                row("mines", "2026-06-30").stream()
                        .filter(one -> one.cell().how() == How.BANS)
                        .findFirst()
                        .orElseThrow();
        assertThat(mines.cover()).isEqualTo(Cover.STANDS);
        assertThat(mines.without()).contains("EE", "FI", "LT", "LV", "PL");
    }

    @Test
    void aMechanismThatTheLibraryDoesNotHaveIsUnknown() {
        Gaps.Row any = gaps.rows().getFirst();
        assertThat(GapState.of(any, id -> Optional.empty()))
                .extracting(GapState::cover)
                .containsOnly(Cover.UNKNOWN);
    }

    @Test
    void thePieceOfTheFormatPageIsReadAndThePageNamesEveryWord() {
        Gaps read = GapReader.read("gaps.md", FormatPages.pieces("gaps.md").getFirst());
        assertThat(read.rows()).hasSize(1);
        assertThat(read.choices()).hasSize(1);
        String page = FormatPages.read(FormatPages.ROOT.resolve("docs/formats/gaps.md"));
        assertThat(How.words()).allSatisfy(word -> assertThat(page).contains("| " + word + " |"));
        assertThat(Cover.values())
                .allSatisfy(one -> assertThat(page).contains("| " + one.word() + " |"));
    }

    @Test
    void aCellWithoutASourceIsRefused() {
        String head = "format: 1\nrows:\n- {id: a, title: {en: A}, cells: [{mechanism: m, ";
        assertThatThrownBy(() -> GapReader.read("g", head + "how: bans, says: {en: b}}]}\n"))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("nothing says where this was read");
        assertThatThrownBy(
                        () -> GapReader.read("g", head + "how: ban, source: s, says: {en: b}}]}\n"))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("did you mean \"bans\"?");
    }

    @Test
    void theCommandPrintsTheMatrix() {
        Session session =
                Session.run(
                        "gaps",
                        "--as-of",
                        "2020-12-31",
                        "--library",
                        ROOT.toString(),
                        "--home",
                        "no-such-home");
        assertThat(session.code()).isZero();
        assertThat(session.out())
                .contains("Missile defence  (nothing that binds)")
                .contains("stands           bans           cwc");
    }
}
