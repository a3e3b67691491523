// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.agreement.Formulas;
import org.parley.exchange.Ask;
import org.parley.exchange.CosignedNotes;
import org.parley.exchange.Courier;
import org.parley.exchange.Reply;
import org.parley.log.MemoryStore;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.note.Note;
import org.parley.record.History;
import org.parley.standing.DutyStanding.State;
import org.parley.standing.Standing;
import org.parley.standing.View;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who cosigned when is shown to everybody, and believed for the key and the tree alone. */
class HandedProofsTest {
    private static final LocalDate DUE = LocalDate.of(2030, 8, 31);
    private static final String DATA =
            "{kind: declare, under: duties.half_yearly_data, as-of: 2030-08-01,"
                    + " counts: {launchers: 780, deployed_warheads: 1500, deployed_vehicles: 690},"
                    + " audience: parties}";

    private final SimulatedNodes nodes = new SimulatedNodes(41, "XA", "XB", "neutral");
    private Entry said = nodes.say("XA", DATA.replace("2030-08-01", "2030-01-01"));

    @TempDir Path folder = Path.of(".");

    /** XA speaks in time and a witness sees it; XB comes back when the day is over. */
    private void tenderedWhileXbIsAway() {
        for (String party : List.of("XA", "XB")) {
            nodes.say(party, "{kind: act, act: entered-into-force, effective: 2030-01-01}");
        }
        nodes.rounds(3);
        nodes.pass(Duration.ofDays(220));
        cut(true);
        said = nodes.say("XA", DATA);
        nodes.rounds(2);
        nodes.pass(Duration.ofDays(40));
    }

    private void cut(boolean now) {
        nodes.cut("XA", "XB", now);
        nodes.cut("XB", "XA", now);
    }

