// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.archive.ReadingRoom;
import org.parley.search.Answer;
import org.parley.search.Passage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was looked for in the documents that were taken in, and where it stands.
 *
 * @param words as they were typed
 * @param more whether there are more than are shown
 * @param madeUp whether one of them is about parties that are made up
 * @param problems why nothing could be looked for, or which documents could not be looked at
 */
record FoundPassages(
        ReviewView v,
        String words,
        List<Row> rows,
        boolean more,
        boolean madeUp,
        List<Problem> problems) {
    private static final int MOST = 50;
    private static final int TEXT_MAX = 320;

    /**
     * A passage.
     *
     * @param address of the words of its first claim, else of the passage
     * @param claims the kinds of claims in it, in words
     */
    record Row(String address, String name, String place, String text, List<Found> claims) {}

    /** A claim of a passage. */
    record Found(String address, String kind) {}

    static FoundPassages of(ReviewView v, String words) {
        try {
            Answer answer = v.site().search().find(org.parley.search.Asked.words(words, MOST + 1));
            List<Passage> shown = answer.passages().stream().limit(MOST).toList();
            return new FoundPassages(
                    v,
                    words,
                    shown.stream().map(one -> row(v, one)).toList(),
                    answer.passages().size() > MOST,
                    isMadeUp(v.site().room(), shown),
                    answer.unread());
        } catch (ParleyException e) {
            return new FoundPassages(v, words, List.of(), false, false, List.of(e.problem()));
        }
    }

    /** As for a document's own page: by the parties of all its claims, as they are kept. */
    private static boolean isMadeUp(ReadingRoom room, List<Passage> passages) {
        return passages.stream()
                .map(Passage::document)
                .distinct()
                .flatMap(id -> room.archive().find(id).stream())
                .flatMap(entry -> room.kept(entry).stream())
                .flatMap(reading -> reading.claims().stream())
                .flatMap(claim -> claim.actors().stream())
                .anyMatch(code -> code.matches("X[A-Z]"));
    }

    private static Row row(ReviewView v, Passage one) {
        String page = "/documents/" + one.document().substring("sha256:".length());
        List<Found> claims = new ArrayList<>();
        for (Passage.Quoted claim : one.claims()) {
            String address =
                    v.to(page, Map.of("claim", claim.id()), v.words().language())
                            + "#claim-"
                            + claim.id();
            claims.add(new Found(address, v.word("found.kind", claim.kind())));
        }
        String first =
                claims.isEmpty() ? v.to(page) + "#b" + one.block() : claims.getFirst().address();
        return new Row(
                first,
                one.name(),
                one.page() > 1 ? v.t("documents.foundPage", one.page()) : "",
                shortened(one.text().strip()),
                claims);
    }

    private static String shortened(String text) {
        int end =
                text.offsetByCodePoints(
                        0, Math.min(TEXT_MAX, text.codePointCount(0, text.length())));
        return end < text.length() ? text.substring(0, end) + "…" : text;
    }
}
