// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.standing.Difference;
import org.parley.standing.Figure;
import org.parley.standing.LimitStanding;
import org.parley.web.chart.Drawing;
import org.parley.web.chart.StepChart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One limit with the declared numbers under it, through the agreement's life.
 *
 * @param rows the numbers as a table, oldest first
 */
record LimitChart(String id, String title, StepChart chart, List<Row> rows) {
    /** More lines than this cannot be told apart; the table still has them all. */
    private static final int LINES_MAX = 4;

    /** One declared number. */
    record Row(LocalDate day, String party, Figure figure, LimitStanding limit) {}

    LimitChart {
        rows = List.copyOf(rows);
    }

    Drawing drawing() {
        return chart.draw();
    }

    /** All limits of an agreement for which any number was ever declared. */
    static List<LimitChart> all(Page page, List<OpenCase.Snapshot> history) {
        Map<String, LimitStanding> ids = new LinkedHashMap<>();
        for (OpenCase.Snapshot snapshot : history) {
            for (LimitStanding limit : snapshot.standing().limits()) {
                if (limit.figure().isPresent()) {
                    ids.putIfAbsent(limit.limit().id(), limit);
                }
            }
        }
        List<LimitChart> charts = new ArrayList<>();
        ids.forEach((id, limit) -> charts.add(one(page, id, limit, history)));
        return charts;
    }

    private static LimitChart one(
            Page page, String id, LimitStanding sample, List<OpenCase.Snapshot> history) {
        List<Row> rows = rows(id, history);
        List<String> parties = page.ordered(rows.stream().map(Row::party).distinct().toList());
        List<String> drawn = parties.subList(0, Math.min(LINES_MAX, parties.size()));
        LocalDate from = history.getFirst().day().withDayOfYear(1);
        LocalDate until = until(page, history);
        List<StepChart.Series> series = new ArrayList<>();
        for (String party : drawn) {
            series.add(
                    new StepChart.Series(
                            page.party(party), page.slot(party), steps(id, party, history)));
        }
        String title = sample.limit().provision().title().in(page.language());
        int decimals = page.decimals(sample.limit().count());
        List<StepChart.Claim> claims = claims(page, sample.limit().count(), history);
        StepChart chart =
                new StepChart(
                        title,
                        page.t("chart.describe", title, String.join(", ", drawn), from, until),
                        from,
                        until,
                        page.view().asOf(),
                        page.view().asOf().toString(),
                        decimals,
                        series,
                        bounds(page, id, until, history),
                        claims);
        return new LimitChart(id, title, chart, rows);
    }

    /** The axis ends a little after the last thing that is known to have happened. */
    private static LocalDate until(Page page, List<OpenCase.Snapshot> history) {
        LocalDate last = page.open().lastDay().orElse(page.today());
        for (OpenCase.Snapshot snapshot : history) {
            for (LimitStanding limit : snapshot.standing().limits()) {
                LocalDate end = limit.ends().orElse(LocalDate.MIN);
                last = end.isAfter(last) && !end.isAfter(page.today()) ? end : last;
            }
        }
        LocalDate padded = last.plusMonths(6);
        return page.view().asOf().isAfter(padded) ? page.view().asOf() : padded;
    }

    private static Optional<LimitStanding> of(OpenCase.Snapshot snapshot, String id, String party) {
        return snapshot.standing().limit(id, party);
    }

    private static List<Row> rows(String id, List<OpenCase.Snapshot> history) {
        List<Row> rows = new ArrayList<>();
        Map<String, LocalDate> last = new LinkedHashMap<>();
        for (OpenCase.Snapshot snapshot : history) {
            for (LimitStanding limit : snapshot.standing().limits()) {
                Optional<Figure> figure = limit.figure().filter(Figure::current);
                if (!limit.limit().id().equals(id) || figure.isEmpty()) {
                    continue;
                }
                LocalDate before = last.put(limit.party(), figure.get().asOf());
                if (!figure.get().asOf().equals(before)) {
                    rows.add(new Row(figure.get().asOf(), limit.party(), figure.get(), limit));
                }
            }
        }
        return rows;
    }

