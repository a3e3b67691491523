// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import io.javalin.http.Context;

import org.parley.record.CsvText;
import org.parley.standing.Course;
import org.parley.web.chart.Drawing;
import org.parley.web.chart.Ink;
import org.parley.web.chart.Mark;
import org.parley.web.chart.PngPainter;
import org.parley.web.chart.SvgWriter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The overview as files: one picture with its view on it, and its table. */
final class FrontFiles {
    private static final double STATE_X = 400;
    private static final double LIFE_X = 560;
    private static final double SINCE_X = LIFE_X + Strip.WIDTH + 10;
    private static final double WIDTH = SINCE_X + 80;
    private static final double LINE = 15;

    /** Columns of a title's line at 11 pixels; a Chinese character takes two. */
    private static final int TITLE_COLUMNS = 64;

    private static final int STATE_COLUMNS = 26;

    private final FrontPage page;
    private final Look look;
    private final List<Mark> marks = new ArrayList<>();
    private double y;

    private FrontFiles(FrontPage page) {
        this.page = page;
        this.look = page.look();
    }

    static void svg(FrontPage page, Context context) {
        named(page, context, "svg");
        context.contentType("image/svg+xml; charset=utf-8")
                .result(SvgWriter.file(new FrontFiles(page).drawing()));
    }

    static void png(FrontPage page, Context context) {
        named(page, context, "png");
        context.contentType("image/png").result(PngPainter.png(new FrontFiles(page).drawing()));
    }

    static void csv(FrontPage page, Context context) {
        named(page, context, "csv");
        context.contentType("text/csv; charset=utf-8").result(table(page));
    }

    private static void named(FrontPage page, Context context, String kind) {
        String file = "parley-overview-" + page.look().view().asOf() + "." + kind;
        context.header("Content-Disposition", "inline; filename=\"" + file + "\"");
    }

    // The picture.

    private Drawing drawing() {
        for (Map.Entry<String, List<FrontPage.Row>> shelf : page.shelves().entrySet()) {
            shelf(shelf.getKey());
            shelf.getValue().forEach(this::row);
            y += 10;
        }
        legend();
        String title = look.t("front.title");
        Cite cite = Cite.of(look, title);
        Drawing bare = new Drawing(WIDTH, y, title, cite.view(), marks);
        return bare.captioned(above(title, cite), List.of(look.t("front.note"), cite.made()));
    }

    private List<String> above(String title, Cite cite) {
        List<String> lines = new ArrayList<>(List.of(title, cite.view()));
        page.choice().ifPresent(lines::add);
        if (page.madeUp()) {
            lines.add("EXERCISE 演练");
        }
        return lines;
    }

    private void label(String text, double x, double at, Ink ink, boolean bold) {
        marks.add(new Mark.Label(text, x, at, Mark.Anchor.START, ink, bold ? 13 : 11, bold));
    }

    private void shelf(String shelf) {
        label(look.word("shelf", shelf), 0, y + 13, Ink.TEXT, true);
        marks.add(new Mark.Group(LIFE_X, y, Strip.axis(look, page.first(), page.last()).marks()));
        y += 18;
        marks.add(new Mark.Line(0, y, WIDTH, y, Ink.GRID, Mark.Pen.HAIR));
        y += 3;
    }

