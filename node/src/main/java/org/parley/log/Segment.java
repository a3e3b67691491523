// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.canonical.Hash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * One file of a journal: a header, then records.
 *
 * @param salt makes what marks and checks a record unforgeable for whoever only gets bytes into one
 */
record Segment(int number, String name, Disk.Handle file, long salt) {
    static final String PREFIX = "journal-";
    static final int HEADER_BYTES = 64;
    static final int RECORD_HEAD_BYTES = 16;

    /** What one commit may have: some bodies, or a long upload. */
    static final int RECORD_BYTES_MAX = 128 << 20;

    private static final byte[] MAGIC = "parley/journal/v1\n".getBytes(StandardCharsets.US_ASCII);

    /** So much is summed while the processor's cache has it from reading. */
    private static final int READ_BYTES = 64 << 10;

    private static final byte[] NONE = {};
    private static final int RECORD_MAGIC = 0x50524543; // PREC

    static String name(int number) {
        return PREFIX + String.format(Locale.ROOT, "%08d", number);
    }

    /** Makes a file, durably and under its name. */
    static Segment begin(Disk disk, int number, long salt) throws IOException {
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
        file.close();
        disk.rename(making, name(number));
        disk.syncNames();
        return new Segment(number, name(number), disk.open(name(number)), salt);
    }

    /**
     * Opens a file that is there.
     *
     * @throws ParleyException {@code CORRUPT} when it does not begin as it must
     */
    static Segment open(Disk disk, int number) throws IOException {
        Disk.Handle file = disk.open(name(number));
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
            throw corrupt(name(number), 0, "it does not begin as a journal does");
        }
        return new Segment(number, name(number), file, read.getLong(40));
    }

    /** Where, behind a header's checksum, a byte is not zero; below 0 if all are. */
    static int reserved(Disk.Handle file) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        file.read(0, header);
        for (int at = 52; at < HEADER_BYTES; at++) {
            if (header.get(at) != 0) {
                return at;
            }
        }
        return -1;
    }

    /**
     * A record, or no content where none is whole.
     *
     * @param bodies how many bytes of bodies follow the content
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Found(byte[] content, long bodies) {
        static final Found NONE = new Found(new byte[0], 0);

        boolean isWhole() {
            return content.length > 0;
        }
    }

    /**
     * The record that begins at a place.
     *
     * @param last whether no file follows: only there can bodies be torn
     */
    Found find(long at, long size, boolean last) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(RECORD_HEAD_BYTES);
        file.read(at, head);
        if (head.hasRemaining() || head.getInt(0) != magic()) {
            return Found.NONE;
        }
        int length = head.getInt(4);
        long bodies = head.getInt(8) & 0xffffffffL;
        long until = at + RECORD_HEAD_BYTES + length + bodies;
        if (length < 4 || length > RECORD_BYTES_MAX || until > size) {
            return Found.NONE;
        }
        byte[] content = new byte[length];
        CRC32C sum = begun(length, (int) bodies);
        for (int from = 0; from < length; from += READ_BYTES) {
            int some = Math.min(READ_BYTES, length - from);
            file.read(at + RECORD_HEAD_BYTES + from, ByteBuffer.wrap(content, from, some));
            sum.update(content, from, some);
        }
        boolean whole = head.getInt(12) == (int) sum.getValue();
        // The bodies of the last record may be torn although its content is not. In a file that
        // another follows they were synced, and may have been overwritten since.
        if (!whole || last && until == size && !bodiesWhole(content, until - bodies)) {
            return Found.NONE;
        }
        return new Found(content, bodies);
    }

    private boolean bodiesWhole(byte[] content, long from) throws IOException {
        for (RecordCodec.Part part : RecordCodec.read(ByteBuffer.wrap(content), (f, l) -> NONE)) {
            if (part instanceof RecordCodec.Part.Body(var hash, var at, var length)) {
                byte[] bytes = new byte[length];
                file.read(from + at, ByteBuffer.wrap(bytes));
                if (!Hash.of(bytes).equals(hash)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Where the next whole record stands behind a damaged one; -1 when there is none near. */
    long nextWhole(long from, long size, boolean last) throws IOException {
        byte[] rest = new byte[(int) Math.min(size - from, RECORD_BYTES_MAX)];
        file.read(from, ByteBuffer.wrap(rest));
        ByteBuffer all = ByteBuffer.wrap(rest);
        for (int i = 1; i + RECORD_HEAD_BYTES <= rest.length; i++) {
            if (all.getInt(i) == magic() && find(from + i, size, last).isWhole()) {
                return from + i;
            }
        }
        return -1;
    }

    /** Writes a record's head before the content and the bodies, which are there already. */
    void head(ByteBuffer whole, int length, int bodies) {
        CRC32C sum = begun(length, bodies);
        sum.update(whole.slice(RECORD_HEAD_BYTES, length));
        whole.putInt(0, magic()).putInt(4, length).putInt(8, bodies);
        whole.putInt(12, (int) sum.getValue());
    }

    /**
     * What begins a record. With the salt in it, a body full of false beginnings does not make a
     * start read the disk once for each of them.
     */
    private int magic() {
        return RECORD_MAGIC ^ (int) (salt >>> Integer.SIZE);
    }

    /** The checksum of a record before that of its content. */
    private CRC32C begun(int length, int bodies) {
        CRC32C sum = new CRC32C();
        sum.update(ByteBuffer.allocate(16).putLong(salt).putInt(length).putInt(bodies).flip());
        return sum;
    }

    static ParleyException corrupt(String name, long at, String what) {
        return new ParleyException(
                Code.CORRUPT,
                Place.of(name + " at byte " + at),
                what,
                "restore the folder from a backup; nothing was changed");
    }
}
