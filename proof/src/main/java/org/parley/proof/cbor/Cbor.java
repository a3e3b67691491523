// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.cbor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes CBOR in its deterministic form (RFC 8949, section 4.2.1): definite lengths, every number
 * as short as it can be; the order of a map's keys is the caller's. Our own, because whoever audits
 * has no libraries, and this is all of it. For one thread.
 */
public final class Cbor {
    static final int UNSIGNED = 0;
    static final int NEGATIVE = 1;
    static final int BYTES = 2;
    static final int TEXT = 3;
    static final int ARRAY = 4;
    static final int MAP = 5;
    static final int TAG = 6;
    static final int NIL = 0xf6;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A whole number. */
    public Cbor number(long value) {
        return value < 0 ? head(NEGATIVE, -1 - value) : head(UNSIGNED, value);
    }

    public Cbor bytes(byte[] bytes) {
        head(BYTES, bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    public Cbor text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head(TEXT, bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /** The head of an array; that many values follow. */
    public Cbor array(int size) {
        return head(ARRAY, size);
    }

    /** The head of a map; that many keys follow, each with its value. */
    public Cbor map(int size) {
        return head(MAP, size);
    }

    /** A tag; what it is about follows. */
    public Cbor tag(int tag) {
        return head(TAG, tag);
    }

    public Cbor nil() {
        out.write(NIL);
        return this;
    }

    /** What was written so far. */
    public byte[] done() {
        return out.toByteArray();
    }

    private Cbor head(int kind, long value) {
        int width = width(value);
        out.write(kind << 5 | (width == 0 ? (int) value : 23 + width));
        if (width > 0) {
            int size = 1 << width - 1;
            byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
            out.write(all, Long.BYTES - size, size);
        }
        return this;
    }

    /** 0 for a number inside the first byte, else 1 to 4 for one, two, four or eight bytes. */
    static int width(long value) {
        if (value < 24) {
            return 0;
        }
        if (value <= 0xff) {
            return 1;
        }
        if (value <= 0xffff) {
            return 2;
        }
        return value <= 0xffff_ffffL ? 3 : 4;
    }
}
