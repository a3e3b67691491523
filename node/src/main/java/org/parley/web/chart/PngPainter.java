// SPDX-License-Identifier: Apache-2.0
package org.parley.web.chart;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import javax.imageio.ImageIO;

/** Paints a drawing as PNG at twice its size, without a screen. */
public final class PngPainter {
    private static final int SCALE = 2;

    private final Graphics2D graphics;

    private PngPainter(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /**
     * The bytes of a PNG file.
     *
     * @throws ParleyException where the machine has no fonts to write with
     */
    public static byte[] png(Drawing drawing) {
        System.setProperty("java.awt.headless", "true");
        BufferedImage image =
                new BufferedImage(
                        (int) Math.ceil(drawing.width() * SCALE),
                        (int) Math.ceil(drawing.height() * SCALE),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_FRACTIONALMETRICS,
                    RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.scale(SCALE, SCALE);
            graphics.setColor(color(Ink.PAPER));
            graphics.fill(new Rectangle2D.Double(0, 0, drawing.width(), drawing.height()));
            new PngPainter(graphics).marks(drawing.marks());
        } catch (InternalError | RuntimeException e) {
            throw noFonts(e);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A server without any font: Java then fails deep inside with an error of its own. */
    private static ParleyException noFonts(Throwable cause) {
        ParleyException failure =
                new ParleyException(
                        Code.UNREADABLE,
                        Place.of("PNG"),
                        "this machine cannot write text into pictures",
                        "install fontconfig and a font, or take the SVG");
        failure.addSuppressed(cause);
        return failure;
    }

    private void marks(List<Mark> marks) {
        marks.forEach(this::mark);
    }

    private void mark(Mark mark) {
        switch (mark) {
            case Mark.Line line -> {
                stroke(line.ink(), line.pen());
                graphics.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
            }
            case Mark.Path path -> {
                stroke(path.ink(), path.pen());
                Path2D run = new Path2D.Double();
                for (Mark.Point point : path.points()) {
                    if (run.getCurrentPoint() == null) {
                        run.moveTo(point.x(), point.y());
                    } else {
                        run.lineTo(point.x(), point.y());
                    }
                }
                graphics.draw(run);
            }
            case Mark.Area area -> {
                graphics.setColor(color(area.ink()));
                graphics.fill(
                        new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height()));
            }
            case Mark.Sign sign -> sign(sign);
            case Mark.Label label -> label(label);
            case Mark.Group group -> {
                graphics.translate(group.dx(), group.dy());
                marks(group.marks());
                graphics.translate(-group.dx(), -group.dy());
            }
        }
    }

    private void label(Mark.Label label) {
        graphics.setColor(color(label.ink()));
        graphics.setFont(
                new Font(Font.SANS_SERIF, label.bold() ? Font.BOLD : Font.PLAIN, label.size()));
        double width = graphics.getFontMetrics().stringWidth(label.text());
        double x =
                switch (label.anchor()) {
                    case START -> label.x();
                    case MIDDLE -> label.x() - width / 2;
                    case END -> label.x() - width;
                };
        graphics.drawString(label.text(), (float) x, (float) label.y());
    }

    private void sign(Mark.Sign sign) {
        double r = sign.radius() * .9;
        double x = sign.x();
        double y = sign.y();
        stroke(sign.ink(), Mark.Pen.LINE);
        switch (sign.glyph()) {
            case DISC -> graphics.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
            case RING -> graphics.draw(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
            case HALF -> {
                graphics.draw(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
                graphics.fill(
                        new java.awt.geom.Arc2D.Double(
                                x - r, y - r, 2 * r, 2 * r, 90, 180, java.awt.geom.Arc2D.CHORD));
            }
            case CROSS -> {
                double d = sign.radius() * .7;
                graphics.draw(new Line2D.Double(x - d, y - d, x + d, y + d));
                graphics.draw(new Line2D.Double(x - d, y + d, x + d, y - d));
            }
            case DASH -> graphics.draw(new Line2D.Double(x - r, y, x + r, y));
            default -> {
                Path2D outline = outline(sign);
                if (sign.glyph().filled()) {
                    graphics.fill(outline);
                } else {
                    graphics.draw(outline);
                }
            }
        }
    }

    private static Path2D outline(Mark.Sign sign) {
        Path2D outline = new Path2D.Double();
        for (double[] corner : sign.glyph().corners()) {
            double cx = sign.x() + corner[0] * sign.radius();
            double cy = sign.y() + corner[1] * sign.radius();
            if (outline.getCurrentPoint() == null) {
                outline.moveTo(cx, cy);
            } else {
                outline.lineTo(cx, cy);
            }
        }
        outline.closePath();
        return outline;
    }

    private void stroke(Ink ink, Mark.Pen pen) {
        graphics.setColor(color(ink));
        float width = (float) pen.width;
        graphics.setStroke(
                pen.dashed()
                        ? new BasicStroke(
                                width,
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_MITER,
                                10f,
                                new float[] {pen.on, pen.off},
                                0f)
                        : new BasicStroke(width));
    }

    private static Color color(Ink ink) {
        return Color.decode(ink.light());
    }
}
