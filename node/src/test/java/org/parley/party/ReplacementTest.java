// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.ParleyException;
import org.parley.party.Entry.Fault;
import org.parley.party.Progress.State;

import java.util.List;
import java.util.Optional;

/**
 * XA lost all its keys and its store; only people can tell the others which card is its new one.
 */
class ReplacementTest {
    private static final String DATA =
            "{kind: declare, under: duties.half_yearly_data, as-of: 2030-01-01,"
                    + " counts: {launchers: 780}, audience: parties}";

    private final SimulatedNodes nodes = new SimulatedNodes(61, "XA", "XB");
    private final Entry early = nodes.say("XA", DATA);

    private ReplacementTest() {
        nodes.rounds(2);
    }

    private Optional<Fault> fault(Entry entry) {
        return nodes.node("XB").find(entry.ref()).orElseThrow().entry().fault();
    }

    @Test
    void anotherCardIsBelievedByAStatementOfPeopleAndTheLogGoesOn() {
        byte[] card = nodes.beginAnew("XA");
        Entry replaced = nodes.node("XB").replace(card, List.of(KeyRing.DUTY));
        assertThat(fault(replaced)).isEmpty();
        nodes.rounds(1);
        assertThat(nodes.node("XA").find(early.ref())).as("got back").isPresent();

        Entry lost =
                nodes.node("XA")
                        .lost(
                                nodes.keys("XA").of(nodes.node("XA").roster().ownCard()),
                                card,
                                nodes.node("XA").head().size());
        Entry after = nodes.say("XA", DATA.replace("780", "781"));
        nodes.rounds(3);

        for (Entry entry : List.of(early, lost, after)) {
            assertThat(fault(entry)).isEmpty();
        }
        assertThat(nodes.node("XB").find(after.ref()).orElseThrow().state())
                .isEqualTo(State.ACKNOWLEDGED);
        nodes.start("XB");
        assertThat(fault(after)).as("after a start").isEmpty();
    }

    @Test
    void withoutPeoplesWordNothingOfItIsTakenAndTheNewNodeSaysNothing() {
        nodes.beginAnew("XA");
        long held = nodes.store("XB").held(nodes.node("XA").origin());
        assertThatThrownBy(() -> nodes.say("XA", DATA)).isInstanceOf(ParleyException.class);
        nodes.rounds(2);

        assertThat(nodes.node("XB").roster().card("XA").orElseThrow().version()).isEqualTo(1);
        assertThat(nodes.store("XB").held(nodes.node("XB").roster().card("XA").get().origin()))
                .isEqualTo(held);
    }

    @Test
    void aCardThatDoesNotFollowIsNotBelievedEvenThen() {
        byte[] card = nodes.beginAnew("XA");
        nodes.node("XB").replace(card, List.of(KeyRing.DUTY));

        assertThatThrownBy(() -> nodes.node("XB").replace(card, List.of(KeyRing.DUTY)))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("does not follow");
    }
}