    private State state(String at) {
        History record = nodes.node(at).record();
        return Standing.of(
                        SimulatedNodes.AGREEMENT,
                        new Formulas(SimulatedNodes.AGREEMENT),
                        record.statements(),
                        record.coverage(),
                        new View(DUE.plusDays(60), LocalDate.of(2031, 1, 1), Optional.empty()))
                .duties()
                .stream()
                .filter(one -> one.id().equals("half_yearly_data") && one.party().equals("XA"))
                .filter(one -> one.due().day(SimulatedNodes.AGREEMENT.zone()).equals(DUE))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private Map<String, Instant> delivered(String at) {
        return nodes.node(at).find(said.ref()).orElseThrow().delivered();
    }

    private void bothShowTheSame() {
        assertThat(delivered("XB")).isEqualTo(delivered("XA")).containsKey("neutral");
        assertThat(state("XA")).isEqualTo(State.CONTESTED);
        assertThat(state("XB")).as("the addressee's own node").isEqualTo(State.CONTESTED);
    }

    @Test
    void theAddresseesOwnNodeShowsTenderedWhenTheAuthorCanReachIt() {
        tenderedWhileXbIsAway();
        nodes.cut("XA", "XB", false);
        nodes.rounds(1);
        // Its receipt has to come back too, or XA shows less than XB.
        nodes.cut("XB", "XA", false);
        nodes.rounds(2);
        bothShowTheSame();
    }

    @Test
    void andWhenOnlyTheAddresseeCanReachTheAuthor() {
        tenderedWhileXbIsAway();
        nodes.cut("XB", "XA", false);
        nodes.rounds(3);
        assertThat(delivered("XB")).containsKey("neutral");
        bothShowTheSame();
    }

    @Test
    void andWhenAFileIsCarried() throws IOException {
        tenderedWhileXbIsAway();
        for (List<String> way : List.of(List.of("XA", "XB"), List.of("XB", "XA"))) {
            carry(way.getFirst(), way.getLast());
        }
        carry("XA", "XB");
        bothShowTheSame();
    }

    private void carry(String from, String to) throws IOException {
        Path file = folder.resolve(from + ".courier");
        Files.write(file, Couriers.write(nodes.node(from), Map.of(), Optional.of(to)));
        try (Courier courier = Courier.open(file, "a.courier")) {
            Couriers.read(nodes.node(to), courier, "a.courier");
        }
    }

    private List<Note> proofs() {
        return nodes.node("XA")
                .cosignings()
                .beyond(origin(), Map.of("neutral", 0L, "XB", 0L), 1000);
    }

    private String origin() {
        return nodes.node("XA").origin();
    }

    private Reply hand(List<Note> notes) {
        return nodes.answer(
                "XB", Ask.put(Cosignings.path(origin()), CosignedNotes.format(notes)).by("XA"));
    }

    @Test
    void aProofIsSmallForItsPostQuantumLineStaysWithTheAuthor() {
        nodes.rounds(2);
        assertThat(proofs())
                .isNotEmpty()
                .allSatisfy(note -> {
                    assertThat(note.signatures()).hasSize(1);
                    assertThat(note.bytes()).hasSizeLessThan(500);
                });
    }

    @Test
    void nothingIsTakenThatItsKeyDidNotSign() {
        tenderedWhileXbIsAway();
        nodes.cut("XA", "XB", false);
        nodes.cut("XA", "neutral", true);
        nodes.rounds(1);
        Map<String, Instant> before = delivered("XB");
        List<Note> proofs = proofs();
        Checkpoint real = Checkpoint.of(proofs.getLast());
        Note elsewhere =
                new Note(
                        new Checkpoint(origin(), real.size(), Hash.of(new byte[1])).text(),
                        proofs.getLast().signatures());

        assertThat(hand(List.of(elsewhere)).status()).isEqualTo(Reply.UNPROCESSABLE);
        assertThat(delivered("XB")).isEqualTo(before);
        assertThat(nodes.node("XB").refusals().toString()).contains("PUT /cosigned/");
    }

    @Test
    void aCosignatureOnAnotherHistoryIsRefused() {
        nodes.rounds(2);
        long now = nodes.now().getEpochSecond();
        String text = new Checkpoint(origin(), 1, Hash.of(new byte[1])).text();
        Note forked =
                Note.of(text)
                        .signedBy(
                                nodes.keys("neutral")
                                        .witness()
                                        .getFirst()
                                        .cosign(text, now - 100_000));

        Reply reply = hand(List.of(forked));

        assertThat(reply.status()).isEqualTo(Reply.UNPROCESSABLE);
        assertThat(reply.text()).contains("cosigned at 1");
    }

    @Test
    void whatIsNotHeldYetIsAskedForAgain() {
        nodes.rounds(2);
        cut(true);
        Entry later = nodes.say("XA", DATA.replace("780", "781"));
        nodes.rounds(1);

        assertThat(hand(proofs()).text()).contains("neutral.");
        assertThat(nodes.node("XB").cosignings().sizes(origin()).get("neutral"))
                .isLessThanOrEqualTo(later.index());

        cut(false);
        nodes.rounds(2);
        assertThat(nodes.node("XB").find(later.ref()).orElseThrow().delivered())
                .isEqualTo(nodes.node("XA").find(later.ref()).orElseThrow().delivered())
                .containsKey("neutral");
    }

    @Test
    void aListThatBreaksOffIsRefused() {
        byte[] bytes = CosignedNotes.format(List.of());
        assertThat(CosignedNotes.parse(bytes)).isEmpty();
        Reply reply =
                nodes.answer("XB", Ask.put(Cosignings.path(origin()), new byte[] {0, 9}).by("XA"));
        assertThat(reply.status()).isEqualTo(Reply.UNPROCESSABLE);
        assertThat(nodes.answer("XB", Ask.get(Cosignings.path(origin()) + "/XB")).status())
                .isEqualTo(Reply.UNPROCESSABLE);
        assertThat(nodes.answer("XB", Ask.get("/cosigned/00")).status()).isEqualTo(Reply.NOT_FOUND);
    }

    @Test
    void aNodeThatLostItsStoreGetsItsOwnProofsBack() {
        tenderedWhileXbIsAway();
        cut(false);
        nodes.rounds(3);
        Map<String, Instant> before = delivered("XA");

        nodes.stop("XA");
        nodes.replaceStore("XA", new MemoryStore());
        Resuming.markRestored(nodes.store("XA"));
        nodes.start("XA");
        nodes.rounds(3);

        assertThat(delivered("XA")).isEqualTo(before).containsKey("neutral");
        assertThat(state("XA")).isEqualTo(State.CONTESTED);
    }

    @Test
    void ofTwoTimesUnderOneSizeTheEarlierStays() {
        nodes.rounds(2);
        Note first = proofs().getFirst();
        String text = first.text();
        long size = Checkpoint.of(first).size();
        Cosignings of = nodes.node("XB").cosignings();
        String party = first.signatures().getFirst().name().contains("neutral") ? "neutral" : "XB";
        var key = party.equals("XB") ? nodes.keys("XB").mirror() : nodes.keys(party).witness();
        Instant at = nodes.now().plusSeconds(90_000);
        of.take(
                origin(),
                List.of(Note.of(text).signedBy(key.getFirst().cosign(text, at.getEpochSecond()))));

        assertThat(size).isPositive();
        assertThat(delivered("XB").values()).doesNotContain(at).isNotEmpty();
    }
}
