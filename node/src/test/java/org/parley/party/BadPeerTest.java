// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ParleyException;
import org.parley.exchange.Ask;
import org.parley.exchange.Reply;
import org.parley.log.Event;
import org.parley.log.Head;
import org.parley.log.LogStore;
import org.parley.log.MemoryStore;
import org.parley.log.OwnLog;
import org.parley.log.StoredTree;
import org.parley.party.Progress.State;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.checkpoint.Fork;
import org.parley.proof.merkle.ConsistencyProof;
import org.parley.proof.merkle.Subtree;
import org.parley.proof.note.Note;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** XB does what it must not; XA refuses, loses nothing, and shows it. */
class BadPeerTest {
    private static final String DATA =
            "{kind: declare, under: duties.half_yearly_data, as-of: 2030-01-01,"
                    + " counts: {launchers: 780}, audience: parties}";
    private static final String MIRROR = "/mirror/add-checkpoint";
    private static final String WITNESS = "/witness/add-checkpoint";

    @TempDir private Path folder = Path.of(".");

    private static SimulatedNodes pair(long seed) {
        SimulatedNodes nodes = new SimulatedNodes(seed, "XA", "XB");
        nodes.say("XB", DATA);
        nodes.say("XB", DATA.replace("780", "781"));
        nodes.rounds(2);
        return nodes;
    }

    private static String origin(SimulatedNodes nodes, String party) {
        return nodes.node(party).origin();
    }

    private static Note signed(
            SimulatedNodes nodes, String by, String origin, long size, Hash root) {
        String text = new Checkpoint(origin, size, root).text();
        return Note.of(text).signedBy(nodes.keys(by).log().sign(text));
    }

