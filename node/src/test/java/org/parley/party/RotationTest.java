// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.exchange.Sealing;
import org.parley.log.BouncyEd25519;
import org.parley.log.OwnLog;
import org.parley.party.Entry.Fault;
import org.parley.party.KeyRing.Part;
import org.parley.party.Progress.State;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.note.Note;
import org.parley.proof.note.StatementSignatures;

import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** XA changes keys; XB learns it from the log, and believes nobody else about it. */
class RotationTest {
    private static final String DATA =
            "{kind: declare, under: duties.half_yearly_data, as-of: 2030-01-01,"
                    + " counts: {launchers: 780}, audience: parties}";
    private static final Set<Part> ALL = EnumSet.allOf(Part.class);

    private final SimulatedNodes nodes = new SimulatedNodes(41, "XA", "XB");
    private final Entry early = said("780");

    private RotationTest() {
        nodes.rounds(2);
    }

    private Entry said(String launchers) {
        return nodes.say("XA", DATA.replace("780", launchers));
    }

    private State state(String at, Entry entry) {
        return nodes.node(at).find(entry.ref()).orElseThrow().state();
    }

    private Optional<Fault> fault(Entry entry) {
        return nodes.node("XB").find(entry.ref()).orElseThrow().entry().fault();
    }

    private Card card(String at) {
        return nodes.node(at).roster().card("XA").orElseThrow();
    }

    /** Statements that somebody with these keys puts into XA's log, past its node. */
    private Entry slipped(KeyRing by, StatementText text) {
        String origin = nodes.node("XA").origin();
        long index = nodes.node("XA").head().size();
        OwnLog.open(nodes.store("XA"), origin, by.log()).append(List.of(text.bytes()), List.of());
        nodes.start("XA");
        return nodes.node("XA").progress("XA").get((int) index).entry();
    }

    @Test
    void newKeysAreTakenInFromTheLogAndOldStatementsStayVerified() {
        KeyRing before = nodes.keys("XA");
        Entry rotation = nodes.rotate("XA", ALL);
        Entry between = said("781");
        nodes.rounds(3);
        Entry after = said("782");
        nodes.rounds(3);

        for (String at : List.of("XA", "XB")) {
            assertThat(card(at).version()).isEqualTo(2);
            assertThat(card(at).before())
                    .isEqualTo(nodes.cards().stream().map(Card::hash).findFirst());
            for (Entry entry : List.of(early, between, after)) {
                assertThat(state(at, entry)).isEqualTo(State.ACKNOWLEDGED);
            }
        }
        assertThat(fault(rotation)).isEmpty();
        assertThat(nodes.node("XB").roster().underWay("XA")).isEmpty();
        Note head = Note.parse(nodes.node("XB").head("XA").orElseThrow().checkpoint());
        assertThat(head.open(card("XB").log())).contains(card("XB").log().getFirst());
        assertThat(nodes.node("XB").roster().logKeys(nodes.node("XA").origin()))
                .doesNotContainAnyElementsOf(List.of(before.log().verifier()));
        assertThat(nodes.node("XB").roster().byPin(before.identity().pin())).isEmpty();
        assertThat(nodes.node("XB").roster().byPin(card("XB").tls())).hasValue("XA");
    }

    @Test
    void bodiesAreSealedToTheNewKeyAndOldOnesStayReadable() {
        KeyRing before = nodes.keys("XA");
        Entry old = nodes.say("XB", DATA);
        nodes.rounds(2);
        nodes.rotate("XA", Set.of(Part.READER));
        Entry own = said("781");
        nodes.rounds(2);
        Entry fresh = nodes.say("XB", DATA.replace("780", "782"));
        nodes.rounds(2);

        for (int i = 0; i < 2; i++) {
            for (Entry entry : List.of(early, old, own, fresh)) {
                assertThat(nodes.node("XA").body(entry)).as(entry.ref()).isPresent();
            }
            nodes.start("XA");
        }
        String secret = before.readers().getLast();
        assertThat(Sealing.open(sealed(old), secret)).isPresent();
        assertThat(Sealing.open(sealed(own), secret)).isEmpty();
        assertThat(Sealing.open(sealed(fresh), secret)).isEmpty();
    }

    private byte[] sealed(Entry entry) {
        return nodes.store("XA").body(Readers.file(entry.header()).orElseThrow()).orElseThrow();
    }

    @Test
    void oldKeysAreUsedUntilEverybodyHasTheNewOnes() {
        nodes.cut("XA", "XB", true);
        nodes.cut("XB", "XA", true);
        KeyRing before = nodes.keys("XA");
        nodes.rotate("XA", ALL);
        nodes.rounds(2);

        assertThat(nodes.node("XA").identity().pin()).isEqualTo(before.identity().pin());
        assertThatThrownBy(() -> nodes.rotate("XA", ALL))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("under way");

        nodes.cut("XA", "XB", false);
        nodes.cut("XB", "XA", false);
        nodes.rounds(2);
        assertThat(nodes.node("XA").identity().pin()).isEqualTo(card("XB").tls());
        nodes.rotate("XA", Set.of(Part.OFFICE));
        nodes.rounds(3);
        assertThat(card("XB").version()).isEqualTo(3);
    }

    @Test
    void aNodeThatStartsAgainGoesOnWhereItWas() {
        nodes.rotate("XA", ALL);
        nodes.start("XA");
        said("781");
        nodes.rounds(3);
        nodes.start("XA");
        nodes.start("XB");
        Entry last = said("782");
        nodes.rounds(3);

        assertThat(state("XB", last)).isEqualTo(State.ACKNOWLEDGED);
        assertThat(nodes.node("XB").progress("XA"))
                .allSatisfy(one -> assertThat(one.entry().fault()).isEmpty());
    }

