// SPDX-License-Identifier: Apache-2.0
package org.parley.web.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Declared numbers against a limit over time. A number holds until the next one; where none holds
 * there is a gap. The limit's line is solid while it binds and dashed while it does not.
 *
 * @param from first day on the axis
 * @param until last day on the axis
 * @param cursor the view's day, marked by an upright line
 * @param decimals of the scaled whole numbers
 * @param fromZero whether the upright axis begins at zero whatever that costs
 */
public record StepChart(
        String title,
        String description,
        LocalDate from,
        LocalDate until,
        LocalDate cursor,
        String cursorLabel,
        int decimals,
        List<Series> series,
        List<Bound> bounds,
        List<Claim> claims,
        boolean fromZero) {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 310;
    private static final double LEFT = 46;
    private static final double RIGHT = 112;
    private static final double TOP = 30;
    private static final double BOTTOM = 26;
    private static final int LABEL_GAP = 14;

    /** One whose upright axis begins where its numbers and limits do. */
    public StepChart(
            String title,
            String description,
            LocalDate from,
            LocalDate until,
            LocalDate cursor,
            String cursorLabel,
            int decimals,
            List<Series> series,
            List<Bound> bounds,
            List<Claim> claims) {
        this(
                title,
                description,
                from,
                until,
                cursor,
                cursorLabel,
                decimals,
                series,
                bounds,
                claims,
                false);
    }

    public StepChart {
        series = List.copyOf(series);
        bounds = List.copyOf(bounds);
        claims = List.copyOf(claims);
    }

    /**
     * One party's numbers.
     *
     * @param slot which ink, dash and marker: the same party has the same in every chart
     */
    public record Series(String name, int slot, List<Step> steps) {
        public Series {
            steps = List.copyOf(steps);
        }
    }

    /**
     * From a day on.
     *
     * @param value empty where no number holds
     * @param fresh whether the day is the one that the number was declared for
     */
    public record Step(LocalDate from, Optional<Long> value, boolean fresh) {}

    /**
     * A stretch of the limit.
     *
     * @param until the first day after it
     * @param label at its end; empty for none
     */
    public record Bound(
            LocalDate from, LocalDate until, long value, Binding binding, String label) {}

    /** Another's number for a party, on a day. */
    public record Claim(LocalDate day, int slot, long value, String says) {}

    /** How far a limit binds. */
    public enum Binding {
        BINDS,
        DOES_NOT_BIND,
        OBSERVED
    }

    private static Mark.Pen pen(int slot) {
        return switch (slot % 4) {
            case 0 -> Mark.Pen.LINE;
            case 1 -> Mark.Pen.LONG;
            case 2 -> Mark.Pen.DASHED;
            default -> Mark.Pen.DOTTED;
        };
    }

    public Drawing draw() {
        Axis axis = Axis.over(values().toArray());
        List<Mark> marks = new ArrayList<>();
        grid(marks, axis);
        for (Bound bound : bounds) {
            bound(marks, axis, bound);
        }
        for (Series one : series) {
            lines(marks, axis, one);
        }
        for (Claim claim : claims) {
            marks.add(
                    new Mark.Sign(
                            Glyph.OPEN_DIAMOND,
                            x(claim.day()),
                            axis.y(claim.value()),
                            5.5,
                            Ink.party(claim.slot()),
                            claim.says()));
        }
        ends(marks, axis);
        legend(marks);
        cursor(marks);
        return new Drawing(WIDTH, HEIGHT, title, description, marks);
    }

    private LongStream values() {
        LongStream zero = fromZero ? LongStream.of(0) : LongStream.empty();
        LongStream given =
                LongStream.concat(
                        LongStream.concat(
                                series.stream()
                                        .flatMap(one -> one.steps().stream())
                                        .flatMap(step -> step.value().stream())
                                        .mapToLong(Long::longValue),
                                bounds.stream().mapToLong(Bound::value)),
                        claims.stream().mapToLong(Claim::value));
        return LongStream.concat(zero, given);
    }

    private double x(LocalDate day) {
        double whole = Math.max(1, ChronoUnit.DAYS.between(from, until));
        double part = ChronoUnit.DAYS.between(from, day);
        return LEFT + Math.clamp(part / whole, 0, 1) * (WIDTH - LEFT - RIGHT);
    }

    private void grid(List<Mark> marks, Axis axis) {
        for (long tick = axis.low; tick <= axis.high; tick += axis.step) {
            double y = axis.y(tick);
            marks.add(new Mark.Line(LEFT, y, WIDTH - RIGHT, y, Ink.GRID, Mark.Pen.HAIR));
            marks.add(text(number(tick, decimals), LEFT - 6, y + 4, Mark.Anchor.END));
        }
        int years = Math.max(1, until.getYear() - from.getYear());
        int each = years > 24 ? 5 : years > 10 ? 2 : 1;
        double floor = HEIGHT - BOTTOM;
        for (int year = from.getYear(); year <= until.getYear(); year++) {
            LocalDate day = LocalDate.of(year, 1, 1);
            if (day.isBefore(from) || year % each != 0) {
                continue;
            }
            marks.add(new Mark.Line(x(day), floor, x(day), floor + 4, Ink.MUTED, Mark.Pen.HAIR));
            marks.add(text(String.valueOf(year), x(day), floor + 17, Mark.Anchor.MIDDLE));
        }
        marks.add(new Mark.Line(LEFT, floor, WIDTH - RIGHT, floor, Ink.MUTED, Mark.Pen.HAIR));
    }

    private void bound(List<Mark> marks, Axis axis, Bound bound) {
        Mark.Pen pen =
                switch (bound.binding()) {
                    case BINDS -> Mark.Pen.THICK;
                    case DOES_NOT_BIND -> Mark.Pen.DASHED;
                    case OBSERVED -> Mark.Pen.DOTTED;
                };
        double y = axis.y(bound.value());
        marks.add(new Mark.Line(x(bound.from()), y, x(bound.until()), y, Ink.LIMIT, pen));
        boolean fits = x(bound.until()) - x(bound.from()) > 7.0 * bound.label().length();
        if (!bound.label().isEmpty() && fits) {
            double mid = (x(bound.from()) + x(bound.until())) / 2;
            marks.add(
                    new Mark.Label(
                            bound.label(), mid, y - 5, Mark.Anchor.MIDDLE, Ink.TEXT, 11, false));
        }
    }

    private void lines(List<Mark> marks, Axis axis, Series one) {
        Ink ink = Ink.party(one.slot());
        List<Mark.Point> run = new ArrayList<>();
        for (int i = 0; i < one.steps().size(); i++) {
            Step step = one.steps().get(i);
            LocalDate next = i + 1 < one.steps().size() ? one.steps().get(i + 1).from() : until;
            if (step.value().isPresent()) {
                double y = axis.y(step.value().get());
                run.add(new Mark.Point(x(step.from()), y));
                run.add(new Mark.Point(x(next), y));
            }
            if (step.value().isEmpty() || i + 1 == one.steps().size()) {
                if (!run.isEmpty()) {
                    marks.add(new Mark.Path(run, ink, pen(one.slot())));
                }
                run.clear();
            }
        }
        for (Step step : one.steps()) {
            if (step.fresh() && step.value().isPresent()) {
                String says =
                        one.name()
                                + " "
                                + step.from()
                                + ": "
                                + number(step.value().get(), decimals);
                double y = axis.y(step.value().get());
                marks.add(new Mark.Sign(Glyph.party(one.slot()), x(step.from()), y, 3, ink, says));
            }
        }
    }

    /** Each name stands right of the axis, level with its last number, moved where two touch. */
    private void ends(List<Mark> marks, Axis axis) {
        record End(double y, Series series, Step step) {}
        List<End> ends = new ArrayList<>();
        for (Series one : series) {
            last(one)
                    .ifPresent(step ->
                            ends.add(new End(axis.y(step.value().orElseThrow()), one, step)));
        }
        ends.sort(Comparator.comparingDouble(End::y));
        double free = TOP;
        for (End end : ends) {
            double y = Math.max(end.y() + 4, free);
            free = y + 2 * LABEL_GAP + 2;
            Ink ink = Ink.party(end.series().slot());
            double x = WIDTH - RIGHT + 8;
            String value = number(end.step().value().orElseThrow(), decimals);
            marks.add(new Mark.Label(end.series().name(), x, y, Mark.Anchor.START, ink, 12, true));
            String when = value + " · " + declared(end.series(), end.step());
            marks.add(text(when, x, y + LABEL_GAP, Mark.Anchor.START));
            double from = endOf(end.series(), end.step()) + 3;
            if (from < WIDTH - RIGHT - 4) {
                marks.add(
                        new Mark.Line(
                                from, end.y(), WIDTH - RIGHT + 4, y - 4, ink, Mark.Pen.FAINT));
            }
        }
    }

    /** The year and month for which the last number was declared. */
    private static String declared(Series one, Step last) {
        LocalDate day = last.from();
        for (Step step : one.steps()) {
            if (step.fresh() && !step.from().isAfter(last.from())) {
                day = step.from();
            }
        }
        return day.toString().substring(0, 7);
    }

    private static Optional<Step> last(Series one) {
        return one.steps().reversed().stream().filter(step -> step.value().isPresent()).findFirst();
    }

    private double endOf(Series one, Step step) {
        int next = one.steps().indexOf(step) + 1;
        return x(next < one.steps().size() ? one.steps().get(next).from() : until);
    }

    private void legend(List<Mark> marks) {
        double x = LEFT;
        for (Series one : series) {
            Ink ink = Ink.party(one.slot());
            marks.add(new Mark.Line(x, 12, x + 26, 12, ink, pen(one.slot())));
            marks.add(new Mark.Sign(Glyph.party(one.slot()), x + 13, 12, 3.5, ink, ""));
            marks.add(
                    new Mark.Label(one.name(), x + 31, 16, Mark.Anchor.START, Ink.TEXT, 12, false));
            x += 48 + 12.5 * one.name().codePoints().mapToDouble(c -> c > 0x2e80 ? 1 : .55).sum();
        }
    }

    private void cursor(List<Mark> marks) {
        if (cursor.isBefore(from) || cursor.isAfter(until)) {
            return;
        }
        double x = x(cursor);
        marks.add(new Mark.Line(x, TOP - 8, x, HEIGHT - BOTTOM, Ink.CURSOR, Mark.Pen.DOTTED));
        Mark.Anchor anchor = x > WIDTH - RIGHT - 60 ? Mark.Anchor.END : Mark.Anchor.START;
        double at = anchor == Mark.Anchor.END ? x - 4 : x + 4;
        marks.add(text(cursorLabel, at, TOP, anchor));
    }

    private static Mark text(String text, double x, double y, Mark.Anchor anchor) {
        return new Mark.Label(text, x, y, anchor, Ink.MUTED, 11, false);
    }

    /** {@code 1,561}; with decimals {@code 1,561.5}. */
    public static String number(long value, int decimals) {
        if (decimals == 0) {
            return String.format(Locale.ROOT, "%,d", value);
        }
        return String.format(
                Locale.ROOT, "%,." + decimals + "f", java.math.BigDecimal.valueOf(value, decimals));
    }

    /** The upright axis: round steps that hold all values; it need not begin at zero. */
    private record Axis(long low, long high, long step) {
        static Axis over(long[] values) {
            long least = LongStream.of(values).min().orElse(0);
            long most = LongStream.of(values).max().orElse(1);
            long spread = Math.max(most - least, Math.max(4, most / 20));
            long step =
                    Stream.iterate(1L, power -> power * 10)
                            .limit(17)
                            .flatMap(power -> Stream.of(power, power * 2, power * 5))
                            .filter(candidate -> candidate * 5 >= spread)
                            .findFirst()
                            .orElse(spread);
            long low = Math.max(0, Math.floorDiv(least - spread / 20, step) * step);
            // Zero is shown where it costs little.
            low = low <= 2 * step ? Math.min(low, 0) : low;
            long high = Math.ceilDiv(most + spread / 12, step) * step;
            return new Axis(least < 0 ? Math.floorDiv(least, step) * step : low, high, step);
        }

        double y(long value) {
            double part = (double) (value - low) / Math.max(1, high - low);
            return HEIGHT - BOTTOM - part * (HEIGHT - BOTTOM - TOP - 8);
        }
    }
}
