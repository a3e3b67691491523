// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.cbor;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;

import java.util.Arrays;
import java.util.List;

/**
 * Reads what {@link Cbor} writes, value by value as the caller expects them, and nothing else: no
 * indefinite lengths, no number longer than it has to be, none beyond 2^63-1. It never makes room
 * for a length before it has seen that many bytes. For one thread.
 */
public final class CborReader {
    private static final List<String> KINDS =
            List.of(
                    "a number",
                    "a negative number",
                    "bytes",
                    "text",
                    "an array",
                    "a map",
                    "a tag",
                    "a simple value");

    private static final int INDEFINITE = 31;

    private final byte[] bytes;
    private int at;

    public CborReader(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /**
     * A tag.
     *
     * @throws ProofException when something else stands here, as with every method of this class
     */
    public long tag() {
        return head(Cbor.TAG);
    }

    /** The size of an array that follows. */
    public int array(int sizeMax) {
        return bounded(head(Cbor.ARRAY), sizeMax);
    }

    /** How many keys with values follow. */
    public int map(int sizeMax) {
        return bounded(head(Cbor.MAP), sizeMax);
    }

    /** A number that may be negative. */
    public long number() {
        boolean negative = at < bytes.length && (bytes[at] & 0xff) >> 5 == Cbor.NEGATIVE;
        return negative ? -1 - head(Cbor.NEGATIVE) : head(Cbor.UNSIGNED);
    }

    /** A number that is not negative. */
    public long unsigned() {
        return head(Cbor.UNSIGNED);
    }

    public byte[] bytes(int lengthMax) {
        int length = bounded(head(Cbor.BYTES), lengthMax);
        if (length > bytes.length - at) {
            throw endsEarly();
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /** The value that stands for nothing. */
    public void nil() {
        if (at >= bytes.length) {
            throw endsEarly();
        }
        if ((bytes[at] & 0xff) != Cbor.NIL) {
            throw unexpected("nil");
        }
        at++;
    }

    /** Nothing may follow. */
    public void end() {
        if (at < bytes.length) {
            throw form(bytes.length - at + " bytes too many");
        }
    }

    private int bounded(long size, int sizeMax) {
        if (size > sizeMax) {
            throw new ProofException(
                    Reason.TOO_LARGE, "before byte " + at + ": " + size + ", at most " + sizeMax);
        }
        return (int) size;
    }

    private long head(int kind) {
        if (at >= bytes.length) {
            throw endsEarly();
        }
        int first = bytes[at] & 0xff;
        if (first >> 5 != kind) {
            throw unexpected(KINDS.get(kind));
        }
        int low = first & 0x1f;
        if (low < 24) {
            at++;
            return low;
        }
        if (low > 27) {
            throw form(low == INDEFINITE ? "an indefinite length" : "no number begins like this");
        }
        int size = 1 << low - 24;
        if (size > bytes.length - at - 1) {
            throw endsEarly();
        }
        long value = 0;
        for (int i = 1; i <= size; i++) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        if (value < 0) {
            throw new ProofException(Reason.OUT_OF_RANGE, "byte " + at + ": a number above 2^63-1");
        }
        if (Cbor.width(value) != low - 23) {
            throw form(value + " is written longer than it has to be");
        }
        at += 1 + size;
        return value;
    }

    private ProofException unexpected(String expected) {
        return form("expected " + expected + ", there is " + KINDS.get((bytes[at] & 0xff) >> 5));
    }

    private ProofException endsEarly() {
        return form("ends too early");
    }

    private ProofException form(String what) {
        return new ProofException(Reason.FORM, "byte " + at + ": " + what);
    }
}
