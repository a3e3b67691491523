// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.agreement.Agreement;
import org.parley.standing.View;
import org.parley.time.Edtf;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What a request asks for: a view and a language. All of it stands in the address, so that a link
 * shows others the same.
 *
 * @param known how knownOn was given
 */
record Asked(View view, Known known, String language) {
    /** What an address says about a view, on every page that has one. */
    static final List<String> AXES =
            List.of("asOf", "known", "knownOn", "accordingTo", "lang", "day");

    private static final int LENGTH_MAX = 64;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    /** How knownOn is tied to the rest. */
    enum Known {
        /** Today, whenever the page is read. */
        NOW,
        /** Always the same day as asOf. */
        SAME,
        /** A day of its own. */
        DAY
    }

    /**
     * Reads a view from the parameters of an address.
     *
     * @param today the day where none is asked for
     */
    static Asked of(
            Map<String, List<String>> parameters,
            Agreement agreement,
            LocalDate today,
            String languageOtherwise) {
        return of(
                parameters,
                who -> agreement.party(who, Place.of("accordingTo")),
                today,
                languageOtherwise);
    }

    /** The same where any of many agreements' parties may be the viewer. */
    static Asked of(
            Map<String, List<String>> parameters,
            UnaryOperator<String> viewer,
            LocalDate today,
            String languageOtherwise) {
        LocalDate asOf = day(parameters, "asOf").orElse(today);
        String known = one(parameters, "known").orElse("");
        String on = one(parameters, "knownOn").orElse("");
        Known how =
                switch (known) {
                    case "now" -> Known.NOW;
                    case "same" -> Known.SAME;
                    case "day", "" ->
                            on.isEmpty() || on.equals("now")
                                    ? Known.NOW
                                    : on.equals("asOf") ? Known.SAME : Known.DAY;
                    default -> throw bad("known", known, "use now, same or day");
                };
        LocalDate knownOn =
                switch (how) {
                    case NOW -> today;
                    case SAME -> asOf;
                    case DAY -> day(on, "knownOn");
                };
        Optional<String> party =
                one(parameters, "accordingTo")
                        .filter(who -> !who.isEmpty() && !who.equals(View.DECLARED))
                        .map(viewer);
        return new Asked(
                new View(asOf, knownOn, party), how, language(parameters, languageOtherwise));
    }

    /** The language asked for. */
    static String language(Map<String, List<String>> parameters, String otherwise) {
        String language = one(parameters, "lang").orElse(otherwise);
        if (!Wording.LANGUAGES.contains(language)) {
            throw bad("lang", language, "use en or zh");
        }
        return language;
    }

    /** A misspelt parameter that is passed over shows something else than what was asked for. */
    static void requireKnown(
            Map<String, List<String>> given, List<String> names, List<String> more) {
        Set<String> known = new TreeSet<>(names);
        known.addAll(more);
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw new ParleyException(
                        Code.UNKNOWN_KEY,
                        Place.of(shortened(name)),
                        "this page has no \"" + shortened(name) + "\"",
                        Nearest.hint(name, known));
            }
        }
    }

    /** A parameter that may be given once. */
    static Optional<String> one(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw bad(name, String.join(", ", values.subList(0, 2)), "give it once");
        }
        Optional<String> value = values.stream().findFirst();
        value.ifPresent(text -> {
            if (text.length() > LENGTH_MAX) {
                throw bad(
                        name, text.substring(0, 20) + "…", "at most " + LENGTH_MAX + " characters");
            }
        });
        return value;
    }

    static Optional<LocalDate> day(Map<String, List<String>> parameters, String name) {
        return one(parameters, name).filter(text -> !text.isEmpty()).map(text -> day(text, name));
    }

    static LocalDate day(String text, String name) {
        Edtf edtf = Edtf.parse(text, Place.of(name));
        if (!edtf.isExact()) {
            throw bad(name, text, "a day as in 2020-01-31");
        }
        LocalDate day = edtf.latest().orElseThrow();
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw bad(name, text, "a day from " + FIRST + " to " + LAST);
        }
        return day;
    }

    /** A part of an address, no longer than anything of ours is named. */
    static String bounded(String text, String name) {
        if (text.length() > 2 * LENGTH_MAX) {
            throw bad(name, shortened(text), "at most " + 2 * LENGTH_MAX + " characters");
        }
        return text;
    }

    static String shortened(String text) {
        return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX) + "…";
    }

    /** A whole number from 0 to a bound. */
    static long whole(String text, String name, long most) {
        if (!text.matches("\\d{1,9}") || Long.parseLong(text) > most) {
            throw bad(name, text, "a whole number from 0 to " + most);
        }
        return Long.parseLong(text);
    }

    static ParleyException bad(String name, String value, String todo) {
        return new ParleyException(Code.BAD_VALUE, Place.of(name), "\"" + value + "\"", todo);
    }

    Asked asOf(LocalDate day) {
        LocalDate knownOn = known == Known.SAME ? day : view.knownOn();
        return new Asked(new View(day, knownOn, view.accordingTo()), known, language);
    }

    Asked in(String other) {
        return new Asked(view, known, other);
    }

    /** The view and language as they stand in an address, in one fixed order. */
    String query() {
        return query(Map.of());
    }

    /** The same with other parameters after it. */
    String query(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("asOf", view.asOf().toString());
        if (known == Known.SAME) {
            all.put("knownOn", "asOf");
        } else if (known == Known.DAY) {
            all.put("knownOn", view.knownOn().toString());
        }
        view.accordingTo().ifPresent(party -> all.put("accordingTo", party));
        all.put("lang", language);
        all.putAll(new java.util.TreeMap<>(more));
        StringBuilder query = new StringBuilder();
        all.forEach((name, value) ->
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }
}