    private static List<StepChart.Step> steps(
            String id, String party, List<OpenCase.Snapshot> history) {
        List<StepChart.Step> steps = new ArrayList<>();
        Optional<Long> before = Optional.empty();
        LocalDate declared = LocalDate.MIN;
        for (OpenCase.Snapshot snapshot : history) {
            Optional<Figure> figure =
                    of(snapshot, id, party).flatMap(LimitStanding::figure).filter(Figure::current);
            Optional<Long> now = figure.map(Figure::value);
            LocalDate asOf = figure.map(Figure::asOf).orElse(declared);
            boolean fresh = figure.isPresent() && !asOf.equals(declared);
            if (fresh || !Objects.equals(now, before)) {
                steps.add(new StepChart.Step(fresh ? asOf : snapshot.day(), now, fresh));
            }
            before = now;
            declared = asOf;
        }
        return steps;
    }

    private static List<StepChart.Bound> bounds(
            Page page, String id, LocalDate until, List<OpenCase.Snapshot> history) {
        record Stretch(LocalDate from, long value, StepChart.Binding binding) {}
        List<Stretch> stretches = new ArrayList<>();
        for (OpenCase.Snapshot snapshot : history) {
            for (LimitStanding limit : snapshot.standing().limits()) {
                if (!limit.limit().id().equals(id) || limit.bound().isEmpty()) {
                    continue;
                }
                Stretch now =
                        new Stretch(
                                snapshot.day(),
                                limit.bound().get(),
                                binding(limit, snapshot.day()));
                Stretch last = stretches.isEmpty() ? now : stretches.getLast();
                boolean same = last.value == now.value && last.binding == now.binding;
                if (stretches.isEmpty() || !same) {
                    stretches.add(now);
                }
                break; // the same for all whom it binds alike; the table has each by itself
            }
        }
        List<StepChart.Bound> bounds = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch one = stretches.get(i);
            LocalDate end = i + 1 < stretches.size() ? stretches.get(i + 1).from : until;
            String label =
                    switch (one.binding) {
                        case BINDS ->
                                page.t(
                                        "chart.limit",
                                        page.number(one.value, sampleDecimals(page, id)));
                        case DOES_NOT_BIND ->
                                i == 0 ? page.t("chart.notYet") : page.t("chart.noLonger");
                        case OBSERVED -> page.t("chart.observed");
                    };
            bounds.add(new StepChart.Bound(one.from, end, one.value, one.binding, label));
        }
        return bounds;
    }

    private static int sampleDecimals(Page page, String id) {
        return Optional.ofNullable(page.agreement().limits().get(id))
                .map(versions -> page.decimals(versions.first().count()))
                .orElse(0);
    }

    private static StepChart.Binding binding(LimitStanding limit, LocalDate day) {
        if (limit.state() == LimitStanding.State.OBSERVED_POLITICALLY) {
            return StepChart.Binding.OBSERVED;
        }
        boolean begun = limit.binds().map(start -> !day.isBefore(start)).orElse(false);
        boolean over = limit.ends().map(end -> !day.isBefore(end)).orElse(false);
        return begun && !over ? StepChart.Binding.BINDS : StepChart.Binding.DOES_NOT_BIND;
    }

    private static List<StepChart.Claim> claims(
            Page page, String count, List<OpenCase.Snapshot> history) {
        Map<String, StepChart.Claim> claims = new LinkedHashMap<>();
        for (OpenCase.Snapshot snapshot : history) {
            for (Difference one : snapshot.standing().differences()) {
                if (one.count().equals(count)) {
                    LocalDate day =
                            snapshot.standing()
                                    .figure(count, one.party(), one.zone())
                                    .map(Figure::asOf)
                                    .orElse(snapshot.day());
                    claims.putIfAbsent(
                            one.statement(),
                            new StepChart.Claim(
                                    day,
                                    page.slot(one.claimedBy()),
                                    one.claimed(),
                                    page.t(
                                            "chart.claim",
                                            page.party(one.claimedBy()),
                                            page.party(one.party()),
                                            page.number(one.claimed(), page.decimals(count)))));
                }
            }
        }
        return List.copyOf(claims.values());
    }
}
