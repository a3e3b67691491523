// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.proof.canonical.Hash;
import org.parley.proof.merkle.TreeHasher;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The content of one record of the journal: the events of one commit. Entries stand in it as in a
 * bundle of tlog-tiles, so that they are served from where they lie. The bytes of bodies follow the
 * content, outside its checksum: their hash is their checksum, and they can be overwritten. The
 * format is docs/formats/journal.md. Stateless.
 */
final class RecordCodec {
    private static final byte ENTRIES = 1;
    private static final byte BODY = 2;
    private static final byte ERASED = 3;
    private static final byte FACT = 4;

    /** One entry of one's own log, whose checkpoint is signed again when it is missed. */
    private static final byte ENTRY = 5;

    private static final int HASH_BYTES = 32;

    private RecordCodec() {}

    /** How many bytes the content of these events takes. */
    static long contentBytes(List<Event> events) {
        long bytes = 4;
        for (Event event : events) {
            bytes += 1;
            switch (event) {
                case Event.Entries entries when isShort(entries) ->
                        bytes += 4 + 4 + 2 + entries.entries().get(0).length;
                case Event.Entries(
                                var origin,
                                var first,
                                var entries,
                                var checkpoint,
                                var again) -> {
                    bytes += 2 + utf8(origin).length + 8 + 4 + 4;
                    for (byte[] entry : entries) {
                        bytes += 2 + entry.length;
                    }
                    bytes += checkpoint.map(note -> note.length).orElse(0);
                }
                case Event.Body body -> bytes += HASH_BYTES + 4;
                case Event.Erased erased -> bytes += HASH_BYTES;
                case Event.Fact(var name, var was, var value) ->
                        bytes += 2 + utf8(name).length + 1 + HASH_BYTES + 4 + value.length;
            }
        }
        return bytes;
    }

    /**
     * Whether the short form says all there is: the log by a number made from its origin, of the
     * index so much that a lost record shows, and no checkpoint.
     */
    static boolean isShort(Event.Entries event) {
        return event.again() && event.entries().size() == 1 && event.checkpoint().isPresent();
    }

    /** The number that stands for a log in a short form; two logs may have the same. */
    static int number(String origin) {
        CRC32C sum = new CRC32C();
        sum.update(utf8(origin));
        return (int) sum.getValue();
    }

    /** How many bytes of bodies follow the content. */
    static long bodyBytes(List<Event> events) {
        long bytes = 0;
        for (Event event : events) {
            bytes += event instanceof Event.Body body ? body.bytes().length : 0;
        }
        return bytes;
    }

