// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.exchange.StoredLog;
import org.parley.log.BouncyEd25519;
import org.parley.log.Head;
import org.parley.log.OwnLog;
import org.parley.party.KeyRing.Part;
import org.parley.proof.bundle.Audit;
import org.parley.proof.bundle.Result.Failed;
import org.parley.proof.bundle.Result.Open;
import org.parley.proof.bundle.Step;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.checkpoint.Policy;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.StatementSignatures;
import org.parley.proof.tile.LogFiles;

import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Somebody has one card of XA, and XA changes keys; nobody else is asked. */
class LogAuditTest {
    private static final String DATA =
            "{kind: declare, under: duties.half_yearly_data, as-of: 2030-01-01,"
                    + " counts: {launchers: 780}, audience: parties}";
    private static final Set<Part> ALL = EnumSet.allOf(Part.class);

    private final SimulatedNodes nodes = new SimulatedNodes(43, "XA", "XB");
    private final Entry early = said("780");
    private final Card first = nodes.cards().getFirst();
    private final KeyRing before = nodes.keys("XA");

    private LogAuditTest() {
        nodes.rounds(2);
    }

    private Entry said(String launchers) {
        return nodes.say("XA", DATA.replace("780", launchers));
    }

    private Card newest() {
        return nodes.node("XA").roster().ownCard();
    }

    private LogFiles files() {
        return files(nodes);
    }

    private static LogFiles files(SimulatedNodes of) {
        String origin = of.node("XA").origin();
        return new StoredLog(
                of.store("XA"), origin, () -> of.store("XA").head(origin).map(Head::checkpoint));
    }

    private static LogAudit audit(LogFiles files, Card... cards) {
        return LogAudit.run(
                files,
                List.of(cards),
                known ->
                        Policy.ofLog(
                                known.stream()
                                        .flatMap(card -> card.log().stream())
                                        .distinct()
                                        .toList()),
                Optional.empty(),
                new BouncyEd25519());
    }

    private static boolean holds(LogAudit audit) {
        return Audit.holds(audit.results());
    }

    private static Failed failure(LogAudit audit, Step step) {
        return audit.results().stream()
                .filter(result -> result.step() == step)
                .filter(Failed.class::isInstance)
                .map(Failed.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError(audit.results().toString()));
    }

    /** Puts a statement into XA's log past its node, as whoever has the log's key can. */
    private long slipped(SignerKey log, StatementText text) {
        String origin = nodes.node("XA").origin();
        long index = nodes.store("XA").held(origin);
        OwnLog.open(nodes.store("XA"), origin, log).append(List.of(text.bytes()), List.of());
        return index;
    }

    private StatementText later(SignerKey... offices) {
        return signed(StatementText.of(Forged.later(early.text().header())), offices);
    }

    private static StatementText signed(StatementText text, SignerKey... offices) {
        StatementText all = text;
        for (SignerKey office : offices) {
            all = StatementSignatures.sign(all, office);
        }
        return all;
    }

    private KeyRing thief(Set<Part> parts) {
        return before.renewed(parts, first.origin(), new SecureRandom(), new BouncyEd25519());
    }

    @Test
    void theFirstCardIsEnoughAcrossChangesOfAllKeys() {
        Entry change = nodes.rotate("XA", ALL);
        said("781");
        nodes.rounds(3);
        said("782");
        Card second = newest();
        Entry again = nodes.rotate("XA", Set.of(Part.OFFICE));
        nodes.rounds(3);
        said("783");

        LogAudit audit = audit(files(), first);

        assertThat(holds(audit)).as(audit.results().toString()).isTrue();
        assertThat(audit.results()).noneMatch(Open.class::isInstance);
        assertThat(audit.changes())
                .containsExactly(
                        new LogAudit.Change(change.index(), second, OptionalLong.empty()),
                        new LogAudit.Change(again.index(), newest(), OptionalLong.empty()));
        assertThat(holds(audit(files(), first, second, newest()))).isTrue();
        assertThat(holds(audit(files(), newest(), first))).isTrue();
    }

    @Test
    void aLaterCardAloneLeavesOpenWhatWasSignedBeforeIt() {
        Entry change = nodes.rotate("XA", ALL);
        nodes.rounds(3);
        said("781");

        LogAudit audit = audit(files(), newest());

        assertThat(holds(audit)).as(audit.results().toString()).isTrue();
        assertThat(audit.results())
                .filteredOn(result -> result.step() == Step.OFFICE_SIGNATURES)
                .singleElement()
                .satisfies(result -> {
                    Open open = (Open) result;
                    assertThat(open.firstOpen()).isZero();
                    assertThat(open.open()).isEqualTo(change.index());
                });
    }

    @Test
    void whatAnOfficeSignsAfterItWasReplacedFails() {
        nodes.rotate("XA", Set.of(Part.OFFICE));
        nodes.rounds(3);
        long index = slipped(before.log(), later(before.office("duty")));

        Failed failed = failure(audit(files(), first), Step.OFFICE_SIGNATURES);

        assertThat(failed.index()).hasValue(index);
        assertThat(failed.message()).contains("office of card 1", "card 2 replaced");
    }

