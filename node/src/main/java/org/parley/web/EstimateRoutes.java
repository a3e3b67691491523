// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.estimate.Dataset;
import org.parley.estimate.Estimate;
import org.parley.estimate.Estimates;
import org.parley.estimate.Quantity;
import org.parley.record.CsvText;
import org.parley.web.chart.Drawing;
import org.parley.web.chart.PngPainter;
import org.parley.web.chart.SvgWriter;
import org.parley.web.export.EstimatesJson;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The addresses under /estimates. Thread safe. */
final class EstimateRoutes {
    private final Site site;
    private final Function<Context, String> language;

    EstimateRoutes(Site site, Function<Context, String> language) {
        this.site = site;
        this.language = language;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.get("/estimates", context -> Routes.html(context, "estimates", page(context)));
        routes.get("/estimates/estimates.json", this::json);
        routes.get("/estimates/figures.csv", this::figures);
        routes.get("/estimates/revisions.csv", this::revisions);
        routes.get("/estimates/{file}", this::chart);
    }

    private EstimatesPage page(Context context) {
        Estimates estimates = site.estimates();
        String lang = Asked.language(context.queryParamMap(), language.apply(context));
        List<String> states = EstimatesPage.ordered(site, estimates, lang);
        if (states.isEmpty()) {
            throw new ParleyException(
                    Code.NOT_FOUND, Place.of("estimates"), "the library has no estimates", "");
        }
        LocalDate today = LocalDate.now(site.clock());
        EstimateAsked asked =
                EstimateAsked.of(
                        context.queryParamMap(), estimates, states.getFirst(), today, lang);
        return new EstimatesPage(site, Wording.in(lang), estimates, asked, today);
    }

    private static void file(Context context, EstimatesPage page, String name) {
        String file =
                "estimates-"
                        + page.asked().state()
                        + "-"
                        + page.asked().kind()
                        + "-"
                        + page.asked().knownOn()
                        + "-"
                        + name;
        context.header("Content-Disposition", "inline; filename=\"" + file + "\"");
    }

    private void json(Context context) {
        EstimatesPage page = page(context);
        file(context, page, "estimates.json");
        context.contentType("application/json; charset=utf-8")
                .result(
                        EstimatesJson.print(
                                page.charts().stream()
                                        .flatMap(chart -> chart.rows().stream())
                                        .toList(),
                                page.asked().knownOn(),
                                page.mismatches(),
                                page.asked().language()));
    }

    /** {@code stockpile.svg}, {@code stockpile.png} and so on. */
    private void chart(Context context) {
        String file = Asked.bounded(context.pathParam("file"), "chart");
        int dot = Math.max(0, file.lastIndexOf('.'));
        EstimatesPage page = page(context);
        EstimateChart found =
                page.charts().stream()
                        .filter(one -> one.quantity().word().equals(file.substring(0, dot)))
                        .findFirst()
                        .orElseThrow(() -> missing(file));
        Drawing drawing =
                found.chart()
                        .draw()
                        .captioned(page.above(found.chart().title()), page.below(found.rows()));
        switch (file.substring(dot)) {
            case ".svg" ->
                    context.contentType("image/svg+xml; charset=utf-8")
                            .result(SvgWriter.file(drawing));
            case ".png" -> context.contentType("image/png").result(PngPainter.png(drawing));
            default -> throw missing(file);
        }
        file(context, page, "chart" + file.substring(dot));
    }

    private static ParleyException missing(String file) {
        return new ParleyException(
                Code.NOT_FOUND,
                Place.of(Asked.shortened(file)),
                "there is no such chart or table",
                "");
    }

    private void figures(Context context) {
        EstimatesPage page = page(context);
        List<Estimate> rows =
                page.charts().stream().flatMap(chart -> chart.rows().stream()).toList();
        List<List<String>> cells = new ArrayList<>();
        for (Estimate one : rows) {
            Dataset dataset = one.dataset();
            cells.add(
                    List.of(
                            one.state(),
                            one.quantity().word(),
                            one.of().toString(),
                            one.how(),
                            String.valueOf(one.value()),
                            dataset.estimator(),
                            dataset.vintage().toString(),
                            String.valueOf(one.computed()),
                            String.valueOf(one.unverified()),
                            dataset.licence(),
                            Grid.harmless(dataset.source().shown())));
        }
        csv(
                context,
                page,
                "figures.csv",
                page.below(rows),
                List.of(
                        "state",
                        "quantity",
                        "of",
                        "how",
                        "value",
                        "estimator",
                        "vintage",
                        "computed",
                        "unverified",
                        "licence",
                        "source"),
                cells);
    }

    private void revisions(Context context) {
        EstimatesPage page = page(context);
        List<List<String>> cells = new ArrayList<>();
        List<Estimate> shown = new ArrayList<>();
        for (Estimates.Revision one : page.revisions()) {
            Quantity quantity = one.cell().quantity();
            shown.addAll(List.of(one.before(), one.after()));
            cells.add(
                    List.of(
                            one.cell().state(),
                            quantity.word(),
                            one.cell().of(),
                            one.cell().estimator(),
                            String.valueOf(one.before().value()),
                            one.before().dataset().vintage().toString(),
                            String.valueOf(one.after().value()),
                            one.after().dataset().vintage().toString()));
        }
        List<String> head = new ArrayList<>();
        head.add(page.t("estimates.revised", page.asked().since(), page.asked().knownOn()));
        head.addAll(page.below(shown));
        csv(
                context,
                page,
                "revisions.csv",
                head,
                List.of(
                        "state",
                        "quantity",
                        "of",
                        "estimator",
                        "before",
                        "vintage_before",
                        "after",
                        "vintage_after"),
                cells);
    }

    private static void csv(
            Context context,
            EstimatesPage page,
            String name,
            List<String> head,
            List<String> header,
            List<List<String>> rows) {
        StringBuilder out = new StringBuilder();
        if (page.exercise()) {
            out.append("# EXERCISE 演练\r\n");
        }
        head.forEach(line -> out.append("# ").append(line.replace('\n', ' ')).append("\r\n"));
        file(context, page, name);
        context.contentType("text/csv; charset=utf-8")
                .result(out.append(CsvText.of(header, rows)).toString());
    }
}
