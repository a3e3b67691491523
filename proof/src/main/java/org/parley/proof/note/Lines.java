// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.note;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The few forms all texts of a log share; each is read in exactly one way. Stateless. */
public final class Lines {
    private Lines() {}

    /**
     * Reads UTF-8 whose only control character is the line feed.
     *
     * @throws ProofException when it is longer than {@code bytesMax} or anything else
     */
    public static String text(byte[] bytes, int bytesMax) {
        if (bytes.length > bytesMax) {
            throw new ProofException(
                    Reason.TOO_LARGE, bytes.length + " bytes, at most " + bytesMax);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new ProofException(Reason.NOT_UTF8, bytes.length + " bytes");
        }
        checkControls(text);
        return text;
    }

    /** The bytes of a text in which no half of a surrogate pair stands alone. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void checkControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' && text.charAt(i) != '\n') {
                throw new ProofException(Reason.CONTROL_CHARACTER, "at character " + i);
            }
        }
    }

    /**
     * Reads a whole number from 0 to 2^63-1 without sign or leading zero.
     *
     * @throws ProofException when it is anything else
     */
    public static long number(String text) {
        boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean shortest = text.length() == 1 || !text.startsWith("0");
        if (text.isEmpty() || text.length() > 19 || !digits || !shortest) {
            throw new ProofException(Reason.NUMBER, quoted(text));
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new ProofException(Reason.NUMBER, quoted(text));
        }
    }

    /**
     * Reads base64 with its padding; the same bytes have no second form.
     *
     * @throws ProofException when it is anything else
     */
    public static byte[] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // The refusal below says the same for every wrong form.
        }
        throw new ProofException(Reason.BASE64, quoted(text));
    }

    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The text for a message: in quotation marks, and cut where it goes on and on. */
    public static String quoted(String text) {
        return '"' + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + '"';
    }
}
