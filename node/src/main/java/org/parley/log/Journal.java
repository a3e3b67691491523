// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The one thing that has to survive: records, one for each commit, each written with one write and
 * made durable with one sync, in files of bounded size. Everything else a store knows is computed
 * from them. The format is docs/formats/journal.md.
 *
 * <p>One writer at a time; reading is safe for many threads.
 */
final class Journal implements AutoCloseable {
    /** A file is ended by the first record that makes it longer. */
    static final long SEGMENT_BYTES = 1L << 30;

    private static final int OFFSET_BITS = 40;
    private static final int COPY_BYTES = 1 << 20;
    private static final int REUSED_BYTES_MIN = 64 << 10;
    private static final int REUSED_BYTES_MAX = 16 << 20;

    private final Disk disk;
    private final long segmentBytes;
    private final List<Segment> segments = new CopyOnWriteArrayList<>();

    /** Outside of the heap, so that writing does not copy it once more; grows when it has to. */
    private ByteBuffer reused = ByteBuffer.allocateDirect(REUSED_BYTES_MIN);

    private long end;

    private Journal(Disk disk, long segmentBytes) {
        this.disk = disk;
        this.segmentBytes = segmentBytes;
    }

    /** Told of each record when a journal is opened. */
    interface Reader {
        /**
         * Takes one record, in the order in which they were written.
         *
         * @param place of the first byte of the content
         * @param bodies place of the first byte behind it
         */
        void record(byte[] content, long place, long bodies);
    }

    /** Told of each place where no whole record stands. */
    interface Damage {
        /** Records were here once; reading goes on at the next whole one if this returns. */
        void corrupt(Segment segment, long offset);

        /** Here a crash interrupted the last write; nobody was told that it was done. */
        void torn(Segment segment, long offset) throws IOException;
    }

    /** A lost record is never passed over; a torn one is cut off by whoever may write. */
    private record Strict(boolean repair) implements Damage {
        @Override
        public void corrupt(Segment segment, long offset) {
            throw Segment.corrupt(segment.name(), offset, "a record is damaged that others follow");
        }

        @Override
        public void torn(Segment segment, long offset) throws IOException {
            if (repair) {
                segment.file().truncate(offset);
                segment.file().sync();
            }
        }
    }

    /**
     * Begins a journal where none is.
     *
     * @param salt that nobody can guess
     */
    static void create(Disk disk, long salt) throws IOException {
        if (disk.names().stream().anyMatch(name -> name.startsWith(Segment.PREFIX))) {
            throw new ParleyException(
                    Code.CONFLICT,
                    Place.of(Segment.name(1)),
                    "there is a journal already",
                    "choose an empty folder");
        }
        Segment.begin(disk, 1, salt).file().close();
    }

