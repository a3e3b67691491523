// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import io.javalin.http.Context;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.web.chart.Drawing;
import org.parley.web.chart.PngPainter;
import org.parley.web.chart.StepChart;
import org.parley.web.chart.SvgWriter;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/** Charts and tables as files, each with view and date burnt in. */
final class Downloads {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** {@code new-start-warheads-2023-06-01.svg}. */
    static void file(Context context, Page page, String name, String kind) {
        String file = page.agreement().id() + "-" + name + "-" + page.view().asOf() + "." + kind;
        context.header(
                "Content-Disposition",
                "inline; filename=\"" + file.replaceAll("[^A-Za-z0-9._-]", "_") + "\"");
    }

    /** One of {@code <limit>.svg}, {@code <limit>.png}, {@code duties.svg}, {@code duties.png}. */
    void chart(Page page, Context context) {
        String file = Asked.bounded(context.pathParam("file"), "chart");
        int dot = Math.max(0, file.lastIndexOf('.'));
        String name = file.substring(0, dot);
        Drawing drawing = captioned(page, name);
        file(context, page, name, file.substring(dot + 1));
        switch (file.substring(dot)) {
            case ".svg" ->
                    context.contentType("image/svg+xml; charset=utf-8")
                            .result(SvgWriter.file(drawing));
            case ".png" -> context.contentType("image/png").result(PngPainter.png(drawing));
            default -> throw missing(file);
        }
    }

    private static Drawing captioned(Page page, String name) {
        Drawing drawing;
        if (name.equals("duties")) {
            DutyTable table = DutyTable.of(page, page.open().at(page.view()));
            if (!table.hasStrip()) {
                throw missing(name);
            }
            drawing = DutyStrip.draw(table);
        } else {
            drawing = find(page, name).orElseThrow(() -> missing(name)).drawing();
        }
        Cite cite = Cite.of(page, drawing.title());
        return drawing.captioned(
                cite.above(page, drawing.title()), List.of(page.t("cite.noticed"), cite.made()));
    }

    private static Optional<LimitChart> find(Page page, String id) {
        return LimitChart.all(page, page.open().history(page.view(), page.today())).stream()
                .filter(chart -> chart.id().equals(id))
                .findFirst();
    }

    private static ParleyException missing(String file) {
        return new ParleyException(
                Code.NOT_FOUND,
                Place.of(Asked.shortened(file)),
                "there is no such chart or table",
                "");
    }

    /** {@code limits.csv}, {@code duties.csv}, {@code limit-<id>.csv} and so on. */
    void table(Page page, Context context) {
        String file = Asked.bounded(context.pathParam("file"), "table");
        if (!file.endsWith(".csv")) {
            throw missing(file);
        }
        String name = file.substring(0, file.length() - 4);
        Grid grid = Grid.named(page, name).orElseThrow(() -> missing(file));
        file(context, page, name, "csv");
        context.contentType("text/csv; charset=utf-8").result(grid.csv(page));
    }

    /** What the charts show, for the interactive drawing. */
    void series(Page page, Context context) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("view", Cite.viewLine(page));
        ArrayNode charts = root.putArray("charts");
        for (LimitChart one :
                LimitChart.all(page, page.open().history(page.view(), page.today()))) {
            ObjectNode node = charts.addObject();
            node.put("id", one.id());
            node.put("title", one.title());
            node.put("from", one.chart().from().toString());
            node.put("until", one.chart().until().toString());
            node.put("cursor", one.chart().cursor().toString());
            ArrayNode series = node.putArray("series");
            for (StepChart.Series line : one.chart().series()) {
                ObjectNode each = series.addObject();
                each.put("name", line.name());
                each.put("slot", line.slot() % 4);
                ArrayNode steps = each.putArray("steps");
                for (StepChart.Step step : line.steps()) {
                    ArrayNode point = steps.addArray();
                    point.add(step.from().toString());
                    step.value()
                            .ifPresentOrElse(
                                    value -> point.add(scaled(value, one.chart().decimals())),
                                    point::addNull);
                }
            }
            bounds(node.putArray("bounds"), one.chart());
        }
        context.contentType("application/json; charset=utf-8")
                .result(MAPPER.writeValueAsString(root));
    }

    private static void bounds(ArrayNode bounds, StepChart chart) {
        for (StepChart.Bound bound : chart.bounds()) {
            ObjectNode each = bounds.addObject();
            each.put("from", bound.from().toString());
            each.put("until", bound.until().toString());
            each.put("value", scaled(bound.value(), chart.decimals()));
            each.put("binds", bound.binding() == StepChart.Binding.BINDS);
            each.put("label", bound.label());
        }
    }

    private static java.math.BigDecimal scaled(long value, int decimals) {
        return java.math.BigDecimal.valueOf(value, decimals);
    }
}
