// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Bech32 (BIP 173) without its limit of length, as age writes keys. The libraries at hand keep the
 * limit, and a hybrid public key has 1,216 bytes. Pure functions.
 */
final class LongBech32 {
    private static final String CHARSET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {
        0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
    };
    private static final int CHECKSUM_CHARS = 6;

    private LongBech32() {}

    /** In lower case: {@code prefix1data}. */
    static String encode(String prefix, byte[] bytes) {
        StringBuilder text = new StringBuilder(prefix).append('1');
        int sum = start(prefix);
        int held = 0;
        int bits = 0;
        for (byte b : bytes) {
            held = held << 8 | b & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                int value = held >>> bits & 31;
                sum = step(sum, value);
                text.append(CHARSET.charAt(value));
            }
        }
        if (bits > 0) {
            int value = held << 5 - bits & 31;
            sum = step(sum, value);
            text.append(CHARSET.charAt(value));
        }
        for (int i = 0; i < CHECKSUM_CHARS; i++) {
            sum = step(sum, 0);
        }
        for (int i = 0; i < CHECKSUM_CHARS; i++) {
            text.append(CHARSET.charAt((sum ^ 1) >>> 5 * (CHECKSUM_CHARS - 1 - i) & 31));
        }
        return text.toString();
    }

    /** The bytes; empty when the text is no such encoding with this prefix, in one case. */
    static Optional<byte[]> decode(String prefix, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean oneCase = text.equals(lower) || text.equals(text.toUpperCase(Locale.ROOT));
        int data = prefix.length() + 1;
        if (!oneCase || !lower.startsWith(prefix + "1") || text.length() < data + CHECKSUM_CHARS) {
            return Optional.empty();
        }
        int sum = start(prefix);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (int i = data; i < lower.length(); i++) {
            int value = CHARSET.indexOf(lower.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            sum = step(sum, value);
            if (i < lower.length() - CHECKSUM_CHARS) {
                held = held << 5 | value;
                bits += 5;
                if (bits >= 8) {
                    bits -= 8;
                    bytes.write(held >>> bits & 0xff);
                }
            }
        }
        boolean padded = bits < 5 && (held & (1 << bits) - 1) == 0;
        return sum == 1 && padded ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }

    private static int start(String prefix) {
        int sum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) >>> 5);
        }
        sum = step(sum, 0);
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) & 31);
        }
        return sum;
    }

    private static int step(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            if ((top >>> i & 1) == 1) {
                next ^= GENERATOR[i];
            }
        }
        return next;
    }
}