    private void row(FrontPage.Row row) {
        String title = row.agreement().map(one -> look.in(one.title())).orElse(row.id());
        if (row.agreement().filter(one -> one.exercise()).isPresent()) {
            title += " EXERCISE 演练";
        }
        List<String> titles = Drawing.wrapped(List.of(title), TITLE_COLUMNS);
        List<String> state = new ArrayList<>();
        if (row.course().isPresent()) {
            state.add(look.t(page.sign(row).key()));
            if (!page.by(row).isEmpty()) {
                state.addAll(Drawing.wrapped(List.of(page.by(row)), STATE_COLUMNS));
            }
        } else {
            state.addAll(Drawing.wrapped(List.of(row.problem().orElse("")), STATE_COLUMNS));
        }
        for (int i = 0; i < titles.size(); i++) {
            label(titles.get(i), 0, y + 12 + i * LINE, Ink.TEXT, false);
        }
        for (int i = 0; i < state.size(); i++) {
            Ink ink = i == 0 ? Ink.TEXT : Ink.MUTED;
            label(state.get(i), STATE_X + 14, y + 12 + i * LINE, ink, false);
        }
        if (row.course().isPresent()) {
            StateSign sign = page.sign(row);
            marks.add(new Mark.Sign(sign.glyph(), STATE_X + 5, y + 8, 4.2, sign.ink(), ""));
            List<Mark> life = Strip.marks(look, row, page.first(), page.last());
            marks.add(new Mark.Group(LIFE_X, y, life));
            String since = page.since(row).map(LocalDate::toString).orElse("");
            label(since, SINCE_X, y + 12, Ink.TEXT, false);
        }
        y += Math.max(titles.size(), state.size()) * LINE + 4;
    }

    /** Every shape of the picture beside its word. */
    private void legend() {
        double x = 0;
        for (StateSign sign : page.signs()) {
            String word = look.t(sign.key());
            double width = 30 + word.chars().map(c -> c >= 0x2e80 ? 12 : 6).sum();
            if (x + width > WIDTH) {
                x = 0;
                y += LINE + 2;
            }
            marks.add(new Mark.Sign(sign.glyph(), x + 5, y + 8, 4.2, sign.ink(), ""));
            label(word, x + 14, y + 12, Ink.TEXT, false);
            x += width;
        }
        y += LINE + 2;
    }

    // The table.

    /**
     * RFC 4180, one line for each stretch of each mechanism's life; {@code now} marks the one that
     * the view's day lies in. What cannot be read has a line that says why.
     */
    private static String table(FrontPage page) {
        Look look = page.look();
        List<List<String>> rows = new ArrayList<>();
        page.shelves().forEach((shelf, all) -> all.forEach(row -> lines(page, shelf, row, rows)));
        Cite cite = Cite.of(look, look.t("front.title"));
        StringBuilder head = new StringBuilder();
        if (page.madeUp()) {
            head.append("# EXERCISE 演练\r\n");
        }
        List<String> about = new ArrayList<>(List.of(cite.what(), cite.view(), cite.made()));
        page.choice().ifPresent(about::add);
        about.forEach(line -> head.append("# ").append(line.replace('\n', ' ')).append("\r\n"));
        return head
                + CsvText.of(
                        List.of(
                                "shelf", "kind", "id", "title", "parties", "state", "word", "from",
                                "until", "by", "now", "problem"),
                        rows);
    }

    private static void lines(
            FrontPage page, String shelf, FrontPage.Row row, List<List<String>> rows) {
        Look look = page.look();
        if (row.course().isEmpty() || row.agreement().isEmpty()) {
            String why = Grid.harmless(row.problem().orElse(""));
            rows.add(List.of(shelf, "", row.id(), "", "", "", "", "", "", "", "", why));
            return;
        }
        List<Course.Span> spans = row.course().get().spans();
        for (int i = 0; i < spans.size(); i++) {
            Course.Span span = spans.get(i);
            Optional<LocalDate> next =
                    i + 1 < spans.size() ? Optional.of(spans.get(i + 1).from()) : Optional.empty();
            LocalDate day = look.view().asOf();
            boolean now = !span.from().isAfter(day) && next.map(on -> on.isAfter(day)).orElse(true);
            StateSign sign = row.sign(span.situation().state());
            rows.add(
                    List.of(
                            shelf,
                            row.agreement().get().kind(),
                            row.id(),
                            Grid.harmless(look.in(row.agreement().get().title())),
                            String.join(" ", row.agreement().get().parties()),
                            span.situation().state().word(),
                            look.t(sign.key()),
                            span.from().equals(LocalDate.MIN) ? "" : span.from().toString(),
                            next.map(on -> on.minusDays(1).toString()).orElse(""),
                            String.join(" ", span.situation().by()),
                            now ? "now" : "",
                            ""));
        }
    }
}
