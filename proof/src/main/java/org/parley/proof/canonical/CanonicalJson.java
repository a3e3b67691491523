// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.canonical;

import org.parley.proof.canonical.Json.Arr;
import org.parley.proof.canonical.Json.Bool;
import org.parley.proof.canonical.Json.Int;
import org.parley.proof.canonical.Json.Obj;
import org.parley.proof.canonical.Json.Str;
import org.parley.proof.canonical.MalformedException.Reason;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes and reads canonical JSON: one value, one text. Reading accepts exactly what writing
 * produces, so {@code write(read(x))} is {@code x} and hashing a text is hashing what it means.
 * Pure functions. The format is docs/formats/canonical-json.md.
 */
public final class CanonicalJson {
    /** Deeper than any statement needs, and far from the end of a thread's stack. */
    public static final int DEPTH_MAX = 32;

    /** Room for the item list of the largest declaration there has been, many times over. */
    public static final int BYTES_MAX = 16 << 20;

    private CanonicalJson() {}

    /**
     * The one text of this value, in UTF-8, on one line without a line end.
     *
     * @throws MalformedException when it is deeper than {@link #DEPTH_MAX} or longer than {@link
     *     #BYTES_MAX}
     */
    public static byte[] write(Json json) {
        byte[] bytes = text(json).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > BYTES_MAX) {
            throw new MalformedException(Reason.TOO_LARGE, -1);
        }
        return bytes;
    }

    /** The same as {@link #write}, as characters. */
    public static String text(Json json) {
        StringBuilder out = new StringBuilder();
        append(json, out, 0);
        return out.toString();
    }

    /**
     * Reads exactly one value.
     *
     * @throws MalformedException when the bytes are anything but the canonical text of a value
     */
    public static Json read(byte[] bytes) {
        return JsonReader.read(bytes);
    }

    private static void append(Json json, StringBuilder out, int depth) {
        if (depth > DEPTH_MAX) {
            throw new MalformedException(Reason.TOO_DEEP, -1);
        }
        switch (json) {
            case Obj(var members) -> appendObject(members, out, depth);
            case Arr(var values) -> appendArray(values, out, depth);
            case Str(var text) -> appendString(text, out);
            case Int(var value) -> out.append(value);
            case Bool(var value) -> out.append(value);
        }
    }

    private static void appendObject(Map<String, Json> members, StringBuilder out, int depth) {
        out.append('{');
        Iterator<Map.Entry<String, Json>> iterator = members.entrySet().iterator();
        while (iterator.hasNext()) {
            Map.Entry<String, Json> member = iterator.next();
            appendString(member.getKey(), out);
            out.append(':');
            append(member.getValue(), out, depth + 1);
            if (iterator.hasNext()) {
                out.append(',');
            }
        }
        out.append('}');
    }

    private static void appendArray(List<Json> values, StringBuilder out, int depth) {
        out.append('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            append(values.get(i), out, depth + 1);
        }
        out.append(']');
    }

    private static void appendString(String text, StringBuilder out) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c < ' ') {
                out.append(text, written, i).append(escape(c));
                written = i + 1;
            }
        }
        if (written == 0) {
            // Nearly all are written as they stand, and all at once.
            out.append(text);
        } else {
            out.append(text, written, text.length());
        }
        out.append('"');
    }

    /** The only way in which such a character is written. */
    static String escape(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> "\\u00" + Character.forDigit(c >> 4, 16) + Character.forDigit(c & 15, 16);
        };
    }
}
