// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.contradiction.Contradictions;
import org.parley.contradiction.Discrepancy;
import org.parley.contradiction.ReadText;
import org.parley.evidence.Document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where documents differ from each other and from the record, and what is new in them. */
record ContradictionsPage(ClaimsView v, Frame frame, Compared compared) {

    static ContradictionsPage of(Site site, Wording words, Map<String, List<String>> parameters) {
        ClaimsView view = ClaimsView.of(site, words, parameters);
        Compared compared = site.compared(view.known());
        Contradictions found = compared.contradictions();
        boolean madeUp =
                found.discrepancies().stream().anyMatch(Discrepancy::exercise)
                        || found.news().stream().anyMatch(Discrepancy.Side::exercise);
        return new ContradictionsPage(
                view,
                Frame.plain(
                        words,
                        words.of("contradictions.title"),
                        view.other("/contradictions"),
                        madeUp),
                compared);
    }

    Contradictions found() {
        return compared.contradictions();
    }

    /** Those with an explanation, or those without. */
    List<Discrepancy> discrepancies(boolean explained) {
        return found().discrepancies().stream()
                .filter(one -> one.explained() == explained)
                .toList();
    }

    /** What was found and not compared: kinds, with how many of each. */
    String leftOut() {
        return found().leftOut().entrySet().stream()
                .map(kind ->
                        v.words().name("found.kind", kind.getKey().word()) + " " + kind.getValue())
                .collect(Collectors.joining(v.t("list.comma")));
    }

    Optional<String> copyOf(ReadText text) {
        return Optional.ofNullable(found().copies().get(text.document()))
                .map(document -> document.title().in(v.words().language()));
    }

    List<String> problems() {
        return compared.problems().stream()
                .map(problem -> problem.in(v.words().language()))
                .toList();
    }

    List<String> chain(Discrepancy.Side side) {
        return side.chain().stream()
                .map(link ->
                        link.who().in(v.words().language())
                                + v.t("claims.type", v.word(link.type())))
                .toList();
    }

    /** Where the words stand in the document, with the claim that was found in them. */
    String toWords(Discrepancy.Side side) {
        return to(side.document())
                + side.claim().map(one -> "&claim=" + Page.segment(one) + "#claim").orElse("");
    }

    String to(Document document) {
        return "/documents/"
                + document.id().substring(document.id().indexOf(':') + 1)
                + "?lang="
                + v.words().language();
    }

    String also(Discrepancy.Side side) {
        return side.also().stream()
                .map(document -> document.title().in(v.words().language()))
                .collect(Collectors.joining(v.t("list.comma")));
    }

    /** The page of the mechanism in which an entry of the record stands. */
    Optional<String> mechanism(String at) {
        int slash = at.indexOf('/');
        return Optional.of(slash < 0 ? at : at.substring(0, slash))
                .filter(v.site().library().ids()::contains)
                .map(id -> "/a/" + Page.segment(id) + "?lang=" + v.words().language());
    }
}
