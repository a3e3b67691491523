// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.Text;
import org.parley.record.Folders;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes documents in: reads several at a time, but puts them away, compares them with those before
 * and tells of them one by one in the order given, so that the number of threads changes nothing.
 * One that cannot be read is told of and the others are still read.
 */
public final class Intake {
    private final ReadingRoom room;
    private final Terms terms;
    private final Map<String, Taken.Copy> seen = new HashMap<>();
    private final List<Print> prints = new ArrayList<>();

    /** Held while a document is put away and told of. */
    private final ReentrantLock putting = new ReentrantLock();

    /** Guarded by {@link #putting}. */
    private boolean stopped;

    /** How many were read. Guarded by {@link #putting}. */
    private long read;

    /**
     * How it is done.
     *
     * @param threads how many read at a time
     * @param keep whether documents and readings are kept in the archive
     * @param date the day of all the documents, if a person gives it
     * @param taken when they are taken in
     */
    public record Terms(int threads, boolean keep, Optional<LocalDate> date, Instant taken) {}

    /** What became of an item. */
    public sealed interface Outcome {}

    /** It was read. */
    public record Read(Taken taken) implements Outcome {}

    /** It could not be read. */
    public record Bad(Problem problem) implements Outcome {}

    /** A document that the archive had before is damaged; none of the items. */
    public record Damaged(Problem problem) implements Outcome {}

    /** Is told of every item, in order; never by two threads at a time. */
    @FunctionalInterface
    public interface Listener {
        void told(Outcome outcome);
    }

    private record Print(String print, Taken.Copy of) {}

    /** What a thread made of an item: bytes and reading, before its place in the order counts. */
    private record Worked(
            Item item, Item.Bytes bytes, Optional<Entry> known, Reading reading, boolean kept) {}

    public Intake(ReadingRoom room, Terms terms) {
        this.room = room;
        this.terms = terms;
    }

