// SPDX-License-Identifier: Apache-2.0
package org.parley.web.chart;

import java.util.List;
import java.util.Locale;

/**
 * What a mark is drawn with. On a page the style sheet gives each ink its colour for light and
 * dark; exported files carry the light one. The inks of the parties have the same weight on paper,
 * and every line also differs by dash and marker, so that nothing is told by colour alone.
 */
public enum Ink {
    PAPER("#ffffff"),
    TEXT("#1b1f24"),
    MUTED("#57606a"),
    GRID("#d8dee4"),
    LIMIT("#1b1f24"),
    CURSOR("#57606a"),
    PARTY_A("#0b6670"),
    PARTY_B("#8a3a78"),
    PARTY_C("#7a5200"),
    PARTY_D("#3f5fa8"),
    GOOD("#1d6b3f"),
    WAIT("#3f5fa8"),
    CARE("#8f4700"),
    GREY("#57606a");

    private static final List<Ink> PARTIES = List.of(PARTY_A, PARTY_B, PARTY_C, PARTY_D);

    private final String light;

    Ink(String light) {
        this.light = light;
    }

    /** The colour in exported files, {@code #rrggbb}. */
    public String light() {
        return light;
    }

    /** The class in the style sheet: {@code ink-party-a}. */
    public String style() {
        return "ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The ink of the n-th party, counted from 0. */
    public static Ink party(int n) {
        return PARTIES.get(n % PARTIES.size());
    }
}
