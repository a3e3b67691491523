// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.note;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The written form both kinds of key share: {@code name+hash+base64(type, bytes)}. Stateless. */
record KeyText(String name, Suite suite, int keyHash, String base64) {
    /** Room for the longest name and the longest key. */
    private static final int CHARS_MAX = 4096;

    static KeyText parse(String text) {
        int first = text.indexOf('+');
        int second = text.indexOf('+', first + 1);
        if (text.length() > CHARS_MAX || first < 0 || second < 0) {
            throw refused();
        }
        String hash = text.substring(first + 1, second);
        byte[] typed = Lines.base64(text.substring(second + 1));
        if (!hash.matches("[0-9a-f]{8}") || typed.length < 2) {
            throw refused();
        }
        String name = text.substring(0, first);
        SignatureLine.checkName(name);
        return new KeyText(
                name, Suite.of(typed[0]), HexFormat.fromHexDigits(hash), Lines.base64(typed));
    }

    /** The message has no word of the text: it may be a secret. */
    static ProofException refused() {
        return new ProofException(Reason.KEY, "expected name+hash+base64");
    }

    static KeyText of(String name, Suite suite, int keyHash, byte[] bytes) {
        byte[] typed = ByteBuffer.allocate(1 + bytes.length).put(suite.type()).put(bytes).array();
        return new KeyText(name, suite, keyHash, Lines.base64(typed));
    }

    /** The key or seed after its type. */
    byte[] bytes() {
        byte[] typed = Lines.base64(base64);
        return Arrays.copyOfRange(typed, 1, typed.length);
    }

    String format() {
        return name + "+" + HexFormat.of().toHexDigits(keyHash) + "+" + base64;
    }

    /** The key hash the specification recommends: the first four bytes of SHA-256. */
    static int keyHash(String name, Suite suite, byte[] publicKey) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
        out.write(suite.type());
        out.writeBytes(publicKey);
        return ByteBuffer.wrap(Hash.of(out.toByteArray()).bytes()).getInt();
    }
}
