// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.evidence.Claim;
import org.parley.evidence.Fact;
import org.parley.evidence.Link;

import java.util.ArrayList;
import java.util.List;

/** A claim, or an entry of the record, as lines of text. */
final class ClaimText {
    private ClaimText() {}

    static List<String> lines(Claim claim, String language) {
        boolean chinese = language.equals("zh");
        List<String> lines = new ArrayList<>();
        lines.add(
                claim.ref()
                        + (claim.exercise() ? "  EXERCISE 演练" : "")
                        + "  ("
                        + claim.subject().thing()
                        + ", "
                        + claim.subject().aspect().text().in(language)
                        + ")");
        lines.add("    " + claim.says().in(language));
        claim.quote()
                .ifPresent(quote ->
                        lines.add(
                                "    “"
                                        + quote.exact().replace("\n", "")
                                        + "”  "
                                        + quote.document()
                                        + ":"
                                        + quote.from()
                                        + "-"
                                        + quote.to()));
        lines.add("    " + (chinese ? "出处链：" : "who says so: ") + chain(claim, language));
        lines.add(
                "    "
                        + claim.timing()
                                .when()
                                .map(when ->
                                        (chinese ? "事件 " : "of ")
                                                + when
                                                + " ("
                                                + claim.timing().basis().text().in(language)
                                                + "), ")
                                .orElse("")
                        + (chinese ? "说于 " : "said ")
                        + claim.timing().said()
                        + ", "
                        + claim.happened()
                                .map(status -> status.text().in(language) + ", ")
                                .orElse("")
                        + claim.content().assertion().text().in(language)
                        + (claim.unverified() ? chinese ? "，未经核实" : ", unverified" : ""));
        return lines;
    }

    /** Outermost first. */
    private static String chain(Claim claim, String language) {
        List<String> links = new ArrayList<>();
        for (Link link : claim.chain()) {
            links.add(link.who().in(language) + " (" + link.type().text().in(language) + ")");
        }
        return String.join(" < ", links);
    }

    static String line(Fact fact, String language) {
        return "    "
                + fact.nature().text().in(language)
                + ": "
                + fact.says().in(language)
                + "  ["
                + fact.at().orElse(fact.source().shown())
                + "]"
                + (fact.unverified() ? language.equals("zh") ? " 未经核实" : " unverified" : "");
    }
}
