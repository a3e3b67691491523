// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.estimate.Comparison;
import org.parley.estimate.Estimates;
import org.parley.estimate.Quantity;
import org.parley.time.Edtf;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a page of estimates is asked for; all of it stands in its address.
 *
 * @param quantity absent for all, each in a chart of its own
 * @param since the earlier of the two days of knowledge between which revisions are shown
 * @param pair two figures to compare
 */
record EstimateAsked(
        String state,
        Optional<Quantity> quantity,
        LocalDate asOf,
        LocalDate knownOn,
        LocalDate since,
        List<Comparison.Figure> pair,
        String language) {
    private static final String ALL = "all";
    private static final List<String> NAMES =
            List.of(
                    "state", "kind", "asOf", "knownOn", "since", "a", "aKind", "b", "bKind",
                    "lang");
    private static final long VALUE_MAX = 100_000_000;

    EstimateAsked {
        pair = List.copyOf(pair);
    }

    /**
     * Reads the parameters of an address.
     *
     * @param firstState the state where none is asked for
     */
    static EstimateAsked of(
            Map<String, List<String>> parameters,
            Estimates estimates,
            String firstState,
            LocalDate today,
            String language) {
        Asked.requireKnown(parameters, NAMES, List.of());
        String state = one(parameters, "state").orElse(firstState);
        if (!estimates.states().contains(state)) {
            throw new ParleyException(
                    Code.NOT_FOUND,
                    Place.of("state"),
                    "no estimate of \"" + Asked.shortened(state) + "\"",
                    Nearest.hint(state, new TreeSet<>(estimates.states())));
        }
        LocalDate knownOn = Asked.day(parameters, "knownOn").orElse(today);
        return new EstimateAsked(
                state,
                quantity(parameters),
                moment(one(parameters, "asOf"), "asOf").orElse(today),
                knownOn,
                Asked.day(parameters, "since").orElseGet(() -> earliest(estimates, knownOn)),
                pair(parameters),
                language);
    }

    private static Optional<String> one(Map<String, List<String>> parameters, String name) {
        return Asked.one(parameters, name).filter(text -> !text.isEmpty());
    }

    /** Revisions are shown since the earliest vintage, unless asked otherwise. */
    private static LocalDate earliest(Estimates estimates, LocalDate knownOn) {
        return estimates.datasets(knownOn).stream()
                .findFirst()
                .map(one -> one.knownFrom())
                .orElse(knownOn);
    }

    private static Optional<Quantity> quantity(Map<String, List<String>> parameters) {
        String kind = one(parameters, "kind").orElse(Quantity.STOCKPILE.word());
        return kind.equals(ALL) ? Optional.empty() : Optional.of(quantity(kind, "kind"));
    }

    /** The quantity of a word given by a user. */
    static Quantity quantity(String word, String name) {
        return Quantity.of(word)
                .orElseThrow(() ->
                        Asked.bad(
                                name, Asked.shortened(word), Nearest.hint(word, Quantity.words())));
    }

    /** A year stands for its last day. */
    static Optional<LocalDate> moment(Optional<String> text, String name) {
        return text.map(given -> {
            Edtf edtf = Edtf.parse(given, Place.of(name));
            return Asked.day(edtf.latest().map(LocalDate::toString).orElse("an open span"), name);
        });
    }

    private static List<Comparison.Figure> pair(Map<String, List<String>> parameters) {
        Optional<String> first = one(parameters, "a");
        Optional<String> second = one(parameters, "b");
        if (first.isEmpty() || second.isEmpty()) {
            return List.of();
        }
        return List.of(figure(parameters, "a", first.get()), figure(parameters, "b", second.get()));
    }

    private static Comparison.Figure figure(
            Map<String, List<String>> parameters, String name, String value) {
        String kind = one(parameters, name + "Kind").orElse(Quantity.NOT_STATED.word());
        String digits = value.replace(",", "");
        return new Comparison.Figure(
                quantity(kind, name + "Kind"), Asked.whole(digits, name, VALUE_MAX));
    }

    EstimateAsked in(String other) {
        return new EstimateAsked(state, quantity, asOf, knownOn, since, pair, other);
    }

    EstimateAsked of(String otherState) {
        return new EstimateAsked(otherState, quantity, asOf, knownOn, since, pair, language);
    }

    String kind() {
        return quantity.map(Quantity::word).orElse(ALL);
    }

    boolean shows(Quantity other) {
        return quantity.isEmpty() || quantity.get() == other;
    }

    /** An address under /estimates with the view. */
    String to(String path) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("state", state);
        all.put("kind", kind());
        all.put("asOf", asOf.toString());
        all.put("knownOn", knownOn.toString());
        all.put("since", since.toString());
        if (!pair.isEmpty()) {
            all.put("a", String.valueOf(pair.getFirst().value()));
            all.put("aKind", pair.getFirst().quantity().word());
            all.put("b", String.valueOf(pair.getLast().value()));
            all.put("bKind", pair.getLast().quantity().word());
        }
        all.put("lang", language);
        StringBuilder query = new StringBuilder("/estimates" + path);
        all.forEach((name, value) ->
                query.append(query.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }
}
