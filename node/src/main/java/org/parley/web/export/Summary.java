// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.agreement.Agreement;
import org.parley.statement.Body;
import org.parley.statement.Item;
import org.parley.statement.Statement;
import org.parley.statement.Value;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** A statement in a few words. */
final class Summary {
    private Summary() {}

    static String of(Agreement agreement, Statement statement, String language) {
        String said =
                switch (statement.body()) {
                    case Body.Act act ->
                            act.scope().all() ? "" : String.join(", ", act.scope().provisions());
                    case Body.Declare declare -> declared(agreement, declare);
                    case Body.Change change -> change.item() + " " + values(change.set());
                    case Body.Filled filled -> values(filled.fields());
                    case Body.Totals totals -> new TreeMap<>(totals.totals()).toString();
                    case Body.Decide decide -> new TreeMap<>(decide.sets()).toString();
                    case Body.Dispute dispute -> dispute(agreement, dispute);
                    case Body.Claim claim ->
                            (claim.actors().isEmpty()
                                            ? ""
                                            : String.join(", ", claim.actors()) + ": ")
                                    + claim.said().in(language);
                    case Body.Said words -> words.version().orElse("");
                    case Body.Contact contact ->
                            contact.step().word() + contact.on().map(day -> " " + day).orElse("");
                    case Body.Account account -> account.on().toString();
                    case Body.Unknown unknown -> "";
                };
        String text = statement.text().map(one -> one.in(language)).orElse("");
        return said.isEmpty() || text.isEmpty() ? said + text : said + " · " + text;
    }

    private static String declared(Agreement agreement, Body.Declare declare) {
        StringJoiner parts = new StringJoiner(", ");
        declare.zone().ifPresent(zone -> parts.add("zone " + zone));
        new TreeMap<>(declare.counts())
                .forEach((id, number) -> parts.add(id + " " + agreement.shown(id, number)));
        if (declare.listsItems()) {
            parts.add(declare.items().size() + " items");
            declare.items().stream().limit(1).map(Item::id).forEach(id -> parts.add(id + " …"));
        }
        if (!declare.fields().isEmpty()) {
            parts.add(values(declare.fields()));
        }
        return parts.toString();
    }

    private static String dispute(Agreement agreement, Body.Dispute dispute) {
        String about =
                switch (dispute.about()) {
                    case Body.About.Ref(String ref) -> ref;
                    case Body.About.OfDuty(String duty, String party, var day) ->
                            "duties." + duty + " " + party + " " + day;
                    case Body.About.OfItems(String party, var ids, var day) ->
                            ids.size() + " items of " + party + " from " + day;
                };
        Body.Claims claims = dispute.claims();
        StringJoiner held = new StringJoiner(", ");
        new TreeMap<>(claims.counts())
                .forEach((id, number) -> held.add(id + " " + agreement.shown(id, number)));
        claims.state().ifPresent(held::add);
        claims.legalEffect().ifPresent(effect -> held.add("legal-effect " + effect));
        if (!claims.set().isEmpty()) {
            held.add(values(claims.set()));
        }
        return about + ": " + held;
    }

    private static String values(Map<String, Value> values) {
        StringJoiner parts = new StringJoiner(", ");
        new TreeMap<>(values).forEach((name, value) -> parts.add(name + " " + value.shown()));
        return parts.toString();
    }
}
