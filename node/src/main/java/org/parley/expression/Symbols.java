// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers for texts, so that the fold compares numbers only. A text keeps its number for the life
 * of the table. Thread safe.
 */
public final class Symbols {
    /** More different texts than any record has; beyond it something is wrong with the input. */
    static final int COUNT_MAX = 1 << 26;

    private final ConcurrentHashMap<String, Integer> numbers = new ConcurrentHashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** The text's number, from 0; a new text gets the next one. */
    public int number(String text) {
        Integer known = numbers.get(text);
        return known != null ? known : add(text);
    }

    private int add(String text) {
        synchronized (texts) {
            Integer known = numbers.get(text);
            if (known != null) {
                return known;
            }
            int number = texts.size();
            if (number >= COUNT_MAX) {
                throw new ParleyException(
                        Code.TOO_LARGE,
                        Place.of("record"),
                        "more than " + COUNT_MAX + " different texts",
                        "split the record");
            }
            texts.add(text);
            numbers.put(text, number);
            return number;
        }
    }

    /** The text with this number. */
    public String text(long number) {
        synchronized (texts) {
            if (number < 0 || number >= texts.size()) {
                throw new IllegalArgumentException("no text has number " + number);
            }
            return texts.get((int) number);
        }
    }

    /** The text's number if it has one. */
    public Optional<Integer> find(String text) {
        return Optional.ofNullable(numbers.get(text));
    }

    public int size() {
        synchronized (texts) {
            return texts.size();
        }
    }
}
