// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.proof.canonical.Hash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Whether each body is what its name says, and gone where it was erased. */
final class BodyCheck {
    private static final int BODIES_AT_ONCE = 64;

    private final Journal journal;
    private final Set<Hash> erased;
    private final Fsck.Watch watch;

    /** A body that was written. */
    record Stored(Hash hash, long place, int length) {}

    BodyCheck(Journal journal, Set<Hash> erased, Fsck.Watch watch) {
        this.journal = journal;
        this.erased = erased;
        this.watch = watch;
    }

    List<Fsck.Finding> run(List<Stored> bodies, ExecutorService hashing) throws IOException {
        List<Future<List<Fsck.Finding>>> parts = new ArrayList<>();
        for (int from = 0; from < bodies.size(); from += BODIES_AT_ONCE) {
            List<Stored> some =
                    bodies.subList(from, Math.min(bodies.size(), from + BODIES_AT_ONCE));
            parts.add(hashing.submit(() -> check(some)));
        }
        List<Fsck.Finding> findings = new ArrayList<>();
        int done = 0;
        try {
            for (Future<List<Fsck.Finding>> part : parts) {
                findings.addAll(part.get());
                watch.at(Fsck.Step.BODIES, ++done, parts.size());
            }
        } catch (ExecutionException e) {
            throw new IOException("a body cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return findings;
    }

    private List<Fsck.Finding> check(List<Stored> bodies) throws IOException {
        List<Fsck.Finding> findings = new ArrayList<>();
        for (Stored body : bodies) {
            byte[] bytes = new byte[body.length()];
            journal.read(body.place(), ByteBuffer.wrap(bytes));
            check(body, bytes).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Fsck.Finding> check(Stored body, byte[] bytes) {
        if (erased.contains(body.hash())) {
            for (byte one : bytes) {
                if (one != 0) {
                    return Optional.of(finding(body, Flaw.BODY_LEFT));
                }
            }
            return Optional.empty();
        }
        return Hash.of(bytes).equals(body.hash())
                ? Optional.empty()
                : Optional.of(finding(body, Flaw.BODY_DAMAGED));
    }

    private static Fsck.Finding finding(Stored body, Flaw flaw) {
        return new Fsck.Finding(
                Segment.name(Journal.number(body.place())),
                Journal.offset(body.place()),
                flaw,
                body.hash().toString());
    }
}
