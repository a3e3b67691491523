// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.checkpoint;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;
import org.parley.proof.merkle.ConsistencyProof;
import org.parley.proof.merkle.HashReader;
import org.parley.proof.merkle.Subtree;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.merkle.TreeRange;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Lines;
import org.parley.proof.note.Note;
import org.parley.proof.note.VerifierKey;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Evidence that two checkpoints of one log cannot both be true: the first says what root the log
 * had at its size, and the second's tree provably has another one there. Whoever signed both has
 * contradicted itself. A proof that merely fails shows nothing, for anybody can make one up; this
 * one must hold. The format is docs/formats/evidence.md. Immutable.
 *
 * @param root what the second's tree has at the size of the first
 * @param hashes the consistency proof from that root to the second's
 * @param first the one of the smaller size, or either
 */
public record Fork(Hash root, List<Hash> hashes, Note first, Note second) implements Conflict {
    private static final String FORK = "fork ";
    private static final String ROOT = "root ";

    public Fork {
        hashes = List.copyOf(hashes);
    }

    /** What the evidence shows. */
    public record Shown(
            Checkpoint first, Checkpoint second, Hash rootInSecond, SortedSet<String> signedBoth) {}

    /** Two checkpoints of the same size. */
    public static Fork ofSameSize(Note first, Note second) {
        return new Fork(Checkpoint.of(second).root(), List.of(), first, second);
    }

    /**
     * A checkpoint, and a larger one whose tree is known.
     *
     * @param tree the hashes of the second's tree
     */
    public static Fork of(Note first, Note second, HashReader tree) {
        long older = Checkpoint.of(first).size();
        long newer = Checkpoint.of(second).size();
        if (older > newer) {
            throw new ProofException(Reason.OUT_OF_RANGE, "the smaller checkpoint comes first");
        }
        Hash root = TreeRange.of(older, tree).root();
        List<Hash> hashes =
                older == 0
                        ? List.of()
                        : ConsistencyProof.prove(Subtree.whole(older), newer, tree).hashes();
        return new Fork(root, hashes, first, second);
    }

    /**
     * Checks the evidence.
     *
     * @param known keys of the log and of cosigners
     * @return what it shows, and the names under which both were signed; at least one
     * @throws ProofException when it shows nothing
     */
    public Shown verify(Collection<VerifierKey> known, Ed25519 ed25519) {
        Checkpoint one = Checkpoint.of(first);
        Checkpoint two = Checkpoint.of(second);
        if (!one.origin().equals(two.origin())) {
            throw new ProofException(Reason.ORIGIN, one.origin() + " and " + two.origin());
        }
        if (one.size() > two.size()) {
            throw new ProofException(Reason.OUT_OF_RANGE, "the smaller checkpoint comes first");
        }
        checkRoot(one, two);
        if (root.equals(one.root())) {
            throw new ProofException(Reason.NO_CONFLICT, "both have " + root + " at " + one.size());
        }
        SortedSet<String> both = names(first.open(known, ed25519));
        both.retainAll(names(second.open(known, ed25519)));
        if (both.isEmpty()) {
            throw new ProofException(Reason.NO_KNOWN_KEY, "nobody known signed both checkpoints");
        }
        return new Shown(one, two, root, both);
    }

    /** The same with the JDK's Ed25519. */
    public Shown verify(Collection<VerifierKey> known) {
        return verify(known, Ed25519.jdk());
    }

    private void checkRoot(Checkpoint one, Checkpoint two) {
        if (one.size() > 0) {
            ConsistencyProof.ofGrowth(one.size(), two.size(), hashes).verify(root, two.root());
        } else if (!hashes.isEmpty() || !root.equals(TreeHasher.emptyRoot())) {
            throw ProofException.of(Reason.ROOT, "the empty tree", TreeHasher.emptyRoot(), root);
        }
    }

    private static SortedSet<String> names(List<VerifierKey> keys) {
        SortedSet<String> names = new TreeSet<>();
        keys.forEach(k -> names.add(k.name()));
        return names;
    }

    @Override
    public String word() {
        return "forked-log";
    }

    @Override
    public byte[] bytes() {
        StringBuilder out = new StringBuilder(FORK);
        out.append(Checkpoint.of(first).origin()).append('\n');
        out.append(ROOT).append(Lines.base64(root.bytes())).append('\n');
        hashes.forEach(h -> out.append(Lines.base64(h.bytes())).append('\n'));
        return Conflict.bytes(out.toString(), first, second);
    }

    /**
     * Reads exactly what {@link #bytes} writes.
     *
     * @throws ProofException when the bytes are anything else
     */
    public static Fork parse(byte[] bytes) {
        if (Conflict.parse(bytes) instanceof Fork fork) {
            return fork;
        }
        throw new ProofException(Reason.FORM, "a rollback, not a fork");
    }

    static Fork of(List<String> lines, Note first, Note second) {
        if (lines.size() < 3 || !lines.get(1).startsWith(FORK) || !lines.get(2).startsWith(ROOT)) {
            throw new ProofException(
                    Reason.FORM, "evidence begins with " + FIRST_LINE + ", fork and root");
        }
        Hash root = LogProof.hashes(List.of(lines.get(2).substring(ROOT.length()))).getFirst();
        return new Fork(root, LogProof.hashes(lines.subList(3, lines.size())), first, second);
    }
}
