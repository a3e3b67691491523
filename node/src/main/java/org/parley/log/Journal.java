// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.canonical.Hash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;

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

    /** What one commit may have: some bodies, or a long upload. */
    static final int RECORD_BYTES_MAX = 128 << 20;

    static final int HEADER_BYTES = 64;
    static final int RECORD_HEAD_BYTES = 16;

    private static final byte[] MAGIC = "parley/journal/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int RECORD_MAGIC = 0x50524543; // PREC
    private static final String PREFIX = "journal-";
    private static final int OFFSET_BITS = 40;

    private final Disk disk;
    private final List<Segment> segments = new ArrayList<>();
    private final ByteBuffer reused = ByteBuffer.allocateDirect(4 << 20);
    private final CRC32C crc = new CRC32C();
    private long end;

    /**
     * One file.
     *
     * @param salt makes checksums unforgeable for whoever only gets bytes into a record
     */
    private record Segment(String name, Disk.Handle file, long salt) {}

    private Journal(Disk disk) {
        this.disk = disk;
    }

    /** Told of each record when a journal is opened. */
    interface Reader {
        /**
         * @param place of the first byte of the content
         * @param bodies place of the first byte behind it
         */
        void record(byte[] content, long place, long bodies);
    }

    static String name(int number) {
        return PREFIX + String.format(Locale.ROOT, "%08d", number);
    }

    /**
     * Begins a journal where none is.
     *
     * @param salt that nobody can guess
     */
    static void create(Disk disk, long salt) throws IOException {
        if (disk.names().stream().anyMatch(name -> name.startsWith(PREFIX))) {
            throw new ParleyException(
                    Code.CONFLICT,
                    Place.of(name(1)),
                    "there is a journal already",
                    "choose an empty folder");
        }
        begin(disk, 1, salt).close();
    }

    private static Disk.Handle begin(Disk disk, int number, long salt) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        header.put(MAGIC).position(32);
        header.putLong(number).putLong(salt);
        CRC32C sum = new CRC32C();
        sum.update(header.array(), 0, header.position());
        header.putInt((int) sum.getValue()).clear();
        // The header is durable before the name is: a file with the right name is whole.
        String making = "making-" + name(number);
        Disk.Handle file = disk.open(making);
        file.truncate(0);
        file.write(0, header);
        file.sync();
        disk.rename(making, name(number));
        disk.syncNames();
        return file;
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
    static Journal open(Disk disk, long from, boolean repair, Reader reader) throws IOException {
        Journal journal = new Journal(disk);
        List<String> names = disk.names().stream().filter(name -> name.startsWith(PREFIX)).toList();
        if (names.isEmpty()) {
            throw new ParleyException(
                    Code.NOT_FOUND,
                    Place.of(PREFIX + "*"),
                    "the journal is missing",
                    "restore it from a backup; do not begin a new one under the same name");
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!name.equals(name(i + 1))) {
                throw corrupt(name, 0, "it does not follow the file before");
            }
            Disk.Handle file = disk.open(name);
            journal.segments.add(new Segment(name, file, journal.salt(name, file, i + 1)));
        }
        journal.requireReaching(from);
        for (int i = 0; i < names.size(); i++) {
            boolean last = i == names.size() - 1;
            if (place(i + 1, 0) >= from && from >> OFFSET_BITS != i + 1) {
                journal.replay(i, HEADER_BYTES, last, repair, reader);
            } else if (from >> OFFSET_BITS == i + 1) {
                journal.replay(i, offset(from), last, repair, reader);
            }
        }
        if (repair) {
            // A process that was killed may have left a record in the page cache alone. It is read,
            // told to others and signed upon from here on, so it has to be on the disk first.
            journal.segments.getLast().file().sync();
        }
        return journal;
    }

    /** Whoever knows of records that are not there any more knows of ones that were told. */
    private void requireReaching(long from) throws IOException {
        int number = (int) (from >> OFFSET_BITS);
        if (from == 0
                || number <= segments.size()
                        && offset(from) <= segments.get(number - 1).file().size()) {
            return;
        }
        Segment last = segments.getLast();
        throw corrupt(last.name(), last.file().size(), "it ends before the snapshot does");
    }

    private long salt(String name, Disk.Handle file, int number) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        file.read(0, header);
        byte[] bytes = header.array();
        ByteBuffer read = ByteBuffer.wrap(bytes);
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, 48);
        boolean whole =
                !header.hasRemaining()
                        && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                        && read.getLong(32) == number
                        && read.getInt(48) == (int) sum.getValue();
        if (!whole) {
            throw corrupt(name, 0, "it does not begin as a journal does");
        }
        return read.getLong(40);
    }

    private void replay(int index, long from, boolean last, boolean repair, Reader reader)
            throws IOException {
        Segment segment = segments.get(index);
        long size = segment.file().size();
        long at = from;
        while (at < size) {
            Found found = find(segment, at, size, last);
            if (found.content().length == 0) {
                if (!last || isFollowed(segment, at, size)) {
                    throw corrupt(segment.name(), at, "a record is damaged that others follow");
                }
                // The write that a crash interrupted; nobody was told that it was done.
                if (repair) {
                    segment.file().truncate(at);
                    segment.file().sync();
                }
                break;
            }
            long content = at + RECORD_HEAD_BYTES;
            reader.record(
                    found.content(),
                    place(index + 1, content),
                    place(index + 1, content + found.content().length));
            at = content + found.content().length + found.bodies();
        }
        if (last) {
            end = at;
        }
    }

    /** A record, or no content where none is whole. */
    private record Found(byte[] content, long bodies) {
        static final Found NONE = new Found(new byte[0], 0);
    }

    private Found find(Segment segment, long at, long size, boolean last) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(RECORD_HEAD_BYTES);
        segment.file().read(at, head);
        if (head.hasRemaining() || head.getInt(0) != RECORD_MAGIC) {
            return Found.NONE;
        }
        int length = head.getInt(4);
        long bodies = head.getInt(8) & 0xffffffffL;
        long until = at + RECORD_HEAD_BYTES + length + bodies;
        if (length < 4 || length > RECORD_BYTES_MAX || until > size) {
            return Found.NONE;
        }
        byte[] content = new byte[length];
        segment.file().read(at + RECORD_HEAD_BYTES, ByteBuffer.wrap(content));
        boolean whole = head.getInt(12) == sum(segment.salt(), length, (int) bodies, content);
        // The bodies of the last record may be torn although its content is not. In a file that
        // another follows they were synced, and may have been overwritten since.
        if (!whole || last && until == size && !bodiesWhole(segment, content, until - bodies)) {
            return Found.NONE;
        }
        return new Found(content, bodies);
    }

    private static boolean bodiesWhole(Segment segment, byte[] content, long from)
            throws IOException {
        for (RecordCodec.Part part : RecordCodec.read(content, (b, f, l) -> b)) {
            if (part instanceof RecordCodec.Part.Body(var hash, var at, var length)) {
                byte[] bytes = new byte[length];
                segment.file().read(from + at, ByteBuffer.wrap(bytes));
                if (!Hash.of(bytes).equals(hash)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a whole record stands anywhere behind a damaged one. */
    private boolean isFollowed(Segment segment, long from, long size) throws IOException {
        if (size - from > RECORD_BYTES_MAX) {
            return true;
        }
        byte[] rest = new byte[(int) (size - from)];
        segment.file().read(from, ByteBuffer.wrap(rest));
        ByteBuffer all = ByteBuffer.wrap(rest);
        for (int i = 1; i + RECORD_HEAD_BYTES <= rest.length; i++) {
            if (all.getInt(i) == RECORD_MAGIC
                    && find(segment, from + i, size, true).content().length > 0) {
                return true;
            }
        }
        return false;
    }

    private int sum(long salt, int length, int bodies, byte[] content) {
        crc.reset();
        crc.update(ByteBuffer.allocate(16).putLong(salt).putInt(length).putInt(bodies).flip());
        crc.update(content, 0, length);
        return (int) crc.getValue();
    }

    /** Where a record's parts lie. */
    record Written(byte[] content, long place, long bodies) {}

    /**
     * Writes one record and makes it durable.
     *
     * @param nextSalt for a new file, should this one be full
     * @throws IOException after which nothing may be written any more
     */
    Written append(List<Event> events, long nextSalt) throws IOException {
        int length = RecordCodec.contentBytes(events);
        long bodies = RecordCodec.bodyBytes(events);
        long total = RECORD_HEAD_BYTES + length + bodies;
        if (total > RECORD_BYTES_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of("commit"),
                    total + " bytes at once",
                    "at most " + RECORD_BYTES_MAX + "; commit in parts");
        }
        Segment segment = segments.getLast();
        if (end > SEGMENT_BYTES) {
            int number = segments.size() + 1;
            segment = new Segment(name(number), begin(disk, number, nextSalt), nextSalt);
            segments.add(segment);
            end = HEADER_BYTES;
        }
        byte[] record = new byte[(int) total - RECORD_HEAD_BYTES];
        ByteBuffer out = ByteBuffer.wrap(record);
        RecordCodec.write(events, out);
        ByteBuffer whole =
                total <= reused.capacity() ? reused.clear() : ByteBuffer.allocate((int) total);
        whole.putInt(RECORD_MAGIC).putInt(length).putInt((int) bodies);
        whole.putInt(sum(segment.salt(), length, (int) bodies, record)).put(record).flip();
        segment.file().write(end, whole);
        segment.file().sync();
        long content = end + RECORD_HEAD_BYTES;
        end += total;
        byte[] only = bodies == 0 ? record : Arrays.copyOf(record, length);
        int number = segments.size();
        return new Written(only, place(number, content), place(number, content + length));
    }

    private static long place(int number, long offset) {
        return (long) number << OFFSET_BITS | offset;
    }

    private static long offset(long place) {
        return place & (1L << OFFSET_BITS) - 1;
    }

    /** Behind the last record. */
    long end() {
        return place(segments.size(), end);
    }

    void read(long place, ByteBuffer target) throws IOException {
        segments.get((int) (place >> OFFSET_BITS) - 1).file().read(offset(place), target);
    }

    /** Overwrites with zeros, durably. */
    void zero(long place, int length) throws IOException {
        Disk.Handle file = segments.get((int) (place >> OFFSET_BITS) - 1).file();
        file.write(offset(place), ByteBuffer.allocate(length));
        file.sync();
    }

    /** File and offset of a place, for messages. */
    Place shown(long place) {
        String name = segments.get((int) (place >> OFFSET_BITS) - 1).name();
        return Place.of(name + " at byte " + offset(place));
    }

    private static ParleyException corrupt(String name, long at, String what) {
        return new ParleyException(
                Code.CORRUPT,
                Place.of(name + " at byte " + at),
                what,
                "restore the folder from a backup; nothing was changed");
    }

    @Override
    public void close() throws IOException {
        for (Segment segment : segments) {
            segment.file().close();
        }
    }
}
