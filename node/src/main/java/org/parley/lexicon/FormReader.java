// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads one way to say a thing: {@code {party}? ~8 [暂停|中止] ~12 {mechanism}}. Words in brackets are
 * alternatives, braces name a category and after a colon some of its entries, {@code ~8} is a gap
 * of at most 8 characters without a comma, {@code ..8} one with, and a question mark makes an
 * element optional. Without a gap only a space may stand between.
 */
final class FormReader {
    static final int GAP_MAX = 80;
    static final int ELEMENTS_MAX = 12;

    private final String text;
    private final Place place;
    private int at;

    private FormReader(String text, Place place) {
        this.text = text;
        this.place = place;
    }

    static Pattern.Form read(String text, Place place) {
        return new Pattern.Form(text, new FormReader(text, place).elements(), place);
    }

    private List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        int gap = 1;
        boolean acrossCommas = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ') {
                at++;
            } else if (c == '~' || text.startsWith("..", at)) {
                acrossCommas = c == '.';
                at += acrossCommas ? 2 : 1;
                gap = number();
            } else {
                elements.add(element(c, gap, acrossCommas));
                gap = 1;
                acrossCommas = false;
            }
        }
        if (elements.isEmpty() || elements.size() > ELEMENTS_MAX) {
            throw bad("from 1 to " + ELEMENTS_MAX + " elements are allowed");
        }
        if (elements.getFirst().optional() || elements.getLast().optional()) {
            throw bad("the first and the last element cannot be optional");
        }
        return elements;
    }

    private int number() {
        int from = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        int gap = at == from || at - from > 2 ? 0 : Integer.parseInt(text.substring(from, at));
        if (gap < 1 || gap > GAP_MAX) {
            at = from;
            throw bad("a gap is a number from 1 to " + GAP_MAX);
        }
        return gap;
    }

    private Element element(char opening, int gap, boolean acrossCommas) {
        String category = "word";
        Set<String> values = new LinkedHashSet<>();
        if (opening == '[') {
            values.addAll(List.of(until(']').split("\\|", -1)));
        } else if (opening == '{') {
            String inside = until('}');
            int colon = inside.indexOf(':');
            category = colon < 0 ? inside : inside.substring(0, colon);
            if (colon >= 0) {
                values.addAll(List.of(inside.substring(colon + 1).split("\\|", -1)));
            }
        } else {
            int from = at;
            while (at < text.length() && " ?[]{}~".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            values.add(text.substring(from, at));
        }
        if (values.contains("") || category.isEmpty()) {
            throw bad("an element is empty");
        }
        boolean optional = at < text.length() && text.charAt(at) == '?';
        at += optional ? 1 : 0;
        return new Element(category, values, optional, gap, acrossCommas);
    }

    private String until(char closing) {
        int end = text.indexOf(closing, at);
        if (end < 0) {
            throw bad("\"" + closing + "\" is missing");
        }
        String inside = text.substring(at + 1, end);
        at = end + 1;
        return inside;
    }

    private ParleyException bad(String what) {
        return new ParleyException(
                Code.BAD_VALUE,
                place.right(at),
                "\"" + text + "\": " + what,
                "write it as docs/formats/lexicon.md says");
    }
}
