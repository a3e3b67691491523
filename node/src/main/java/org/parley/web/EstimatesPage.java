// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Text;
import org.parley.estimate.Comparison;
import org.parley.estimate.Dataset;
import org.parley.estimate.Estimate;
import org.parley.estimate.Estimates;
import org.parley.estimate.Mismatch;
import org.parley.estimate.Quantity;
import org.parley.web.chart.StepChart;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What observers estimate of one state, as known on a day, and what they revised. */
public record EstimatesPage(
        Site site, Wording words, Estimates estimates, EstimateAsked asked, LocalDate today) {

    Frame frame() {
        String other = asked.language().equals("zh") ? "en" : "zh";
        return Frame.plain(words, t("estimates.title"), asked.in(other).to(""));
    }

    public String t(String key, Object... values) {
        return words.of(key, values);
    }

    public String in(Text text) {
        return text.in(words.language());
    }

    /** The short name of a state, or the words for all of them. */
    public String state(String code) {
        return code.equals(Estimate.WORLD)
                ? t("estimates.world")
                : site.actors().brief(code, words.language());
    }

    /** In the alphabetical order of the page's language. */
    public List<String> states() {
        return ordered(site, estimates, words.language());
    }

    static List<String> ordered(Site site, Estimates estimates, String language) {
        Collator collator = Collator.getInstance(Locale.of(language));
        List<String> states = new ArrayList<>(estimates.states());
        states.sort(Comparator.comparing(code -> site.actors().brief(code, language), collator));
        return states;
    }

    public String word(String list, String name) {
        return words.name(list, name);
    }

    /** What stands in the form that compares two figures. */
    public String pairValue(String side) {
        return pair(side).map(figure -> String.valueOf(figure.value())).orElse("");
    }

    public String pairKind(String side) {
        return pair(side)
                .map(figure -> figure.quantity().word())
                .orElse(side.equals("a") ? "total-inventory" : "stockpile");
    }

    private Optional<Comparison.Figure> pair(String side) {
        return asked.pair().isEmpty()
                ? Optional.empty()
                : Optional.of(side.equals("a") ? asked.pair().getFirst() : asked.pair().getLast());
    }

    public List<Quantity> quantities() {
        return List.of(Quantity.values());
    }

    public String number(long value) {
        return StepChart.number(value, 0);
    }

    /** {@code more than 500}. */
    public String value(Estimate one) {
        return one.how().isEmpty()
                ? number(one.value())
                : t("estimates.how", word("estimates.how", one.how()), number(one.value()));
    }

    public String change(long value) {
        return (value < 0 ? "−" : "+") + number(Math.abs(value));
    }

    /** The last figures up to the day, of each quantity and estimator. */
    public List<Estimate> now() {
        return estimates.at(asked.knownOn(), asked.asOf()).stream()
                .filter(one -> one.state().equals(asked.state()))
                .toList();
    }

    List<EstimateChart> charts() {
        return EstimateChart.all(this);
    }

    /** What was revised between the two days, for all states. */
    public List<Estimates.Revision> revisions() {
        return estimates.revisions(asked.since(), asked.knownOn()).stream()
                .filter(one -> asked.shows(one.cell().quantity()))
                .toList();
    }

    /** What does not add up for this state, and for all states in the year of the view. */
    public List<Mismatch> mismatches() {
        List<Mismatch> found = new ArrayList<>();
        Optional<Mismatch> world = Optional.empty();
        for (Mismatch one : estimates.mismatches(asked.knownOn())) {
            String state = one.whole().state();
            LocalDate start = one.whole().of().earliest().orElse(LocalDate.MIN);
            if (state.equals(asked.state())) {
                found.add(one);
            } else if (state.equals(Estimate.WORLD) && !start.isAfter(asked.asOf())) {
                world = Optional.of(one);
            }
        }
        world.ifPresent(found::add);
        return found;
    }

    /** What was published by the day. */
    public List<Dataset> datasets() {
        return estimates.datasets(asked.knownOn());
    }

    public boolean exercise() {
        return datasets().stream().anyMatch(Dataset::exercise);
    }

    /** The last day that any figure is about: how far the data reaches. */
    public Optional<LocalDate> reach() {
        return estimates.at(asked.knownOn()).values().stream()
                .flatMap(one -> one.of().latest().stream())
                .max(LocalDate::compareTo);
    }

    public Optional<Comparison> comparison() {
        if (asked.pair().isEmpty()) {
            return Optional.empty();
        }
        List<Estimate> known =
                estimates.at(asked.knownOn()).values().stream()
                        .filter(one -> one.state().equals(asked.state()))
                        .sorted(Comparator.comparingLong(one -> distance(one, asked.pair())))
                        .toList();
        return Optional.of(Comparison.of(asked.pair().getFirst(), asked.pair().getLast(), known));
    }

    /** How far a figure lies from the asked ones: the nearest year explains best. */
    private static long distance(Estimate one, List<Comparison.Figure> pair) {
        return pair.stream()
                .filter(figure -> figure.quantity() == one.quantity())
                .mapToLong(figure -> Math.abs(figure.value() - one.value()))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    public String cite() {
        return t(
                "estimates.cite",
                state(asked.state()),
                asked.asOf(),
                asked.knownOn(),
                site.version(),
                today,
                asked.to(""));
    }

    /** What is burnt into an exported chart: the view above, sources and licences below. */
    List<String> above(String title) {
        List<String> lines = new ArrayList<>(List.of(title, t("estimates.known", asked.knownOn())));
        if (exercise()) {
            lines.add("EXERCISE 演练");
        }
        return lines;
    }

    List<String> below(List<Estimate> rows) {
        List<String> lines = new ArrayList<>();
        rows.stream().map(one -> in(one.dataset().attribution())).distinct().forEach(lines::add);
        lines.add(cite());
        return lines;
    }
}
