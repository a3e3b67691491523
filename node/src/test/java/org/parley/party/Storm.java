// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.agreement.Agreement;
import org.parley.exchange.Ask;
import org.parley.exchange.Reply;
import org.parley.log.JournalStore;
import org.parley.log.LogStore;
import org.parley.log.SimDisk;
import org.parley.log.StoredTree;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.note.Note;
import org.parley.record.History;
import org.parley.statement.Statement;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** One storm over two to four nodes and a witness, and what must hold all through it. */
final class Storm {
    /** Neighbouring seeds of java.util.Random begin alike; multiplied they do not. */
    private static final long MIXING = 0x9E3779B97F4A7C15L;

    private static final String WITNESS = "neutral";
    private static final int OLD_ASKS_MAX = 40;

    private final Random random;
    private final SimulatedNodes nodes;
    private final List<String> parties = new ArrayList<>();
    private final List<String> all;
    private final Map<String, SimDisk> disks = new TreeMap<>();
    private final JournalStore.Salts salts;
    private final Tally tally;
    private final List<String> story = new ArrayList<>();
    private final List<Old> old = new ArrayList<>();

    /** What was promised: by whom, of which log, how many entries with which root. */
    private final Map<String, Map<String, Checkpoint>> mirrored = new HashMap<>();

    /** Every signed root that ever left a node, by signer's name, origin and size. */
    private final Map<String, Hash> signed = new LinkedHashMap<>();

    private final Map<String, Map<Long, Hash>> checkpoints = new TreeMap<>();

    /** What a node answered its own people with: said, at this place. */
    private final List<Entry> said = new ArrayList<>();

    private record Old(String from, String to, Ask ask) {}

    /** Counted over all storms, so that a storm in a teacup is seen. */
    static final class Tally {
        int statements;
        int receipts;
        int crashes;
        int lost;
        int repeated;
        int notes;

        @Override
        public String toString() {
            return statements
                    + " statements, "
                    + receipts
                    + " receipts, "
                    + crashes
                    + " crashes, "
                    + lost
                    + " rounds broken, "
                    + repeated
                    + " questions repeated, "
                    + notes
                    + " signed notes compared";
        }
    }

    Storm(long seed, Agreement agreement, Tally tally) {
        this.random = new Random(seed * MIXING);
        this.tally = tally;
        this.salts = new Random(~seed * MIXING)::nextLong;
        parties.addAll(List.of("XA", "XB", "XC", "XD").subList(0, 2 + random.nextInt(3)));
        all = new ArrayList<>(parties);
        all.add(WITNESS);
        nodes =
                new SimulatedNodes(
                        seed * MIXING, agreement, this::begin, all.toArray(String[]::new));
        nodes.wire(this::carry);
        nodes.lose(random.nextInt(4) * 5);
        all.forEach(this::start);
    }

    List<String> story() {
        return story;
    }

    private LogStore begin(String name) {
        SimDisk disk = new SimDisk(random.nextLong());
        disks.put(name, disk);
        JournalStore.create(disk, salts);
        return JournalStore.open(disk, salts);
    }

    private SimDisk disk(String name) {
        return disks.get(name);
    }

    private void start(String name) {
        try {
            if (!nodes.isUp(name) && !story.isEmpty()) {
                nodes.replaceStore(name, JournalStore.open(disk(name), salts));
                kept(name);
            }
            nodes.start(name);
        } catch (ParleyException e) {
            crash(name, e);
        }
    }

    /** The process of a node ends as its disk made it end, or its power. */
    private void crash(String name, ParleyException why) {
        assertThat(why.code()).as(name + ": " + why).isEqualTo(Code.STOPPED);
        crash(name);
    }

    private void crash(String name) {
        tally.crashes++;
        boolean power = random.nextBoolean();
        story.add(name + (power ? " loses power" : " is killed"));
        nodes.stop(name);
        if (power) {
            disk(name).losePower();
        } else {
            disk(name).kill();
        }
    }

    /** The network: carries, remembers, repeats later, and takes down what is signed. */
    private Reply carry(String from, String to, Ask ask) {
        old.add(new Old(from, to, ask));
        if (old.size() > OLD_ASKS_MAX) {
            old.remove(random.nextInt(old.size()));
        }
        Reply reply = answer(to, ask);
        if (random.nextInt(20) == 0) {
            tally.repeated++;
            answer(to, ask);
        }
        return reply;
    }

    private Reply answer(String to, Ask ask) {
        try {
            Reply reply = nodes.answer(to, ask);
            if (reply.status() >= 500) {
                throw new AssertionError(ask.path() + ": " + reply.text());
            }
            takeDown(to, ask, reply);
            return reply;
        } catch (ParleyException e) {
            if (e.code() != Code.UNREACHABLE) {
                crash(to, e);
            }
            throw SimulatedNodes.lost(to);
        }
    }

