// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.standing.DutyStanding;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All duties, to be filtered by state, duty and party.
 *
 * @param state empty for all
 */
record DutiesPage(
        Page p,
        Frame frame,
        DutyTable table,
        Optional<DutyStanding.State> state,
        Optional<String> duty,
        Optional<String> party) {

    private static final int SHOWN_MAX = 400;

    static DutiesPage of(Page page, Map<String, List<String>> parameters) {
        DutyTable table = DutyTable.of(page, page.open().at(page.view()));
        Optional<String> word = Asked.one(parameters, "state").filter(text -> !text.isEmpty());
        Optional<DutyStanding.State> state =
                word.map(text ->
                        Arrays.stream(DutyStanding.State.values())
                                .filter(one -> one.word().equals(text))
                                .findFirst()
                                .orElseThrow(() ->
                                        Asked.bad(
                                                "state",
                                                text,
                                                "use " + String.join(", ", words()))));
        Optional<String> duty = Asked.one(parameters, "duty").filter(text -> !text.isEmpty());
        Optional<String> party =
                Asked.one(parameters, "party")
                        .filter(text -> !text.isEmpty())
                        .map(who -> page.agreement().party(who, org.parley.Place.of("party")));
        Frame frame =
                Frame.of(
                        page,
                        page.t("duties.title"),
                        List.of(
                                new Frame.Download("CSV", page.to("tables/duties.csv")),
                                new Frame.Download("SVG", page.to("charts/duties.svg")),
                                new Frame.Download("PNG", page.to("charts/duties.png"))));
        return new DutiesPage(page, frame, table, state, duty, party);
    }

    private static List<String> words() {
        return Arrays.stream(DutyStanding.State.values()).map(DutyStanding.State::word).toList();
    }

    List<DutyStanding.State> states() {
        return List.of(DutyStanding.State.values());
    }

    List<String> ids() {
        return table.rows().stream().map(DutyTable.Row::id).distinct().toList();
    }

    String title(String id) {
        return table.rows().stream()
                .filter(row -> row.id().equals(id))
                .map(DutyTable.Row::title)
                .findFirst()
                .orElse(id);
    }

    List<String> owing() {
        return p.ordered(table.rows().stream().map(DutyTable.Row::party).distinct().toList());
    }

    /** What is drawn and counted: of the party chosen, if one is. */
    DutyTable drawn() {
        return party.map(table::of).orElse(table);
    }

    /** The first of those chosen; the table to take away has all. */
    List<DutyStanding> shown() {
        return chosen().stream().limit(SHOWN_MAX).toList();
    }

    int left() {
        return Math.max(0, chosen().size() - SHOWN_MAX);
    }

    private List<DutyStanding> chosen() {
        return table.all().stream()
                .filter(one -> state.map(wanted -> wanted == one.state()).orElse(true))
                .filter(one -> duty.map(wanted -> wanted.equals(one.id())).orElse(true))
                .filter(one -> party.map(wanted -> wanted.equals(one.party())).orElse(true))
                .toList();
    }

    String explain(DutyStanding duty) {
        return p.explain(
                duty.duty().provision().path(),
                Map.of("party", duty.party(), "for", duty.key().toString()));
    }
}
