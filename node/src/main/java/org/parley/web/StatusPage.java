// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.agreement.Provision;
import org.parley.flag.Flag;
import org.parley.flag.Flags;
import org.parley.standing.Difference;
import org.parley.standing.DutyStanding;
import org.parley.standing.LimitStanding;
import org.parley.standing.Position;
import org.parley.standing.QuotaStanding;
import org.parley.standing.Standing;
import org.parley.web.chart.SvgWriter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where an agreement stands, as one page. */
record StatusPage(
        Page p, Frame frame, Standing standing, List<LimitChart> charts, DutyTable duties) {

    static StatusPage of(Page page) {
        Standing standing = page.open().at(page.view());
        List<OpenCase.Snapshot> history = page.open().history(page.view(), page.today());
        Frame frame =
                Frame.of(
                        page,
                        page.t("status.title"),
                        List.of(
                                new Frame.Download("JSON", page.to("status.json")),
                                new Frame.Download("CSV", page.to("tables/limits.csv"))));
        return new StatusPage(
                page, frame, standing, LimitChart.all(page, history), DutyTable.of(page, standing));
    }

    String svg(LimitChart chart) {
        return SvgWriter.inline(chart.drawing(), "chart-" + chart.id());
    }

    /** Limits in the order of the file, parties in the order of the page. */
    List<LimitStanding> limits() {
        List<LimitStanding> sorted = new ArrayList<>(standing.limits());
        List<String> order =
                p.ordered(sorted.stream().map(LimitStanding::party).distinct().toList());
        List<String> ids = sorted.stream().map(limit -> limit.limit().id()).distinct().toList();
        sorted.sort(
                Comparator.comparingInt((LimitStanding limit) -> ids.indexOf(limit.limit().id()))
                        .thenComparingInt(limit -> order.indexOf(limit.party())));
        return sorted;
    }

    /** Limits, those of one rule and zone together. */
    List<List<LimitStanding>> limitGroups() {
        return Groups.of(
                limits(),
                limit -> limit.limit().provision().path() + limit.limit().zone().orElse(""));
    }

    /** Quotas, those of one rule, period and group together. */
    List<List<QuotaStanding>> quotaGroups(List<QuotaStanding> quotas) {
        return Groups.of(
                quotas,
                quota ->
                        quota.quota().provision().path()
                                + quota.period()
                                + String.join(" ", quota.group()));
    }

    StateSign sign(LimitStanding limit) {
        return StateSign.of(limit.state());
    }

    StateSign sign(QuotaStanding quota) {
        return StateSign.of(quota.state());
    }

    StateSign phase() {
        return StateSign.of(standing.phase());
    }

    /** Quotas of the period that the view's day lies in. */
    List<QuotaStanding> quotasNow() {
        return sorted(
                standing.quotas().stream()
                        .filter(quota -> quota.period().contains(p.view().asOf()))
                        .toList());
    }

    /** Quotas of any period in which something was used, newest period first. */
    List<QuotaStanding> quotasUsed() {
        return sorted(standing.quotas().stream().filter(quota -> quota.used() > 0).toList());
    }

    private List<QuotaStanding> sorted(List<QuotaStanding> quotas) {
        List<String> order =
                p.ordered(quotas.stream().map(QuotaStanding::party).distinct().toList());
        List<String> ids = quotas.stream().map(quota -> quota.quota().id()).distinct().toList();
        return quotas.stream()
                .sorted(
                        Comparator.comparing((QuotaStanding quota) -> quota.period().start())
                                .reversed()
                                .thenComparingInt(quota -> ids.indexOf(quota.quota().id()))
                                .thenComparingInt(quota -> order.indexOf(quota.party())))
                .toList();
    }

    List<Difference> differences() {
        return standing.differences();
    }

    /** Positions by what they are about; within it one column for each who speaks. */
    Map<String, Map<String, List<Position>>> positions() {
        Map<String, Map<String, List<Position>>> all = new LinkedHashMap<>();
        for (Position position : standing.positions()) {
            all.computeIfAbsent(position.about(), about -> new LinkedHashMap<>());
        }
        all.replaceAll((about, nothing) -> {
            List<Position> here =
                    standing.positions().stream()
                            .filter(position -> position.about().equals(about))
                            .toList();
            Map<String, List<Position>> columns = new LinkedHashMap<>();
            for (String by : p.ordered(here.stream().map(Position::by).distinct().toList())) {
                columns.put(by, here.stream().filter(one -> one.by().equals(by)).toList());
            }
            return columns;
        });
        return all;
    }

    List<Flag> flags() {
        return Flags.of(standing);
    }

    List<Provision> unverified() {
        return p.agreement().provisions().values().stream().filter(Provision::unverified).toList();
    }

    /** The named dates that are known, oldest first. */
    Map<LocalDate, String> dates() {
        Map<LocalDate, String> dates = new TreeMap<>();
        standing.dates()
                .forEach((name, moment) -> {
                    String title =
                            Optional.ofNullable(p.agreement().dates().get(name))
                                    .map(date -> date.title().in(p.language()))
                                    .filter(words -> !words.equals(name))
                                    .orElseGet(() -> p.word("date", name));
                    dates.merge(moment.day(p.agreement().zone()), title, (a, b) -> a + ", " + b);
                });
        return dates;
    }

    // The view bar.

    LocalDate first() {
        return p.open().firstDay(p.today());
    }

    long sliderMax() {
        return ChronoUnit.DAYS.between(first(), last());
    }

    long sliderAt() {
        return Math.clamp(ChronoUnit.DAYS.between(first(), p.view().asOf()), 0, sliderMax());
    }

    LocalDate last() {
        return p.today();
    }

    /** The day one period of the agreement before or after: half a year where it has none. */
    LocalDate period(int direction) {
        LocalDate day = p.view().asOf();
        return clamp(day.plusMonths(6L * direction));
    }

    LocalDate clamp(LocalDate day) {
        return day.isBefore(first()) ? first() : day.isAfter(last()) ? last() : day;
    }

    /** Years under the slider: at most nine, so that they do not touch. */
    List<Integer> years() {
        int from = first().getYear();
        int to = last().getYear();
        int each = Math.max(1, Math.ceilDiv(to - from, 9));
        List<Integer> years = new ArrayList<>();
        for (int year = from; year <= to; year += each) {
            years.add(year);
        }
        return years;
    }

    String explain(LimitStanding limit) {
        return p.explain("limits." + limit.limit().id(), Map.of("party", limit.party()));
    }

    String explain(QuotaStanding quota) {
        Map<String, String> more = new TreeMap<>();
        more.put("party", quota.party());
        more.put("period", quota.period().start().toString());
        if (!quota.group().isEmpty()) {
            more.put("group", String.join(" ", quota.group()));
        }
        return p.explain("quotas." + quota.quota().id(), more);
    }

    String explain(DutyStanding duty) {
        return p.explain(
                duty.duty().provision().path(),
                Map.of("party", duty.party(), "for", duty.key().toString()));
    }
}