    private static byte[] offer(long old, List<Hash> proof, Note note) {
        StringBuilder text = new StringBuilder("old " + old + "\n");
        proof.forEach(
                hash -> text.append(Base64.getEncoder().encodeToString(hash.bytes())).append('\n'));
        text.append('\n').append(new String(note.bytes(), StandardCharsets.UTF_8));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Reply post(SimulatedNodes nodes, String path, byte[] body) {
        return nodes.answer("XA", Ask.post(path, body).by("XB"));
    }

    /** All that a store holds, to see that nothing changed. */
    private static Map<String, Object> holds(LogStore store) {
        Map<String, Object> all = new TreeMap<>();
        store.origins().forEach(origin -> all.put(origin, store.held(origin)));
        store.facts("").forEach((name, bytes) -> all.put(name, Hash.of(bytes)));
        return all;
    }

    private static void convicted(SimulatedNodes nodes, String party) {
        assertThat(nodes.node("XA").evidence())
                .hasSize(1)
                .allSatisfy((name, bytes) -> {
                    Card card = nodes.node("XA").roster().card(party).orElseThrow();
                    assertThat(Fork.parse(bytes).verify(card.log()).signedBoth())
                            .contains(card.origin());
                });
    }

    /** The store as it was when the log had so many entries. */
    private static LogStore older(SimulatedNodes nodes, String party, Head head) {
        LogStore store = new MemoryStore();
        List<byte[]> entries = nodes.store(party).entries(head.origin(), 0, head.size());
        store.commit(
                List.of(
                        new Event.Entries(
                                head.origin(), 0, entries, Optional.of(head.checkpoint()))));
        return store;
    }

    @Test
    void anotherRootOfTheSameSizeIsRefusedByMirrorAndWitnessAndKeptAsEvidence() {
        SimulatedNodes nodes = pair(1);
        Head head = nodes.node("XB").head();
        Note other = signed(nodes, "XB", head.origin(), head.size(), Hash.of(new byte[1]));

        assertThat(post(nodes, MIRROR, offer(head.size(), List.of(), other)).status())
                .isEqualTo(Reply.UNPROCESSABLE);
        // The witness never saw this log; what the mirror holds is enough.
        assertThat(post(nodes, WITNESS, offer(0, List.of(), other)).status())
                .isEqualTo(Reply.UNPROCESSABLE);

        convicted(nodes, "XB");
        assertThat(nodes.node("XA").refusals())
                .anySatisfy(one -> {
                    assertThat(one.peer()).isEqualTo("XB");
                    assertThat(one.why()).contains("another root");
                    assertThat(one.last()).isEqualTo(nodes.now());
                });
    }

    @Test
    void anotherRootOfASmallerSizeIsEvidenceToo() {
        SimulatedNodes nodes = pair(2);
        Head head = nodes.node("XB").head();
        Note other = signed(nodes, "XB", head.origin(), 1, Hash.of(new byte[1]));

        assertThat(post(nodes, MIRROR, offer(1, List.of(), other)).status())
                .isEqualTo(Reply.UNPROCESSABLE);
        convicted(nodes, "XB");
    }

    @Test
    void whoShowsTheMirrorAnotherLogThanItServesGetsNoSignature() {
        SimulatedNodes nodes = pair(3);
        Head head = nodes.node("XB").head();
        LogStore forked = older(nodes, "XB", head);
        OwnLog.open(forked, head.origin(), nodes.keys("XB").log())
                .append(List.of("another".getBytes(StandardCharsets.UTF_8)), List.of());
        Head other = forked.head(head.origin()).orElseThrow();
        List<Hash> proof =
                ConsistencyProof.prove(
                                Subtree.whole(head.size()),
                                other.size(),
                                new StoredTree(forked, head.origin()))
                        .hashes();
        Note note = Note.parse(other.checkpoint());
        assertThat(post(nodes, MIRROR, offer(head.size(), proof, note)).isOk()).isTrue();
        // Meanwhile its own node serves a third entry of another kind.
        nodes.say("XB", DATA.replace("780", "790"));
        nodes.round("XA");

        Reply reply = post(nodes, "/mirror/add-entries", entries(other));

        assertThat(reply.status()).isEqualTo(Reply.UNPROCESSABLE);
        convicted(nodes, "XB");
        assertThat(nodes.store("XA").facts("mirrored/").values())
                .noneMatch(one -> Checkpoint.of(Note.parse(one)).root().equals(other.root()));
    }

    private static byte[] entries(Head head) {
        byte[] name = head.origin().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) name.length).array());
        out.writeBytes(name);
        out.writeBytes(ByteBuffer.allocate(18).putLong(head.size()).putLong(head.size()).array());
        return out.toByteArray();
    }

    @Test
    void junkAndLiesAreRefusedChangeNothingAndHoldUpNobody() {
        SimulatedNodes nodes = pair(4);
        Head head = nodes.node("XB").head();
        String origin = head.origin();
        Map<String, Object> before = holds(nodes.store("XA"));
        Note grown = signed(nodes, "XB", origin, head.size() + 5, Hash.of(new byte[2]));
        Note unknown = signed(nodes, "XB", "exercise/nobody", 1, Hash.of(new byte[2]));
        Note forged = signed(nodes, "XB", origin(nodes, "XA"), 1, Hash.of(new byte[2]));
        byte[] junk = new byte[70_000];
        byte[] body = "nobody asked".getBytes(StandardCharsets.UTF_8);

        for (String path : List.of(MIRROR, WITNESS)) {
            assertThat(post(nodes, path, junk).status()).isEqualTo(Reply.BAD_REQUEST);
            assertThat(post(nodes, path, offer(0, List.of(), unknown)).status())
                    .isEqualTo(Reply.NOT_FOUND);
            assertThat(post(nodes, path, offer(0, List.of(), forged)).status())
                    .isEqualTo(Reply.FORBIDDEN);
            assertThat(post(nodes, path, offer(head.size() + 9, List.of(), grown)).status())
                    .isEqualTo(Reply.BAD_REQUEST);
        }
        assertThat(post(nodes, "/mirror/add-entries", junk).status())
                .isBetween(Reply.BAD_REQUEST, Reply.UNPROCESSABLE);
        for (Hash name : List.of(Hash.of(body), Hash.of(junk))) {
            Reply reply = nodes.answer("XA", Ask.put("/body/" + name.hex(), body).by("XB"));
            assertThat(reply.status()).isEqualTo(Reply.FORBIDDEN);
        }

        assertThat(holds(nodes.store("XA"))).isEqualTo(before);
        assertThat(nodes.node("XA").refusals()).hasSizeGreaterThan(6);
        Reply lie = post(nodes, MIRROR, offer(head.size(), List.of(Hash.of(junk)), grown));
        assertThat(lie.status()).isEqualTo(Reply.UNPROCESSABLE);
        assertThat(nodes.node("XA").evidence()).as("a failing proof convicts nobody").isEmpty();
        Entry said = nodes.say("XB", DATA.replace("780", "799"));
        nodes.rounds(2);
        assertThat(nodes.node("XA").find(said.ref()).orElseThrow().state())
                .isEqualTo(State.ACKNOWLEDGED);
    }

    @Test
    void oldQuestionsAskedAgainChangeNoLog() {
        SimulatedNodes nodes = new SimulatedNodes(5, "XA", "XB");
        List<Ask> asked = new ArrayList<>();
        nodes.wire((from, to, ask) -> {
            if (to.equals("XA")) {
                asked.add(ask);
            }
            return nodes.answer(to, ask);
        });
        nodes.say("XB", DATA);
        nodes.rounds(3);
        long own = nodes.node("XA").head().size();
        long copy = nodes.store("XA").held(origin(nodes, "XB"));

        asked.forEach(ask -> assertThat(nodes.answer("XA", ask).status()).isLessThan(500));

        assertThat(nodes.node("XA").head().size()).isEqualTo(own);
        assertThat(nodes.store("XA").held(origin(nodes, "XB"))).isEqualTo(copy);
        assertThat(nodes.node("XA").evidence()).isEmpty();
    }

    @Test
    void anEntryThatIsAnothersUnsignedOrJunkIsShownAndNeverCounted() {
        SimulatedNodes nodes = pair(6);
        Entry mine = nodes.say("XA", DATA);
        Head head = nodes.node("XB").head();
        StatementText bare =
                StatementText.of(
                        nodes.node("XB").progress("XB").getFirst().entry().text().header());
        OwnLog.open(nodes.store("XB"), head.origin(), nodes.keys("XB").log())
                .append(List.of(mine.text().bytes(), new byte[65_535], bare.bytes()), List.of());
        nodes.start("XB");
        nodes.rounds(3);

        List<Progress> shown = nodes.node("XA").progress("XB");
        int first = (int) head.size();
        assertThat(shown.subList(first, first + 3))
                .extracting(one -> one.entry().fault())
                .containsExactly(
                        Optional.of(Entry.Fault.OTHER_AUTHOR),
                        Optional.of(Entry.Fault.MALFORMED),
                        Optional.of(Entry.Fault.REPEATED));
        assertThat(nodes.node("XA").record().statements())
                .filteredOn(one -> one.by().equals("XB"))
                .hasSize(2);
        assertThat(nodes.node("XA").refusals()).extracting(Refusals.Refusal::peer).contains("XB");
        assertThat(nodes.node("XA").find(mine.ref()).orElseThrow().state())
                .isEqualTo(State.ACKNOWLEDGED);
    }

    @Test
    void aCopyInAnothersLogThatComesFirstHidesNothing() throws IOException {
        SimulatedNodes nodes =
                new SimulatedNodes(
                        7,
                        SimulatedNodes.ofFour(folder),
                        name -> new MemoryStore(),
                        "XA",
                        "XB",
                        "XC");
        List.of("XA", "XB", "XC").forEach(nodes::start);
        nodes.cut("XA", "XB", true);
        nodes.cut("XB", "XA", true);
        Entry said = nodes.say("XA", DATA);
        nodes.rounds(1);
        OwnLog.open(nodes.store("XC"), origin(nodes, "XC"), nodes.keys("XC").log())
                .append(List.of(said.text().bytes()), List.of());
        nodes.start("XC");
        nodes.rounds(2);
        assertThat(nodes.node("XB").find(said.name()).orElseThrow().entry().counts()).isFalse();
        nodes.cut("XA", "XB", false);
        nodes.cut("XB", "XA", false);
        nodes.rounds(3);

        Entry heard = nodes.node("XB").find(said.name()).orElseThrow().entry();
        assertThat(heard.party()).isEqualTo("XA");
        assertThat(heard.counts()).isTrue();
        assertThat(nodes.node("XA").find(said.ref()).orElseThrow().received()).containsKey("XB");
    }

    @Test
    void aClockAYearOffIsShownAndBreaksNothing() {
        SimulatedNodes nodes = new SimulatedNodes(8, "XA", "XB");
        nodes.clock("XB", Duration.ofDays(365));
        Entry said = nodes.say("XA", DATA);
        nodes.rounds(2);

        assertThat(nodes.node("XA").find(said.ref()).orElseThrow().state())
                .isEqualTo(State.ACKNOWLEDGED);
        assertThat(nodes.node("XA").refusals())
                .anySatisfy(one -> assertThat(one.what()).isEqualTo("its clock"));
    }

    @Test
    void aRestoredStoreIsBroughtUpToDateBeforeItSaysAnything() {
        SimulatedNodes nodes = new SimulatedNodes(9, "XA", "XB");
        nodes.say("XB", DATA);
        nodes.rounds(2);
        Head early = nodes.node("XB").head();
        Entry later = nodes.say("XB", DATA.replace("780", "785"));
        nodes.rounds(2);
        long size = nodes.node("XB").head().size();
        LogStore restored = older(nodes, "XB", early);
        Resuming.markRestored(restored);
        nodes.replaceStore("XB", restored);
        nodes.start("XB");

        assertThatThrownBy(() -> nodes.say("XB", DATA.replace("780", "786")))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("restored from a copy");
        nodes.rounds(2);

        assertThat(nodes.node("XB").problem()).isEmpty();
        assertThat(nodes.node("XB").head().size()).isGreaterThanOrEqualTo(size);
        assertThat(
                        nodes.node("XB")
                                .find(later.ref())
                                .flatMap(one -> nodes.node("XB").body(one.entry())))
                .isPresent();
        nodes.say("XB", DATA.replace("780", "786"));
        nodes.rounds(2);
        assertThat(nodes.node("XA").evidence()).isEmpty();
    }

    @Test
    void whatAPeerFetchedItselfIsGotBackToo() {
        SimulatedNodes nodes = pair(12);
        Head early = nodes.node("XB").head();
        Entry later = nodes.say("XB", DATA.replace("780", "785"));
        // XB is gone before it sent anything: XA has the entry by its own question alone.
        nodes.cut("XB", "XA", true);
        nodes.round("XA");
        assertThat(nodes.node("XA").find(later.ref())).isPresent();
        LogStore restored = older(nodes, "XB", early);
        Resuming.markRestored(restored);
        nodes.replaceStore("XB", restored);
        nodes.start("XB");
        nodes.cut("XB", "XA", false);

        nodes.round("XB");

        assertThat(nodes.node("XB").problem()).isEmpty();
        assertThat(nodes.node("XB").find(later.ref())).isPresent();
        nodes.say("XB", DATA.replace("780", "786"));
        nodes.rounds(2);
        assertThat(nodes.node("XA").evidence()).isEmpty();
    }

    @Test
    void aPeerThatFailsToAnswerWasNotAsked() {
        SimulatedNodes nodes = pair(11);
        LogStore restored = older(nodes, "XB", nodes.node("XB").head());
        Resuming.markRestored(restored);
        nodes.replaceStore("XB", restored);
        nodes.start("XB");
        Node node = nodes.node("XB");

        for (int status : List.of(400, 403, 429, 500, 503)) {
            new Rounds(node, (party, ask) -> Reply.text(status, "not now\n")).all();
            assertThat(node.problem().orElseThrow())
                    .as("after an answer of %s", status)
                    .hasMessageContaining("were not asked yet: XA");
        }
        nodes.rounds(2);
        assertThat(node.problem()).isEmpty();
    }

    @Test
    void aStoreThatWentOnAfterItWasRestoredStopsBeforeOthersSeeIt() {
        SimulatedNodes nodes = pair(10);
        Head early = nodes.node("XB").head();
        nodes.say("XB", DATA.replace("780", "785"));
        nodes.rounds(2);
        nodes.replaceStore("XB", older(nodes, "XB", early));
        nodes.start("XB");
        nodes.say("XB", DATA.replace("780", "786"));

        nodes.rounds(2);

        assertThat(nodes.node("XB").problem().orElseThrow())
                .hasMessageContaining("parley node recover");
        assertThatThrownBy(() -> nodes.say("XB", DATA)).isInstanceOf(ParleyException.class);
        assertThat(nodes.node("XA").evidence()).isEmpty();
        nodes.start("XB");
        assertThat(nodes.node("XB").problem()).as("after a start").isPresent();
    }

    @Test
    void whoOnlySaysThatItHoldsMoreIsNotBelieved() {
        SimulatedNodes nodes = pair(11);
        nodes.wire((from, to, ask) ->
                from.equals("XA") && ask.method().equals("POST")
                        ? Reply.text(Reply.CONFLICT, "text/x.tlog.size", "1000\n")
                        : nodes.answer(to, ask));
        nodes.say("XA", DATA);
        assertThat(nodes.round("XA")).allMatch(round -> round.problem().isPresent());
        nodes.round("XA");

        assertThat(nodes.node("XA").problem()).isEmpty();
        nodes.say("XA", DATA.replace("780", "788"));
    }
}
