// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.proof.ProofException;
import org.parley.proof.merkle.ConsistencyProof;
import org.parley.proof.merkle.InclusionProof;
import org.parley.proof.merkle.MadeUpTree;
import org.parley.proof.merkle.Subtree;
import org.parley.testing.Randomly;

import java.util.List;
import java.util.Map;
import java.util.Optional;

final class TileTest {
    @Test
    void pathsAreThoseOfTheSpecification() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(0, 0, 5).path()).isEqualTo("tile/0/000.p/5");
        assertThat(new Tile(0, 273, 112).entriesPath()).isEqualTo("tile/entries/273.p/112");
        assertThat(new Tile(2, 0, 1).path()).isEqualTo("tile/2/000.p/1");
        for (String path :
                List.of("tile/0/x001/x234/067", "tile/7/000.p/255", "tile/entries/x012/345.p/1")) {
            Tile tile = Tile.parse(path);
            assertThat(Tile.isEntriesPath(path) ? tile.entriesPath() : tile.path()).isEqualTo(path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/0",
                "tile/0/",
                "tile/0/0",
                "tile/00/000",
                "tile/8/000",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/x001",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/5/6",
                "tile/0/../000",
                "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
                "tile/1/x036/x028/x797/x018/x963/969"
            })
    void otherPathsAreRefused(String path) {
        assertThatThrownBy(() -> Tile.parse(path)).isInstanceOf(ProofException.class);
    }

    @Test
    void theTilesOfATreeAreThoseOfTheSpecificationsExample() {
        List<Tile> tiles = Tile.added(0, 70_000);
        assertThat(tiles).hasSize(273 + 1 + 1 + 1 + 1);
        assertThat(tiles)
                .contains(
                        new Tile(0, 273, 112),
                        new Tile(1, 0, 256),
                        new Tile(1, 1, 17),
                        new Tile(2, 0, 1));
        assertThat(Tile.added(0, 256)).containsExactly(new Tile(0, 0, 256), new Tile(1, 0, 1));
        assertThat(Tile.added(255, 257))
                .containsExactly(new Tile(0, 0, 256), new Tile(0, 1, 1), new Tile(1, 0, 1));
        assertThat(Tile.added(7, 7)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 255, 256, 257, 600})
    void proofsAndEntriesComeOutOfTheFilesOfALog(int size) {
        MadeUpTree tree = MadeUpTree.of(size, "entry ");
        Map<String, byte[]> files = MadeUpFiles.of(tree);
        VerifiedTiles tiles = tiles(files, tree, size);
        for (int i = 0; i < size; i += 1 + size / 50) {
            InclusionProof.prove(i, Subtree.whole(size), tiles)
                    .verify(tree.hash(0, i), tree.range().root());
            assertThat(tiles.entry(i)).isEqualTo(tree.entries().get(i));
            if (i > 0) {
                assertThat(ConsistencyProof.prove(Subtree.whole(i), size, tiles))
                        .isEqualTo(ConsistencyProof.prove(Subtree.whole(i), size, tree));
            }
        }
        assertThatThrownBy(() -> tiles.entry(size)).isInstanceOf(ProofException.class);
        assertThatThrownBy(() -> tiles.hash(0, -1)).isInstanceOf(ProofException.class);
    }

    @Test
    void everyFlippedBitOfASmallLogIsCaught() {
        MadeUpTree tree = MadeUpTree.of(3, "entry ");
        for (Map.Entry<String, byte[]> file : MadeUpFiles.of(tree).entrySet()) {
            for (int bit : Randomly.of(8 * file.getValue().length).toArray()) {
                Map<String, byte[]> files = MadeUpFiles.of(tree);
                files.get(file.getKey())[bit / 8] ^= (byte) (1 << (bit % 8));
                assertThatThrownBy(() -> tiles(files, tree, 3).entries(Tile.inTree(0, 0, 3)))
                        .as(file.getKey() + " bit " + bit)
                        .isInstanceOf(ProofException.class);
            }
        }
    }

    @Test
    void aChangedFullTileIsCaughtByTheOneAbove() {
        MadeUpTree tree = MadeUpTree.of(600, "entry ");
        Map<String, byte[]> files = MadeUpFiles.of(tree);
        files.get("tile/0/001")[77] ^= 1;
        VerifiedTiles tiles = tiles(files, tree, 600);
        assertThat(tiles.hash(0, 0)).isEqualTo(tree.hash(0, 0));
        assertThatThrownBy(() -> tiles.hash(0, 256)).hasMessageContaining("tile/0/001");
    }

    @Test
    void aPartialTileThatIsGoneIsCutFromTheFullOne() {
        MadeUpTree tree = MadeUpTree.of(256, "entry ");
        Map<String, byte[]> files = MadeUpFiles.of(tree);
        MadeUpTree smaller = MadeUpTree.of(200, "entry ");
        VerifiedTiles tiles = tiles(files, smaller, 200);
        assertThat(tiles.entry(199)).isEqualTo(tree.entries().get(199));
        files.remove("tile/0/000");
        assertThatThrownBy(() -> tiles(files, smaller, 200)).hasMessageContaining("not there");
    }

    @Test
    void bundlesEndWhereTheirLastEntryEnds() {
        List<byte[]> entries = List.of(new byte[0], new byte[] {1, 2}, new byte[65_535]);
        byte[] bundle = EntryBundle.format(entries);
        assertThat(EntryBundle.parse(bundle, 3)).containsExactlyElementsOf(entries);
        assertThat(EntryBundle.slice(bundle, 2)).containsExactly(0, 0, 0, 2, 1, 2);
        assertThatThrownBy(() -> EntryBundle.parse(bundle, 2)).hasMessageContaining("after");
        assertThatThrownBy(() -> EntryBundle.parse(bundle, 4)).hasMessageContaining("early");
        assertThatThrownBy(() -> EntryBundle.format(List.of(new byte[65_536])))
                .hasMessageContaining("65536");
    }

    private static VerifiedTiles tiles(Map<String, byte[]> files, MadeUpTree tree, long size) {
        return new VerifiedTiles(
                (path, max) -> Optional.ofNullable(files.get(path)), size, tree.range().root());
    }
}
