// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.parley.proof.bundle.Result.Failed;
import org.parley.proof.bundle.Result.Open;
import org.parley.proof.bundle.Result.Passed;
import org.parley.proof.bundle.Result.Skipped;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.checkpoint.Policy;
import org.parley.proof.merkle.MadeUpTree;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.StatementSignatures;
import org.parley.proof.note.Suite;
import org.parley.proof.tile.MadeUpFiles;
import org.parley.testing.Randomly;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

final class AuditTest {
    private static final String ORIGIN = "exercise/xa/log";
    private static final SignerKey LOG = key(ORIGIN, 1);
    private static final SignerKey OFFICE = key("XA/office", 2);
    private static final OfficeKeys OFFICES =
            (name, index) -> name.equals(OFFICE.name()) ? List.of(OFFICE.verifier()) : List.of();

    private static SignerKey key(String name, int seed) {
        byte[] bytes = new byte[Suite.SEED_BYTES];
        bytes[0] = (byte) seed;
        return SignerKey.of(Suite.ED25519, name, bytes);
    }

    private static byte[] statement(int number, SignerKey key) {
        Json.Obj header = new Json.Obj(new TreeMap<>(Map.of("number", Json.number(number))));
        return StatementSignatures.sign(StatementText.of(header), key).bytes();
    }

    private static MadeUpTree tree(int size) {
        MadeUpTree tree = new MadeUpTree();
        for (int i = 0; i < size; i++) {
            tree.add(statement(i, OFFICE));
        }
        return tree;
    }

    private static Map<String, byte[]> files(MadeUpTree tree) {
        Map<String, byte[]> files = MadeUpFiles.of(tree);
        Checkpoint checkpoint = checkpoint(tree);
        files.put("checkpoint", checkpoint.note().signedBy(checkpoint.signedBy(LOG, 0)).bytes());
        return files;
    }

    private static Checkpoint checkpoint(MadeUpTree tree) {
        return new Checkpoint(ORIGIN, tree.range().size(), tree.range().root());
    }

    private static List<Result> audit(Map<String, byte[]> files, Optional<Checkpoint> kept) {
        return Audit.run(
                (path, max) -> Optional.ofNullable(files.get(path)),
                Policy.ofLog(List.of(LOG.verifier())),
                OFFICES,
                kept,
                Ed25519.jdk());
    }

    @Test
    void aWholeLogPassesEveryStep() {
        MadeUpTree tree = tree(300);
        List<Result> results = audit(files(tree), Optional.of(checkpoint(tree(7))));
        assertThat(results)
                .containsExactly(
                        new Passed(Step.CHECKPOINT, 1),
                        new Passed(Step.LOG_SIGNATURE, 1),
                        new Passed(Step.COSIGNATURES, 0),
                        new Passed(Step.TILES, 3),
                        new Passed(Step.GROWTH, 7),
                        new Passed(Step.ENTRIES, 300),
                        new Passed(Step.STATEMENTS, 300),
                        new Passed(Step.OFFICE_SIGNATURES, 300));
        assertThat(Audit.holds(results)).isTrue();
    }

    @Test
    void anEmptyLogPasses() {
        assertThat(Audit.holds(audit(files(new MadeUpTree()), Optional.empty()))).isTrue();
    }

    @Test
    void everyFlippedBitOfASmallLogFailsTheAudit() {
        Map<String, byte[]> files = files(tree(1));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            for (int bit : Randomly.of(8 * file.getValue().length).toArray()) {
                file.getValue()[bit / 8] ^= (byte) (1 << (bit % 8));
                assertThat(Audit.holds(audit(files, Optional.empty())))
                        .as(file.getKey() + " bit " + bit)
                        .isFalse();
                file.getValue()[bit / 8] ^= (byte) (1 << (bit % 8));
            }
        }
        assertThat(Audit.holds(audit(files, Optional.empty()))).isTrue();
    }

    @Test
    void aChangedEntryIsNamedWithBothHashes() {
        MadeUpTree tree = tree(5);
        Map<String, byte[]> files = files(tree);
        byte[] bundle = files.get("tile/entries/000.p/5");
        int third = 3 * (2 + tree.entries().get(0).length);
        bundle[third + 10] ^= 1;
        Failed failed = failure(audit(files, Optional.empty()), Step.ENTRIES);
        assertThat(failed.index()).hasValue(3);
        assertThat(failed.expected()).contains(tree.hash(0, 3));
        assertThat(failed.actual()).isPresent().isNotEqualTo(failed.expected());
    }

    @Test
    void whatIsNoStatementAndWhoeverDidNotSignAreNamed() {
        MadeUpTree tree = tree(2);
        tree.add("no statement".getBytes(UTF_8));
        StatementText honest = StatementText.read(tree.entries().get(0));
        StatementText forged =
                new StatementText(new Json.Obj(new TreeMap<>()), honest.signatures());
        tree.add(forged.bytes());
        tree.add(statement(9, key("XB/office", 7)));
        List<Result> results = audit(files(tree), Optional.empty());
        assertThat(failure(results, Step.STATEMENTS).index()).hasValue(2);
        assertThat(failure(results, Step.OFFICE_SIGNATURES).index()).hasValue(3);
        assertThat(results).contains(new Passed(Step.ENTRIES, 5));
    }

    @Test
    void aKeyNobodyKnowsLeavesTheAnswerOpen() {
        MadeUpTree tree = tree(1);
        tree.add(statement(9, key("XB/office", 7)));
        List<Result> results = audit(files(tree), Optional.empty());
        assertThat(results).contains(new Open(Step.OFFICE_SIGNATURES, 1, 1, 1));
        assertThat(Audit.holds(results)).isTrue();
    }

    @Test
    void aLogThatForgotWhatItOnceSaidIsCaught() {
        Checkpoint kept = checkpoint(MadeUpTree.of(3, "another past "));
        assertThat(failure(audit(files(tree(5)), Optional.of(kept)), Step.GROWTH).expected())
                .contains(kept.root());
        Checkpoint longer = checkpoint(tree(6));
        assertThat(failure(audit(files(tree(5)), Optional.of(longer)), Step.GROWTH).message())
                .contains("5 entries", "6");
    }

    @Test
    void whatRestsOnAFailedStepIsSkipped() {
        Map<String, byte[]> files = files(tree(300));
        files.get("tile/0/000")[5] ^= 1;
        List<Result> results = audit(files, Optional.empty());
        assertThat(failure(results, Step.TILES).message()).contains("tile/0/000");
        assertThat(results)
                .endsWith(
                        new Skipped(Step.ENTRIES, Step.TILES),
                        new Skipped(Step.STATEMENTS, Step.TILES),
                        new Skipped(Step.OFFICE_SIGNATURES, Step.TILES));
        files.remove("checkpoint");
        assertThat(failure(audit(files, Optional.empty()), Step.CHECKPOINT).message())
                .contains("not there");
    }

    private static Failed failure(List<Result> results, Step step) {
        return results.stream()
                .filter(Failed.class::isInstance)
                .map(Failed.class::cast)
                .filter(f -> f.step() == step)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no failure of " + step + ": " + results));
    }
}