    /**
     * Takes all in. Not to be called twice.
     *
     * @return false if it was stopped before the end
     * @throws ParleyException if the archive cannot be written: what was told of is kept
     */
    public boolean run(List<Item> items, Listener listener) throws InterruptedException {
        if (terms.keep()) {
            room.archive().sweep();
            Archive.Stock stock = room.archive().stock();
            stock.entries().forEach(entry -> remember(entry, entry.name()));
            stock.problems().forEach(problem -> listener.told(new Damaged(problem)));
        }
        ExecutorService threads =
                Executors.newFixedThreadPool(
                        terms.threads(), Thread.ofPlatform().daemon().name("read-", 0).factory());
        try {
            Iterator<Item> next = items.iterator();
            Deque<Future<Worked>> begun = new ArrayDeque<>();
            Deque<Item> whose = new ArrayDeque<>();
            while (next.hasNext() || !begun.isEmpty()) {
                // A bounded window, or a folder of a thousand files would be in memory at once.
                while (next.hasNext() && begun.size() < 2 * terms.threads()) {
                    Item item = next.next();
                    begun.add(threads.submit(() -> work(item)));
                    whose.add(item);
                }
                if (!finish(begun.remove(), whose.remove(), listener)) {
                    return false;
                }
            }
            return true;
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Takes no more in, from another thread: waits until the document that is being put away is
     * there and told of, so that nothing is kept that nobody was told of.
     *
     * @return false if that took longer than one has patience for
     */
    public boolean stop(Duration patience) throws InterruptedException {
        if (!putting.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        try {
            stopped = true;
            return true;
        } finally {
            putting.unlock();
        }
    }

    private Worked work(Item item) throws IOException, InterruptedException {
        Item.Bytes bytes = item.content().read();
        byte[] content = bytes.content();
        if (content.length == 0) {
            throw new ParleyException(
                    Code.UNREADABLE,
                    Place.of(item.name()),
                    Text.of("it is empty", "文件为空"),
                    Text.of("get it once more from where it came", "请从来源处重新获取"));
        }
        Optional<Entry> known =
                terms.keep() ? room.archive().known(Archive.id(content)) : Optional.empty();
        if (known.isPresent()) {
            Entry entry = terms.date().map(known.get()::dated).orElse(known.get());
            Optional<Reading> kept = room.kept(entry);
            Reading reading = kept.orElseGet(() -> room.read(content, entry.name(), entry.date()));
            return new Worked(item, bytes, known, reading, kept.isPresent());
        }
        return new Worked(item, bytes, known, room.read(content, item.name(), terms.date()), false);
    }

    /** Waits for one and puts it away; false if no more is to be taken in. */
    private boolean finish(Future<Worked> future, Item item, Listener listener)
            throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException _) {
            // told below
        }
        putting.lock();
        try {
            if (!stopped) {
                listener.told(outcome(future, item));
            }
            return !stopped;
        } finally {
            putting.unlock();
        }
    }

    private Outcome outcome(Future<Worked> future, Item item) throws InterruptedException {
        try {
            return new Read(put(future.get()));
        } catch (ParleyException e) {
            if (e.code() == Code.UNWRITABLE) {
                // So it would be with every other: that is said once.
                throw e;
            }
            return new Bad(e.problem());
        } catch (ExecutionException e) {
            return new Bad(problem(item, e.getCause() == null ? e : e.getCause()));
        }
    }

    private static Problem problem(Item item, Throwable cause) {
        return switch (cause) {
            case ParleyException known -> known.problem();
            case IOException e ->
                    new Problem(
                            Code.UNREADABLE,
                            Place.of(item.name()),
                            Folders.cause(e),
                            Text.of("check the path and the permissions", "请检查路径和权限"));
            // A fault of ours in one text must not keep the others from being read.
            default ->
                    new Problem(
                            Code.UNREADABLE,
                            Place.of(item.name()),
                            Text.of(
                                    "the program failed on it" + named(cause),
                                    "程序未能处理" + named(cause)),
                            Text.of(
                                    "please report it; the other documents were read",
                                    "请报告此问题；其余文件已读取"));
        };
    }

    private static String named(Throwable cause) {
        return " (" + cause.getClass().getSimpleName() + ")";
    }

    private Taken put(Worked worked) {
        Reading reading = worked.reading();
        Entry entry =
                Archive.entry(
                        worked.bytes().content(),
                        worked.item().name(),
                        worked.bytes().origin(),
                        // One after another, or the next run would not know which came first.
                        terms.taken().plusNanos(read++),
                        terms.date(),
                        Optional.of(reading.head().fingerprint()));
        boolean before = worked.known().isPresent();
        if (terms.keep()) {
            entry = room.archive().put(worked.bytes().content(), entry);
            if (!worked.kept()) {
                room.keep(reading);
            }
        }
        Optional<Taken.Copy> copy = copy(entry, reading, before);
        if (!before) {
            remember(entry, worked.item().name());
        }
        seen.putIfAbsent(entry.id(), new Taken.Copy(entry.id(), worked.item().name(), true));
        return new Taken(worked.item().name(), entry, reading, before, copy);
    }

    private void remember(Entry entry, String name) {
        entry.fingerprint()
                .ifPresent(print ->
                        prints.add(new Print(print, new Taken.Copy(entry.id(), name, false))));
    }

    /** Of which earlier document it is a copy: of this run, or of the archive before it. */
    private Optional<Taken.Copy> copy(Entry entry, Reading reading, boolean before) {
        Taken.Copy exact = seen.get(entry.id());
        if (exact != null) {
            return Optional.of(exact);
        }
        for (Print print : prints) {
            if (print.of().id().equals(entry.id())) {
                // What was taken in after it is a copy of it, not the other way round.
                if (before) {
                    return Optional.empty();
                }
            } else if (ReadingRoom.nearlySame(print.print(), reading.head().fingerprint())) {
                return Optional.of(print.of());
            }
        }
        return Optional.empty();
    }
}
