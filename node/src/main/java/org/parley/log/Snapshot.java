// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.proof.canonical.Hash;
import org.parley.proof.tile.Tile;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.zip.CRC32C;

/**
 * What a journal adds up to at one place in it, so that a start reads only what came after.
 * Derived: one that is missing or damaged is passed over, and everything is read. Stateless.
 */
final class Snapshot {
    static final String NAME = "snapshot";
    private static final String MAKING = "making-snapshot";
    private static final String MAGIC = "parley/snapshot/v2";

    /** At 41 bytes each, below a gigabyte. */
    private static final long ENTRIES_MAX = 24_000_000;

    private static final int CELLS_AT_ONCE = 8_192;

    private Snapshot() {}

    /** One that would take more than a gigabyte is not made; the journal alone is enough. */
    static void write(Disk disk, Contents contents, long end) throws IOException {
        long entries = contents.logs().values().stream().mapToLong(HeldLog::size).sum();
        if (entries > ENTRIES_MAX) {
            return;
        }
        ByteBuffer file = ByteBuffer.wrap(bytes(contents, end));
        try (Disk.Handle made = disk.open(MAKING)) {
            made.truncate(0);
            made.write(0, file);
            made.sync();
        }
        disk.rename(MAKING, NAME);
        disk.syncNames();
    }