    private void takeDown(String to, Ask ask, Reply reply) {
        if (ask.path().endsWith("/add-checkpoint")) {
            Note note = offered(ask);
            note("log", note);
            if (reply.isOk() && ask.path().startsWith("/witness")) {
                note(to + "/witness", note);
            }
        } else if (ask.path().equals("/mirror/add-entries") && reply.isOk()) {
            promised(to, nodes.store(to));
        } else if (ask.path().endsWith("/checkpoint") && reply.isOk()) {
            note("log", Note.parse(reply.body()));
        }
    }

    private static Note offered(Ask ask) {
        String text = new String(ask.body(), StandardCharsets.UTF_8);
        int at = text.indexOf("\n\n") + 2;
        byte[] bytes = ask.body();
        return Note.parse(
                Arrays.copyOfRange(
                        bytes,
                        text.substring(0, at).getBytes(StandardCharsets.UTF_8).length,
                        bytes.length));
    }

    private void note(String signer, Note note) {
        Checkpoint one = Checkpoint.of(note);
        tally.notes++;
        Hash before =
                signed.putIfAbsent(signer + " " + one.origin() + " " + one.size(), one.root());
        assertThat(before == null || before.equals(one.root()))
                .as(signer + " signed two roots of " + one.origin() + " at " + one.size())
                .isTrue();
        checkpoints.computeIfAbsent(one.origin(), o -> new TreeMap<>()).put(one.size(), one.root());
    }

    private void promised(String holder, LogStore store) {
        store.facts("mirrored/")
                .values()
                .forEach(bytes -> {
                    Checkpoint one = Checkpoint.of(Note.parse(bytes));
                    note(holder + "/mirror", Note.parse(bytes));
                    mirrored.computeIfAbsent(holder, h -> new HashMap<>()).put(one.origin(), one);
                });
    }

    /** What this node promised to others or to its own people is in its store. */
    private void kept(String name) {
        LogStore store = nodes.store(name);
        mirrored.getOrDefault(name, Map.of())
                .values()
                .forEach(one -> {
                    assertThat(store.held(one.origin())).isGreaterThanOrEqualTo(one.size());
                    assertThat(root(store, one.origin(), one.size())).isEqualTo(one.root());
                });
        for (Entry entry : said) {
            if (entry.party().equals(name)) {
                String origin = origin(name);
                assertThat(store.held(origin)).as(entry.ref()).isGreaterThan(entry.index());
                assertThat(store.entries(origin, entry.index(), entry.index() + 1).getFirst())
                        .isEqualTo(entry.text().bytes());
                assertThat(store.body(Readers.file(entry.header()).orElseThrow())).isPresent();
            }
        }
    }

    private static Hash root(LogStore store, String origin, long size) {
        return TreeRange.of(size, new StoredTree(store, origin)).root();
    }

    private String origin(String name) {
        return nodes.cards().stream()
                .filter(card -> card.name().equals(name))
                .findFirst()
                .orElseThrow()
                .origin();
    }

    void rage(int steps) {
        for (int i = 0; i < steps; i++) {
            step();
            for (String name : parties) {
                if (nodes.isUp(name)) {
                    receiptsAreTrue(name);
                }
            }
        }
    }

