// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.statement.Body;
import org.parley.statement.Reporter;
import org.parley.statement.Statement;
import org.parley.time.Edtf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A statement as pages name it: what in brief, by whom, when, from where. */
record StatementLine(Page p, Statement statement) {

    /** What it says, in a few words. */
    String brief() {
        return switch (statement.body()) {
            case Body.Act act ->
                    p.word("act", act.act())
                            + act.with().map(who -> " (" + p.party(who) + ")").orElse("");
            case Body.Declare declare -> p.t("brief.declare", declare.asOf()) + counts(declare);
            case Body.Change change -> p.t("brief.change", change.item());
            case Body.Filled _ -> form();
            case Body.Totals totals -> p.t("brief.totals", totals.asOf());
            case Body.Decide _ -> p.t("brief.decide");
            case Body.Dispute dispute -> p.t("brief.dispute", about(dispute.about()));
            case Body.Claim claim -> p.in(claim.said());
            case Body.Said said -> form() + said.version().map(version -> " " + version).orElse("");
            case Body.Contact contact ->
                    p.word("step", contact.step().word())
                            + contact.on().map(day -> " " + day).orElse("");
            case Body.Account account -> p.t("brief.account", account.on());
            case Body.Unknown unknown -> unknown.kind();
        };
    }

    private String form() {
        return statement
                .form()
                .flatMap(name -> Optional.ofNullable(p.agreement().forms().get(name)))
                .map(form -> p.in(form.title()))
                .orElseGet(() -> p.word("kind", statement.kind().word()));
    }

    private String counts(Body.Declare declare) {
        List<String> parts = new ArrayList<>();
        new TreeMap<>(declare.counts())
                .forEach((count, value) -> {
                    String name =
                            Optional.ofNullable(p.agreement().counts().get(count))
                                    .map(found -> p.in(found.provision().title()))
                                    .orElse(count);
                    parts.add(name + " " + p.number(value, p.decimals(count)));
                });
        return parts.isEmpty() ? "" : ": " + String.join("; ", parts);
    }

    private String about(Body.About about) {
        return switch (about) {
            case Body.About.Ref ref -> ref.ref();
            case Body.About.OfDuty duty ->
                    duty.duty() + ", " + p.party(duty.party()) + ", " + duty.period();
            case Body.About.OfItems items ->
                    p.party(items.party()) + ", " + String.join(", ", items.ids());
        };
    }

    Optional<String> words() {
        return statement.text().map(p::in);
    }

    /** Who says it: of what others only report, who reports it. */
    String by() {
        List<Reporter> links = links();
        boolean compiled = statement.by().equals("analyst") && !links.isEmpty();
        return compiled
                ? p.t("statement.reportedBy", p.party(links.getFirst().who()))
                : p.party(statement.by());
    }

    private List<Reporter> links() {
        List<Reporter> links = new ArrayList<>(statement.reported());
        if (statement.body() instanceof Body.Claim claim) {
            links.addAll(claim.chain());
        }
        return links;
    }

    String kind() {
        return p.word("kind", statement.kind().word());
    }

    Optional<String> made() {
        return statement.times().made().map(Edtf::toString);
    }

    /** Publication, marked where the day is only assumed. */
    Optional<String> published() {
        return statement
                .times()
                .published()
                .map(day ->
                        statement.times().publishedAssumed()
                                ? day + " " + p.t("statement.assumed")
                                : day.toString());
    }

    List<String> received() {
        List<String> all = new ArrayList<>();
        new TreeMap<>(statement.times().received())
                .forEach((party, day) -> all.add(p.party(party) + " " + day));
        return all;
    }

    /** Who says so, outermost first. */
    List<String> chain() {
        return links().stream()
                .map(link -> p.party(link.who()) + " (" + p.word("reporter", link.type()) + ")")
                .toList();
    }

    /** The address of the copy that was read, if it is one that can be followed. */
    Optional<String> copy() {
        return statement.source().read().filter(read -> read.matches("https?://\\S+"));
    }

    String address() {
        return p.statement(statement.ref());
    }
}
