// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.router.JavalinDefaultRoutingApi;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.login.Login;
import org.parley.web.export.DutyCalendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Which address shows what. Thread safe. */
final class Routes {
    /** Templates are compiled by the build, into this package. */
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, Routes.class.getClassLoader(), "org.parley.web");

    /** What narrows the pages of one agreement further. */
    private static final List<String> NARROWING =
            List.of("party", "for", "period", "group", "state", "duty");

    private final Site site;
    private final Optional<Login> login;
    private final Assets assets = new Assets();
    private final Downloads downloads = new Downloads();
    private final BiConsumer<String, Exception> defects;

    Routes(Site site, Optional<Login> login, BiConsumer<String, Exception> defects) {
        this.site = site;
        this.login = login;
        this.defects = defects;
    }

    void register(JavalinDefaultRoutingApi routes) {
        // Before everything else: whatever is added later stands behind it too.
        login.ifPresent(door -> new LoginRoutes(site, door, this::language).register(routes));
        routes.get("/", this::front);
        routes.get("/overview.svg", context -> FrontFiles.svg(overview(context), context));
        routes.get("/overview.png", context -> FrontFiles.png(overview(context), context));
        routes.get("/overview.csv", context -> FrontFiles.csv(overview(context), context));
        routes.get("/incidents", this::incidents);
        site.node()
                .ifPresent(
                        node -> new NodeRoutes(site, node, login, this::language).register(routes));
        routes.get("/due", this::due);
        routes.get("/due.ics", this::feed);
        routes.get("/actors", context -> html(context, "actors", ActorsPage.of(actors(context))));
        routes.get("/actor/{code}", this::actor);
        routes.get("/web/{name}", assets::serve);
        routes.get("/flags", this::flags);
        routes.get("/flags/{code}", this::flag);
        routes.get("/claims", this::claims);
        routes.get("/claims/{pair}", this::claimPair);
        routes.get("/a/{id}", this::status);
        routes.get("/a/{id}/status.json", this::json);
        routes.get(
                "/a/{id}/series.json",
                context -> downloads.series(page(context, "status"), context));
        routes.get("/a/{id}/timeline", this::timeline);
        routes.get("/a/{id}/rules", this::rules);
        routes.get("/a/{id}/duties", this::duties);
        routes.get("/a/{id}/explain/{thing}", this::explain);
        routes.get("/a/{id}/statements/<ref>", this::statement);
        routes.get(
                "/a/{id}/charts/{file}",
                context -> downloads.chart(page(context, "status"), context));
        routes.get(
                "/a/{id}/tables/{file}",
                context -> downloads.table(page(context, "status"), context));
        new EstimateRoutes(site, this::language).register(routes);
        new GapRoutes(site, this::language).register(routes);
        new DocumentRoutes(site, login, this::language).register(routes);
        routes.exception(ParleyException.class, this::problem);
        routes.exception(Exception.class, this::broken);
        routes.error(404, this::unknown);
    }

    private String language(Context context) {
        String accepted = Optional.ofNullable(context.header(Header.ACCEPT_LANGUAGE)).orElse("");
        return accepted.startsWith("zh") ? "zh" : "en";
    }

    /** The agreement, view and language that an address asks for. */
    private Page page(Context context, String name) {
        OpenCase open = site.agreement(Asked.bounded(context.pathParam("id"), "agreement"));
        LocalDate today = LocalDate.now(site.clock().withZone(open.agreement().zone()));
        Asked.requireKnown(context.queryParamMap(), Asked.AXES, NARROWING);
        Asked asked = Asked.of(context.queryParamMap(), open.agreement(), today, language(context));
        return new Page(site, open, asked, today, name);
    }

    private Wording words(Context context) {
        return Wording.in(Asked.language(context.queryParamMap(), language(context)));
    }

    static void html(Context context, String template, Object model) {
        StringOutput out = new StringOutput();
        TEMPLATES.render(template + ".jte", model, out);
        context.contentType("text/html; charset=utf-8").result(out.toString());
    }

    private Look look(Context context, String path, List<String> filters) {
        return Look.of(site, context.queryParamMap(), path, language(context), filters);
    }

    private FrontPage overview(Context context) {
        return FrontPage.of(look(context, "/", FrontPage.FILTERS));
    }

    private void front(Context context) {
        FrontPage page = overview(context);
        Look look = page.look();
        Optional<String> day = Asked.one(context.queryParamMap(), "day");
        if (day.isPresent()) {
            long days = Asked.whole(day.get(), "day", 200_000);
            context.redirect(look.on(page.first().plusDays(days)));
            return;
        }
        if (context.header("HX-Request") != null) {
            context.header("HX-Replace-Url", look.here());
        }
        html(context, "front", page);
    }

    private void incidents(Context context) {
        html(context, "incidents", IncidentsPage.of(look(context, "/incidents", List.of())));
    }

    private void due(Context context) {
        html(context, "due", DuePage.of(look(context, "/due", DuePage.FILTERS)));
    }

    private Look actors(Context context) {
        return look(context, "/actors", List.of());
    }

    private void actor(Context context) {
        String code = Asked.bounded(context.pathParam("code"), "actor");
        Look look = look(context, "/actor/" + Page.segment(code), List.of());
        html(context, "actor", ActorPage.of(look, code));
    }

    /** What a calendar subscribes to. */
    private void feed(Context context) {
        DuePage page = DuePage.of(look(context, "/due", DuePage.FILTERS));
        context.contentType("text/calendar; charset=utf-8")
                .result(DutyCalendar.text(page.head(), page.duties(), page.look().language()));
    }

    private void status(Context context) {
        Map<String, List<String>> parameters = context.queryParamMap();
        Optional<String> day = Asked.one(parameters, "day");
        Page page = page(context, "status");
        if (day.isPresent()) {
            LocalDate first = page.open().firstDay(page.today());
            context.redirect(page.on(first.plusDays(Asked.whole(day.get(), "day", 200_000))));
            return;
        }
        if (context.header("HX-Request") != null) {
            context.header("HX-Replace-Url", page.here(page.asked()));
        }
        html(context, "status", StatusPage.of(page));
    }

    private void json(Context context) {
        Page page = page(context, "status");
        Downloads.file(context, page, "status", "json");
        context.contentType("application/json; charset=utf-8")
                .result(StandingJson.print(page.open().at(page.view()), page.language()));
    }

    private void timeline(Context context) {
        html(context, "timeline", TimelinePage.of(page(context, "timeline")));
    }

    private void rules(Context context) {
        html(context, "rules", RulesPage.of(page(context, "rules")));
    }

    private void duties(Context context) {
        html(context, "duties", DutiesPage.of(page(context, "duties"), context.queryParamMap()));
    }

    private void explain(Context context) {
        String thing = Asked.bounded(context.pathParam("thing"), "explain");
        Page page = page(context, "explain/" + Page.segment(thing));
        html(context, "explain", ExplainPage.of(page, thing, context.queryParamMap()));
    }

    private void statement(Context context) {
        String ref = Asked.bounded(context.pathParam("ref"), "statement");
        Page page = page(context, "statements/" + Page.segments(ref));
        html(context, "statement", StatementPage.of(page, ref));
    }

    private void flags(Context context) {
        html(context, "flags", FlagPage.all(site, words(context)));
    }

    private void flag(Context context) {
        String code = Asked.bounded(context.pathParam("code"), "flag");
        html(context, "flag", FlagPage.of(site, words(context), code));
    }

    private void claims(Context context) {
        html(context, "claims", ClaimsPage.of(site, words(context), context.queryParamMap()));
    }

    private void claimPair(Context context) {
        String pair = Asked.bounded(context.pathParam("pair"), "pair");
        html(
                context,
                "claimpair",
                ClaimPairPage.of(site, words(context), context.queryParamMap(), pair));
    }

    /** One clear message; 404 for what is not there, 403 for what is refused, else 400. */
    private void problem(ParleyException failure, Context context) {
        int status =
                switch (failure.code()) {
                    case NOT_FOUND -> 404;
                    case REFUSED -> 403;
                    default -> 400;
                };
        message(context, status, failure.problem());
    }

    private void unknown(Context context) {
        // A page that said 404 by itself has its message already.
        if (context.attribute("said") == null) {
            message(
                    context,
                    404,
                    new Problem(
                            Code.NOT_FOUND,
                            Place.of(Asked.shortened(context.path())),
                            "there is no such page",
                            "start from the list of agreements"));
        }
    }

    /** A defect of ours; the reader is told so, whoever runs the server is told which. */
    private void broken(Exception failure, Context context) {
        defects.accept(context.path(), failure);
        message(
                context,
                500,
                new Problem(
                        Code.CORRUPT,
                        Place.of(Asked.shortened(context.path())),
                        "this page could not be made",
                        "the server has said why where it was started"));
    }

    private void message(Context context, int status, Problem problem) {
        context.attribute("said", true);
        context.status(status);
        String language = "en";
        try {
            language = Asked.language(context.queryParamMap(), language(context));
        } catch (ParleyException e) {
            language = language(context);
        }
        html(context, "message", new MessagePage(Wording.in(language), status, problem));
    }
}
