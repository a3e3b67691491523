// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import java.util.List;
import java.util.Locale;
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
                    "terminated",
                    "joined",
                    "left",
                    "signature-withdrawn",
                    "ratification-withdrawn");

    /** What an agreement file can be. */
    public static final Set<String> AGREEMENT_KINDS =
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
                            "topic",
                            "body",
                            "forum",
                            "group",
                            "meeting",
                            "statement",
                            "guideline",
                            "proposal",
                            "measure",
                            "mandate",
                            "document",
                            "programme",
                            "source",
                            "format"));

    /** Kinds that are themselves a way of being in touch; all else only holds meetings. */
    public static final List<String> CONTACTS =
            List.of("dialogue", "channel", "meeting", "forum", "format");

    /** What a mechanism can be about. */
    public static final List<String> SUBJECTS =
            List.of(
                    "nuclear",
                    "nuclear-testing",
                    "nonproliferation",
                    "biological",
                    "chemical",
                    "conventional",
                    "mines",
                    "cluster-munitions",
                    "transfers",
                    "missile-defence",
                    "hypersonic",
                    "space",
                    "cyber",
                    "ai",
                    "crisis",
                    "military-dialogue",
                    "transparency",
                    "verification",
                    "sharing",
                    "doctrine",
                    "security",
                    "export-controls",
                    "estimates");

    /** The codes of ISO 3166-1, and those it has withdrawn but treaties still know. */
    private static final Set<String> STATES = states();

    static final Set<String> DECIDING =
            new TreeSet<>(
                    List.of("consensus", "majority", "two-thirds", "three-quarters", "chair"));

    /** Codes of made-up parties; nothing else may appear in an exercise, and these nowhere else. */
    public static final Set<String> FICTIONAL = Set.of("XA", "XB", "XC", "XD", "XE");

    private Words() {}

    private static Set<String> states() {
        Set<String> states =
                new TreeSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
        states.addAll(List.of("SU", "CS", "YU", "DD", "EU"));
        return states;
    }

    /** Whether a code is a state's, of today or of a treaty's time, or the European Union's. */
    public static boolean isState(String code) {
        return STATES.contains(code);
    }
}
