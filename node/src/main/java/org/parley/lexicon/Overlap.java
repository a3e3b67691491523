// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import java.util.Set;

/** What may stand within or across a hit. Known once for a name, however often it is found. */
enum Overlap {
    /** May overlap others: words of patterns, what they look for, and topics, only looked for. */
    LOOSE,
    /** Overlaps nothing but what is loose. */
    FIRM,
    /** Within it not even a word of a pattern is seen. */
    CLOSED;

    private static final Set<String> CLOSED_CATEGORIES =
            Set.of(
                    "mechanism",
                    "organisation",
                    "outlet",
                    "person",
                    "party",
                    "date",
                    "measure",
                    "role",
                    "own-meeting",
                    "compound",
                    "anaphor");

    private static final Set<String> LOOSE_CATEGORIES =
            Set.of(
                    Matcher.WORD,
                    "topic",
                    "treaty-matter",
                    "encounter",
                    "gathering",
                    "line",
                    "assembly",
                    "visit",
                    "convening");

    static Overlap of(Entry[] senses) {
        boolean loose = true;
        boolean closed = false;
        for (Entry sense : senses) {
            loose &= LOOSE_CATEGORIES.contains(sense.category());
            closed |= CLOSED_CATEGORIES.contains(sense.category());
        }
        return loose ? LOOSE : closed ? CLOSED : FIRM;
    }
}