    /**
     * Opens a journal and reads it from a place on.
     *
     * @param from the place behind the last record that is known; 0 for all
     * @param repair whether a write that a crash interrupted is cut off; else it is passed over
     * @throws ParleyException {@code NOT_FOUND} when there is none: a lost journal is never an
     *     empty one. {@code CORRUPT} with file and offset when a record is damaged that others
     *     follow
     */
    static Journal open(Disk disk, long segmentBytes, long from, boolean repair, Reader reader)
            throws IOException {
        Journal journal = new Journal(disk, segmentBytes);
        try {
            journal.read(from, reader, new Strict(repair));
            if (repair) {
                // A process that was killed may have left a record in the page cache alone. It is
                // read, told to others and signed upon from here on, so it has to be on the disk
                // first.
                journal.segments.getLast().file().sync();
            }
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /** Reads all there is, also behind damage, and writes nothing. */
    static Journal survey(Disk disk, Reader reader, Damage damage) throws IOException {
        Journal journal = new Journal(disk, SEGMENT_BYTES);
        try {
            journal.read(0, reader, damage);
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private void read(long from, Reader reader, Damage damage) throws IOException {
        List<String> names =
                disk.names().stream().filter(name -> name.startsWith(Segment.PREFIX)).toList();
        if (names.isEmpty()) {
            throw new ParleyException(
                    Code.NOT_FOUND,
                    Place.of(Segment.PREFIX + "*"),
                    "the journal is missing",
                    "restore it from a backup; do not begin a new one under the same name");
        }
        for (String name : names) {
            if (!name.equals(Segment.name(segments.size() + 1))) {
                throw Segment.corrupt(name, 0, "it does not follow the file before");
            }
            segments.add(Segment.open(disk, segments.size() + 1));
        }
        requireReaching(from);
        for (Segment segment : segments) {
            if (segment.number() > number(from)) {
                replay(segment, Segment.HEADER_BYTES, reader, damage);
            } else if (segment.number() == number(from)) {
                replay(segment, offset(from), reader, damage);
            }
        }
    }

    /** Whoever knows of records that are not there any more knows of ones that were told. */
    private void requireReaching(long from) throws IOException {
        if (from == 0
                || number(from) <= segments.size()
                        && offset(from) <= segments.get(number(from) - 1).file().size()) {
            return;
        }
        Segment last = segments.getLast();
        throw Segment.corrupt(last.name(), last.file().size(), "it ends before the snapshot does");
    }

    private void replay(Segment segment, long from, Reader reader, Damage damage)
            throws IOException {
        boolean last = segment.number() == segments.size();
        long size = segment.file().size();
        long at = from;
        while (at < size) {
            Segment.Found found = segment.find(at, size, last);
            if (found.isWhole()) {
                long content = at + Segment.RECORD_HEAD_BYTES;
                long behind = content + found.content().length;
                reader.record(
                        found.content(),
                        place(segment.number(), content),
                        place(segment.number(), behind));
                at = behind + found.bodies();
                continue;
            }
            long next = segment.nextWhole(at, size, last);
            if (last && next < 0 && size - at <= Segment.RECORD_BYTES_MAX) {
                damage.torn(segment, at);
                break;
            }
            damage.corrupt(segment, at);
            at = next < 0 ? size : next;
        }
        end = at;
    }

    /**
     * Where a record's parts lie.
     *
     * @param content to be read before the next record is written
     */
    record Written(ByteBuffer content, long place, long bodies) {}

    /**
     * Writes one record and makes it durable.
     *
     * @param nextSalt for a new file, should this one be full
     * @throws ParleyException {@code TOO_LARGE}; nothing was written
     * @throws IOException after which nothing may be written any more
     */
    Written append(List<Event> events, long nextSalt) throws IOException {
        long contentBytes = RecordCodec.contentBytes(events);
        long bodies = RecordCodec.bodyBytes(events);
        long total = Segment.RECORD_HEAD_BYTES + contentBytes + bodies;
        if (total > Segment.RECORD_BYTES_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of("commit"),
                    total + " bytes at once",
                    "at most " + Segment.RECORD_BYTES_MAX + "; commit in parts");
        }
        if (end > segmentBytes) {
            segments.add(Segment.begin(disk, segments.size() + 1, nextSalt));
            end = Segment.HEADER_BYTES;
        }
        Segment segment = segments.getLast();
        int length = (int) contentBytes;
        ByteBuffer whole = room((int) total);
        RecordCodec.write(events, whole.position(Segment.RECORD_HEAD_BYTES));
        segment.head(whole, length, (int) bodies);
        segment.file().write(end, whole.flip());
        segment.file().sync();
        long content = end + Segment.RECORD_HEAD_BYTES;
        end += total;
        int number = segment.number();
        return new Written(
                whole.slice(Segment.RECORD_HEAD_BYTES, length),
                place(number, content),
                place(number, content + length));
    }

    private ByteBuffer room(int bytes) {
        if (bytes > REUSED_BYTES_MAX) {
            return ByteBuffer.allocate(bytes);
        }
        if (bytes > reused.capacity()) {
            reused = ByteBuffer.allocateDirect(2 * Integer.highestOneBit(bytes - 1));
        }
        return reused.clear();
    }

    /** Makes durable what was read: each segment was when the next one began, but the last. */
    void settle() throws IOException {
        segments.getLast().file().sync();
    }

    private static long place(int number, long offset) {
        return (long) number << OFFSET_BITS | offset;
    }

    static int number(long place) {
        return (int) (place >> OFFSET_BITS);
    }

    static long offset(long place) {
        return place & (1L << OFFSET_BITS) - 1;
    }

    /** Behind the last record. */
    long end() {
        return place(segments.size(), end);
    }

    void read(long place, ByteBuffer target) throws IOException {
        segments.get(number(place) - 1).file().read(offset(place), target);
    }

    /** Overwrites with zeros, durably. */
    void zero(long place, int length) throws IOException {
        Disk.Handle file = segments.get(number(place) - 1).file();
        file.write(offset(place), ByteBuffer.allocate(length));
        file.sync();
    }

    /** Copies what lies between two places that were ends once, durably but for the names. */
    void copy(Disk target, long from, long until) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(COPY_BYTES);
        for (int number = Math.max(1, number(from)); number <= number(until); number++) {
            Segment segment = segments.get(number - 1);
            long at = number == number(from) ? offset(from) : 0;
            long size = number == number(until) ? offset(until) : segment.file().size();
            try (Disk.Handle file = target.open(segment.name())) {
                while (at < size) {
                    buffer.clear().limit((int) Math.min(COPY_BYTES, size - at));
                    segment.file().read(at, buffer);
                    file.write(at, buffer.flip());
                    at += buffer.limit();
                }
                file.sync();
            }
        }
    }

    /** File and offset of a place, for messages. */
    Place shown(long place) {
        return Place.of(Segment.name(number(place)) + " at byte " + offset(place));
    }

    @Override
    public void close() throws IOException {
        for (Segment segment : segments) {
            segment.file().close();
        }
    }
}
