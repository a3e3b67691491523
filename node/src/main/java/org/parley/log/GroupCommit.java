// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One log for many writers. While the log is idle a writer commits its entry itself, without
 * waiting for another thread; while it is not, whatever has queued up goes into the next commit,
 * without a timer. So a lone writer never waits and many share each sync. A writer's future
 * completes when its entry is durable and in a signed tree. Entries of one thread keep their order.
 * Thread safe.
 */
public final class GroupCommit implements AutoCloseable {
    private static final int QUEUE_MAX = 8_192;

    /**
     * Well below what one record of the journal holds, so that only a lone one can be too large.
     */
    private static final long BATCH_BYTES_MAX = 16 << 20;

    private final OwnLog log;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE_MAX);

    /** Whoever has it writes to the log, and takes from the queue. */
    private final ReentrantLock writing = new ReentrantLock();

    private final Thread committer;
    private volatile boolean closing;

    /** The last batch was shared: more are coming, and each is better off in a shared one. */
    private volatile boolean busy;

    /** An entry that is durable. */
    public record Durable(long index, byte[] checkpoint) {}

    private record Waiting(byte[] entry, List<Event> beside, CompletableFuture<Durable> done) {
        long bytes() {
            return entry.length + RecordCodec.contentBytes(beside) + RecordCodec.bodyBytes(beside);
        }
    }

    /** Nobody else may write to the log from now on. */
    public GroupCommit(OwnLog log) {
        this.log = log;
        this.committer = Thread.ofPlatform().name("committer").daemon().start(this::run);
    }

    /**
     * Commits an entry, or queues it; waits while the queue is full.
     *
     * @return fails with a {@link ParleyException} when the entry was not appended
     */
    public CompletableFuture<Durable> append(byte[] entry, List<Event> beside) {
        Waiting waiting = new Waiting(entry, beside, new CompletableFuture<>());
        if (commitWhenIdle(waiting)) {
            return waiting.done();
        }
        try {
            queue.put(waiting);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            waiting.done().completeExceptionally(ended());
        }
        LockSupport.unpark(committer);
        if (!committer.isAlive()) {
            // It was queued behind the last of all.
            waiting.done().completeExceptionally(ended());
        }
        return waiting.done();
    }

    private boolean commitWhenIdle(Waiting waiting) {
        if (busy || !writing.tryLock()) {
            return false;
        }
        try {
            if (closing) {
                waiting.done().completeExceptionally(ended());
                return true;
            }
            if (!queue.isEmpty()) {
                return false;
            }
            commit(List.of(waiting));
            return true;
        } finally {
            writing.unlock();
        }
    }

    private void run() {
        List<Waiting> batch = new ArrayList<>();
        while (true) {
            if (queue.isEmpty()) {
                busy = false;
                if (closing) {
                    return;
                }
                if (queue.isEmpty()) {
                    LockSupport.park(this);
                }
                continue;
            }
            writing.lock();
            try {
                batch.clear();
                drain(batch);
                busy = batch.size() > 1;
                commit(batch);
            } finally {
                writing.unlock();
            }
        }
    }

    private void drain(List<Waiting> batch) {
        long bytes = 0;
        for (Optional<Waiting> next = Optional.ofNullable(queue.peek());
                next.isPresent() && batch.size() < OwnLog.ENTRIES_MAX;
                next = Optional.ofNullable(queue.peek())) {
            bytes += next.get().bytes();
            if (bytes > BATCH_BYTES_MAX && !batch.isEmpty()) {
                return;
            }
            batch.add(queue.remove());
        }
    }

    private void commit(List<Waiting> batch) {
        List<byte[]> entries = new ArrayList<>(batch.size());
        List<Event> beside = new ArrayList<>();
        for (Waiting waiting : batch) {
            entries.add(waiting.entry());
            beside.addAll(waiting.beside());
        }
        OwnLog.Appended appended;
        try {
            appended = log.append(entries, beside);
        } catch (ParleyException e) {
            if (e.code() == Code.STOPPED || batch.size() == 1) {
                batch.forEach(waiting -> waiting.done().completeExceptionally(e));
            } else {
                // One of them does not fit; the others are not to suffer for it.
                batch.forEach(waiting -> commit(List.of(waiting)));
            }
            return;
        } catch (RuntimeException | Error e) {
            // A defect of ours; nobody is left waiting for it.
            batch.forEach(waiting -> waiting.done().completeExceptionally(e));
            return;
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).done().complete(new Durable(appended.first() + i, appended.checkpoint()));
        }
    }

    private static ParleyException ended() {
        return new ParleyException(
                Code.STOPPED, Place.of("log"), "the node is ending", "say it again when it runs");
    }

    /** Commits what is queued, then ends; nothing is written to the log afterwards. */
    @Override
    public void close() {
        writing.lock();
        closing = true;
        writing.unlock();
        LockSupport.unpark(committer);
        try {
            committer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Waiting waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
            waiting.done().completeExceptionally(ended());
        }
    }
}
