// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How names are written: acts with hyphens, everything else with underscores. */
final class Names {
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    static final Pattern ACT = Pattern.compile("[a-z][a-z0-9_]*(-[a-z0-9_]+)*");

    /** Words of the language that cannot name a date. */
    static final List<String> RESERVED = List.of("act", "form", "period", "step");

    private Names() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches() && !RESERVED.contains(text);
    }

    static void requireName(String text) {
        if (!isName(text)) {
            throw new IllegalArgumentException("not a name: " + text);
        }
    }

    static boolean isAct(String text) {
        return ACT.matcher(text).matches();
    }

    static void requireAct(String text) {
        if (!isAct(text)) {
            throw new IllegalArgumentException("not the name of an act: " + text);
        }
    }

    static String list(List<DateTerm> terms) {
        return terms.stream().map(DateTerm::toString).collect(Collectors.joining(", "));
    }
}
