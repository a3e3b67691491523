// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.proof.note.Note;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Cosignatures that are being made while their maker does something else, like waiting for the
 * disk. Whoever begins them hands them out to nobody before what they promise is durable. Thread
 * safe.
 */
final class Signing {
    private final List<Line> lines;

    private Signing(List<Line> lines) {
        this.lines = lines;
    }

    /** One signature; made by whoever comes first. */
    private static final class Line implements Runnable {
        private final SignerKey key;
        private final String text;
        private final long time;
        private final AtomicBoolean begun = new AtomicBoolean();
        private final CompletableFuture<String> done = new CompletableFuture<>();

        Line(SignerKey key, String text, long time) {
            this.key = key;
            this.text = text;
            this.time = time;
        }

        @Override
        public void run() {
            if (begun.compareAndSet(false, true)) {
                try {
                    done.complete(key.cosign(text, time).line() + "\n");
                } catch (RuntimeException | Error e) {
                    done.completeExceptionally(e);
                }
            }
        }

        String made() {
            run();
            return done.join();
        }
    }

    /**
     * Begins to sign a checkpoint with each of these keys, as of now. A post-quantum signature
     * takes ten times as long as the other, so another processor has it, if one is free.
     */
    static Signing begin(List<SignerKey> keys, Note note, InstantSource clock) {
        long time = clock.instant().getEpochSecond();
        List<Line> lines = keys.stream().map(key -> new Line(key, note.text(), time)).toList();
        lines.stream()
                .filter(line -> line.key.verifier().suite() == Suite.ML_DSA_44)
                .forEach(ForkJoinPool.commonPool()::execute);
        return new Signing(lines);
    }

    /** The lines in the order of the keys; makes what nobody has begun, and waits for the rest. */
    String lines() {
        return lines.stream().map(Line::made).collect(Collectors.joining());
    }
}