    private void step() {
        String name = all.get(random.nextInt(all.size()));
        String party = parties.get(random.nextInt(parties.size()));
        String other = all.get(random.nextInt(all.size()));
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> say(party);
            case 3, 4, 5, 6, 7 -> round(party);
            case 8 -> {
                if (nodes.isUp(name)) {
                    crash(name);
                }
            }
            case 9, 10 ->
                    all.stream().filter(one -> !nodes.isUp(one)).toList().forEach(this::start);
            case 11 -> {
                story.add("disk of " + name + " fills up");
                disk(name).failAt(random.nextInt(12));
            }
            case 12 -> nodes.cut(party, other, random.nextBoolean());
            case 13 -> repeat();
            case 14 -> {
                Duration off = Duration.ofDays(random.nextInt(3) * 365L - 365);
                story.add("clock of " + name + " is off by " + off);
                nodes.clock(name, off);
            }
            default -> nodes.pass(Duration.ofMinutes(random.nextInt(2000)));
        }
    }

    /** A question of long ago comes again: from a slow line, or from somebody who kept it. */
    private void repeat() {
        if (!old.isEmpty()) {
            Old one = old.get(random.nextInt(old.size()));
            if (nodes.isUp(one.to())) {
                tally.repeated++;
                try {
                    answer(one.to(), one.ask());
                } catch (ParleyException e) {
                    assertThat(e.code()).isEqualTo(Code.UNREACHABLE);
                }
            }
        }
    }

    private void say(String party) {
        if (!nodes.isUp(party)) {
            return;
        }
        String audience = List.of("public", "parties", "addressee").get(random.nextInt(3));
        String to =
                audience.equals("addressee")
                        ? ", to: ["
                                + parties.get((parties.indexOf(party) + 1) % parties.size())
                                + "]"
                        : "";
        String words =
                "{kind: declare, under: duties.half_yearly_data, as-of: 2030-01-01, counts:"
                        + " {launchers: "
                        + random.nextInt(800)
                        + "}, audience: "
                        + audience
                        + to
                        + "}";
        try {
            Entry entry = nodes.say(party, words);
            story.add(entry.ref() + " said to " + audience);
            said.add(entry);
            tally.statements++;
        } catch (ParleyException e) {
            crash(party, e);
        }
    }

    private void round(String party) {
        if (!nodes.isUp(party)) {
            return;
        }
        story.add("round of " + party);
        try {
            nodes.round(party).stream()
                    .filter(round -> round.problem().isPresent())
                    .forEach(round -> {
                        tally.lost++;
                        assertThat(round.problem().orElseThrow().code())
                                .as(round.toString())
                                .isEqualTo(Code.UNREACHABLE);
                    });
        } catch (ParleyException e) {
            crash(party, e);
        }
    }

    /** Whoever says that it received a statement holds it with its body, now and for ever. */
    private void receiptsAreTrue(String at) {
        for (String author : parties) {
            for (Progress one : nodes.node(at).progress(author)) {
                one.received()
                        .keySet()
                        .forEach(receiver -> {
                            LogStore store = nodes.store(receiver);
                            assertThat(store.held(origin(author)))
                                    .isGreaterThan(one.entry().index());
                            assertThat(store.body(Readers.file(one.entry().header()).orElseThrow()))
                                    .isPresent();
                        });
            }
        }
    }

    /** All is mended; after a few rounds everybody has come to the same. */
    void calm() {
        story.add("calm");
        nodes.lose(0);
        for (String from : all) {
            all.forEach(to -> nodes.cut(from, to, false));
            nodes.clock(from, Duration.ZERO);
            disk(from).failAt(Integer.MAX_VALUE);
        }
        all.stream().filter(one -> !nodes.isUp(one)).toList().forEach(this::start);
        assertThat(all).allMatch(nodes::isUp);
        for (int i = 0; i < 4; i++) {
            parties.forEach(this::round);
        }
        all.forEach(this::kept);
        parties.forEach(this::receiptsAreTrue);
        copiesAreEqual();
        everythingCameThrough();
        for (String party : parties) {
            assertThat(nodes.node(party).evidence()).isEmpty();
            assertThat(nodes.node(party).problem()).isEmpty();
            // Also who cosigned each statement when: its author hands that over.
            assertThat(open(party)).as("record of " + party).isEqualTo(open(parties.getFirst()));
        }
    }

    private void copiesAreEqual() {
        for (String owner : parties) {
            LogStore own = nodes.store(owner);
            String origin = origin(owner);
            long size = own.held(origin);
            for (String party : parties) {
                LogStore copy = nodes.store(party);
                assertThat(copy.held(origin)).as(party + " of " + owner).isEqualTo(size);
                assertThat(root(copy, origin, size)).isEqualTo(root(own, origin, size));
            }
            // Whatever was ever signed is a beginning of the one history; so any two of them agree.
            checkpoints
                    .getOrDefault(origin, Map.of())
                    .forEach((at, root) -> {
                        assertThat(at).isLessThanOrEqualTo(size);
                        assertThat(root(own, origin, at)).as(origin + " " + at).isEqualTo(root);
                    });
        }
    }

    /**
     * Every statement reached its addressees, and whoever received one also cosigned the log that
     * has it: acknowledged implies delivered, and with all of them settled.
     */
    private void everythingCameThrough() {
        for (Entry entry : said) {
            Progress one = nodes.node(entry.party()).find(entry.ref()).orElseThrow();
            List<String> to = new ArrayList<>(entry.header().to());
            to.retainAll(parties);
            assertThat(one.received().keySet()).as(entry.ref()).containsAll(to);
            assertThat(one.delivered().keySet()).containsAll(one.received().keySet());
            assertThat(one.settled()).as(entry.ref()).isPresent();
            for (String party : parties) {
                assertThat(nodes.node(party).find(entry.ref()).orElseThrow().delivered())
                        .as(entry.ref() + " at " + party)
                        .isEqualTo(one.delivered());
            }
            tally.receipts += one.received().size();
        }
    }

    /** The record as far as everybody may read it. */
    private List<Statement> open(String party) {
        History record = nodes.node(party).record();
        return record.statements().stream().filter(one -> one.audience().equals("public")).toList();
    }
}
