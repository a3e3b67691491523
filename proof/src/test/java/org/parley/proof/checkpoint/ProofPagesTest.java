// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.parley.proof.merkle.InclusionProof;
import org.parley.proof.merkle.MadeUpTree;
import org.parley.proof.merkle.Subtree;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The examples of the format pages are what is written here, to the byte. */
final class ProofPagesTest {
    private static final String ORIGIN = "exercise/xa/log";
    private static final SignerKey LOG = SignerKey.of(Suite.ED25519, ORIGIN, new byte[32]);

    private static Note signed(MadeUpTree tree) {
        Checkpoint checkpoint = new Checkpoint(ORIGIN, tree.range().size(), tree.range().root());
        return checkpoint.note().signedBy(checkpoint.signedBy(LOG, 0));
    }

    @Test
    void theKeyOfTheExamplesIsThatOfTheSeedOfZeros() throws IOException {
        assertThat(page("note.md")).contains("`" + LOG.verifier().format() + "`");
    }

    @Test
    void theCheckpointIsThatOfThreeEntries() throws IOException {
        Note note = signed(MadeUpTree.of(3, "entry "));
        assertThat(page("checkpoint.md")).contains(fenced(note.bytes()));
    }

    @Test
    void theProofIsThatOfTheSecondEntry() throws IOException {
        MadeUpTree tree = MadeUpTree.of(3, "entry ");
        LogProof proof =
                new LogProof(InclusionProof.prove(1, Subtree.whole(3), tree), signed(tree));
        assertThat(page("proof.md")).contains(fenced(proof.bytes()));
    }

    @Test
    void theEvidenceIsThatOfTwoPasts() throws IOException {
        MadeUpTree tree = MadeUpTree.of(3, "entry ");
        Fork fork = Fork.of(signed(MadeUpTree.of(2, "other ")), signed(tree), tree);
        assertThat(page("evidence.md")).contains(fenced(fork.bytes()));
    }

    private static String fenced(byte[] example) {
        return "```\n" + new String(example, UTF_8) + "```\n";
    }

    private static String page(String name) throws IOException {
        String root = System.getProperty("parley.root", "..");
        return Files.readString(Path.of(root).resolve("docs/formats").resolve(name));
    }
}
