// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.review.Desk;
import org.parley.review.Documents;
import org.parley.review.Reviewed;
import org.parley.review.Reviewed.State;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The documents at hand, with how far they are reviewed.
 *
 * @param found what was looked for; the documents are not listed then
 * @param elsewhere how many decisions are about documents that are not here
 */
record DocumentsPage(
        ReviewView v,
        Frame frame,
        Optional<FoundPassages> found,
        List<Row> rows,
        int page,
        int pages,
        int all,
        int elsewhere) {
    private static final int ROWS = 100;
    private static final int PAGES_MAX = 10_000;

    /** One document, or why it cannot be read. */
    record Row(String id, String name, Optional<Desk.Open> open, Optional<Problem> problem) {
        Optional<Reviewed> reviewed() {
            return open.map(Desk.Open::reviewed);
        }

        String title() {
            return reviewed()
                    .map(one -> ReviewView.title(one.extraction().document()))
                    .orElse(name);
        }

        long count(State... states) {
            return reviewed()
                    .map(one -> List.of(states).stream().mapToLong(one::count).sum())
                    .orElse(0L);
        }

        int claims() {
            return reviewed().map(Reviewed::size).orElse(0);
        }

        boolean undated() {
            return reviewed().map(Reviewed::isUndated).orElse(false);
        }
    }

    static DocumentsPage of(Site site, Wording words, Map<String, List<String>> given) {
        ReviewView view = ReviewView.of(site, words, given, List.of("page", "q"));
        Optional<String> asked = Asked.one(given, "q").map(String::strip);
        Optional<String> looked = asked.filter(text -> !text.isEmpty());
        if (looked.isPresent()) {
            return found(view, FoundPassages.of(view, looked.get()));
        }
        Desk desk = site.desk();
        List<Documents.Listed> listed = desk.list();
        int pages = Math.max(1, (listed.size() + ROWS - 1) / ROWS);
        int page =
                Asked.one(given, "page")
                        .map(one -> (int) Asked.whole(one, "page", PAGES_MAX))
                        .map(one -> Math.max(1, Math.min(one, pages)))
                        .orElse(1);
        List<Row> rows = new ArrayList<>();
        for (Documents.Listed one :
                listed.subList((page - 1) * ROWS, Math.min(listed.size(), page * ROWS))) {
            rows.add(row(desk, one));
        }
        Frame frame =
                Frame.plain(
                        words,
                        words.of("documents.title"),
                        view.to("/documents", Map.of("page", "" + page), view.other()),
                        rows.stream()
                                .anyMatch(row ->
                                        row.reviewed().filter(ReviewView::isMadeUp).isPresent()));
        return new DocumentsPage(
                view,
                frame,
                Optional.empty(),
                rows,
                page,
                pages,
                listed.size(),
                desk.elsewhere().size());
    }

    private static DocumentsPage found(ReviewView view, FoundPassages found) {
        Frame frame =
                Frame.plain(
                        view.words(),
                        view.words().of("documents.title"),
                        view.to("/documents", Map.of("q", found.words()), view.other()),
                        found.madeUp());
        return new DocumentsPage(view, frame, Optional.of(found), List.of(), 1, 1, 0, 0);
    }

    /** A document that cannot be read is told of and does not take the others with it. */
    private static Row row(Desk desk, Documents.Listed one) {
        try {
            return new Row(
                    one.id(), one.name(), Optional.of(desk.open(one.id())), Optional.empty());
        } catch (ParleyException e) {
            return new Row(one.id(), one.name(), Optional.empty(), Optional.of(e.problem()));
        }
    }

    String to(Row row) {
        return v.to("/documents/" + row.id());
    }

    String toPage(int other) {
        return v.to("/documents", Map.of("page", "" + other), v.words().language());
    }
}
