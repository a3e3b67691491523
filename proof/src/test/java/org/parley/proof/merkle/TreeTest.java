// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.Hash;
import org.parley.testing.Randomly;

import java.util.ArrayList;
import java.util.List;

final class TreeTest {
    private static final int SIZE_MAX = 40;

    @Test
    void growingGivesTheRootThatTheRfcDefines() {
        MadeUpTree tree = new MadeUpTree();
        assertThat(tree.range().root()).isEqualTo(Hash.of());
        for (int size = 1; size <= SIZE_MAX; size++) {
            tree.add(new byte[] {(byte) size});
            assertThat(tree.range().root()).isEqualTo(tree.root(0, size));
            assertThat(TreeRange.of(size, tree.range().nodes()).root())
                    .isEqualTo(tree.range().root());
            assertThat(TreeRange.of(size, tree).nodes()).isEqualTo(tree.range().nodes());
        }
    }

    @Test
    void aCopyGrowsOnItsOwn() {
        TreeRange range = MadeUpTree.of(5, "").range();
        Hash before = range.root();
        TreeRange copy = range.copy();
        copy.append(new byte[32]);
        assertThat(range.root()).isEqualTo(before).isNotEqualTo(copy.root());
        assertThatThrownBy(() -> TreeRange.of(6, range.nodes().subList(0, 1)))
                .isInstanceOf(ProofException.class);
    }

    @Test
    void everyEntryOfEverySmallTreeIsProvenToBeInIt() {
        MadeUpTree tree = MadeUpTree.of(SIZE_MAX, "entry ");
        for (int size = 1; size <= SIZE_MAX; size++) {
            Hash root = tree.root(0, size);
            for (int i = 0; i < size; i++) {
                InclusionProof proof = InclusionProof.prove(i, Subtree.whole(size), tree);
                proof.verify(tree.hash(0, i), root);
                Hash other = TreeHasher.leafHash(new byte[] {});
                assertThatThrownBy(() -> proof.verify(other, root))
                        .isInstanceOf(ProofException.class);
            }
        }
    }

    @Test
    void everySubtreeOfEverySmallTreeIsProvenToBeInIt() {
        MadeUpTree tree = MadeUpTree.of(SIZE_MAX, "entry ");
        int subtrees = 0;
        for (int size = 1; size <= SIZE_MAX; size++) {
            for (int start = 0; start < size; start++) {
                for (int end = start + 1; end <= size; end++) {
                    if (isSubtree(start, end)) {
                        ConsistencyProof proof =
                                ConsistencyProof.prove(new Subtree(start, end), size, tree);
                        proof.verify(tree.root(start, end), tree.root(0, size));
                        subtrees++;
                    }
                }
            }
        }
        assertThat(subtrees).isGreaterThan(2_000);
    }

    private static boolean isSubtree(int start, int end) {
        int ceiling = 1;
        while (ceiling < end - start) {
            ceiling *= 2;
        }
        return start % ceiling == 0;
    }

    @Test
    void everyFlippedBitOfAProofIsCaught() {
        MadeUpTree tree = MadeUpTree.of(11, "entry ");
        InclusionProof in = InclusionProof.prove(6, Subtree.whole(11), tree);
        ConsistencyProof growth = ConsistencyProof.prove(Subtree.whole(7), 11, tree);
        Hash root = tree.root(0, 11);
        for (List<Hash> damaged : damaged(in.hashes())) {
            assertThatThrownBy(() ->
                            InclusionProof.inTree(6, 11, damaged).verify(tree.hash(0, 6), root))
                    .isInstanceOf(ProofException.class);
        }
        for (List<Hash> damaged : damaged(growth.hashes())) {
            assertThatThrownBy(() ->
                            ConsistencyProof.ofGrowth(7, 11, damaged).verify(tree.root(0, 7), root))
                    .isInstanceOf(ProofException.class);
        }
    }

    /** Each bit turned, each hash left out, each hash put in twice. */
    private static List<List<Hash>> damaged(List<Hash> hashes) {
        List<List<Hash>> all = new ArrayList<>();
        for (int i = 0; i < hashes.size(); i++) {
            for (int bit = 0; bit < 256; bit++) {
                byte[] bytes = hashes.get(i).bytes();
                bytes[bit / 8] ^= (byte) (1 << (bit % 8));
                List<Hash> turned = new ArrayList<>(hashes);
                turned.set(i, Hash.fromBytes(bytes));
                all.add(turned);
            }
            List<Hash> fewer = new ArrayList<>(hashes);
            fewer.remove(i);
            all.add(fewer);
            List<Hash> more = new ArrayList<>(hashes);
            more.add(i, hashes.get(i));
            all.add(more);
        }
        return all;
    }

    @Test
    void anotherTreesProofIsRefused() {
        Randomly.check(
                100,
                random -> {
                    int size = random.ints(2, 60);
                    int older = random.ints(1, size - 1);
                    MadeUpTree tree = MadeUpTree.of(size, "a");
                    MadeUpTree other = MadeUpTree.of(size, "b");
                    ConsistencyProof proof =
                            ConsistencyProof.prove(Subtree.whole(older), size, other);
                    Hash then = tree.root(0, older);
                    assertThatThrownBy(() -> proof.verify(then, other.root(0, size)))
                            .isInstanceOf(ProofException.class);
                    boolean shown = Long.bitCount(older) > 1;
                    assertThat(proof.provenPart(other.root(0, size)).isPresent()).isEqualTo(shown);
                });
    }
}
