// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.evidence.Claim;
import org.parley.evidence.Comparison;
import org.parley.evidence.Dossier;
import org.parley.evidence.Pair;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two claims side by side, both with equal weight, with the record and the rules tried. */
record ClaimPairPage(ClaimsView v, Frame frame, Pair pair, Comparison comparison) {

    static ClaimPairPage of(
            Site site, Wording words, Map<String, List<String>> parameters, String id) {
        ClaimsView view = ClaimsView.of(site, words, parameters);
        Dossier dossier = site.dossier().knownOn(view.known());
        Pair pair = dossier.pair(id);
        return new ClaimPairPage(
                view,
                Frame.plain(
                        words,
                        pair.title().in(words.language()),
                        view.other("/claims/" + id),
                        pair.exercise()),
                pair,
                dossier.compare(pair));
    }

    List<Claim> sides() {
        return List.of(pair.a(), pair.b());
    }

    /** What the document is, in words. */
    String document(Claim claim) {
        return claim.quote()
                .flatMap(quote -> v.site().dossier().document(quote.document()))
                .map(document ->
                        document.title().in(v.words().language()) + ", " + document.published())
                .orElse("");
    }

    /** The page of the mechanism of that id, or the one in which an entry of the record stands. */
    Optional<String> mechanism(String at) {
        int slash = at.indexOf('/');
        String id = slash < 0 ? at : at.substring(0, slash);
        return Optional.of(id)
                .filter(v.site().library().ids()::contains)
                .map(known -> "/a/" + Page.segment(known) + "?lang=" + v.words().language());
    }

    Optional<String> copy(Claim claim) {
        return claim.source().read().filter(read -> read.matches("https?://\\S+"));
    }
}
