// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.note;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One signature line of a note: {@code — name base64}. Immutable.
 *
 * @param name of the key; no space, no plus sign
 * @param base64 four bytes of key hash, then the signature
 */
public record SignatureLine(String name, String base64) {
    private static final String DASH = "\u2014 ";
    private static final int KEY_HASH_BYTES = 4;

    /**
     * @throws ProofException when the line would not be well-formed
     */
    public SignatureLine {
        checkName(name);
        if (Lines.base64(base64).length <= KEY_HASH_BYTES) {
            throw new ProofException(Reason.FORM, "a signature of no bytes by " + name);
        }
    }

    static SignatureLine of(String name, int keyHash, byte[] signature) {
        byte[] all =
                ByteBuffer.allocate(KEY_HASH_BYTES + signature.length)
                        .putInt(keyHash)
                        .put(signature)
                        .array();
        return new SignatureLine(name, Lines.base64(all));
    }

    /**
     * Reads one line, without its line end.
     *
     * @throws ProofException when it is no signature line
     */
    public static SignatureLine parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw new ProofException(Reason.FORM, "no signature line: " + Lines.quoted(line));
        }
        return new SignatureLine(line.substring(DASH.length(), space), line.substring(space + 1));
    }

    static void checkName(String name) {
        boolean plain =
                name.codePoints()
                        .noneMatch(c ->
                                c == '+'
                                        || Character.isWhitespace(c)
                                        || Character.isSpaceChar(c)
                                        || c == 0x85
                                        || c < ' ');
        if (name.isEmpty() || !plain) {
            throw new ProofException(
                    Reason.FORM, "a key's name has no space and no plus: " + Lines.quoted(name));
        }
    }

    public int keyHash() {
        return ByteBuffer.wrap(Lines.base64(base64)).getInt();
    }

    /** What follows the key hash; of a cosignature, the time first. */
    public byte[] signature() {
        byte[] all = Lines.base64(base64);
        return Arrays.copyOfRange(all, KEY_HASH_BYTES, all.length);
    }

    /** The line without its line end. */
    public String line() {
        return DASH + name + " " + base64;
    }
}
