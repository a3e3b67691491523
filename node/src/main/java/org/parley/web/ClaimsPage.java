// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.evidence.Comparison;
import org.parley.evidence.Pair;
import org.parley.evidence.Verdict;

import java.util.List;
import java.util.Map;

/** Pairs of claims, each with its verdict. */
record ClaimsPage(ClaimsView v, Frame frame, List<Row> rows, List<Verdict> verdicts, int claims) {

    /** A pair and what comparing it came to. */
    record Row(Pair pair, Comparison comparison) {}

    static ClaimsPage of(Site site, Wording words, Map<String, List<String>> parameters) {
        ClaimsView view = ClaimsView.of(site, words, parameters);
        List<Row> rows = site.pairs(view.known());
        boolean madeUp = rows.stream().anyMatch(row -> row.pair().exercise());
        return new ClaimsPage(
                view,
                Frame.plain(words, words.of("claims.title"), view.other("/claims"), madeUp),
                rows,
                List.of(Verdict.values()),
                site.dossier().knownOn(view.known()).claims().size());
    }
}
