// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The closed lists of words that an agreement file uses. */
public final class Words {
    /** The acts every treaty may know; {@code acts:} adds others. */
    public static final List<String> USUAL_ACTS =
            List.of(
                    "signed",
                    "ratified",
                    "accepted",
                    "approved",
                    "acceded",
                    "succeeded",
                    "entered-into-force",
                    "provisionally-applied",
                    "amended",
                    "extended",
                    "suspended",
                    "resumed",
                    "countermeasure",
                    "countermeasure-ended",
                    "observe-politically",
                    "exempted",
                    "exemption-ended",
                    "withdrawn",
                    "superseded",
                    "expired",
                    "terminated");

    static final Set<String> AGREEMENT_KINDS =
            new TreeSet<>(
                    List.of(
                            "treaty",
                            "political",
                            "commission",
                            "dialogue",
                            "channel",
                            "initiative",
                            "norm",
                            "report",
                            "topic"));

    static final Set<String> DECIDING =
            new TreeSet<>(
                    List.of("consensus", "majority", "two-thirds", "three-quarters", "chair"));

    /** Codes of made-up parties; nothing else may appear in an exercise, and these nowhere else. */
    public static final Set<String> FICTIONAL = Set.of("XA", "XB", "XC", "XD", "XE");

    private Words() {}
}
