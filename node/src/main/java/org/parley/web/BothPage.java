// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.agreement.Formulas;
import org.parley.log.Head;
import org.parley.party.Card;
import org.parley.party.Node;
import org.parley.record.History;
import org.parley.standing.DutyStanding;
import org.parley.standing.DutyTally;
import org.parley.standing.LimitStanding;
import org.parley.standing.QuotaStanding;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.web.chart.StepChart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two parties' standings beside one another, each computed from its own node's store alone: where
 * they differ, it is marked and not settled.
 */
record BothPage(Look look, Frame frame, String left, String right, List<Row> rows) {

    /** One figure as both nodes have it. */
    record Row(String what, String left, String right) {
        boolean differs() {
            return !left.equals(right);
        }
    }

    static BothPage of(Look look, Node left, Node right) {
        Map<String, String> one = figures(look, left);
        Map<String, String> other = figures(look, right);
        List<Row> rows = new ArrayList<>();
        TreeMap<String, String> all = new TreeMap<>(one);
        all.putAll(other);
        all.keySet()
                .forEach(key ->
                        rows.add(
                                new Row(
                                        key,
                                        one.getOrDefault(key, ""),
                                        other.getOrDefault(key, ""))));
        return new BothPage(
                look,
                Frame.of(look, look.t("both.title"), left.agreement().exercise()),
                left.roster().own(),
                right.roster().own(),
                rows);
    }

    private static Map<String, String> figures(Look look, Node node) {
        Map<String, String> figures = new TreeMap<>();
        for (Card card : node.roster().cards()) {
            node.head(card.name())
                    .ifPresent(head -> figures.put(log(look, card), size(look, head)));
        }
        History record = node.record();
        LocalDate day = look.view().asOf();
        Standing standing =
                Standing.of(
                        node.agreement(),
                        new Formulas(node.agreement()),
                        record.statements(),
                        record.coverage(),
                        new View(day, look.view().knownOn(), look.view().accordingTo()));
        for (LimitStanding limit : standing.limits()) {
            figures.put(
                    look.t("both.limit", look.in(limit.limit().provision().title()), limit.party()),
                    limit.figure().map(figure -> at(node, limit, figure.value())).orElse("?")
                            + " / "
                            + limit.bound().map(bound -> at(node, limit, bound)).orElse("?"));
        }
        Map<String, Long> duties = new TreeMap<>();
        for (DutyStanding duty : standing.duties()) {
            duties.merge(duty(look, duty.party(), duty.state()), 1L, Long::sum);
        }
        for (DutyTally tally : standing.tallies()) {
            tally.numbers()
                    .forEach((state, number) ->
                            duties.merge(duty(look, tally.party(), state), number, Long::sum));
        }
        duties.forEach((key, count) -> figures.put(key, number(count)));
        for (QuotaStanding quota : standing.quotas()) {
            // One line for each period, and for each base or kind of which so many are allowed.
            List<String> which = new ArrayList<>(List.of(quota.party()));
            which.addAll(quota.group());
            which.add(quota.period().start().toString());
            String title = look.in(quota.quota().provision().title());
            figures.put(
                    look.t("both.quota", title, String.join(" · ", which)), number(quota.used()));
        }
        return figures;
    }

    private static String at(Node node, LimitStanding limit, long value) {
        return StepChart.number(value, Page.decimals(node.agreement(), limit.limit().count()));
    }

    private static String number(long value) {
        return StepChart.number(value, 0);
    }

    private static String duty(Look look, String party, DutyStanding.State state) {
        String word = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return look.t("both.duty", party, look.word("duty", word));
    }

    private static String log(Look look, Card card) {
        return look.t("both.log", card.name());
    }

    private static String size(Look look, Head head) {
        return look.t("both.size", head.size(), head.root().hex().substring(0, 16));
    }
}
