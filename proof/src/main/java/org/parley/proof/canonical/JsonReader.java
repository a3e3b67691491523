// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.canonical;

import org.parley.proof.canonical.MalformedException.Reason;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One pass over one text; it refuses at the first thing that the writer would not have written. */
final class JsonReader {
    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    static Json read(byte[] bytes) {
        if (bytes.length > CanonicalJson.BYTES_MAX) {
            throw new MalformedException(Reason.TOO_LARGE, CanonicalJson.BYTES_MAX);
        }
        JsonReader reader = new JsonReader(decode(bytes));
        Json json = reader.value(0);
        if (reader.at < reader.text.length()) {
            throw reader.refuse(isSpace(reader.peek()) ? Reason.WHITESPACE : Reason.TRAILING);
        }
        // Every way to differ has its own reason above; this holds whatever was forgotten there.
        if (!CanonicalJson.text(json).equals(reader.text)) {
            throw new MalformedException(Reason.NOT_CANONICAL, 0);
        }
        return json;
    }

    private static String decode(byte[] bytes) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new MalformedException(Reason.NOT_UTF8, in.position());
        }
        return out.flip().toString();
    }

    private Json value(int depth) {
        if (depth > CanonicalJson.DEPTH_MAX) {
            throw refuse(Reason.TOO_DEEP);
        }
        char c = peek();
        return switch (c) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new Json.Str(string());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> throw refuse(text.startsWith("null", at) ? Reason.NULL : Reason.UNEXPECTED);
            case '-', '+', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw unexpected();
        };
    }

    private Json.Obj object(int depth) {
        SortedMap<String, Json> members = new TreeMap<>(Json::compareKeys);
        at++;
        if (peek() == '}') {
            at++;
            return new Json.Obj(members);
        }
        while (true) {
            int start = at;
            if (peek() != '"') {
                throw unexpected();
            }
            String key = string();
            if (!members.isEmpty()) {
                int order = Json.compareKeys(members.lastKey(), key);
                if (order >= 0) {
                    boolean twice = members.containsKey(key);
                    throw refuse(twice ? Reason.DUPLICATE_KEY : Reason.UNSORTED_KEYS, start);
                }
            }
            expect(':');
            members.put(key, value(depth + 1));
            if (endsWith('}')) {
                return new Json.Obj(members);
            }
        }
    }

    private Json.Arr array(int depth) {
        List<Json> values = new ArrayList<>();
        at++;
        if (peek() == ']') {
            at++;
            return new Json.Arr(values);
        }
        while (true) {
            values.add(value(depth + 1));
            if (endsWith(']')) {
                return new Json.Arr(values);
            }
        }
    }

    /** Passes a comma, or the end of the array or object. */
    private boolean endsWith(char end) {
        if (peek() == end) {
            at++;
            return true;
        }
        expect(',');
        return false;
    }

    private Json.Int number() {
        int start = at;
        boolean negative = text.charAt(at) == '-';
        if (negative || text.charAt(at) == '+') {
            at++;
        }
        int digits = at;
        long value = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            value = Math.min(value * 10 + text.charAt(at) - '0', Json.INT_MAX + 1);
            at++;
        }
        if (at == digits) {
            throw at < text.length()
                    ? refuse(Reason.NUMBER_FORM, start)
                    : refuse(Reason.ENDS_EARLY);
        }
        if (at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0) {
            throw refuse(Reason.NOT_AN_INTEGER, start);
        }
        boolean leadingZero = text.charAt(digits) == '0' && (at > digits + 1 || negative);
        if (leadingZero || text.charAt(start) == '+') {
            throw refuse(Reason.NUMBER_FORM, start);
        }
        if (value > Json.INT_MAX) {
            throw refuse(Reason.NUMBER_TOO_LARGE, start);
        }
        return new Json.Int(negative ? -value : value);
    }

    private String string() {
        int start = at;
        at++;
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = peek();
            if (c == '"') {
                at++;
                break;
            }
            if (c < ' ') {
                throw refuse(Reason.CONTROL_CHARACTER);
            }
            out.append(c == '\\' ? escape() : c);
            at++;
        }
        String string = out.toString();
        Optional<Reason> wrong = Json.whyNotText(string);
        if (wrong.isPresent()) {
            throw refuse(wrong.get(), start);
        }
        return string;
    }

    /** Reads an escape and stays on its last character. */
    private char escape() {
        int start = at;
        at++;
        char kind = peek();
        char meant =
                switch (kind) {
                    case '"', '\\', '/' -> kind;
                    case 'b' -> '\b';
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'f' -> '\f';
                    case 'r' -> '\r';
                    case 'u' -> hex();
                    default -> throw refuse(Reason.ESCAPE, start);
                };
        if (Character.isSurrogate(meant)) {
            // Half a pair cannot stand at all, and a whole one needs no escape.
            throw refuse(Reason.LONE_SURROGATE, start);
        }
        boolean needed = meant == '"' || meant == '\\' || meant < ' ';
        if (!needed || !text.startsWith(CanonicalJson.escape(meant), start)) {
            throw refuse(Reason.ESCAPE, start);
        }
        return meant;
    }

    private char hex() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            at++;
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw refuse(Reason.ESCAPE);
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }

    private Json word(String word, Json meaning) {
        if (!text.startsWith(word, at)) {
            throw refuse(Reason.UNEXPECTED);
        }
        at += word.length();
        return meaning;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw unexpected();
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw refuse(Reason.ENDS_EARLY);
        }
        return text.charAt(at);
    }

    private MalformedException unexpected() {
        return refuse(isSpace(text.charAt(at)) ? Reason.WHITESPACE : Reason.UNEXPECTED);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private MalformedException refuse(Reason reason) {
        return refuse(reason, at);
    }

    private MalformedException refuse(Reason reason, int charAt) {
        int bytes = text.substring(0, charAt).getBytes(StandardCharsets.UTF_8).length;
        return new MalformedException(reason, bytes);
    }
}
