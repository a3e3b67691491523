// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.agreement.Formulas;
import org.parley.record.Library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A party owes nothing before it has joined: in the timeline and in the naive fold. */
final class JoiningDutyTest {
    private static final String AGREEMENT =
            """
            format: 1
            id: exercise
            title: {en: Exercise}
            kind: treaty
            exercise: true
            parties: [XA, XB, XC]
            zone: GMT
            dates: {eif: act entered-into-force}
            periods: {calendar_year: every 1 year from 2030-01-01}
            joining: {by: [ratified], from: "later-of(act deposited, eif)"}
            items: {hull: {is: [HULL], id: uid, state: [active, retired], fields: {base: place}}}
            forms:
              change: {say: change, fields: {item: item, field: field, at: time}}
              question: {say: message, fields: {asked: date}}
            duties:
              yearly: {who: each-party, say: report, every: calendar_year, by: period.end + 30 days, from: "later-of(act joined, 2031-01-01)"}
              once: {who: each-party, say: declare, by: 2034-06-01, from: "later-of(act joined, 2031-01-01)"}
              change: {who: owner, of: change, by: form.at + 9 days}
              answer: {who: counterpart, after: question, say: report, by: form.asked + 30 days}
            """;
    private static final String RECORD =
            """
            exercise: true
            statements:
            - {ref: eif, kind: act, act: entered-into-force, by: depositary, effective: 2030-01-01, published: 2030-01-01}
            - {ref: a, kind: act, act: ratified, by: XA, notified: 2029-06-01, published: 2029-06-01}
            - {ref: b, kind: act, act: signed, by: XB, notified: 2029-06-01, published: 2029-06-01}
            - {ref: c, kind: act, act: signed, by: XC, notified: 2029-06-01, published: 2029-06-01}
            - {ref: joins, kind: act, act: ratified, by: XC, notified: 2033-03-01, published: 2033-03-01}
            - {ref: early, form: change, by: XC, item: H-1, at: 2033-02-01, set: {state: retired}, received: 2033-03-20}
            - {ref: late, form: change, by: XC, item: H-1, at: 2033-04-01, set: {state: active}, received: 2033-05-01}
            - {ref: first, form: question, by: XA, to: [XC], fields: {asked: 2033-01-01}, received: {XC: 2033-01-01}}
            - {ref: again, form: question, by: XA, to: [XC], fields: {asked: 2033-03-02}, received: {XC: 2033-03-02}}
            """;

    @TempDir Path folder;
    private Library.Case made;
    private Timeline timeline;

    @BeforeEach
    void load() throws IOException {
        Files.createDirectories(folder.resolve("record"));
        Files.writeString(folder.resolve("agreement.yaml"), AGREEMENT);
        Files.writeString(folder.resolve("record/record.yaml"), RECORD);
        made = Library.load(folder);
        timeline =
                Timeline.of(
                        made.agreement(),
                        new Formulas(made.agreement()),
                        made.record().statements(),
                        made.record().coverage());
    }

    @Test
    void aSignatoryOwesNoYearlyReportWhateverElseTheDateOfTheDutyComesTo() {
        assertThat(keys("yearly", "XB", "2036-01-01")).isEmpty();
        assertThat(keys("once", "XB", "2036-01-01")).isEmpty();
        assertThat(keys("yearly", "XA", "2033-12-31")).first().isEqualTo("2032-01-01");
    }

    @Test
    void aPartyOwesFromTheDayItIsBoundAndNotForTheYearsBefore() {
        assertThat(keys("yearly", "XC", "2033-02-28")).isEmpty();
        assertThat(keys("yearly", "XC", "2034-12-31")).first().isEqualTo("2034-01-01");
        assertThat(keys("once", "XC", "2034-05-01")).containsExactly("2034-06-01");
    }

    @Test
    void whatHappenedBeforeItJoinedIsNoLateNotification() {
        assertThat(at("2034-01-01").tallies())
                .singleElement()
                .satisfies(tally -> {
                    assertThat(tally.party()).isEqualTo("XC");
                    assertThat(tally.numbers())
                            .isEqualTo(java.util.Map.of(DutyStanding.State.LATE, 1L));
                });
    }

    @Test
    void aQuestionWhoseAnswerWasDueBeforeItJoinedBindsItToNothing() {
        assertThat(keys("answer", "XC", "2034-01-01")).containsExactly("2033-04-01");
    }

    private List<String> keys(String duty, String party, String day) {
        return at(day).duties().stream()
                .filter(one -> one.id().equals(duty) && one.party().equals(party))
                .map(one -> one.key().toString())
                .toList();
    }

    /** By the timeline, in the order asked, and the same by the naive fold. */
    private Standing at(String day) {
        LocalDate asOf = LocalDate.parse(day);
        at(new View(asOf.minusYears(3), asOf.minusYears(3), Optional.empty()));
        return at(new View(asOf, asOf, Optional.empty()));
    }

    private Standing at(View view) {
        Standing fast = timeline.at(view);
        Standing naive =
                Standing.of(
                        made.agreement(),
                        new Formulas(made.agreement()),
                        made.record().statements(),
                        made.record().coverage(),
                        view);
        assertThat(fast.duties()).isEqualTo(naive.duties());
        assertThat(fast.tallies()).isEqualTo(naive.tallies());
        return fast;
    }
}
