// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.standing.DutyStanding;
import org.parley.standing.DutyTally;
import org.parley.standing.Standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Duties in rows of one duty and party each, in the order of the file and of the page.
 *
 * @param all every instance that is listed singly
 */
record DutyTable(Page page, List<Row> rows, List<DutyStanding> all) {
    /** More parties than this are counted, not listed, until one is chosen. */
    private static final int PARTIES_MAX = 12;

    private static final int NEAR_MAX = 80;

    /**
     * One duty of one party.
     *
     * @param many whether it stands for so many parties that they are only counted
     * @param numbers how many instances are in each state, also those that are not listed singly
     */
    record Row(
            String id,
            String title,
            String party,
            List<DutyStanding> instances,
            Map<DutyStanding.State, Long> numbers,
            boolean many) {}

    static DutyTable of(Page page, Standing standing) {
        List<String> ids = new ArrayList<>();
        standing.duties().stream().map(DutyStanding::id).distinct().forEach(ids::add);
        standing.tallies().stream()
                .map(DutyTally::duty)
                .filter(id -> !ids.contains(id))
                .distinct()
                .forEach(ids::add);
        List<Row> rows = new ArrayList<>();
        for (String id : ids) {
            List<DutyStanding> mine =
                    standing.duties().stream().filter(duty -> duty.id().equals(id)).toList();
            List<DutyTally> tallies =
                    standing.tallies().stream().filter(one -> one.duty().equals(id)).toList();
            List<String> parties = new ArrayList<>();
            mine.stream().map(DutyStanding::party).forEach(parties::add);
            tallies.stream().map(DutyTally::party).forEach(parties::add);
            for (String party : page.ordered(parties.stream().distinct().toList())) {
                rows.add(row(page, id, party, mine, tallies));
            }
        }
        List<String> order = page.ordered(rows.stream().map(Row::party).distinct().toList());
        List<DutyStanding> all = new ArrayList<>(standing.duties());
        all.sort(
                Comparator.comparing((DutyStanding duty) -> due(page, duty))
                        .thenComparingInt(duty -> ids.indexOf(duty.id()))
                        .thenComparingInt(duty -> order.indexOf(duty.party())));
        return new DutyTable(page, List.copyOf(rows), List.copyOf(all));
    }

    private static Row row(
            Page page, String id, String party, List<DutyStanding> mine, List<DutyTally> tallies) {
        List<DutyStanding> own = mine.stream().filter(duty -> duty.party().equals(party)).toList();
        Map<DutyStanding.State, Long> numbers = new EnumMap<>(DutyStanding.State.class);
        List<DutyTally> counted =
                tallies.stream().filter(one -> one.party().equals(party)).toList();
        if (counted.isEmpty()) {
            own.forEach(duty -> numbers.merge(duty.state(), 1L, Long::sum));
        }
        counted.forEach(tally -> tally.numbers().forEach((s, n) -> numbers.merge(s, n, Long::sum)));
        String title =
                own.stream()
                        .findFirst()
                        .map(duty -> duty.duty().provision().title())
                        .or(() ->
                                page.agreement()
                                        .provision("duties." + id)
                                        .map(provision -> provision.title()))
                        .map(page::in)
                        .orElse(id);
        return new Row(id, title, party, own, numbers, false);
    }

    /** Rows of one duty together; where very many owe it, one row for all of them. */
    List<List<Row>> groups() {
        return Groups.of(rows, Row::id).stream()
                .map(group -> group.size() <= PARTIES_MAX ? group : List.of(together(group)))
                .toList();
    }

    private Row together(List<Row> group) {
        Map<DutyStanding.State, Long> numbers = new EnumMap<>(DutyStanding.State.class);
        group.forEach(row -> row.numbers().forEach((s, n) -> numbers.merge(s, n, Long::sum)));
        Row first = group.getFirst();
        return new Row(
                first.id(),
                first.title(),
                page.t("list.manyParties", group.size()),
                List.of(),
                numbers,
                true);
    }

    /** The same for one party. */
    DutyTable of(String party) {
        return new DutyTable(
                page,
                rows.stream().filter(row -> row.party().equals(party)).toList(),
                all.stream().filter(duty -> duty.party().equals(party)).toList());
    }

    static LocalDate due(Page page, DutyStanding duty) {
        return duty.due().day(page.agreement().zone());
    }

    /** Those due within a year of the view's day. */
    List<DutyStanding> near() {
        LocalDate day = page.view().asOf();
        return all.stream()
                .filter(duty ->
                        !due(page, duty).isBefore(day.minusYears(1))
                                && !due(page, duty).isAfter(day.plusYears(1)))
                .limit(NEAR_MAX)
                .toList();
    }

    LocalDate due(DutyStanding duty) {
        return due(page, duty);
    }

    StateSign sign(DutyStanding duty) {
        return StateSign.of(duty.state());
    }

    StateSign sign(DutyStanding.State state) {
        return StateSign.of(state);
    }

    boolean hasStrip() {
        long drawn = rows.stream().filter(row -> !row.instances().isEmpty()).count();
        return drawn > 0 && drawn <= DutyStrip.ROWS_MAX;
    }

    String svg() {
        return org.parley.web.chart.SvgWriter.inline(DutyStrip.draw(this), "chart-duties");
    }
}