    @Test
    void whatTheOldOfficeSignsAfterwardsIsShownAndNotCounted() {
        KeyRing before = nodes.keys("XA");
        nodes.rotate("XA", Set.of(Part.OFFICE));
        nodes.rounds(3);
        StatementText text =
                StatementSignatures.sign(
                        StatementText.of(said("781").text().header()), before.office("duty"));
        // The same words once more would be a repetition: another day is another statement.
        StatementText other =
                StatementSignatures.sign(
                        StatementText.of(Forged.later(text.header())), before.office("duty"));
        Entry slipped = slipped(before, other);
        nodes.rounds(3);

        assertThat(fault(slipped)).hasValue(Fault.OLD_KEY);
        assertThat(fault(early)).isEmpty();
    }

    @Test
    void aCardThatTheOldKeyDidNotSignIsRefusedByHandAndInTheLog() {
        KeyRing before = nodes.keys("XA");
        KeyRing thief =
                before.renewed(ALL, card("XB").origin(), new SecureRandom(), new BouncyEd25519());
        byte[] alone = thief.successor(card("XB")).signed(thief.log());

        assertThatThrownBy(() -> nodes.node("XB").believe(alone, Place.of("new.card")))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("the log's key before it did not sign it");

        StatementText text =
                StatementSignatures.sign(
                        StatementText.of(Forged.key(early.text().header(), alone)),
                        before.office("duty"));
        Entry slipped = slipped(before, text);
        nodes.rounds(3);
        assertThat(fault(slipped)).hasValue(Fault.KEY_REFUSED);
        assertThat(card("XB").version()).isEqualTo(1);
    }

    @Test
    void whatWasSaidAfterALossIsFlaggedAndStillCounts() {
        Entry doubtful = said("781");
        nodes.rounds(2);
        Entry lost = nodes.lost("XA", Set.of(Part.OFFICE), doubtful.index());
        Entry after = said("782");
        nodes.rounds(3);

        for (String at : List.of("XA", "XB")) {
            assertThat(nodes.node(at).record().notices())
                    .singleElement()
                    .satisfies(notice -> {
                        assertThat(notice.code()).isEqualTo("after-lost-key");
                        assertThat(notice.about()).isEqualTo(lost.ref());
                        assertThat(notice.statements()).contains(doubtful.ref());
                        assertThat(notice.statements()).doesNotContain(early.ref(), after.ref());
                    });
        }
        for (Entry entry : List.of(early, doubtful, lost, after)) {
            assertThat(fault(entry)).isEmpty();
        }
    }

    @Test
    void aLossThatTheLogsKeyDoesNotVouchForChangesNothing() {
        KeyRing before = nodes.keys("XA");
        KeyRing thief =
                before.renewed(ALL, card("XB").origin(), new SecureRandom(), new BouncyEd25519());
        byte[] alone = thief.successor(card("XB")).signed(thief.log());
        StatementText text = StatementText.of(Forged.lost(early.text().header(), alone));
        text = StatementSignatures.sign(text, thief.office("duty"));
        text = StatementSignatures.sign(text, thief.office("second"));
        Entry slipped = slipped(before, text);
        nodes.rounds(3);

        assertThat(fault(slipped)).hasValue(Fault.KEY_REFUSED);
        assertThat(nodes.node("XB").record().notices()).isEmpty();
        assertThat(card("XB").version()).isEqualTo(1);
    }

    @Test
    void aWitnessIsToldByHandAndThenBelievesTheNewKeyOfTheLogOnly() {
        SimulatedNodes three = new SimulatedNodes(42, "XA", "XB", "neutral");
        three.rounds(2);
        KeyRing before = three.keys("XA");
        String origin = three.node("XA").origin();
        three.rotate("XA", ALL);
        three.rounds(3);
        assertThat(three.node("XA").awaitsParties()).isFalse();
        assertThat(three.node("XA").roster().underWay("XA")).as("the witness").isPresent();

        byte[] card =
                three.node("XA").roster().signed(three.node("XA").roster().ownCard()).orElseThrow();
        three.node("neutral").believe(card, Place.of("new.card"));
        three.rounds(3);

        assertThat(three.node("XA").roster().underWay("XA")).isEmpty();
        assertThat(three.node("XA").find("XA/0").orElseThrow().delivered())
                .containsKeys("XB", "neutral");
        assertThat(three.node("neutral").roster().logKeys(origin))
                .doesNotContain(before.log().verifier())
                .isNotEmpty();
    }

    @Test
    void aCardByHandLetsConnectionsInAndTheLogSaysFromWhichEntryItsOfficesSign() {
        KeyRing before = nodes.keys("XA");
        KeyRing next =
                before.renewed(ALL, card("XA").origin(), new SecureRandom(), new BouncyEd25519());
        byte[] signed = next.successor(card("XA")).signed(before.log(), next.log());
        nodes.node("XB").believe(signed, Place.of("new.card"));

        assertThat(nodes.node("XB").roster().byPin(next.identity().pin())).hasValue("XA");
        assertThat(nodes.node("XB").roster().byPin(before.identity().pin())).hasValue("XA");
        Entry old = said("781");
        nodes.rounds(2);
        assertThat(fault(old)).isEmpty();
    }
}
