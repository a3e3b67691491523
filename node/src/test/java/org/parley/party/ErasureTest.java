// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.ParleyException;
import org.parley.log.Event;
import org.parley.log.Head;
import org.parley.log.LogStore;
import org.parley.log.MemoryStore;
import org.parley.party.Progress.State;
import org.parley.proof.canonical.Hash;

import java.util.List;
import java.util.Optional;

/** What was erased stays erased, and nobody waits for it. */
final class ErasureTest {
    private static final String DATA =
            "{kind: declare, under: duties.half_yearly_data, as-of: 2030-01-01,"
                    + " counts: {launchers: 780, deployed_warheads: 1500, deployed_vehicles: 690},"
                    + " to: [XB]}";
    private static final List<String> DUTY = List.of(KeyRing.DUTY);

    private static Hash file(Entry entry) {
        return Readers.file(entry.header()).orElseThrow();
    }

    private static boolean holds(SimulatedNodes nodes, String party, Entry entry) {
        return nodes.store(party).body(file(entry)).isPresent();
    }

    /** The store as it was when this was its head, with that body still in it. */
    private static LogStore older(SimulatedNodes nodes, String party, Head head, Event.Body body) {
        LogStore store = new MemoryStore();
        List<byte[]> entries = nodes.store(party).entries(head.origin(), 0, head.size());
        store.commit(
                List.of(
                        body,
                        new Event.Entries(
                                head.origin(), 0, entries, Optional.of(head.checkpoint()))));
        Resuming.markRestored(store);
        return store;
    }

    @Test
    void anOlderCopyOfTheStoreDoesNotBringBackWhatItsOwnerErasedSince() {
        SimulatedNodes nodes = new SimulatedNodes(1, "XA", "XB");
        Entry said = nodes.say("XA", DATA);
        nodes.rounds(2);
        Head early = nodes.node("XA").head();
        byte[] bytes = nodes.store("XA").body(file(said)).orElseThrow();
        nodes.node("XA").erase(said.ref(), "as agreed", DUTY);
        nodes.rounds(2);
        LogStore restored = older(nodes, "XA", early, new Event.Body(file(said), bytes));
        nodes.replaceStore("XA", restored);
        nodes.start("XA");
        assertThat(holds(nodes, "XA", said)).isTrue();

        nodes.rounds(3);

        assertThat(nodes.store("XA").isErased(file(said))).isTrue();
        assertThat(holds(nodes, "XA", said)).isFalse();
        assertThat(holds(nodes, "XB", said)).isTrue();
        assertThat(nodes.node("XA").find(said.ref()).orElseThrow().erasure())
                .hasValueSatisfying(erasure -> assertThat(erasure.here()).isTrue());
    }

    @Test
    void aReceiverThatErasedItDoesNotTakeItAgainAfterItsStoreWasRestored() {
        SimulatedNodes nodes = new SimulatedNodes(2, "XA", "XB");
        Entry said = nodes.say("XA", DATA);
        nodes.rounds(2);
        Head early = nodes.node("XB").head();
        nodes.node("XB").erase(said.ref(), "not needed", DUTY);
        nodes.rounds(2);
        Entry other = nodes.say("XB", DATA.replace("780", "781").replace("XB", "XA"));
        nodes.rounds(2);
        byte[] bytes = nodes.store("XA").body(file(said)).orElseThrow();
        nodes.replaceStore("XB", older(nodes, "XB", early, new Event.Body(file(said), bytes)));
        nodes.start("XB");

        nodes.rounds(3);

        assertThat(holds(nodes, "XB", other)).isTrue();
        assertThat(holds(nodes, "XB", said)).isFalse();
        assertThat(holds(nodes, "XA", said)).isTrue();
    }

    @Test
    void nobodyWaitsForABodyThatItsAuthorErasedBeforeItCame() {
        SimulatedNodes nodes = new SimulatedNodes(3, "XA", "XB");
        Entry gone = nodes.say("XA", DATA);
        Entry erase = nodes.node("XA").erase(gone.ref(), "a mistake", DUTY);
        Entry right = nodes.say("XA", DATA.replace("780", "781"));
        nodes.rounds(3);

        assertThat(nodes.node("XB").missingBodies("XA")).isEmpty();
        assertThat(nodes.node("XA").find(gone.ref()).orElseThrow().state())
                .isEqualTo(State.SETTLED);
        assertThat(nodes.node("XA").find(right.ref()).orElseThrow().state())
                .isEqualTo(State.ACKNOWLEDGED);
        assertThat(nodes.node("XA").find(erase.ref()).orElseThrow().state())
                .isEqualTo(State.ACKNOWLEDGED);
        assertThat(nodes.node("XA").refusals()).isEmpty();
        assertThat(nodes.node("XB").refusals()).isEmpty();
    }

    @Test
    void theSameWordsAreNotSaidAgainWithoutABody() {
        SimulatedNodes nodes = new SimulatedNodes(5, "XA", "XB");
        Entry said = nodes.say("XA", DATA);
        nodes.node("XA").erase(said.ref(), "a mistake", DUTY);
        assertThatThrownBy(() -> nodes.say("XA", DATA))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("erased here before");
        nodes.say("XA", DATA.replace("780", "781"));
    }

    @Test
    void aReceiverCannotSpeakForTheAuthorNorEraseWhatOthersRelyOn() {
        SimulatedNodes nodes = new SimulatedNodes(4, "XA", "XB");
        Entry said = nodes.say("XA", DATA);
        nodes.rounds(2);
        nodes.node("XB").erase(said.ref(), "not needed", DUTY);
        nodes.rounds(2);

        Erasure seen = nodes.node("XA").find(said.ref()).orElseThrow().erasure().orElseThrow();
        assertThat(seen.here()).isFalse();
        assertThat(seen.byAuthor()).isFalse();
        assertThat(holds(nodes, "XA", said)).isTrue();
        Entry receipt =
                nodes.node("XB").progress("XB").stream()
                        .map(Progress::entry)
                        .filter(one -> one.header().kind().equals("acknowledge"))
                        .findFirst()
                        .orElseThrow();
        assertThatThrownBy(() -> nodes.node("XB").erase(receipt.ref(), "x", DUTY))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("relied on");
    }
}
