// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.statement.Body;
import org.parley.statement.Statement;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One statement with everything the record has about it. */
record StatementPage(Page p, Frame frame, StatementLine line) {

    static StatementPage of(Page page, String ref) {
        Statement statement =
                page.open()
                        .statement(ref)
                        .orElseThrow(() ->
                                new ParleyException(
                                        Code.NOT_FOUND,
                                        Place.of(page.agreement().id()),
                                        "no statement \"" + Asked.shortened(ref) + "\"",
                                        "the timeline lists all of them"));
        Frame frame = Frame.of(page, page.t("statement.title", ref), List.of());
        return new StatementPage(page, frame, new StatementLine(page, statement));
    }

    /** Where its proof is, if it stands in a log of the node that these pages are on. */
    Optional<String> toProof() {
        String ref = line.statement().ref();
        return p.site()
                .node()
                .filter(pages -> pages.agreement().equals(p.agreement().id()))
                .flatMap(pages -> pages.node().find(ref))
                .map(progress -> ProofPage.to(p.look(), progress.entry().ref()));
    }

    /** Its body, name by name. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        Statement statement = line.statement();
        switch (statement.body()) {
            case Body.Act act -> {
                ZoneId zone = p.agreement().zone();
                fields.put(p.t("acts.act"), p.word("act", act.act()));
                act.decided().ifPresent(day -> fields.put(p.t("acts.decided"), day.in(zone)));
                act.notified().ifPresent(day -> fields.put(p.t("acts.notified"), day.in(zone)));
                act.effective().ifPresent(day -> fields.put(p.t("acts.effective"), day.in(zone)));
                act.until().ifPresent(day -> fields.put(p.t("acts.until"), day.in(zone)));
                if (!act.scope().all()) {
                    fields.put(p.t("acts.scope"), String.join(", ", act.scope().provisions()));
                }
            }
            case Body.Declare declare -> {
                fields.put(p.t("limits.asOf"), declare.asOf().toString());
                new TreeMap<>(declare.counts())
                        .forEach((count, value) ->
                                fields.put(count, p.number(value, p.decimals(count))));
            }
            case Body.Dispute dispute -> {
                dispute.claims()
                        .counts()
                        .forEach((count, value) ->
                                fields.put(count, p.number(value, p.decimals(count))));
                dispute.because()
                        .forEach(part -> fields.put(p.in(part.what()), p.signed(part.add(), 0)));
            }
            case Body.Claim claim -> fields.put(p.t("statement.assertion"), claim.assertion());
            default -> {}
        }
        new TreeMap<>(statement.body().formFields())
                .forEach((name, value) -> fields.put(name, value.shown()));
        return fields;
    }
}
