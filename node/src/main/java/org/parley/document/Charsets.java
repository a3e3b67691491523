// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells the charset of bytes by trying, and by what the page says of itself; never fails. */
final class Charsets {
    private static final Charset GB = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5");
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final int HEAD_BYTES = 2048;
    private static final int HEAD_CHARS = 8192;
    private static final int FEW_CHARS = 32;

    /** The commonest characters of either script, to tell one reading of bytes from another. */
    private static final String COMMON =
            "的一是在不了有和人中大为上个国以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产而方后多定行学法所民得经这"
                    + "個國時來們於對會發動說產後經學與這為核約條軍美";

    /**
     * @param repairs where bytes were no characters
     */
    record Decoded(String text, String charset, List<Repair> repairs) {}

    private Charsets() {}

    static Decoded decode(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return lenient(bytes, 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return lenient(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return lenient(bytes, 2, StandardCharsets.UTF_16BE);
        }
        Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
        Optional<Charset> wide = wide(bytes, utf8.isPresent() ? bytes.length / 8 : 0);
        if (wide.isPresent()) {
            return lenient(bytes, 0, wide.get());
        }
        if (utf8.isPresent()) {
            return new Decoded(utf8.get(), "UTF-8", List.of());
        }
        Optional<Charset> declared = declared(bytes);
        if (declared.isPresent()) {
            Optional<String> text = strict(bytes, declared.get());
            if (text.isPresent()) {
                return new Decoded(text.get(), declared.get().name(), List.of());
            }
        }
        return guess(bytes);
    }

    /**
     * Reads bytes whose charset somebody names: that one if they are all characters of it, else as
     * if nobody had. In one of single bytes everything is a character, so it comes after UTF-8.
     */
    static String decode(byte[] bytes, String said) {
        Optional<Charset> named = named(said);
        if (named.isPresent()) {
            Optional<String> first =
                    named.get().newEncoder().maxBytesPerChar() <= 1
                            ? strict(bytes, StandardCharsets.UTF_8)
                            : Optional.empty();
            Optional<String> text = first.or(() -> strict(bytes, named.get()));
            if (text.isPresent()) {
                return text.get();
            }
        }
        return decode(bytes).text();
    }

    private static Optional<Charset> named(String said) {
        String name = said.strip().toLowerCase(Locale.ROOT);
        try {
            return switch (name) {
                case "" -> Optional.empty();
                case "gb2312", "gbk", "x-gbk" -> Optional.of(GB);
                case "iso-8859-1", "latin1" -> Optional.of(LATIN);
                default -> Optional.of(Charset.forName(name)).filter(Charset::canEncode);
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether somebody wrote it: of pictures, programs and sound one character in ten or more is a
     * control or none at all in any charset. Of a few characters nothing can be told.
     */
    static boolean isWriting(String text) {
        int length = Math.min(text.length(), HEAD_CHARS);
        int others = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean control = Character.isISOControl(c) && !Character.isWhitespace(c);
            others += control || c == '\uFFFD' ? 1 : 0;
        }
        return length < FEW_CHARS || others * 10 < length;
    }

    private static Decoded guess(byte[] bytes) {
        Decoded broken = lenient(bytes, 0, StandardCharsets.UTF_8);
        int good = 0;
        int bad = 0;
        for (int i = 0; i < broken.text.length(); i++) {
            char c = broken.text.charAt(i);
            bad += c == '\uFFFD' ? 1 : 0;
            good += c >= 0x80 && c != '\uFFFD' ? 1 : 0;
        }
        if (bad * 4L <= good) {
            return broken;
        }
        Optional<String> gb = strict(bytes, GB);
        Optional<String> big5 = strict(bytes, BIG5);
        if (gb.isPresent() || big5.isPresent()) {
            boolean asBig5 = big5.isPresent() && score(big5) > score(gb);
            String text = (asBig5 ? big5 : gb).orElseThrow();
            return new Decoded(text, asBig5 ? "Big5" : "GB18030", List.of());
        }
        int bytesHigh = 0;
        for (byte b : bytes) {
            bytesHigh += b < 0 ? 1 : 0;
        }
        return lenient(bytes, 0, bytesHigh * 10L < bytes.length ? LATIN : GB);
    }

    private static double score(Optional<String> text) {
        if (text.isEmpty()) {
            return -1;
        }
        int common = 0;
        int all = 1;
        String read = text.get();
        for (int i = 0; i < Math.min(read.length(), 20_000); i++) {
            char c = read.charAt(i);
            if (c >= 0x80) {
                all++;
                common += COMMON.indexOf(c) >= 0 ? 1 : 0;
            }
        }
        return (double) common / all;
    }

    /**
     * UTF-16 without its mark: every second byte of a Latin letter is nought, and so are those of
     * the line ends of a Chinese text.
     */
    private static Optional<Charset> wide(byte[] bytes, int moreThan) {
        int even = 0;
        int odd = 0;
        int length = Math.min(bytes.length, HEAD_BYTES);
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (odd + even <= Math.min(moreThan, HEAD_BYTES / 8)) {
            return Optional.empty();
        }
        if (odd > 2 * even && isText(bytes, StandardCharsets.UTF_16LE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return even > 2 * odd && isText(bytes, StandardCharsets.UTF_16BE)
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    /** Nearly all of it is Han, Latin, figures, points and spaces. */
    private static boolean isText(byte[] bytes, Charset charset) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), charset);
        int text = 0;
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            text += Fold.isWide(c) || c >= ' ' && c < 0x250 || Fold.isSpace(c) ? 1 : 0;
        }
        return text * 10L >= head.length() * 9L;
    }

    private static Optional<Charset> declared(byte[] bytes) {
        int length = Math.min(bytes.length, HEAD_BYTES);
        String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        int at = head.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0) {
            return Optional.empty();
        }
        int from = at + "charset=".length();
        while (from < length && "\"' ".indexOf(head.charAt(from)) >= 0) {
            from++;
        }
        int to = from;
        while (to < length
                && (Character.isLetterOrDigit(head.charAt(to))
                        || "-_".indexOf(head.charAt(to)) >= 0)) {
            to++;
        }
        return switch (head.substring(from, to).toLowerCase(Locale.ROOT)) {
            case "gb2312", "gbk", "gb18030", "x-gbk" -> Optional.of(GB);
            case "big5", "big5-hkscs" -> Optional.of(BIG5);
            case "iso-8859-1", "windows-1252", "latin1" -> Optional.of(LATIN);
            default -> Optional.empty();
        };
    }

    private static boolean starts(byte[] bytes, int... head) {
        for (int i = 0; i < head.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Decoded lenient(byte[] bytes, int from, Charset charset) {
        String text;
        try {
            text =
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE)
                            .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                            .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a replacing decoder reported a fault", e);
        }
        return new Decoded(text, charset.name(), broken(text));
    }

    /** Where bytes were no characters. */
    static List<Repair> broken(String text) {
        List<Repair> repairs = new ArrayList<>();
        for (int at = text.indexOf('\uFFFD'); at >= 0; ) {
            int to = at + 1;
            while (to < text.length() && text.charAt(to) == '\uFFFD') {
                to++;
            }
            repairs.add(new Repair(Repair.Kind.BROKEN_BYTES, at, to));
            at = text.indexOf('\uFFFD', to);
        }
        return repairs;
    }
}
