// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.proof.merkle.TreeHasher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Checks a store from its first byte to its last: every record against its checksum, the entries
 * against every checkpoint, the bodies against their names, each fact against the one it replaced,
 * and the snapshot against what the journal adds up to. Reads only, and goes on behind damage. Who
 * signed what is for the audit. One check is one object, for one thread; it hashes on two more.
 */
public final class Fsck {
    private static final int THREADS = 2;

    /** Read ahead of the slower of the two, in records and in bytes. */
    private static final int AHEAD_MAX = 256;

    private static final long AHEAD_BYTES_MAX = 64 << 20;

    private final Disk disk;
    private final Watch watch;
    private final FsckRecords known = new FsckRecords();
    private final Deque<Read> ahead = new ArrayDeque<>();
    private final ExecutorService hashing =
            Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().factory());
    private byte[] snapshot = new byte[0];
    private boolean compared;

    /** Of each file, how many bytes lie before it. */
    private final List<Long> starts = new ArrayList<>();

    private long total;
    private long aheadBytes;
    private long records;
    private long bytes;

    /**
     * Something that is not as it should be.
     *
     * @param file its name, or a table's
     * @param offset in bytes from the beginning of the file; of a table, the row's number; below 0
     *     where it is about the whole
     * @param about more about it, such as a log's name; may be empty
     */
    public record Finding(String file, long offset, Flaw flaw, String about) {
        /** Where it is, as people write it. */
        public String place() {
            return offset < 0 ? file : file + (isTable() ? " row " : " at byte ") + offset;
        }

        private boolean isTable() {
            return file.startsWith("parley_");
        }

        /** The same with what it is, in a language. */
        public String in(String language) {
            String what = flaw.what().in(language);
            return place() + ": " + what + (about.isEmpty() ? "" : " (" + about + ")");
        }

        @Override
        public String toString() {
            return in("en");
        }
    }

    /** What is being read; a check of gigabytes takes minutes. */
    public enum Step {
        JOURNAL,
        BODIES
    }

    /** Is told how far a check has come; often. */
    @FunctionalInterface
    public interface Watch {
        /** Nobody looks. */
        Watch NONE = (step, done, of) -> {};

        void at(Step step, long done, long of);
    }

    /**
     * What was found, and how much was looked at.
     *
     * @param entries of all logs
     * @param bytes of all records, without bodies
     */
    public record Report(
            List<Finding> findings, long records, long entries, long bodies, long bytes) {
        public Report {
            findings = List.copyOf(findings);
        }

        /** Whether nothing is damaged or lost. */
        public boolean isSound() {
            return findings.stream().allMatch(finding -> finding.flaw().mends());
        }

        /** The same with what was found elsewhere. */
        public Report with(List<Finding> more) {
            List<Finding> all = new ArrayList<>(findings);
            all.addAll(more);
            return new Report(all, records, entries, bodies, bytes);
        }
    }

    private record Read(
            Future<List<RecordCodec.Part>> parts, long place, long behind, int length) {}

    private Fsck(Disk disk, Watch watch) {
        this.disk = disk;
        this.watch = watch;
    }

    /**
     * Checks the store in a folder. While a node writes to it, the end may look torn.
     *
     * @throws ParleyException {@code NOT_FOUND} when there is no journal
     */
    public static Report check(Disk disk) throws IOException {
        return check(disk, Watch.NONE);
    }

    /** The same, and somebody is told how far it has come. */
    public static Report check(Disk disk, Watch watch) throws IOException {
        Fsck check = new Fsck(disk, watch);
        try {
            check.run();
        } finally {
            check.hashing.shutdownNow();
        }
        return new Report(
                check.known.findings(),
                check.records,
                check.known.entries(),
                check.known.bodies().size(),
                check.bytes);
    }

    private void run() throws IOException {
        snapshot = Snapshot.stored(disk);
        compared = snapshot.length == 0;
        if (compared && disk.names().contains(Snapshot.NAME)) {
            known.findings().add(new Finding(Snapshot.NAME, 0, Flaw.SNAPSHOT_DAMAGED, ""));
        }
        headers();
        try (Journal journal = Journal.survey(disk, this::ahead, new Noting())) {
            drain(0);
            known.end();
            if (!compared) {
                compare(journal.end());
            }
            known.findings()
                    .addAll(
                            new BodyCheck(journal, known.contents().erased(), watch)
                                    .run(known.bodies(), hashing));
        } catch (ParleyException e) {
            if (e.code() != Code.CORRUPT) {
                throw e;
            }
            // A file that is missing or does not begin as it must: the rest cannot be read.
            String[] place = e.place().origin().split(" at byte ", 2);
            known.findings().add(new Finding(place[0], 0, Flaw.FILE_DAMAGED, ""));
        }
    }

    /** How many bytes there are, and whether those that mean nothing are as they were written. */
    private void headers() throws IOException {
        for (String name : disk.names()) {
            if (!name.startsWith(Segment.PREFIX)) {
                continue;
            }
            try (Disk.Handle file = disk.open(name)) {
                starts.add(total);
                total += file.size();
                int reserved = Segment.reserved(file);
                if (reserved >= 0) {
                    known.findings().add(new Finding(name, reserved, Flaw.HEADER_CHANGED, ""));
                }
            }
        }
    }

    private final class Noting implements Journal.Damage {
        @Override
        public void corrupt(Segment segment, long offset) {
            known.findings().add(new Finding(segment.name(), offset, Flaw.RECORD_DAMAGED, ""));
        }

        @Override
        public void torn(Segment segment, long offset) {
            known.findings().add(new Finding(segment.name(), offset, Flaw.RECORD_TORN, ""));
        }
    }

    private void ahead(byte[] content, long place, long behind) {
        Future<List<RecordCodec.Part>> parts =
                hashing.submit(() -> RecordCodec.read(content, new TreeHasher()));
        ahead.add(new Read(parts, place, behind, content.length));
        aheadBytes += content.length;
        watch.at(
                Step.JOURNAL, starts.get(Journal.number(place) - 1) + Journal.offset(place), total);
        records++;
        bytes += Segment.RECORD_HEAD_BYTES + content.length;
        if (ahead.size() > AHEAD_MAX || aheadBytes > AHEAD_BYTES_MAX) {
            drain(AHEAD_MAX / 2);
        }
    }

    private void drain(int left) {
        while (ahead.size() > left || aheadBytes > AHEAD_BYTES_MAX) {
            Read read = ahead.remove();
            aheadBytes -= read.length();
            if (!compared && read.place() - Segment.RECORD_HEAD_BYTES >= Snapshot.end(snapshot)) {
                compare(Snapshot.end(snapshot));
            }
            try {
                for (RecordCodec.Part part : read.parts().get()) {
                    known.take(part, read.place(), read.behind());
                }
            } catch (ExecutionException e) {
                known.finding(read.place(), Flaw.RECORD_SENSELESS, "");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    /** The contents are those at a place: of the snapshot, or of the end, if that comes before. */
    private void compare(long place) {
        compared = true;
        if (known.findings().stream().anyMatch(finding -> !finding.flaw().mends())) {
            // What is missing in the journal would be found once more.
            return;
        }
        long end = Snapshot.end(snapshot);
        if (place < end) {
            known.finding(place, Flaw.JOURNAL_SHORT, "");
            return;
        }
        try {
            int at = Snapshot.mismatch(snapshot, known.contents(), end);
            if (at >= 0) {
                known.findings().add(new Finding(Snapshot.NAME, at, Flaw.SNAPSHOT_DIFFERS, ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
