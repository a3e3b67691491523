// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.log.LogStore;
import org.parley.log.OwnLog;
import org.parley.record.Wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sayings that wait for each other share a commit, and so a sync of the disk: whoever gets the
 * node's lock says what all others brought meanwhile, in the order in which they came. Who is alone
 * waits for nobody. Nothing starts a thread or looks at a clock, so that in a simulation each is
 * said by itself. Thread safe.
 */
final class Together {
    /** Bounds how long one of them holds the lock. */
    private static final int SAYINGS_MAX = 256;

    /** Well below what one record of the journal holds; a larger one is said alone. */
    private static final long BYTES_MAX = LogStore.BODY_BYTES_MAX;

    private final Object lock;
    private final Function<List<Speech.Ready>, OwnLog.Appended> append;
    private final Supplier<List<Entry>> read;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();

    /** One of them; what became of it is guarded by the lock. */
    private static final class Waiting {
        private final Supplier<Speech.Ready> saying;
        private final List<Entry> said = new ArrayList<>(1);
        private Optional<Throwable> failure = Optional.empty();

        Waiting(Supplier<Speech.Ready> saying) {
            this.saying = saying;
        }

        boolean isDone() {
            return !said.isEmpty() || failure.isPresent();
        }

        void fail(Throwable why) {
            failure = Optional.of(why);
        }
    }

    private record Composed(Waiting waiting, Speech.Ready ready) {}

    /**
     * @param lock under which the log is written
     * @param append makes them durable, all or none
     * @param read has the book read what is in the log now, and gives the own statements
     */
    Together(
            Object lock,
            Function<List<Speech.Ready>, OwnLog.Appended> append,
            Supplier<List<Entry>> read) {
        this.lock = lock;
        this.append = append;
        this.read = read;
    }

    /**
     * Composes and says it, perhaps with others.
     *
     * @param saying validates and signs; under the lock, against the record without those that are
     *     said in the same commit, which nobody was told of yet
     * @return when it is durable
     */
    Entry say(Supplier<Speech.Ready> saying) {
        Waiting mine = new Waiting(saying);
        queue.add(mine);
        synchronized (lock) {
            while (!mine.isDone()) {
                some();
            }
            mine.failure.ifPresent(Together::again);
            return mine.said.getFirst();
        }
    }

    /** A failure of another thread's turn; the place in the program is that of the first. */
    private static void again(Throwable failure) {
        switch (failure) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    private void some() {
        List<Composed> batch = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < SAYINGS_MAX && bytes < BYTES_MAX && !queue.isEmpty(); i++) {
            Waiting next = queue.remove();
            Optional<Speech.Ready> ready = composed(next);
            if (ready.isPresent()) {
                batch.add(new Composed(next, ready.get()));
                bytes += ready.get().body().bytes().length;
                if (isForAll(ready.get())) {
                    break;
                }
            }
        }
        if (!batch.isEmpty()) {
            commit(batch);
        }
    }

    private static Optional<Speech.Ready> composed(Waiting waiting) {
        try {
            return Optional.of(waiting.saying.get());
        } catch (RuntimeException | Error e) {
            waiting.fail(e);
            return Optional.empty();
        }
    }

    /** An act decides who is asked for what from then on: what follows is to be read against it. */
    private static boolean isForAll(Speech.Ready ready) {
        return Wire.Header.of(ready.text()).kind().equals("act");
    }

    private void commit(List<Composed> batch) {
        OwnLog.Appended appended;
        try {
            appended = append.apply(batch.stream().map(Composed::ready).toList());
        } catch (ParleyException e) {
            if (e.code() == Code.STOPPED || batch.size() == 1) {
                fail(batch, e);
            } else {
                // Nothing was appended. One of them does not fit; the others are not to suffer.
                batch.forEach(one -> commit(List.of(one)));
            }
            return;
        } catch (RuntimeException | Error e) {
            fail(batch, e);
            return;
        }
        try {
            // Durable from here on: whatever fails now, nothing is said a second time.
            List<Entry> own = read.get();
            int first = Math.toIntExact(appended.first());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).waiting().said.add(own.get(first + i));
            }
        } catch (RuntimeException | Error e) {
            fail(batch, e);
        }
    }

    /** Nobody is left waiting. */
    private static void fail(List<Composed> batch, Throwable why) {
        batch.forEach(one -> one.waiting().fail(why));
    }
}
