// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.agreement.Count;
import org.parley.statement.Body;
import org.parley.statement.Statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds each declared total against what the same party's list and change notices come to. Nobody
 * is wrong by it: a notice may be lost, not public, or not owed.
 */
final class AddUpFold {
    private final Agreement agreement;
    private final Known known;
    private final Life life;
    private final Bulk bulk;
    private final View view;

    AddUpFold(Agreement agreement, Known known, Life life, Bulk bulk, View view) {
        this.agreement = agreement;
        this.known = known;
        this.life = life;
        this.bulk = bulk;
        this.view = view;
    }

    /** One finding for each party's latest total of a count that its items do not come to. */
    List<Standing.Finding> findings() {
        Map<String, Statement> latest = new LinkedHashMap<>();
        for (Statement statement : known.declarations) {
            Body.Declare body = (Body.Declare) statement.body();
            if (!body.asOf().isAfter(view.asOf())) {
                String zone = body.zone().orElse("");
                body.counts()
                        .keySet()
                        .forEach(count ->
                                latest.put(
                                        count + "@" + zone + "@" + statement.subject(), statement));
            }
        }
        List<Standing.Finding> findings = new ArrayList<>();
        for (Count count : agreement.counts().values()) {
            if (!count.declared()) {
                latest.forEach((key, statement) -> {
                    if (key.startsWith(count.id() + "@")) {
                        finding(count, statement).ifPresent(findings::add);
                    }
                });
            }
        }
        return findings;
    }

    /** Changes of the day itself may be in the total or not: only what fits neither is told. */
    private Optional<Standing.Finding> finding(Count count, Statement statement) {
        Body.Declare body = (Body.Declare) statement.body();
        long declared = body.counts().getOrDefault(count.id(), 0L);
        Optional<Bulk.ItemTotal> evening = total(count, statement, body.asOf());
        Optional<Bulk.ItemTotal> before = total(count, statement, body.asOf().minusDays(1));
        if (evening.isEmpty()
                || evening.get().value() == declared
                || before.filter(total -> total.value() == declared).isPresent()) {
            return Optional.empty();
        }
        List<String> refs = new ArrayList<>(List.of(statement.ref()));
        evening.get().statements().stream().filter(ref -> !refs.contains(ref)).forEach(refs::add);
        return Optional.of(
                new Standing.Finding(
                        "does-not-add-up",
                        statement.subject(),
                        count.provision().path(),
                        refs,
                        Text.same(
                                count.id()
                                        + " "
                                        + body.asOf()
                                        + ": "
                                        + declared
                                        + " ≠ "
                                        + evening.get().value())));
    }

    /** Without a list there is no total: changes alone tell of some items only. */
    private Optional<Bulk.ItemTotal> total(Count count, Statement statement, LocalDate day) {
        Optional<String> zone = ((Body.Declare) statement.body()).zone();
        return bulk.total(count.id(), statement.subject(), zone, view.on(day), life)
                .filter(total -> !total.statements().isEmpty());
    }
}
