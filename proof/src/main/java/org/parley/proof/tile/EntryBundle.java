// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.tile;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The entries under one tile of level 0: each after its length in two bytes. Stateless. */
public final class EntryBundle {
    /** What two bytes of length allow. */
    public static final int ENTRY_BYTES_MAX = 65_535;

    /** The longest bundle there can be. */
    public static final int BYTES_MAX = Tile.WIDTH * (2 + ENTRY_BYTES_MAX);

    private EntryBundle() {}

    /**
     * Writes the entries, one after the other.
     *
     * @throws ProofException when an entry is longer than {@link #ENTRY_BYTES_MAX}
     */
    public static byte[] format(List<byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > ENTRY_BYTES_MAX) {
                throw new ProofException(
                        Reason.TOO_LARGE, "an entry of " + entry.length + " bytes");
            }
            out.write(entry.length >>> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    /**
     * Reads exactly this many entries.
     *
     * @throws ProofException when there are fewer, or something follows them
     */
    public static List<byte[]> parse(byte[] bytes, int count) {
        List<byte[]> entries = new ArrayList<>(Math.min(count, Tile.WIDTH));
        int at = 0;
        for (int i = 0; i < count; i++) {
            int end = end(bytes, at);
            entries.add(Arrays.copyOfRange(bytes, at + 2, end));
            at = end;
        }
        if (at != bytes.length) {
            throw new ProofException(
                    Reason.FORM, (bytes.length - at) + " bytes after the last of " + count);
        }
        return entries;
    }

    /** The bundle of the first {@code count} entries of a longer one: what {@code .p/W} serves. */
    public static byte[] slice(byte[] bytes, int count) {
        int at = 0;
        for (int i = 0; i < count; i++) {
            at = end(bytes, at);
        }
        return Arrays.copyOf(bytes, at);
    }

    private static int end(byte[] bytes, int at) {
        int length = at + 2 > bytes.length ? -1 : (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
        if (length < 0 || at + 2 + length > bytes.length) {
            throw new ProofException(Reason.FORM, "a bundle that ends early, at byte " + at);
        }
        return at + 2 + length;
    }
}
