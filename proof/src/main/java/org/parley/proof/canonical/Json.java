// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.canonical;

import org.parley.proof.canonical.MalformedException.Reason;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A value of canonical JSON: what a statement's header and body are made of. There are no floats
 * and no null on purpose: both can be written in more than one way, or mean more than one thing.
 * Values are immutable.
 */
public sealed interface Json {
    /** The largest integer that every JSON reader keeps exactly: 2^53-1. */
    long INT_MAX = (1L << 53) - 1;

    /** Members by key, in the order of their keys' code points. */
    record Obj(SortedMap<String, Json> members) implements Json {
        public Obj {
            TreeMap<String, Json> sorted = new TreeMap<>(Json::compareKeys);
            sorted.putAll(members);
            sorted.keySet().forEach(Json::requireText);
            members = java.util.Collections.unmodifiableSortedMap(sorted);
        }

        public Optional<Json> get(String key) {
            return Optional.ofNullable(members.get(key));
        }

        /** The text under the key; empty when there is none or when it is something else. */
        public Optional<String> text(String key) {
            return get(key).flatMap(
                            v -> v instanceof Str(String s) ? Optional.of(s) : Optional.empty());
        }
    }

    /** Values in the order given. */
    record Arr(List<Json> values) implements Json {
        public Arr {
            values = List.copyOf(values);
        }
    }

    /** A text in Unicode normal form C. */
    record Str(String text) implements Json {
        /**
         * @throws MalformedException when the text is not in normal form C or not well-formed;
         *     {@link Json#text} brings any well-formed text into that form
         */
        public Str {
            requireText(text);
        }
    }

    /** A whole number of at most {@link #INT_MAX} either side of zero. */
    record Int(long value) implements Json {
        public Int {
            if (value > INT_MAX || value < -INT_MAX) {
                throw new MalformedException(Reason.NUMBER_TOO_LARGE, -1);
            }
        }
    }

    /** True or false. */
    record Bool(boolean value) implements Json {}

    /** The text, brought into normal form C. */
    static Str text(String text) {
        return new Str(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    static Int number(long value) {
        return new Int(value);
    }

    static Bool truth(boolean value) {
        return new Bool(value);
    }

    static Arr array(Json... values) {
        return new Arr(Arrays.asList(values));
    }

    static Obj object(Map<String, ? extends Json> members) {
        TreeMap<String, Json> copy = new TreeMap<>(members);
        return new Obj(copy);
    }

    /**
     * The order of keys: by code point, which is also the order of their bytes in UTF-8. Java's own
     * order is by UTF-16 code unit and puts U+10000 and above before U+E000.
     */
    static int compareKeys(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean sameSide = Character.isSurrogate(a) == Character.isSurrogate(b);
                return sameSide ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    private static void requireText(String text) {
        Optional<Reason> wrong = whyNotText(text);
        if (wrong.isPresent()) {
            throw new MalformedException(wrong.get(), -1);
        }
    }

    /**
     * Why a string may not be written, if so. Unassigned code points are refused because a later
     * Unicode may give them a decomposition: what is in normal form today might then not be.
     */
    static Optional<Reason> whyNotText(String text) {
        boolean ascii = true;
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            ascii &= c < 128;
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                return Optional.of(Reason.LONE_SURROGATE);
            }
            if (!ascii && Character.getType(c) == Character.UNASSIGNED) {
                return Optional.of(Reason.UNASSIGNED);
            }
            i += Character.charCount(c) - 1;
        }
        return ascii || Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? Optional.empty()
                : Optional.of(Reason.NOT_NFC);
    }
}
