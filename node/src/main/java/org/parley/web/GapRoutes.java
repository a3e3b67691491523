// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

import org.parley.gap.GapState;
import org.parley.record.CsvText;
import org.parley.web.export.GapsJson;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The addresses under /gaps. Thread safe. */
final class GapRoutes {
    private final Site site;
    private final Function<Context, String> language;

    GapRoutes(Site site, Function<Context, String> language) {
        this.site = site;
        this.language = language;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.get("/gaps", context -> Routes.html(context, "gaps", page(context)));
        routes.get("/gaps/gaps.json", this::json);
        routes.get("/gaps/gaps.csv", this::csv);
    }

    private GapsPage page(Context context) {
        Map<String, List<String>> parameters = context.queryParamMap();
        Asked.requireKnown(parameters, List.of("asOf", "knownOn", "lang"), List.of());
        String lang = Asked.language(parameters, language.apply(context));
        LocalDate today = LocalDate.now(site.clock());
        return new GapsPage(
                site,
                Wording.in(lang),
                site.gaps(),
                Asked.day(parameters, "asOf").orElse(today),
                Asked.day(parameters, "knownOn").orElse(today),
                today);
    }

    private void json(Context context) {
        GapsPage page = page(context);
        List<GapsJson.Line> lines =
                page.lines().stream()
                        .map(line ->
                                new GapsJson.Line(
                                        line.row(),
                                        line.days().getOrDefault(page.asOf(), List.of())))
                        .toList();
        file(context, page, "json");
        context.contentType("application/json; charset=utf-8")
                .result(
                        GapsJson.print(
                                lines,
                                page.gaps().choices(),
                                page.asOf(),
                                page.knownOn(),
                                page.words().language()));
    }

    private static void file(Context context, GapsPage page, String kind) {
        context.header(
                "Content-Disposition",
                "inline; filename=\"gaps-"
                        + page.asOf()
                        + "-"
                        + page.knownOn()
                        + "."
                        + kind
                        + "\"");
    }

    private void csv(Context context) {
        GapsPage page = page(context);
        List<List<String>> rows = new ArrayList<>();
        for (GapsPage.Line line : page.lines()) {
            for (GapState one : line.days().getOrDefault(page.asOf(), List.of())) {
                rows.add(
                        List.of(
                                line.row().id(),
                                one.cell().mechanism(),
                                one.cell().how().word(),
                                one.cover().word(),
                                String.join(" ", one.by()),
                                String.join(" ", one.without()),
                                Grid.harmless(page.rests(one.cell())),
                                String.valueOf(one.cell().unverified())));
            }
        }
        file(context, page, "csv");
        List<String> header =
                List.of(
                        "kind",
                        "mechanism",
                        "how",
                        "state",
                        "suspended_by",
                        "without",
                        "rests_on",
                        "unverified");
        context.contentType("text/csv; charset=utf-8")
                .result("# " + page.cite() + "\r\n" + CsvText.of(header, rows));
    }
}
