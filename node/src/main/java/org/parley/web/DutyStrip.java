// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.standing.DutyStanding;
import org.parley.web.chart.Drawing;
import org.parley.web.chart.Ink;
import org.parley.web.chart.Mark;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Duties as a calendar: one row for each duty and party, a sign on the day each was due. */
final class DutyStrip {
    static final int ROWS_MAX = 30;

    private static final double WIDTH = 980;
    private static final double LEFT = 300;
    private static final double RIGHT = 16;
    private static final double TOP = 34;
    private static final double ROW = 20;

    private DutyStrip() {}

    static Drawing draw(DutyTable table) {
        Page page = table.page();
        List<DutyTable.Row> rows =
                table.rows().stream().filter(row -> !row.instances().isEmpty()).toList();
        List<LocalDate> dues = table.all().stream().map(table::due).toList();
        LocalDate day = page.view().asOf();
        LocalDate from = dues.stream().min(LocalDate::compareTo).orElse(day).withDayOfYear(1);
        LocalDate last = dues.stream().max(LocalDate::compareTo).orElse(day);
        LocalDate until = (day.isAfter(last) ? day : last).plusMonths(3);
        double floor = TOP + rows.size() * ROW + 4;
        List<Mark> marks = new ArrayList<>();
        axis(marks, from, until, floor);
        double cursor = x(day, from, until);
        marks.add(new Mark.Line(cursor, TOP - 6, cursor, floor, Ink.CURSOR, Mark.Pen.DOTTED));
        Mark.Anchor side = cursor > WIDTH - 90 ? Mark.Anchor.END : Mark.Anchor.START;
        double at = side == Mark.Anchor.END ? cursor - 4 : cursor + 4;
        marks.add(new Mark.Label(day.toString(), at, TOP - 8, side, Ink.MUTED, 11, false));
        String before = "";
        for (int i = 0; i < rows.size(); i++) {
            DutyTable.Row row = rows.get(i);
            row(marks, table, row, TOP + i * ROW, from, until, !row.id().equals(before));
            before = row.id();
        }
        legend(marks, page, table.all());
        return new Drawing(
                WIDTH,
                floor + 22,
                page.t("duties.strip"),
                page.t("duties.describe", from, until, rows.size()),
                marks);
    }

    private static double x(LocalDate day, LocalDate from, LocalDate until) {
        double part = ChronoUnit.DAYS.between(from, day);
        double whole = Math.max(1, ChronoUnit.DAYS.between(from, until));
        return LEFT + part / whole * (WIDTH - LEFT - RIGHT);
    }

    private static void axis(List<Mark> marks, LocalDate from, LocalDate until, double floor) {
        int years = until.getYear() - from.getYear();
        int each = years > 24 ? 5 : years > 11 ? 2 : 1;
        for (int year = from.getYear(); year <= until.getYear(); year++) {
            double x = x(LocalDate.of(year, 1, 1), from, until);
            if (x < LEFT || x > WIDTH - RIGHT) {
                continue;
            }
            marks.add(new Mark.Line(x, TOP, x, floor, Ink.GRID, Mark.Pen.HAIR));
            if (year % each == 0) {
                marks.add(
                        new Mark.Label(
                                String.valueOf(year),
                                x,
                                floor + 15,
                                Mark.Anchor.MIDDLE,
                                Ink.MUTED,
                                11,
                                false));
            }
        }
    }

    private static void row(
            List<Mark> marks,
            DutyTable table,
            DutyTable.Row row,
            double top,
            LocalDate from,
            LocalDate until,
            boolean named) {
        Page page = table.page();
        double middle = top + ROW / 2;
        if (named) {
            marks.add(new Mark.Line(0, top, WIDTH - RIGHT, top, Ink.GRID, Mark.Pen.HAIR));
            String title = row.title();
            int fits = page.language().equals("zh") ? 14 : 34;
            String cut = title.length() > fits ? title.substring(0, fits - 1) + "…" : title;
            marks.add(label(cut, 0, middle + 4, Ink.TEXT));
        }
        marks.add(label(page.party(row.party()), 212, middle + 4, Ink.MUTED));
        for (DutyStanding duty : row.instances()) {
            StateSign sign = table.sign(duty);
            LocalDate due = table.due(duty);
            String says =
                    row.title()
                            + ", "
                            + page.party(row.party())
                            + ", "
                            + page.t("duties.due")
                            + " "
                            + due
                            + ": "
                            + page.t(sign.key());
            marks.add(
                    new Mark.Sign(
                            sign.glyph(), x(due, from, until), middle, 4.5, sign.ink(), says));
        }
    }

    private static void legend(List<Mark> marks, Page page, List<DutyStanding> all) {
        Set<DutyStanding.State> seen = EnumSet.noneOf(DutyStanding.State.class);
        all.forEach(duty -> seen.add(duty.state()));
        double x = 6;
        for (DutyStanding.State state : seen) {
            StateSign sign = StateSign.of(state);
            String word = page.t(sign.key());
            marks.add(new Mark.Sign(sign.glyph(), x, 8, 4.5, sign.ink(), ""));
            marks.add(label(word, x + 9, 12, Ink.TEXT));
            x += 30 + 12 * word.codePoints().mapToDouble(c -> c > 0x2e80 ? 1 : .56).sum();
        }
    }

    private static Mark label(String text, double x, double y, Ink ink) {
        return new Mark.Label(text, x, y, Mark.Anchor.START, ink, 12, false);
    }
}
