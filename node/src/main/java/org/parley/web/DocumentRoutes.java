// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;

import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.login.Login;
import org.parley.login.Role;
import org.parley.login.Visitor;
import org.parley.review.Desk;
import org.parley.review.Slot;
import org.parley.web.export.ContradictionsJson;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Documents and what reviewers decide about them. Their texts are for this machine's user, or for
 * who is logged in; none is ever served as it came. Thread safe.
 */
final class DocumentRoutes {
    private static final String SLOT = "slot-";

    private final Site site;
    private final Optional<Login> login;
    private final Function<Context, String> language;
    private final OwnForms forms = new OwnForms();

    DocumentRoutes(Site site, Optional<Login> login, Function<Context, String> language) {
        this.site = site;
        this.login = login;
        this.language = language;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.get("/documents", this::list);
        routes.get("/documents/{id}", context -> show(context, Optional.empty()));
        routes.post("/documents/{id}/decide", this::decide);
        routes.get("/contradictions", this::contradictions);
        routes.get("/contradictions.json", this::contradictionsJson);
    }

    private Wording words(Context context) {
        return Wording.in(Asked.language(context.queryParamMap(), language.apply(context)));
    }

    private void requireReader(Context context) {
        if (login.isEmpty()) {
            OwnForms.requireOwnName(context);
        }
        context.header("Cache-Control", "no-store");
    }

    private void list(Context context) {
        requireReader(context);
        Routes.html(
                context,
                "documents",
                DocumentsPage.of(site, words(context), context.queryParamMap()));
    }

    /** Quotes documents, so it is for who may read them. */
    private void contradictions(Context context) {
        requireReader(context);
        Routes.html(context, "contradictions", compared(context));
    }

    private void contradictionsJson(Context context) {
        requireReader(context);
        ContradictionsPage page = compared(context);
        context.contentType("application/json; charset=utf-8")
                .result(ContradictionsJson.print(page.found(), page.v().words().language()));
    }

    private ContradictionsPage compared(Context context) {
        return ContradictionsPage.of(site, words(context), context.queryParamMap());
    }

    private ReviewView view(Context context) {
        return ReviewView.of(site, words(context), context.queryParamMap(), DocumentPage.ASKED);
    }

    private void show(Context context, Optional<Problem> problem) {
        requireReader(context);
        // With no-referrer a browser sends "Origin: null" even to the page's own server.
        context.header("Referrer-Policy", "same-origin");
        Optional<String> claim = Asked.one(context.queryParamMap(), "claim");
        Routes.html(
                context,
                "document",
                DocumentPage.of(
                        view(context),
                        id(context),
                        claim,
                        LoginRoutes.visitor(context).map(Visitor::form).orElse(forms.token()),
                        LoginRoutes.visitor(context).map(Visitor::name),
                        problem));
    }

    private static String id(Context context) {
        String id = Asked.bounded(context.pathParam("id"), "document");
        if (!id.matches("[0-9a-f]{8,64}")) {
            throw Asked.bad("document", Asked.shortened(id), "see the list of documents");
        }
        return id;
    }

    /** Who decides: the one who is logged in, else whom the form names. */
    private String reviewer(Context context, ReviewView view) {
        if (login.isPresent()) {
            return LoginRoutes.require(context, Role::mayDraft, "review").name();
        }
        forms.requireOwnForm(context);
        return view.by();
    }

    private void decide(Context context) {
        ReviewView view = view(context);
        String by = reviewer(context, view);
        String id = id(context);
        String claim = Asked.one(context.queryParamMap(), "claim").orElse("");
        String action = field(context, "action");
        try {
            decide(context, id, claim, action, by);
        } catch (ParleyException e) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(context, Optional.of(e.problem()));
            return;
        }
        boolean onward = List.of("accept", "edit", "reject", "merge").contains(action);
        DocumentPage after =
                DocumentPage.of(
                        view, id, Optional.of(claim), "", Optional.empty(), Optional.empty());
        int next = onward && after.nextOpen() > 0 ? after.nextOpen() : after.chosen();
        context.redirect(
                next == 0 ? view.to("/documents/" + after.id()) : after.toClaim(next),
                HttpStatus.SEE_OTHER);
    }

    private void decide(Context context, String id, String claim, String action, String by) {
        Desk desk = site.desk();
        switch (action) {
            case "accept" -> desk.accept(id, claim, by);
            case "edit" -> desk.accept(id, claim, slots(context), by);
            case "reject" -> desk.reject(id, claim, field(context, "why"), by);
            case "merge" -> desk.merge(id, claim, context.formParams("with"), by);
            case "reopen" -> desk.reopen(id, claim, by);
            case "link" -> desk.link(id, field(context, "name"), actor(context), by);
            case "anchor" -> desk.anchor(id, Asked.day(day(context), "day"), "", by);
            default -> throw Asked.bad("action", Asked.shortened(action), "use the page's buttons");
        }
    }

    /** A day that was typed goes before one that was picked. */
    private static String day(Context context) {
        String typed = field(context, "day");
        return typed.isEmpty() ? field(context, "offer") : typed;
    }

    /** Somebody whom the library or the home folder knows. */
    private String actor(Context context) {
        String code = field(context, "actor").strip();
        if (!site.knows(code)) {
            throw Asked.bad("actor", Asked.shortened(code), "the code of a party or person");
        }
        return code;
    }

    private static Map<Slot, String> slots(Context context) {
        Map<Slot, String> slots = new EnumMap<>(Slot.class);
        context.formParamMap().keySet().stream()
                .filter(key -> key.startsWith(SLOT))
                .forEach(key ->
                        slots.put(
                                Slot.of(Asked.shortened(key.substring(SLOT.length()))),
                                field(context, key)));
        return slots;
    }

    private static String field(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("");
    }
}
