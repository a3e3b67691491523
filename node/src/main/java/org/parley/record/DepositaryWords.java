// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and dates of depositaries. */
final class DepositaryWords {
    private static final Map<String, String> ACTS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("signature", "signed"),
                            Map.entry("succession to signature", "signed"),
                            Map.entry("ratification", "ratified"),
                            Map.entry("acceptance", "accepted"),
                            Map.entry("approval", "approved"),
                            Map.entry("accession", "acceded"),
                            Map.entry("succession", "succeeded"),
                            Map.entry("provisional application", "provisionally-applied"),
                            Map.entry(
                                    "notification of provisional application",
                                    "provisionally-applied"),
                            Map.entry("withdrawal", "withdrawn"),
                            Map.entry("denunciation", "withdrawn"),
                            Map.entry("withdrawal of signature", "signature-withdrawn"),
                            Map.entry("withdrawal of ratification", "ratification-withdrawn"),
                            Map.entry("revocation of ratification", "ratification-withdrawn"),
                            Map.entry("ratification withdrawn", "ratification-withdrawn")));
    private static final List<String> MONTHS =
            List.of(
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december");
    private static final Pattern WORDS = Pattern.compile("(\\d{1,2}) +(\\p{L}{3,9})\\.? +(\\d{4})");
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(T00:00(:00(\\.0+)?)?Z?)?");

    private DepositaryWords() {}

    /** Our word for an action, if it is one. */
    static Optional<String> findAct(String action) {
        return Optional.ofNullable(ACTS.get(ActorNames.plain(action)));
    }

    static String act(String action, Supplier<Place> place) {
        return findAct(action)
                .orElseThrow(() ->
                        new ParleyException(
                                Code.BAD_VALUE,
                                place.get(),
                                "\"" + action + "\" is no action of a depositary known here",
                                Nearest.hint(ActorNames.plain(action), ACTS.keySet())));
    }

    /** A day: {@code 3 Dec 1997} or {@code 1997-12-03}; one with the month as a number is not. */
    static LocalDate day(String text, Supplier<Place> place) {
        Matcher words = WORDS.matcher(text);
        Matcher iso = ISO.matcher(text);
        try {
            if (iso.matches()) {
                return LocalDate.parse(text.substring(0, 10));
            }
            if (words.matches()) {
                int month = month(words.group(2));
                if (month > 0) {
                    int year = Integer.parseInt(words.group(3));
                    return LocalDate.of(year, month, Integer.parseInt(words.group(1)));
                }
            }
        } catch (DateTimeException e) {
            throw notADay(text, place.get(), "there is no such day; check it in the export");
        }
        throw notADay(text, place.get(), "write it as 3 Dec 1997 or 1997-12-03");
    }

    private static int month(String word) {
        String low = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            String name = MONTHS.get(i);
            if (low.equals(name)
                    || low.equals(name.substring(0, 3))
                    || low.equals("sept") && i == 8) {
                return i + 1;
            }
        }
        return 0;
    }

    private static ParleyException notADay(String text, Place place, String todo) {
        return new ParleyException(Code.BAD_DATE, place, "\"" + text + "\"", todo);
    }
}