    @Test
    void aChangeThatNoOfficeBeforeSignedIsRefusedAndSoIsItsLogKey() {
        KeyRing thief = thief(ALL);
        byte[] card = thief.successor(first).signed(before.log(), thief.log());
        StatementText text =
                signed(
                        StatementText.of(Forged.key(early.text().header(), card)),
                        thief.office("duty"),
                        thief.office("second"));
        long index = slipped(before.log(), text);

        LogAudit audit = audit(files(), first);
        assertThat(failure(audit, Step.OFFICE_SIGNATURES).index()).hasValue(index);
        assertThat(audit.changes()).isEmpty();

        slipped(thief.log(), later(thief.office("duty")));
        assertThat(failure(audit(files(), first), Step.LOG_SIGNATURE).message())
                .contains("not signed by any key that is known here");
    }

    @Test
    void aChangeWhoseCardTheLogsKeyBeforeDidNotSignIsRefused() {
        KeyRing thief = thief(ALL);
        byte[] card = thief.successor(first).signed(thief.log());
        StatementText text = StatementText.of(Forged.key(early.text().header(), card));
        long index =
                slipped(
                        before.log(),
                        signed(
                                text,
                                before.office("duty"),
                                thief.office("duty"),
                                thief.office("second")));

        LogAudit audit = audit(files(), first);

        assertThat(failure(audit, Step.OFFICE_SIGNATURES).index()).hasValue(index);
        assertThat(failure(audit, Step.OFFICE_SIGNATURES).message())
                .contains("the log's key before it did not sign it");
        assertThat(audit.changes()).isEmpty();
    }

    @Test
    void aChangeThatANewOfficeDidNotSignIsRefused() {
        KeyRing next = thief(Set.of(Part.OFFICE));
        byte[] card = next.successor(first).signed(before.log());
        StatementText text = StatementText.of(Forged.key(early.text().header(), card));
        long index =
                slipped(before.log(), signed(text, before.office("duty"), next.office("duty")));

        assertThat(failure(audit(files(), first), Step.OFFICE_SIGNATURES).index()).hasValue(index);
        slipped(
                before.log(),
                signed(text, before.office("duty"), next.office("duty"), next.office("second")));
        assertThat(audit(files(), first).changes()).hasSize(1);
    }

    @Test
    void aLossIsFollowedByTheLogsKeyAloneAndSaysWhatMayBeSomebodyElses() {
        Entry doubtful = said("781");
        nodes.rounds(2);
        Entry lost = nodes.lost("XA", Set.of(Part.OFFICE), doubtful.index());
        said("782");
        nodes.rounds(3);

        LogAudit audit = audit(files(), first);

        assertThat(holds(audit)).as(audit.results().toString()).isTrue();
        assertThat(audit.changes())
                .containsExactly(
                        new LogAudit.Change(
                                lost.index(), newest(), OptionalLong.of(doubtful.index())));
    }

    @Test
    void aLossThatTheLogsKeyDoesNotVouchForIsRefused() {
        KeyRing thief = thief(ALL);
        byte[] card = thief.successor(first).signed(thief.log());
        StatementText text = StatementText.of(Forged.lost(early.text().header(), card));
        long index =
                slipped(before.log(), signed(text, thief.office("duty"), thief.office("second")));

        LogAudit audit = audit(files(), first);

        assertThat(failure(audit, Step.OFFICE_SIGNATURES).index()).hasValue(index);
        assertThat(audit.changes()).isEmpty();
    }

    @Test
    void aCheckpointByAKeyThatWasGivenUpFails() {
        nodes.rotate("XA", ALL);
        nodes.rounds(3);
        said("781");
        assertThat(holds(audit(files(), first))).isTrue();
        slipped(before.log(), later(nodes.keys("XA").office("duty")));

        assertThat(failure(audit(files(), first), Step.LOG_SIGNATURE).message())
                .contains("a key that its owner replaced");
    }

    /** Files that show a change of keys to whoever looks for one, and another log to the audit. */
    @Test
    void aChangeThatStandsNotInTheTreeVouchesForNothing() {
        KeyRing next = thief(ALL);
        byte[] card = next.successor(first).signed(before.log(), next.log());
        StatementText change = StatementText.of(Forged.key(early.text().header(), card));
        StatementText sound =
                signed(change, before.office("duty"), next.office("duty"), next.office("second"));
        SimulatedNodes two = new SimulatedNodes(43, "XA", "XB");
        String origin = two.node("XA").origin();
        long index = slipped(next.log(), later(before.office("duty")));
        OwnLog other = OwnLog.open(two.store("XA"), origin, before.log());
        while (other.size() <= index) {
            other.append(List.of(sound.bytes()), List.of());
        }
        LogFiles shown = files(two);
        LogFiles held = files();
        int[] bundles = {0};
        LogFiles both =
                (path, max) ->
                        path.startsWith("tile/entries") && bundles[0]++ == 0
                                ? shown.read(path, max)
                                : held.read(path, max);

        assertThat(failure(audit(both, first), Step.LOG_SIGNATURE).message())
                .contains("no entry which holds announces");
        assertThat(failure(audit(held, first), Step.LOG_SIGNATURE).message())
                .contains("not signed by any key that is known here");
    }
}
