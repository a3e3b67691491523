// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/**
 * One log for many writers: whatever has queued up while the disk was busy goes into the next
 * commit, without a timer, so that a lone writer never waits and many share each sync. A writer's
 * future completes when its entry is durable and in a signed tree. Thread safe.
 */
public final class GroupCommit implements AutoCloseable {
    private static final int QUEUE_MAX = 8_192;

    private final OwnLog log;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final Thread committer;
    private volatile boolean closing;

    /** An entry that is durable. */
    public record Durable(long index, byte[] checkpoint) {}

    private record Waiting(byte[] entry, List<Event> beside, CompletableFuture<Durable> done) {}

    /** What nobody waits for: wakes the committer up at the end. */
    private static final Waiting LAST =
            new Waiting(new byte[0], List.of(), new CompletableFuture<>());

    /** Nobody else may write to the log from now on. */
    public GroupCommit(OwnLog log) {
        this.log = log;
        this.committer = Thread.ofPlatform().name("committer").daemon().start(this::run);
    }

    /**
     * Queues an entry; waits while the queue is full.
     *
     * @return fails with a {@link ParleyException} when the entry was not appended
     */
    public CompletableFuture<Durable> append(byte[] entry, List<Event> beside) {
        CompletableFuture<Durable> done = new CompletableFuture<>();
        if (closing) {
            done.completeExceptionally(ended());
            return done;
        }
        try {
            queue.put(new Waiting(entry, beside, done));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            done.completeExceptionally(ended());
        }
        if (!committer.isAlive()) {
            // It was queued behind the last of all.
            done.completeExceptionally(ended());
        }
        return done;
    }

    private void run() {
        List<Waiting> batch = new ArrayList<>();
        while (true) {
            batch.clear();
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                return;
            }
            queue.drainTo(batch, OwnLog.ENTRIES_MAX - 1);
            boolean last = batch.removeIf(waiting -> waiting == LAST);
            if (!batch.isEmpty()) {
                commit(batch);
            }
            if (last) {
                return;
            }
        }
    }

    private void commit(List<Waiting> batch) {
        List<byte[]> entries = new ArrayList<>(batch.size());
        List<Event> beside = new ArrayList<>();
        for (Waiting waiting : batch) {
            entries.add(waiting.entry());
            beside.addAll(waiting.beside());
        }
        try {
            OwnLog.Appended appended = log.append(entries, beside);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i)
                        .done()
                        .complete(new Durable(appended.first() + i, appended.checkpoint()));
            }
        } catch (ParleyException e) {
            if (e.code() == Code.STOPPED || batch.size() == 1) {
                batch.forEach(waiting -> waiting.done().completeExceptionally(e));
            } else {
                // One of them does not fit; the others are not to suffer for it.
                batch.forEach(waiting -> commit(List.of(waiting)));
            }
        } catch (RuntimeException e) {
            // A defect of ours; nobody is left waiting for it.
            batch.forEach(waiting -> waiting.done().completeExceptionally(e));
        }
    }

    private static ParleyException ended() {
        return new ParleyException(
                Code.STOPPED, Place.of("log"), "the node is ending", "say it again when it runs");
    }

    /** Commits what is queued, then ends. */
    @Override
    public void close() {
        closing = true;
        try {
            queue.put(LAST);
            committer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Waiting waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
            waiting.done().completeExceptionally(ended());
        }
    }
}
