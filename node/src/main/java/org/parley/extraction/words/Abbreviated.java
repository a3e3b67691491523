// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.words;

import org.parley.Place;
import org.parley.extraction.numbers.CharSet;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;
import org.parley.lexicon.Lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parties by one character each, where several stand together: 中、美、俄, or 英法德三国 whose number says
 * that all are parties. One such character alone is a word like any other. Immutable.
 */
public final class Abbreviated {
    private static final Place PLACE = Place.of("names");

    /** How many there are, by their own word: 两国 are two. */
    private static final String NUMBERS = "一两三四五六七";

    private static final CharSet JOINS = CharSet.of("、和与及同");

    /** After these a first character of two begins no word of its own: 与中、俄. */
    private static final CharSet BEFORE = CharSet.of("和与由对向同在是被让使请据但而且及于，。；：、“（(日月年 ");

    /** With these a last character goes on as a longer word: 美国, 法律. */
    private static final CharSet AFTER = CharSet.of("国方罗本度鲜朗色基大律式军媒");

    /** By character: the party that it stands for. */
    private final Map<Character, Entry> parties = new HashMap<>();

    public Abbreviated(Lexicon lexicon) {
        for (Entry entry : lexicon.entries()) {
            entry.of("short").ifPresent(name -> parties.put(name.charAt(0), entry));
        }
    }

    /** Those in a part of a text. */
    public List<Hit> in(String text, int from, int to) {
        List<Hit> found = new ArrayList<>();
        for (int at = from + 1; at < to; at++) {
            char c = text.charAt(at);
            if (c == '、' && isParty(text, at - 1, from)) {
                at = listed(text, at - 1, from, to, found);
            } else if (c == '国' && NUMBERS.indexOf(text.charAt(at - 1)) > 0) {
                counted(text, at, from, found);
            }
        }
        return found;
    }

    private boolean isParty(String text, int at, int from) {
        return at >= from && parties.containsKey(text.charAt(at));
    }

    /** Reads on from the first of a list, and says where it ends. */
    private int listed(String text, int first, int from, int to, List<Hit> found) {
        List<Integer> places = new ArrayList<>(List.of(first));
        int at = first;
        while (at + 2 < to
                && JOINS.has(text.charAt(at + 1))
                && parties.containsKey(text.charAt(at + 2))) {
            at += 2;
            places.add(at);
        }
        boolean goesOn = at + 1 < to && AFTER.has(text.charAt(at + 1));
        if (goesOn) {
            places.removeLast();
        }
        boolean begins = first == from || BEFORE.has(text.charAt(first - 1));
        if (places.size() > 2 || places.size() == 2 && begins && !goesOn) {
            for (int place : places) {
                Entry party = parties.get(text.charAt(place));
                if (party != null) {
                    found.add(new Hit(place, place + 1, List.of(party)));
                }
            }
        }
        return at + 1;
    }

    /** Those before their number: 英法德三国. */
    private void counted(String text, int nation, int from, List<Hit> found) {
        int many = NUMBERS.indexOf(text.charAt(nation - 1)) + 1;
        int first = nation - 1 - many;
        Set<String> codes = new LinkedHashSet<>();
        for (int at = first; at >= from && at < nation - 1; at++) {
            Entry party = parties.get(text.charAt(at));
            if (party == null) {
                return;
            }
            codes.add(party.of("codes").orElse(party.id()));
        }
        if (codes.size() == many) {
            String names = text.substring(first, nation - 1);
            found.add(
                    new Hit(
                            first,
                            nation + 1,
                            List.of(
                                    new Entry(
                                            "party",
                                            names,
                                            List.of(names),
                                            Map.of("codes", String.join(" ", codes)),
                                            PLACE))));
        }
    }
}
