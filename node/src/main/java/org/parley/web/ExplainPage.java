// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.agreement.Provision;
import org.parley.standing.DutyStanding;
import org.parley.standing.Explanation;
import org.parley.standing.LimitStanding;
import org.parley.standing.QuotaStanding;
import org.parley.standing.Standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why something stands as it does: the rule with its article and line, the reasoning, and the
 * statements it rests on with their sources.
 *
 * @param thing a provision, {@code disputes.<count>}, {@code items.<id>}
 * @param state where one single state is asked about
 */
record ExplainPage(
        Page p,
        Frame frame,
        String thing,
        Optional<StateSign> state,
        Optional<String> meaning,
        List<Explanation> explanations) {

    static ExplainPage of(Page page, String thing, Map<String, List<String>> parameters) {
        List<String> narrowing = new ArrayList<>();
        for (String name : List.of("party", "for", "period", "group")) {
            Asked.one(parameters, name).filter(text -> !text.isEmpty()).ifPresent(narrowing::add);
        }
        Standing standing = page.open().at(page.view());
        List<Explanation> found = page.open().explain(standing, thing, narrowing);
        String title =
                found.getFirst()
                        .rule()
                        .map(rule -> page.in(rule.title()))
                        .orElseGet(() -> page.in(found.getFirst().headline()));
        Frame frame = Frame.of(page, page.t("explain.title", title), List.of());
        Optional<DutyStanding> duty =
                found.size() == 1 ? duty(standing, thing, narrowing) : Optional.empty();
        Optional<StateSign> state =
                found.size() == 1
                        ? duty.map(DutyStanding::state)
                                .map(StateSign::of)
                                .or(() -> limit(standing, thing, narrowing))
                                .or(() -> quota(standing, thing, narrowing))
                        : Optional.empty();
        return new ExplainPage(
                page,
                frame,
                thing,
                state,
                duty.map(one -> page.t("duty.means." + one.state().word())),
                found);
    }

    private static Optional<DutyStanding> duty(
            Standing standing, String thing, List<String> which) {
        return standing.duties().stream()
                .filter(one ->
                        one.duty().provision().path().equals(thing)
                                && List.of(one.party(), one.key().toString()).equals(which))
                .findFirst();
    }

    private static Optional<StateSign> limit(Standing standing, String thing, List<String> which) {
        return standing.limits().stream()
                .filter(one ->
                        one.limit().provision().path().equals(thing)
                                && List.of(one.party()).equals(which))
                .findFirst()
                .map(LimitStanding::state)
                .map(StateSign::of);
    }

    private static Optional<StateSign> quota(Standing standing, String thing, List<String> which) {
        return standing.quotas().stream()
                .filter(one ->
                        one.quota().provision().path().equals(thing)
                                && which.size() >= 2
                                && which.contains(one.party())
                                && which.contains(one.period().start().toString()))
                .findFirst()
                .map(QuotaStanding::state)
                .map(StateSign::of);
    }

    String heading() {
        return explanations
                .getFirst()
                .rule()
                .map(Provision::title)
                .map(p::in)
                .orElseGet(() -> headline(explanations.getFirst()));
    }

    /** Codes of parties stay codes in the reasoning; the headline names them. */
    String headline(Explanation one) {
        return p.in(one.headline());
    }

    List<String> reasons(Explanation one) {
        return one.reasons().stream().map((Text reason) -> p.in(reason)).toList();
    }

    List<StatementLine> lines(Explanation one) {
        return one.statements().stream().map(found -> new StatementLine(p, found)).toList();
    }

    Optional<Agreement.SourceText> source(Provision rule) {
        return rule.source().flatMap(key -> Optional.ofNullable(p.agreement().sources().get(key)));
    }
}
