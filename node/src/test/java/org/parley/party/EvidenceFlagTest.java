// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.agreement.Formulas;
import org.parley.exchange.Reply;
import org.parley.log.Event;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.checkpoint.Conflict;
import org.parley.proof.checkpoint.Fork;
import org.parley.proof.checkpoint.Rollback;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.note.Note;
import org.parley.record.History;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.statement.Notice;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What XA holds against the log of XB stands in XA's record, and a dispute can name it. */
class EvidenceFlagTest {
    private static final String DATA =
            "{kind: declare, under: duties.half_yearly_data, as-of: 2030-01-01,"
                    + " counts: {launchers: 780}, audience: public}";

    private final SimulatedNodes nodes = new SimulatedNodes(21, "XA", "XB");

    private List<Notice> noticed(String at) {
        return nodes.node(at).record().notices();
    }

    private Note signed(String by, String origin, int what) {
        Checkpoint checkpoint = new Checkpoint(origin, 3, Hash.of(new byte[] {(byte) what}));
        return checkpoint.note().signedBy(checkpoint.signedBy(nodes.keys(by).log(), 0));
    }

    private String keep(Fork fork) {
        String hex = Hash.of(fork.bytes()).hex();
        nodes.store("XA")
                .commit(List.of(new Event.Fact("evidence/" + hex, Optional.empty(), fork.bytes())));
        return hex + ".evidence";
    }

    @Test
    void aForkIsNoticedWithItsFileAndTheDisputeThatNamesIt() {
        String origin = nodes.node("XB").origin();
        String file = keep(Fork.ofSameSize(signed("XB", origin, 1), signed("XB", origin, 2)));

        Entry dispute =
                nodes.say(
                        "XA", "{kind: dispute, about: " + file + ", claims: {state: forked-log}}");

        assertThat(noticed("XA"))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.code()).isEqualTo("forked-log");
                    assertThat(notice.party()).isEqualTo("XB");
                    assertThat(notice.about()).isEqualTo(file);
                    assertThat(notice.detail().en()).contains("sizes 3 and 3", origin, file);
                    assertThat(notice.detail().zh()).contains("规模 3 与 3", file);
                    assertThat(notice.statements()).containsExactly(dispute.ref());
                });
        Standing standing = standing("XA");
        assertThat(standing.findings()).extracting(Standing.Finding::what).contains("forked-log");
        assertThat(standing.positions())
                .anySatisfy(position -> {
                    assertThat(position.about()).isEqualTo(file);
                    assertThat(position.says()).isEqualTo("forked-log");
                });
        assertThat(noticed("XB")).isEmpty();
    }

    private Standing standing(String at) {
        History record = nodes.node(at).record();
        LocalDate day = LocalDate.of(2030, 1, 2);
        return Standing.of(
                        SimulatedNodes.AGREEMENT,
                        new Formulas(SimulatedNodes.AGREEMENT),
                        record.statements(),
                        record.coverage(),
                        View.declared(day, day))
                .noticing(record.notices());
    }

    @Test
    void whatNobodyKnownSignedIsNotNoticed() {
        keep(
                Fork.ofSameSize(
                        signed("XA", "exercise/nobody", 1), signed("XA", "exercise/nobody", 2)));
        String origin = nodes.node("XB").origin();
        keep(Fork.ofSameSize(signed("XB", origin, 1), signed("XB", origin, 1)));

        assertThat(noticed("XA")).isEmpty();
    }

    @Test
    void anOwnNodeThatShowsAShorterLogIsNoticedAndWhatIsHeldStays() {
        nodes.say("XB", DATA);
        nodes.rounds(2);
        nodes.say("XB", DATA.replace("780", "781"));
        nodes.rounds(2);
        long held = nodes.store("XA").held(nodes.node("XB").origin());
        Checkpoint small = new Checkpoint(nodes.node("XB").origin(), 1, root(1));
        nodes.pass(Duration.ofHours(2));
        Note back =
                small.note()
                        .signedBy(small.signedBy(nodes.keys("XB").log(), 0))
                        .signedBy(
                                small.signedBy(
                                        nodes.keys("XB").logPostQuantum(),
                                        nodes.now().getEpochSecond()));
        nodes.wire((from, to, ask) ->
                ask.path().equals("/log/checkpoint") && to.equals("XB")
                        ? Reply.bytes(back.bytes())
                        : nodes.answer(to, ask));
        nodes.round("XA");

        assertThat(noticed("XA"))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.code()).isEqualTo("rolled-back-log");
                    assertThat(notice.party()).isEqualTo("XB");
                });
        byte[] file = nodes.node("XA").evidence().values().iterator().next();
        assertThat(Conflict.parse(file)).isInstanceOf(Rollback.class);
        assertThat(nodes.store("XA").held(nodes.node("XB").origin())).isEqualTo(held);
    }

    private Hash root(int size) {
        byte[] leaf = nodes.store("XB").entries(nodes.node("XB").origin(), 0, size).getFirst();
        return TreeHasher.leafHash(leaf);
    }
}
