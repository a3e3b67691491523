// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.standing.Course;
import org.parley.standing.Situation;
import org.parley.web.chart.Drawing;
import org.parley.web.chart.Glyph;
import org.parley.web.chart.Ink;
import org.parley.web.chart.Mark;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A mechanism's life as a line: full where it is in force or open, broken where it is suspended or
 * contested, thin before and after; a shape where each stretch begins.
 */
final class Strip {
    static final double WIDTH = 520;
    static final double HEIGHT = 18;
    private static final double MARGIN = 14;

    private Strip() {}

    static double x(LocalDate day, LocalDate first, LocalDate last) {
        double part = ChronoUnit.DAYS.between(first, day);
        double whole = Math.max(1, ChronoUnit.DAYS.between(first, last));
        return MARGIN + Math.clamp(part / whole, 0, 1) * (WIDTH - 2 * MARGIN);
    }

    static Drawing draw(Look look, FrontPage.Row row, LocalDate first, LocalDate last) {
        List<Mark> marks = marks(look, row, first, last);
        String title = row.agreement().map(one -> look.in(one.title())).orElse(row.id());
        return new Drawing(WIDTH, HEIGHT, title, told(look, row, first, last), marks);
    }

    /** The states that have a stretch between two days. */
    static Set<Situation.State> shown(Course course, LocalDate first, LocalDate last) {
        Set<Situation.State> shown = EnumSet.noneOf(Situation.State.class);
        List<Course.Span> spans = course.spans();
        for (int i = 0; i < spans.size(); i++) {
            LocalDate until = i + 1 < spans.size() ? spans.get(i + 1).from() : last;
            if (until.isAfter(first) && spans.get(i).from().isBefore(last)) {
                shown.add(spans.get(i).situation().state());
            }
        }
        shown.remove(Situation.State.NOTHING_YET);
        return shown;
    }

    static List<Mark> marks(Look look, FrontPage.Row row, LocalDate first, LocalDate last) {
        List<Mark> marks = new ArrayList<>();
        double middle = HEIGHT / 2;
        List<Course.Span> spans = row.course().orElseThrow().spans();
        for (int i = 0; i < spans.size(); i++) {
            LocalDate from = spans.get(i).from().isBefore(first) ? first : spans.get(i).from();
            LocalDate until = i + 1 < spans.size() ? spans.get(i + 1).from() : last;
            if (!until.isAfter(from)) {
                continue;
            }
            Situation now = spans.get(i).situation();
            StateSign sign = row.sign(now.state());
            double x1 = x(from, first, last);
            double x2 = x(until, first, last);
            line(marks, now.state(), sign.ink(), x1, x2, middle);
            if (now.state() != Situation.State.NOTHING_YET) {
                String says = spans.get(i).from().isBefore(first) ? "" : from + " ";
                marks.add(
                        new Mark.Sign(
                                sign.glyph(),
                                x1,
                                middle,
                                4.2,
                                sign.ink(),
                                says + look.t(sign.key())));
            }
        }
        for (Course.Turn turn : row.course().orElseThrow().turns()) {
            if (!turn.day().isBefore(first) && !turn.day().isAfter(last)) {
                double at = x(turn.day(), first, last);
                marks.add(
                        new Mark.Sign(
                                turn.isExit() ? Glyph.CROSS : Glyph.SQUARE,
                                at,
                                middle,
                                3.2,
                                turn.isExit() ? Ink.GREY : Ink.CARE,
                                told(look, turn)));
            }
        }
        double cursor = x(look.view().asOf(), first, last);
        marks.add(new Mark.Line(cursor, 0, cursor, HEIGHT, Ink.CURSOR, Mark.Pen.DOTTED));
        return marks;
    }

    private static void line(
            List<Mark> marks, Situation.State state, Ink ink, double x1, double x2, double y) {
        switch (state) {
            case IN_FORCE, OPEN -> marks.add(new Mark.Area(x1, y - 2.5, x2 - x1, 5, ink));
            case SUSPENDED_BY_SOME, SUSPENDED, CONTESTED, UNANSWERED ->
                    marks.add(new Mark.Line(x1, y, x2, y, ink, Mark.Pen.DASHED));
            case NOTHING_YET -> {}
            case STALLED, POSTPONED, STATED ->
                    marks.add(new Mark.Line(x1, y, x2, y, ink, Mark.Pen.LINE));
            default -> marks.add(new Mark.Line(x1, y, x2, y, Ink.GRID, Mark.Pen.HAIR));
        }
    }

    /** What is to be seen in it, in words. */
    private static String told(Look look, FrontPage.Row row, LocalDate first, LocalDate last) {
        StringBuilder told = new StringBuilder();
        for (Course.Span span : row.course().orElseThrow().spans()) {
            if (span.from().isAfter(last)) {
                break;
            }
            String from = span.from().isBefore(first) ? "…" : span.from().toString();
            told.append(told.isEmpty() ? "" : "; ")
                    .append(from)
                    .append(' ')
                    .append(look.t(row.sign(span.situation().state()).key()));
        }
        for (Course.Turn turn : row.course().orElseThrow().turns()) {
            if (!turn.day().isAfter(last)) {
                told.append("; ").append(told(look, turn));
            }
        }
        return told.toString();
    }

    /** Who left or paused a part, and when. */
    private static String told(Look look, Course.Turn turn) {
        return turn.day()
                + " "
                + look.t(
                        "front.turn",
                        look.t("act." + turn.act()),
                        String.join(
                                look.t("list.comma"),
                                turn.by().stream().map(look::party).toList()));
    }

    /** The years over the lines. */
    static Drawing axis(Look look, LocalDate first, LocalDate last) {
        List<Mark> marks = new ArrayList<>();
        int each = Math.max(1, Math.ceilDiv(last.getYear() - first.getYear(), 9));
        for (int year = first.getYear(); year <= last.getYear(); year += each) {
            double x = x(LocalDate.of(year, 1, 1), first, last);
            marks.add(
                    new Mark.Label(
                            String.valueOf(year), x, 12, Mark.Anchor.MIDDLE, Ink.MUTED, 11, false));
        }
        return new Drawing(WIDTH, 16, look.t("front.years"), first + " – " + last, marks);
    }
}
