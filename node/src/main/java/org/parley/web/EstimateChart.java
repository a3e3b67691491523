// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.estimate.Estimate;
import org.parley.estimate.Quantity;
import org.parley.web.chart.StepChart;
import org.parley.web.chart.SvgWriter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One quantity of one state over time: a line for each estimator, and one more for what was known
 * before where that was revised. Two quantities never share a chart.
 *
 * @param rows the figures as a table, oldest first
 */
record EstimateChart(Quantity quantity, StepChart chart, List<Estimate> rows) {
    /** More lines than this cannot be told apart; the table still has them all. */
    private static final int LINES_MAX = 4;

    EstimateChart {
        rows = List.copyOf(rows);
    }

    /** For the page itself. */
    public String svg() {
        return SvgWriter.inline(chart.draw(), "estimate-" + quantity.word());
    }

    static List<EstimateChart> all(EstimatesPage page) {
        List<EstimateChart> charts = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            List<Estimate> rows = figures(page, quantity, page.asked().knownOn());
            if (page.asked().shows(quantity) && !rows.isEmpty()) {
                charts.add(one(page, quantity, rows));
            }
        }
        return charts;
    }

    private static List<Estimate> figures(EstimatesPage page, Quantity quantity, LocalDate known) {
        return page.estimates().at(known).values().stream()
                .filter(one -> one.state().equals(page.asked().state()))
                .filter(one -> one.quantity() == quantity)
                .toList();
    }

    private static EstimateChart one(EstimatesPage page, Quantity quantity, List<Estimate> rows) {
        Map<String, List<Estimate>> lines = new LinkedHashMap<>();
        byEstimator(rows).values().forEach(line -> lines.put(name(line), line));
        List<String> revised =
                page.revisions().stream()
                        .filter(one -> one.cell().state().equals(page.asked().state()))
                        .filter(one -> one.cell().quantity() == quantity)
                        .map(one -> one.cell().estimator())
                        .toList();
        byEstimator(figures(page, quantity, page.asked().since()))
                .forEach((estimator, before) -> {
                    if (revised.contains(estimator)) {
                        lines.putIfAbsent(name(before), before);
                    }
                });
        List<StepChart.Series> series = new ArrayList<>();
        for (Map.Entry<String, List<Estimate>> line : lines.entrySet()) {
            if (series.size() < LINES_MAX) {
                series.add(
                        new StepChart.Series(line.getKey(), series.size(), steps(line.getValue())));
            }
        }
        String title = page.state(page.asked().state()) + ": " + page.in(quantity.title());
        LocalDate from = from(rows);
        LocalDate until =
                rows.stream().map(EstimateChart::end).max(LocalDate::compareTo).orElse(from);
        LocalDate cursor = page.asked().asOf();
        StepChart chart =
                new StepChart(
                        title,
                        page.t(
                                "estimates.describe",
                                title,
                                String.join(", ", lines.keySet()),
                                from.getYear(),
                                until.minusDays(1).getYear()),
                        from,
                        until,
                        cursor,
                        cursor.toString(),
                        0,
                        series,
                        List.of(),
                        List.of(),
                        true);
        return new EstimateChart(quantity, chart, rows);
    }

    private static Map<String, List<Estimate>> byEstimator(List<Estimate> rows) {
        Map<String, List<Estimate>> lines = new LinkedHashMap<>();
        for (Estimate one : rows) {
            lines.computeIfAbsent(one.dataset().estimator(), key -> new ArrayList<>()).add(one);
        }
        return lines;
    }

    /** Whose line, and of which vintages. */
    private static String name(Collection<Estimate> line) {
        TreeSet<String> vintages = new TreeSet<>();
        String estimator = "";
        for (Estimate one : line) {
            vintages.add(one.dataset().vintage().toString());
            estimator = one.dataset().estimator();
        }
        return estimator.toUpperCase(Locale.ROOT) + " " + String.join(", ", vintages);
    }

    private static LocalDate start(Estimate one) {
        return one.of().earliest().orElse(LocalDate.EPOCH);
    }

    private static LocalDate end(Estimate one) {
        return one.of().latest().orElse(start(one)).plusDays(1);
    }

    /** The year before the first warhead; what came before was nought. */
    private static LocalDate from(List<Estimate> rows) {
        LocalDate first =
                rows.stream()
                        .filter(one -> one.value() > 0)
                        .map(EstimateChart::start)
                        .min(LocalDate::compareTo)
                        .orElseGet(() -> start(rows.getFirst()));
        return first.minusYears(1).withDayOfYear(1);
    }

    /** A year's figure holds for that year only; marked are the first, the last, the changes. */
    private static List<StepChart.Step> steps(List<Estimate> line) {
        List<StepChart.Step> steps = new ArrayList<>();
        long before = -1;
        for (int i = 0; i < line.size(); i++) {
            Estimate one = line.get(i);
            boolean last = i + 1 == line.size();
            boolean fresh = one.value() != before || last;
            steps.add(new StepChart.Step(start(one), Optional.of(one.value()), fresh));
            if (last || start(line.get(i + 1)).isAfter(end(one))) {
                steps.add(new StepChart.Step(end(one), Optional.empty(), false));
            }
            before = one.value();
        }
        return steps;
    }
}
