// SPDX-License-Identifier: Apache-2.0
package org.parley.web.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes a drawing as SVG: within a page its colours come from the page's style sheet; as a file of
 * its own it carries them.
 */
public final class SvgWriter {
    private static final String FONTS =
            "system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei',"
                    + " sans-serif";

    private final boolean standalone;
    private final StringBuilder out = new StringBuilder(1 << 14);

    private SvgWriter(boolean standalone) {
        this.standalone = standalone;
    }

    /** For a page. The id makes title and description addressable and must be unique there. */
    public static String inline(Drawing drawing, String id) {
        SvgWriter writer = new SvgWriter(false);
        writer.open(drawing);
        writer.out
                .append(" role=\"img\" aria-labelledby=\"" + id + "-t " + id + "-d\"")
                .append("><title id=\"" + id + "-t\">" + escape(drawing.title()))
                .append("</title><desc id=\"" + id + "-d\">" + escape(drawing.description()))
                .append("</desc>");
        writer.marks(drawing.marks());
        return writer.out.append("</svg>").toString();
    }

    /** A file of its own. */
    public static String file(Drawing drawing) {
        SvgWriter writer = new SvgWriter(true);
        writer.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        writer.open(drawing);
        writer.out
                .append(" font-family=\"" + FONTS + "\"><title>" + escape(drawing.title()))
                .append("</title><desc>" + escape(drawing.description()) + "</desc>\n");
        writer.marks(drawing.marks());
        return writer.out.append("</svg>\n").toString();
    }

    /** A shape alone, for use in running text; the words beside it say what it means. */
    public static String glyph(Glyph glyph, Ink ink) {
        SvgWriter writer = new SvgWriter(false);
        writer.out.append("<svg class=\"glyph\" viewBox=\"-7 -7 14 14\" aria-hidden=\"true\">");
        writer.mark(new Mark.Sign(glyph, 0, 0, 5, ink, ""));
        return writer.out.append("</svg>").toString();
    }

    private void open(Drawing drawing) {
        String width = number(drawing.width());
        String height = number(drawing.height());
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width + " " + height + "\" width=\"" + width)
                .append("\" height=\"" + height + "\"");
    }

    private void marks(List<Mark> marks) {
        for (Mark mark : marks) {
            mark(mark);
            if (standalone) {
                out.append('\n');
            }
        }
    }

    private void mark(Mark mark) {
        switch (mark) {
            case Mark.Line line ->
                    out.append("<line")
                            .append(pair("x1", line.x1()) + pair("y1", line.y1()))
                            .append(pair("x2", line.x2()) + pair("y2", line.y2()))
                            .append(stroke(line.ink(), line.pen()) + "/>");
            case Mark.Path path ->
                    out.append("<polyline points=\"" + points(path.points()) + "\"")
                            .append(stroke(path.ink(), path.pen()) + "/>");
            case Mark.Area area ->
                    out.append("<rect")
                            .append(pair("x", area.x()) + pair("y", area.y()))
                            .append(pair("width", area.width()) + pair("height", area.height()))
                            .append(fill(area.ink()) + "/>");
            case Mark.Sign sign -> sign(sign);
            case Mark.Label label -> label(label);
            case Mark.Group group -> {
                out.append("<g transform=\"translate(" + number(group.dx()) + " ")
                        .append(number(group.dy()) + ")\">");
                marks(group.marks());
                out.append("</g>");
            }
        }
    }

    private void label(Mark.Label label) {
        String anchor =
                switch (label.anchor()) {
                    case START -> "";
                    case MIDDLE -> " text-anchor=\"middle\"";
                    case END -> " text-anchor=\"end\"";
                };
        out.append("<text")
                .append(pair("x", label.x()) + pair("y", label.y()) + anchor)
                .append(" font-size=\"" + label.size() + "\"")
                .append(label.bold() ? " font-weight=\"600\"" : "")
                .append(fill(label.ink()) + ">" + escape(label.text()) + "</text>");
    }

    private void sign(Mark.Sign sign) {
        String title = sign.says().isEmpty() ? "" : "<title>" + escape(sign.says()) + "</title>";
        String paint = sign.glyph().filled() ? fill(sign.ink()) : stroke(sign.ink(), Mark.Pen.LINE);
        double x = sign.x();
        double y = sign.y();
        double r = sign.radius();
        String shape =
                switch (sign.glyph()) {
                    case DISC, RING ->
                            "<circle" + pair("cx", x) + pair("cy", y) + pair("r", r * .9);
                    case HALF ->
                            "<path d=\"M"
                                    + number(x)
                                    + " "
                                    + number(y - r * .9)
                                    + "a"
                                    + number(r * .9)
                                    + " "
                                    + number(r * .9)
                                    + " 0 0 0 0 "
                                    + number(r * 1.8)
                                    + "z\"";
                    case CROSS ->
                            "<path d=\"M"
                                    + number(x - r * .7)
                                    + " "
                                    + number(y - r * .7)
                                    + "l"
                                    + number(r * 1.4)
                                    + " "
                                    + number(r * 1.4)
                                    + "m0 "
                                    + number(-r * 1.4)
                                    + "l"
                                    + number(-r * 1.4)
                                    + " "
                                    + number(r * 1.4)
                                    + "\"";
                    case DASH ->
                            "<path d=\"M"
                                    + number(x - r * .8)
                                    + " "
                                    + number(y)
                                    + "h"
                                    + number(r * 1.6)
                                    + "\"";
                    default -> "<polygon points=\"" + corners(sign) + "\"";
                };
        out.append(shape + paint).append(title.isEmpty() ? "/>" : ">" + title + close(shape));
        if (sign.glyph() == Glyph.HALF) {
            out.append("<circle" + pair("cx", x) + pair("cy", y) + pair("r", r * .9))
                    .append(stroke(sign.ink(), Mark.Pen.LINE) + "/>");
        }
    }

    private static String close(String shape) {
        return "</" + shape.substring(1, shape.indexOf(' ')) + ">";
    }

    private static String corners(Mark.Sign sign) {
        return sign.glyph().corners().stream()
                .map(corner ->
                        number(sign.x() + corner[0] * sign.radius())
                                + ","
                                + number(sign.y() + corner[1] * sign.radius()))
                .collect(Collectors.joining(" "));
    }

    private String fill(Ink ink) {
        return standalone ? " fill=\"" + ink.light() + "\"" : " class=\"fill " + ink.style() + "\"";
    }

    private String stroke(Ink ink, Mark.Pen pen) {
        String dash = pen.dashed() ? " stroke-dasharray=\"" + pen.on + " " + pen.off + "\"" : "";
        String paint =
                standalone
                        ? " fill=\"none\" stroke=\"" + ink.light() + "\""
                        : " fill=\"none\" class=\"stroke " + ink.style() + "\"";
        return paint + " stroke-width=\"" + number(pen.width) + "\"" + dash;
    }

    private static String points(List<Mark.Point> points) {
        return points.stream()
                .map(point -> number(point.x()) + "," + number(point.y()))
                .collect(Collectors.joining(" "));
    }

    private static String pair(String name, double value) {
        return " " + name + "=\"" + number(value) + "\"";
    }

    /** One decimal is a tenth of a pixel; more only makes files larger. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
