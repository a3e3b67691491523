// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.evidence.Claim;
import org.parley.evidence.Link;
import org.parley.evidence.Word;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the pages on claims share: the language, the day of knowledge, and how to name things.
 *
 * @param asked the day of knowledge, where one was asked for
 */
record ClaimsView(Site site, Wording words, LocalDate known, Optional<LocalDate> asked) {

    static ClaimsView of(Site site, Wording words, Map<String, List<String>> parameters) {
        Asked.requireKnown(parameters, List.of("knownOn", "lang"), List.of());
        Optional<LocalDate> asked = Asked.day(parameters, "knownOn");
        return new ClaimsView(
                site, words, asked.orElseGet(() -> LocalDate.now(site.clock())), asked);
    }

    String t(String key, Object... values) {
        return words.of(key, values);
    }

    String word(Word word) {
        return word.text().in(words.language());
    }

    /** The address of a page of claims, with the day and the language. */
    String to(String path) {
        return to(path, words.language());
    }

    String to(String path, String language) {
        return path
                + "?"
                + asked.map(day -> "knownOn=" + day + "&").orElse("")
                + "lang="
                + language;
    }

    String other(String path) {
        return to(path, words.language().equals("zh") ? "en" : "zh");
    }

    String pair(String id) {
        return to("/claims/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    String parties(List<String> codes) {
        return String.join(
                t("list.comma"),
                codes.stream().map(code -> site.actors().brief(code, words.language())).toList());
    }

    /** Outermost first. */
    List<String> chain(Claim claim) {
        return claim.chain().stream().map(this::link).toList();
    }

    private String link(Link link) {
        return link.who().in(words.language()) + t("claims.type", word(link.type()));
    }
}
