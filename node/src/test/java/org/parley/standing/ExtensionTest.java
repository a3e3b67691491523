// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.agreement.Formulas;
import org.parley.record.Library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** More time for one duty of one party: the real texts, with Arden as a made-up party to them. */
final class ExtensionTest {
    private static final Path LIBRARY =
            Path.of(System.getProperty("parley.root", "..")).resolve("library/agreements");
    private static final String BOUND =
            """
            exercise: true
            statements:
            - {ref: eif, kind: act, act: entered-into-force, by: depositary, effective: 2010-08-01, published: 2010-08-01}
            - {ref: xa, kind: act, act: ratified, by: XA, notified: 2010-02-16, effective: 2010-08-01, published: 2010-08-01}
            - {ref: xb, kind: act, act: ratified, by: XB, notified: 2010-02-16, effective: 2010-08-01, published: 2010-08-01}
            """;
    private static final String GRANTED =
            """
            - {ref: more, kind: act, act: extended, by: meeting, to: [XA], scope: [duties.clearance], decided: 2019-09-02,
               effective: 2019-09-02, until: 2025-08-01, published: 2019-09-02}
            """;

    @TempDir Path folder;

    @Test
    void theMeetingMovesTheDayByWhichClusterMunitionsAreCleared() {
        Library.Case made = made("ccm", GRANTED);
        assertThat(duty(made, "XA", "2021-01-01").due().day(made.agreement().zone()))
                .isEqualTo("2025-08-01");
        assertThat(duty(made, "XA", "2021-01-01").state()).isEqualTo(DutyStanding.State.OPEN);
        assertThat(duty(made, "XA", "2025-08-02").state())
                .isEqualTo(DutyStanding.State.NOT_VISIBLE);
    }

    @Test
    void itsFirstDateGoesOnNamingTheCase() {
        DutyStanding moved = duty(made("ccm", GRANTED), "XA", "2021-01-01");
        assertThat(moved.key()).isEqualTo("2020-08-01");
        assertThat(moved.positions())
                .containsExactly(new DutyStanding.Position("meeting", "extended", "more"));
    }

    @Test
    void anotherPartyKeepsItsDate() {
        Library.Case made = made("ccm", GRANTED);
        assertThat(duty(made, "XB", "2020-08-02").state())
                .isEqualTo(DutyStanding.State.NOT_VISIBLE);
    }

    @Test
    void whatWasGrantedLaterIsNotKnownBefore() {
        Library.Case made = made("ccm", GRANTED);
        View before =
                new View(
                        LocalDate.parse("2019-09-01"),
                        LocalDate.parse("2019-09-01"),
                        Optional.empty());
        assertThat(duty(made, "XA", before).due().day(made.agreement().zone()))
                .isEqualTo("2020-08-01");
    }

    @Test
    void aPartyGrantsItselfNothing() {
        Library.Case made =
                made("ccm", GRANTED.replace("by: meeting, to: [XA]", "by: XA, to: [XB]"));
        assertThat(duty(made, "XA", "2020-08-02").state())
                .isEqualTo(DutyStanding.State.NOT_VISIBLE);
        assertThat(duty(made, "XA", "2020-08-02").due().day(made.agreement().zone()))
                .isEqualTo("2020-08-01");
    }

    @Test
    void aSecondGrantMovesTheDayAgainAndOneDeniedIsNotSeenByWhoDeniesIt() {
        String again =
                GRANTED.replace("ref: more", "ref: again").replace("2025-08-01", "2027-01-01");
        String denied =
                """
                - {ref: denies, kind: dispute, by: XB, about: again, claims: {legal-effect: none}, published: 2019-10-01}
                """;
        Library.Case made = made("ccm", GRANTED + again + denied);
        LocalDate day = LocalDate.parse("2021-01-01");
        LocalDate known = LocalDate.parse("2021-01-01");
        assertThat(
                        duty(made, "XA", new View(day, known, Optional.empty()))
                                .due()
                                .day(made.agreement().zone()))
                .isEqualTo("2027-01-01");
        assertThat(
                        duty(made, "XA", new View(day, known, Optional.of("XB")))
                                .due()
                                .day(made.agreement().zone()))
                .isEqualTo("2025-08-01");
    }

    @Test
    void moreThanFiveYearsAtATimeIsToldAndFiveAreNot() {
        assertThat(findings(made("ccm", GRANTED))).isEmpty();
        assertThat(findings(made("ccm", GRANTED.replace("2025-08-01", "2025-08-02"))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.what()).isEqualTo("against-text");
                    assertThat(finding.about()).isEqualTo("duties.clearance");
                    assertThat(finding.detail().en())
                            .isEqualTo(
                                    "more time until 2025-08-02, at most 2025-08-01 was possible");
                });
    }

    @Test
    void aRequestForMoreTimeComesNineMonthsBeforeTheMeeting() {
        String asked =
                """
                - {ref: asked, form: extension_request, by: XA, under: duties.extension_request, received: {XB: DAY},
                   fields: {concerns: clearance, meeting: 2019-09-02, years: 5}}
                """;
        assertThat(request(made("ccm", asked.replace("DAY", "2018-12-02"))))
                .isEqualTo(DutyStanding.State.MET);
        assertThat(request(made("ccm", asked.replace("DAY", "2018-12-04"))))
                .isEqualTo(DutyStanding.State.LATE);
    }

    @Test
    void tenYearsMoreToClearAntiPersonnelMines() {
        Library.Case made = made("ottawa", GRANTED.replace("2025-08-01", "2030-08-01"));
        assertThat(duty(made, "XA", "2021-01-01").due().day(made.agreement().zone()))
                .isEqualTo("2030-08-01");
        assertThat(findings(made)).isEmpty();
    }

    private Library.Case made(String treaty, String statements) {
        try {
            String text = Files.readString(LIBRARY.resolve(treaty).resolve("agreement.yaml"));
            Files.createDirectories(folder.resolve("record"));
            Files.writeString(
                    folder.resolve("agreement.yaml"),
                    text.replace("format: 1\n", "format: 1\nexercise: true\n")
                            .replace("parties: states", "parties: [XA, XB]"));
            Files.writeString(folder.resolve("record/record.yaml"), BOUND + statements);
            return Library.load(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DutyStanding duty(Library.Case made, String party, String day) {
        LocalDate asOf = LocalDate.parse(day);
        return duty(made, party, View.declared(asOf, LocalDate.of(9999, 12, 31)));
    }

    private static DutyStanding duty(Library.Case made, String party, View view) {
        return standing(made, view).duties().stream()
                .filter(one -> one.id().equals("clearance") && one.party().equals(party))
                .findFirst()
                .orElseThrow();
    }

    private static DutyStanding.State request(Library.Case made) {
        View view = View.declared(LocalDate.of(2020, 1, 1), LocalDate.of(9999, 12, 31));
        return standing(made, view).duties().stream()
                .filter(one -> one.id().equals("extension_request"))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static List<Standing.Finding> findings(Library.Case made) {
        View view = View.declared(LocalDate.of(2021, 1, 1), LocalDate.of(9999, 12, 31));
        return standing(made, view).findings();
    }

    private static Standing standing(Library.Case made, View view) {
        return Standing.of(
                made.agreement(),
                new Formulas(made.agreement()),
                made.record().statements(),
                made.record().coverage(),
                view);
    }
}
