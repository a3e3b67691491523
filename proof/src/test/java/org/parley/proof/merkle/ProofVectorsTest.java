// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.proof.ProofException;
import org.parley.proof.Vectors;
import org.parley.proof.canonical.Hash;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The published cases of transparency-dev/merkle, all 518 of them. */
final class ProofVectorsTest {
    /** One case: numbers of its own, two hashes, and a proof. */
    private interface Verifier {
        void verify(List<Long> numbers, Hash one, Hash other, List<Hash> proof);
    }

    @Test
    void inclusionIsJudgedAsPublished() {
        assertThat(
                        judged(
                                "inclusion.tsv",
                                2,
                                (n, root, leaf, proof) ->
                                        InclusionProof.inTree(n.get(0), n.get(1), proof)
                                                .verify(leaf, root)))
                .isEqualTo(98);
    }

    @Test
    void growthIsJudgedAsPublished() {
        assertThat(
                        judged(
                                "consistency.tsv",
                                2,
                                (n, older, newer, proof) ->
                                        ConsistencyProof.ofGrowth(n.get(0), n.get(1), proof)
                                                .verify(older, newer)))
                .isEqualTo(98);
    }

    @Test
    void inclusionInSubtreesIsJudgedAsPublished() {
        assertThat(
                        judged(
                                "subtreeinclusion.tsv",
                                3,
                                (n, root, leaf, proof) ->
                                        new InclusionProof(
                                                        n.get(0),
                                                        new Subtree(n.get(1), n.get(2)),
                                                        proof)
                                                .verify(leaf, root)))
                .isEqualTo(204);
    }

    @Test
    void subtreesOfTreesAreJudgedAsPublished() {
        assertThat(
                        judged(
                                "subtreeconsistency.tsv",
                                3,
                                (n, part, whole, proof) ->
                                        new ConsistencyProof(
                                                        new Subtree(n.get(0), n.get(1)),
                                                        n.get(2),
                                                        proof)
                                                .verify(part, whole)))
                .isEqualTo(118);
    }

    private static int judged(String file, int numbers, Verifier verifier) {
        List<List<String>> rows = Vectors.rows(file);
        for (List<String> row : rows) {
            List<Long> own =
                    row.subList(1, 1 + numbers).stream().map(Long::parseUnsignedLong).toList();
            String proof = row.get(numbers + 3);
            boolean holds = true;
            try {
                List<Hash> hashes =
                        proof.isEmpty()
                                ? List.of()
                                : Arrays.stream(proof.split(",", -1))
                                        .map(ProofVectorsTest::hash)
                                        .toList();
                verifier.verify(
                        own, hash(row.get(numbers + 1)), hash(row.get(numbers + 2)), hashes);
            } catch (ProofException e) {
                holds = false;
            }
            assertThat(holds ? "holds" : "refused").as(row.getFirst()).isEqualTo(row.getLast());
        }
        return rows.size();
    }

    /**
     * Some cases have a word instead of a hash; what counts is only whether two are the same. No
     * bytes at all are no hash.
     */
    private static Hash hash(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.equals("-") ? "" : base64);
        if (bytes.length == 0) {
            throw new ProofException(ProofException.Reason.FORM, "a hash of no bytes");
        }
        return bytes.length == 32 ? Hash.fromBytes(bytes) : Hash.of(new byte[] {9}, bytes);
    }
}