    static void write(List<Event> events, ByteBuffer out) {
        out.putInt(events.size());
        for (Event event : events) {
            switch (event) {
                case Event.Entries one when isShort(one) -> {
                    byte[] entry = one.entries().get(0);
                    out.put(ENTRY).putInt(number(one.origin())).putInt((int) one.first());
                    out.putShort((short) entry.length).put(entry);
                }
                case Event.Entries(
                                var origin,
                                var first,
                                var entries,
                                var checkpoint,
                                var again) -> {
                    out.put(ENTRIES);
                    text(origin, out);
                    out.putLong(first).putInt(entries.size());
                    for (byte[] entry : entries) {
                        out.putShort((short) entry.length).put(entry);
                    }
                    // A note is never empty, so that no length means none.
                    byte[] note = checkpoint.orElse(new byte[0]);
                    out.putInt(note.length).put(note);
                }
                case Event.Body(var hash, var bytes) ->
                        out.put(BODY).put(hash.bytes()).putInt(bytes.length);
                case Event.Erased(var hash) -> out.put(ERASED).put(hash.bytes());
                case Event.Fact(var name, var was, var value) -> {
                    out.put(FACT);
                    text(name, out);
                    out.put((byte) (was.isPresent() ? 1 : 0));
                    out.put(was.map(Hash::bytes).orElse(new byte[HASH_BYTES]));
                    out.putInt(value.length).put(value);
                }
            }
        }
        for (Event event : events) {
            if (event instanceof Event.Body body) {
                out.put(body.bytes());
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void text(String text, ByteBuffer out) {
        byte[] bytes = utf8(text);
        out.putShort((short) bytes.length).put(bytes);
    }

    /** What a record says, with places instead of long bytes. */
    sealed interface Part {
        /**
         * Entries of a log.
         *
         * @param at the offset, in the content, of each entry's length
         */
        @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
        record Entries(
                String origin, long first, int[] at, byte[][] leaves, Optional<byte[]> checkpoint)
                implements Part {}

        /**
         * One entry in the short form.
         *
         * @param log the {@link #number} of its log
         * @param first the lower half of its index
         * @param at the offset, in the content, of its length
         */
        @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
        record Entry(int log, int first, int at, byte[] leaf) implements Part {}

        /**
         * A body behind the content.
         *
         * @param from the offset of its first byte behind the content
         */
        record Body(Hash hash, long from, int length) implements Part {}

        record Erased(Hash hash) implements Part {}

        @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
        record Fact(String name, Optional<Hash> was, byte[] bytes) implements Part {}
    }

    /** Gives the leaf hashes of entries, each asked for once, in their order. */
    interface Leaves {
        byte[] hash(int from, int length);
    }

    /** The parts of a content, with the leaf hashes made where the entries lie. */
    static List<Part> read(byte[] content, TreeHasher hasher) {
        return read(ByteBuffer.wrap(content), (from, length) -> hasher.leaf(content, from, length));
    }

    /**
     * Reads a content whose checksum was right; wrong lengths in it are a defect of the writer.
     *
     * @throws BufferUnderflowException when it is no content
     */
    static List<Part> read(ByteBuffer content, Leaves hasher) {
        ByteBuffer in = content.slice();
        int count = in.getInt();
        List<Part> parts = new ArrayList<>();
        long body = 0;
        for (int i = 0; i < count; i++) {
            switch (in.get()) {
                case ENTRIES -> parts.add(entries(in, hasher));
                case ENTRY -> {
                    int log = in.getInt();
                    int first = in.getInt();
                    int at = in.position();
                    int length = in.getShort() & 0xffff;
                    byte[] leaf = hasher.hash(in.position(), length);
                    in.position(in.position() + length);
                    parts.add(new Part.Entry(log, first, at, leaf));
                }
                case BODY -> {
                    Hash hash = hash(in);
                    int length = in.getInt();
                    parts.add(new Part.Body(hash, body, length));
                    body += length;
                }
                case ERASED -> parts.add(new Part.Erased(hash(in)));
                case FACT -> {
                    String name = text(in);
                    boolean was = in.get() == 1;
                    Hash before = hash(in);
                    parts.add(
                            new Part.Fact(
                                    name,
                                    was ? Optional.of(before) : Optional.empty(),
                                    bytes(in, in.getInt())));
                }
                default -> throw new BufferUnderflowException();
            }
        }
        return parts;
    }

    private static Part.Entries entries(ByteBuffer in, Leaves hasher) {
        String origin = text(in);
        long first = in.getLong();
        int count = in.getInt();
        int[] at = new int[count];
        byte[][] leaves = new byte[count][];
        for (int i = 0; i < count; i++) {
            at[i] = in.position();
            int length = in.getShort() & 0xffff;
            leaves[i] = hasher.hash(in.position(), length);
            in.position(in.position() + length);
        }
        byte[] note = bytes(in, in.getInt());
        return new Part.Entries(
                origin, first, at, leaves, note.length == 0 ? Optional.empty() : Optional.of(note));
    }

    private static Hash hash(ByteBuffer in) {
        return Hash.fromBytes(bytes(in, HASH_BYTES));
    }

    private static String text(ByteBuffer in) {
        return new String(bytes(in, in.getShort() & 0xffff), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
