// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Text;
import org.parley.document.Block;
import org.parley.document.DateCandidate;
import org.parley.document.ReadDocument;
import org.parley.evidence.Word;
import org.parley.review.Desk;
import org.parley.review.Reviewed;
import org.parley.review.Slot;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the pages on documents share: the language, who reviews, and how to name things.
 *
 * @param by who reviews, as they call themselves
 */
record ReviewView(Site site, Wording words, String by) {
    private static final String NOBODY = "reviewer";
    private static final int TITLE_LENGTH_MAX = 200;

    static ReviewView of(
            Site site, Wording words, Map<String, List<String>> given, List<String> more) {
        Asked.requireKnown(given, List.of("lang", "by"), more);
        return new ReviewView(
                site,
                words,
                Asked.one(given, "by")
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .orElse(NOBODY));
    }

    String t(String key, Object... values) {
        return words.of(key, values);
    }

    String word(String list, String name) {
        return words.name(list, name);
    }

    String word(Word word) {
        return in(word.text());
    }

    String in(Text text) {
        return text.in(words.language());
    }

    String to(String path) {
        return to(path, Map.of(), words.language());
    }

    /** An address of these pages, with the reviewer and the language. */
    String to(String path, Map<String, String> more, String language) {
        StringBuilder query = new StringBuilder(path).append("?lang=").append(language);
        if (isNamed()) {
            query.append("&by=").append(Page.segment(by));
        }
        more.forEach((key, value) ->
                query.append('&').append(key).append('=').append(Page.segment(value)));
        return query.toString();
    }

    /** Whether whoever reviews gave a name. */
    boolean isNamed() {
        return !by.equals(NOBODY);
    }

    String other() {
        return words.language().equals("zh") ? "en" : "zh";
    }

    String party(String code) {
        return site.actors().brief(code, words.language());
    }

    String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.of(words.language()));
    }

    /** What the document calls itself, else how its file is named. */
    static String title(ReadDocument document) {
        String title =
                document.metadata()
                        .title()
                        .or(() -> heading(document))
                        .orElse(document.name())
                        .strip();
        return title.length() <= TITLE_LENGTH_MAX
                ? title
                : title.substring(0, TITLE_LENGTH_MAX) + "…";
    }

    private static Optional<String> heading(ReadDocument document) {
        return document.blocks().stream()
                .filter(one -> one.kind() == Block.Kind.TITLE || one.kind() == Block.Kind.HEADING)
                .map(one -> document.text().value().substring(one.from(), one.to()).strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Whether it is about parties that are made up: their codes are nobody's (ISO 3166-1). */
    static boolean isMadeUp(Reviewed reviewed) {
        return reviewed.claims().stream()
                .flatMap(one -> java.util.Arrays.stream(one.slot(Slot.ACTORS).split(", ")))
                .anyMatch(code -> code.matches("X[A-Z]"));
    }

    /** The day of a document, and how it is known. */
    String dated(Desk.Open open) {
        Reviewed reviewed = open.reviewed();
        Optional<LocalDate> day = reviewed.extraction().anchor();
        if (day.isEmpty()) {
            return t("documents.undated");
        }
        if (reviewed.anchor().isPresent()) {
            return t(
                    "documents.dated",
                    day.get(),
                    t("documents.given", reviewed.anchor().get().by()));
        }
        if (open.loaded().given().isPresent()) {
            return t("documents.dated", day.get(), t("documents.givenTaken"));
        }
        String basis =
                reviewed.extraction().document().metadata().dates().stream()
                        .map(DateCandidate::basis)
                        .filter(one -> one != DateCandidate.Basis.SAVED)
                        .sorted()
                        .findFirst()
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .orElse("stated");
        return t(
                "documents.dated",
                reviewed.extraction().published().orElseThrow(),
                word("documents.basis", basis));
    }
}