    private static byte[] bytes(Contents contents, long end) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
        write(contents, end, bytes);
        byte[] whole = bytes.toByteArray();
        return ByteBuffer.allocate(whole.length + Integer.BYTES)
                .put(whole)
                .putInt(sum(whole, whole.length))
                .array();
    }

    /**
     * Where bytes that {@link #stored} gave are not those of these contents; below 0 if they are:
     * the same contents make the same bytes. Their checksum is known to be right.
     */
    static int mismatch(byte[] stored, Contents contents, long end) throws IOException {
        Comparing comparing = new Comparing(stored);
        write(contents, end, comparing);
        boolean same = comparing.differs < 0 && comparing.at == stored.length - Integer.BYTES;
        return same ? -1 : comparing.differs < 0 ? comparing.at : comparing.differs;
    }

    /** Compares what is written with what is there, without keeping it. */
    private static final class Comparing extends OutputStream {
        private final byte[] stored;
        private int at;
        private int differs = -1;

        Comparing(byte[] stored) {
            this.stored = stored;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (differs >= 0) {
                return;
            }
            int until = Math.min(stored.length, at + length);
            int found = Arrays.mismatch(stored, at, until, bytes, from, from + length);
            differs = found < 0 ? -1 : at + found;
            at = until;
        }
    }

    private static void write(Contents contents, long end, OutputStream target) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(target))) {
            out.writeUTF(MAGIC);
            out.writeLong(end);
            out.writeInt(contents.logs().size());
            for (Map.Entry<String, HeldLog> log : contents.logs().entrySet()) {
                out.writeUTF(log.getKey());
                write(log.getValue(), out);
            }
            out.writeInt(contents.bodies().size());
            for (var body : new TreeMap<>(contents.bodies()).entrySet()) {
                out.write(body.getKey().bytes());
                out.writeLong(body.getValue().place());
                out.writeInt(body.getValue().length());
            }
            out.writeInt(contents.erased().size());
            for (Hash hash : new TreeSet<>(contents.erased())) {
                out.write(hash.bytes());
            }
            out.writeInt(contents.facts().size());
            for (Map.Entry<String, byte[]> fact : contents.facts().entrySet()) {
                out.writeUTF(fact.getKey());
                write(fact.getValue(), out);
            }
        }
    }

    private static int sum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }

    private static void write(HeldLog log, DataOutputStream out) throws IOException {
        out.writeLong(log.size());
        for (long from = 0; from < log.size(); from += CELLS_AT_ONCE) {
            out.write(log.places(from, (int) Math.min(CELLS_AT_ONCE, log.size() - from)));
        }
        for (int level = 0; level <= Tile.LEVEL_MAX; level++) {
            long count = log.hashes(level);
            out.writeLong(count);
            for (long from = 0; from < count; from += CELLS_AT_ONCE) {
                out.write(log.hashes(level, from, (int) Math.min(CELLS_AT_ONCE, count - from)));
            }
        }
        // The head of a copy that is being filled lies below what is held.
        out.writeLong(log.kept().map(Head::size).orElse(-1L));
        write(log.kept().map(Head::checkpoint).orElseGet(() -> new byte[0]), out);
    }

    private static void write(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** The bytes of the snapshot there is; none when it is missing or damaged. */
    static byte[] stored(Disk disk) throws IOException {
        if (!disk.names().contains(NAME)) {
            return new byte[0];
        }
        byte[] bytes;
        try (Disk.Handle file = disk.open(NAME)) {
            if (file.size() > Integer.MAX_VALUE - 16 || file.size() < Integer.BYTES) {
                return new byte[0];
            }
            bytes = new byte[(int) file.size()];
            file.read(0, ByteBuffer.wrap(bytes));
        }
        int length = bytes.length - Integer.BYTES;
        boolean whole =
                ByteBuffer.wrap(bytes).getInt(length) == sum(bytes, length)
                        && begins(bytes).equals(MAGIC);
        return whole ? bytes : new byte[0];
    }

    private static String begins(byte[] bytes) {
        int length = Math.min(bytes.length, 2 + MAGIC.length());
        return new String(bytes, 2, Math.max(0, length - 2), StandardCharsets.UTF_8);
    }

    /** Behind which place of the journal what is told by these bytes goes on. */
    static long end(byte[] stored) {
        return ByteBuffer.wrap(stored).getLong(2 + MAGIC.length());
    }

    /**
     * Fills the contents, and says behind which place of the journal they go on; 0 when there is no
     * snapshot that can be used.
     */
    static long read(Disk disk, Contents contents) throws IOException {
        byte[] bytes = stored(disk);
        if (bytes.length == 0) {
            return 0;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.readUTF();
            return fill(in, contents);
        } catch (IOException e) {
            throw new UncheckedIOException("a snapshot with the right checksum", e);
        }
    }

    private static long fill(DataInputStream in, Contents contents) throws IOException {
        long end = in.readLong();
        int logs = in.readInt();
        for (int i = 0; i < logs; i++) {
            fill(in, contents.log(in.readUTF()));
        }
        int bodies = in.readInt();
        for (int i = 0; i < bodies; i++) {
            contents.bodies().put(hash(in), new Contents.Lies(in.readLong(), in.readInt()));
        }
        int erased = in.readInt();
        for (int i = 0; i < erased; i++) {
            contents.erased().add(hash(in));
        }
        int facts = in.readInt();
        for (int i = 0; i < facts; i++) {
            contents.facts().put(in.readUTF(), in.readNBytes(in.readInt()));
        }
        return end;
    }

    private static void fill(DataInputStream in, HeldLog log) throws IOException {
        byte[] cells = new byte[CELLS_AT_ONCE * Tile.HASH_BYTES];
        cells(in, in.readLong(), Long.BYTES, cells, count -> log.restorePlaces(cells, 0, count));
        for (int level = 0; level <= Tile.LEVEL_MAX; level++) {
            int at = level;
            cells(
                    in,
                    in.readLong(),
                    Tile.HASH_BYTES,
                    cells,
                    count -> log.restoreHashes(at, cells, 0, count));
        }
        long headSize = in.readLong();
        log.restored(headSize, in.readNBytes(in.readInt()));
    }

    /** Reads cells in pieces, for a start reads millions of them. */
    private static void cells(
            DataInputStream in, long count, int width, byte[] piece, IntConsumer taken)
            throws IOException {
        for (long from = 0; from < count; from += CELLS_AT_ONCE) {
            int some = (int) Math.min(CELLS_AT_ONCE, count - from);
            in.readFully(piece, 0, some * width);
            taken.accept(some);
        }
    }

    private static Hash hash(DataInputStream in) throws IOException {
        return Hash.fromBytes(in.readNBytes(Tile.HASH_BYTES));
    }
}
