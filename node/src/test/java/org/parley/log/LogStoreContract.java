// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.merkle.ConsistencyProof;
import org.parley.proof.merkle.InclusionProof;
import org.parley.proof.merkle.Subtree;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;
import org.parley.proof.tile.EntryBundle;
import org.parley.proof.tile.LogFiles;
import org.parley.proof.tile.Tile;
import org.parley.proof.tile.VerifiedTiles;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What every store does. Tests of a store extend this. */
abstract class LogStoreContract {
    static final String ORIGIN = "exercise/example/XA";
    static final String OTHER = "exercise/example/XB";
    private static final SignerKey KEY =
            SignerKey.of(Suite.ED25519, ORIGIN, new byte[32]).with(new BouncyEd25519());

    private LogStore store;

    /** An empty store. */
    abstract LogStore empty();

    /** The same store as somebody sees it who comes later. */
    abstract LogStore again(LogStore store);

    @BeforeEach
    void begin() {
        store = empty();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<byte[]> some(int from, int until) {
        return IntStream.range(from, until).mapToObj(i -> bytes("entry " + i)).toList();
    }

    static Event.Entries entries(String origin, long first, List<byte[]> entries) {
        return new Event.Entries(origin, first, entries, Optional.empty());
    }

    private static byte[] note(int size) {
        TreeRange range = new TreeRange();
        some(0, size).forEach(entry -> range.appendEntry(entry, (level, index, hash) -> {}));
        String text = new Checkpoint(ORIGIN, size, range.root()).text();
        return Note.of(text).signedBy(KEY.sign(text)).bytes();
    }

    static Event.Body body(String text) {
        return new Event.Body(Hash.of(bytes(text)), bytes(text));
    }

    private void refuses(Event... events) {
        assertThatThrownBy(() -> store.commit(List.of(events)))
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.CONFLICT));
    }

    @Test
    void givesEntriesBackInTheirOrder() {
        store.commit(List.of(entries(ORIGIN, 0, some(0, 3)), entries(ORIGIN, 3, some(3, 5))));
        store.commit(List.of(entries(OTHER, 0, List.of(new byte[0], new byte[65_535]))));
        LogStore later = again(store);
        assertThat(later.origins()).containsExactly(ORIGIN, OTHER);
        assertThat(later.held(ORIGIN)).isEqualTo(5);
        assertThat(later.entries(ORIGIN, 0, 5)).containsExactlyElementsOf(some(0, 5));
        assertThat(later.entries(ORIGIN, 2, 4)).containsExactlyElementsOf(some(2, 4));
        assertThat(later.entries(ORIGIN, 5, 5)).isEmpty();
        assertThat(later.entries(OTHER, 0, 2)).containsExactly(new byte[0], new byte[65_535]);
    }

    @Test
    void refusesEntriesThatDoNotFollowAndThenChangesNothing() {
        store.commit(List.of(entries(ORIGIN, 0, some(0, 3))));
        refuses(entries(ORIGIN, 2, some(2, 4)));
        refuses(entries(ORIGIN, 4, some(4, 5)));
        refuses(entries(OTHER, 1, some(1, 2)));
        refuses(body("with it"), entries(ORIGIN, 3, some(3, 4)), entries(ORIGIN, 3, some(3, 4)));
        assertThat(store.held(ORIGIN)).isEqualTo(3);
        assertThat(again(store).body(body("with it").hash())).isEmpty();
    }

    @Test
    void keepsTheHeadUntilTheNextCheckpointIsReached() {
        assertThat(store.head(ORIGIN)).isEmpty();
        store.commit(List.of(new Event.Entries(ORIGIN, 0, List.of(), Optional.of(note(0)))));
        assertThat(again(store).head(ORIGIN).orElseThrow().size()).isZero();
    }

    @Test
    void aCopyBeingFilledHoldsMoreThanItsHead() {
        store.commit(List.of(new Event.Entries(ORIGIN, 0, some(0, 2), Optional.of(note(2)))));
        store.commit(List.of(entries(ORIGIN, 2, some(2, 300))));
        LogStore later = again(store);
        assertThat(later.held(ORIGIN)).isEqualTo(300);
        assertThat(later.head(ORIGIN).orElseThrow().size()).isEqualTo(2);
        assertThat(later.head(ORIGIN).orElseThrow().checkpoint()).isEqualTo(note(2));
        later.commit(
                List.of(new Event.Entries(ORIGIN, 300, some(300, 301), Optional.of(note(301)))));
        assertThat(again(later).head(ORIGIN).orElseThrow().size()).isEqualTo(301);
    }

    @Test
    void refusesACheckpointThatIsNotOfTheEntriesHeld() {
        refuses(new Event.Entries(ORIGIN, 0, some(0, 2), Optional.of(note(3))));
        refuses(new Event.Entries(OTHER, 0, some(0, 2), Optional.of(note(2))));
        refuses(new Event.Entries(ORIGIN, 0, some(1, 3), Optional.of(note(2))));
        refuses(new Event.Entries(ORIGIN, 0, some(0, 2), Optional.of(bytes("no note"))));
        assertThat(store.origins()).isEmpty();
    }

    @Test
    void aFactIsReplacedOnlyByWhoeverKnowsWhatStandsThere() {
        Hash one = Hash.of(bytes("one"));
        store.commit(List.of(new Event.Fact("witness/a", Optional.empty(), bytes("one"))));
        refuses(new Event.Fact("witness/a", Optional.empty(), bytes("two")));
        refuses(new Event.Fact("witness/a", Optional.of(Hash.of(bytes("two"))), bytes("two")));
        refuses(new Event.Fact("witness/b", Optional.of(one), bytes("two")));
        assertThat(store.fact("witness/a")).contains(bytes("one"));
        store.commit(
                List.of(
                        new Event.Fact("witness/a", Optional.of(one), bytes("two")),
                        new Event.Fact(
                                "witness/a", Optional.of(Hash.of(bytes("two"))), new byte[0])));
        assertThat(again(store).fact("witness/a")).contains(new byte[0]);
    }

    @Test
    void findsFactsByTheBeginningOfTheirNames() {
        for (String name : List.of("b/2", "a/1", "b/1", "b", "c", "b/Ω")) {
            store.commit(List.of(new Event.Fact(name, Optional.empty(), bytes(name))));
        }
        LogStore later = again(store);
        assertThat(later.facts("b/").keySet()).containsExactly("b/1", "b/2", "b/Ω");
        assertThat(later.facts("")).hasSize(6);
        assertThat(later.facts("d")).isEmpty();
    }

    @Test
    void keepsABodyUnderItsHashUntilItIsErased() {
        Event.Body one = body("one");
        store.commit(List.of(one, body(""), one));
        store.commit(List.of(one));
        LogStore held = again(store);
        assertThat(held.body(one.hash())).contains(bytes("one"));
        assertThat(held.body(body("").hash())).contains(new byte[0]);
        assertThat(held.isErased(one.hash())).isFalse();
        held.commit(List.of(new Event.Erased(one.hash())));
        held.commit(List.of(one));
        LogStore later = again(held);
        assertThat(later.body(one.hash())).isEmpty();
        assertThat(later.isErased(one.hash())).isTrue();
    }

    @Test
    void refusesABodyThatIsNotWhatItsNameSays() {
        refuses(new Event.Body(Hash.of(bytes("one")), bytes("two")));
    }

    @Test
    void givesTheTilesThatProofsVerifyBy() {
        int size = 700;
        store.commit(List.of(new Event.Entries(ORIGIN, 0, some(0, size), Optional.of(note(size)))));
        LogStore later = again(store);
        Head head = later.head(ORIGIN).orElseThrow();
        StoredTree tree = new StoredTree(later, ORIGIN);
        Subtree whole = Subtree.whole(size);
        for (int index : List.of(0, 255, 256, 511, 512, 699)) {
            InclusionProof.prove(index, whole, tree)
                    .verify(TreeHasher.leafHash(bytes("entry " + index)), head.root());
        }
        for (int older : List.of(1, 256, 300, 512, 699)) {
            TreeRange range = new TreeRange();
            some(0, older).forEach(entry -> range.appendEntry(entry, (level, at, hash) -> {}));
            ConsistencyProof.prove(Subtree.whole(older), size, tree)
                    .verify(range.root(), head.root());
        }
        VerifiedTiles verified = new VerifiedTiles(new Served(later), size, head.root());
        for (int index : List.of(0, 256, 699)) {
            assertThat(verified.entry(index)).isEqualTo(bytes("entry " + index));
        }
    }

    /** A log's files as others ask for them. */
    private record Served(LogStore store) implements LogFiles {
        @Override
        public Optional<byte[]> read(String path, int bytesMax) {
            Tile tile = Tile.parse(path);
            long first = tile.index() * Tile.WIDTH;
            return Optional.of(
                    Tile.isEntriesPath(path)
                            ? EntryBundle.format(store.entries(ORIGIN, first, first + tile.width()))
                            : store.tile(ORIGIN, tile.level(), tile.index(), tile.width()));
        }
    }

    @Test
    void refusesToReadWhatIsNotHeld() {
        store.commit(List.of(entries(ORIGIN, 0, some(0, 257))));
        for (long[] range : List.of(new long[] {-1, 1}, new long[] {2, 1}, new long[] {0, 258})) {
            assertThatThrownBy(() -> store.entries(ORIGIN, range[0], range[1]))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
        List<int[]> tiles = new ArrayList<>();
        tiles.add(new int[] {0, 1, 2});
        tiles.add(new int[] {0, 0, 257});
        tiles.add(new int[] {0, 0, 0});
        tiles.add(new int[] {0, -1, 1});
        tiles.add(new int[] {-1, 0, 1});
        tiles.add(new int[] {1, 0, 2});
        tiles.add(new int[] {9, 0, 1});
        assertThatThrownBy(() -> store.tile(ORIGIN, 0, 1L << 56, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        for (int[] tile : tiles) {
            assertThatThrownBy(() -> store.tile(ORIGIN, tile[0], tile[1], tile[2]))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThatThrownBy(() -> store.tile(OTHER, 0, Long.MAX_VALUE, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(store.tile(ORIGIN, 0, 1, 1))
                .isEqualTo(TreeHasher.leafHash(bytes("entry 256")).bytes());
        assertThat(store.held(OTHER)).isZero();
        assertThat(store.entries(OTHER, 0, 0)).isEmpty();
    }

    @Test
    void refusesWhatIsOutOfBounds() {
        refuses(entries(ORIGIN, 0, List.of(new byte[LogStore.ENTRY_BYTES_MAX + 1])));
        refuses(entries("x".repeat(LogStore.NAME_BYTES_MAX + 1), 0, some(0, 1)));
        refuses(entries("x".repeat(70_000), 0, some(0, 1)));
        refuses(entries("half a pair \ud800", 0, some(0, 1)));
        refuses(new Event.Fact("x".repeat(70_000), Optional.empty(), new byte[0]));
        refuses(new Event.Fact("big", Optional.empty(), new byte[LogStore.FACT_BYTES_MAX + 1]));
        byte[] large = new byte[LogStore.BODY_BYTES_MAX + 1];
        refuses(new Event.Body(Hash.of(large), large));
        assertThat(store.origins()).isEmpty();
        store.commit(List.of(entries("x".repeat(LogStore.NAME_BYTES_MAX), 0, some(0, 1))));
        assertThat(again(store).origins()).containsExactly("x".repeat(LogStore.NAME_BYTES_MAX));
    }

    @Test
    void commitsNothingAtAllWithoutComplaint() {
        store.commit(List.of());
        assertThat(again(store).origins()).isEmpty();
    }
}
