// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.canonical;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 hash, written {@code sha256:} and 64 hexadecimal digits. Immutable. */
public record Hash(String hex) implements Comparable<Hash> {
    private static final String PREFIX = "sha256:";

    public Hash {
        if (hex.length() != 64 || !isLowerHex(hex)) {
            throw new IllegalArgumentException("not 64 hexadecimal digits in lower case: " + hex);
        }
    }

    /** A loop, for a log that grows makes some with every commit. */
    private static boolean isLowerHex(String hex) {
        for (int i = 0; i < hex.length(); i++) {
            char c = hex.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The hash of these pieces, one after the other. */
    public static Hash of(byte[]... pieces) {
        MessageDigest digest = sha256();
        for (byte[] piece : pieces) {
            digest.update(piece);
        }
        return new Hash(HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * The hash that is these 32 bytes.
     *
     * @throws IllegalArgumentException when they are not 32
     */
    public static Hash fromBytes(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    /**
     * Reads {@code sha256:…} back.
     *
     * @throws IllegalArgumentException when it is not in that form
     */
    public static Hash parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("expected sha256: and 64 digits, not " + text);
        }
        return new Hash(text.substring(PREFIX.length()));
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public int compareTo(Hash other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return PREFIX + hex;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
