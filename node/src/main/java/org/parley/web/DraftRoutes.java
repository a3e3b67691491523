// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.login.Draft;
import org.parley.login.Drafts;
import org.parley.login.Role;
import org.parley.login.Visitor;
import org.parley.party.Entry;
import org.parley.party.Saying;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.MalformedException;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where drafts are released, sent back or withdrawn. Thread safe. */
final class DraftRoutes {
    private final Site site;
    private final NodePages pages;
    private final Drafts drafts;
    private final Function<Context, String> language;

    DraftRoutes(Site site, NodePages pages, Drafts drafts, Function<Context, String> language) {
        this.site = site;
        this.pages = pages;
        this.drafts = drafts;
        this.language = language;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.get("/node/drafts", context -> show(context, Optional.empty()));
        routes.post(
                "/node/drafts/{id}/release",
                context -> act(context, Role::mayRelease, this::release));
        routes.post(
                "/node/drafts/{id}/back", context -> act(context, Role::mayRelease, this::back));
        routes.post(
                "/node/drafts/{id}/withdraw",
                context -> act(context, Role::mayDraft, this::withdraw));
    }

    /** What somebody does to a draft; where the page goes on afterwards. */
    private interface Act {
        String by(Context context, Visitor visitor, String id);
    }

    private void act(Context context, Predicate<Role> may, Act act) {
        Visitor visitor = LoginRoutes.require(context, may, "drafts");
        try {
            context.redirect(
                    act.by(context, visitor, context.pathParam("id")), HttpStatus.SEE_OTHER);
        } catch (ParleyException e) {
            pages.note(
                    "refused "
                            + e.code().slug()
                            + " at "
                            + e.place()
                            + " to "
                            + visitor.name()
                            + ", draft "
                            + Asked.shortened(context.pathParam("id")));
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(context, Optional.of(e.problem()));
        }
    }

    private Look look(Context context) {
        return Look.of(
                site, context.queryParamMap(), "/node/drafts", language.apply(context), List.of());
    }

    private void show(Context context, Optional<Problem> problem) {
        Visitor visitor = LoginRoutes.visitor(context).orElseThrow();
        Routes.html(
                context, "drafts", DraftsPage.of(look(context), pages, drafts, visitor, problem));
    }

    private static String field(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("");
    }

    private String toDrafts(Context context) {
        return "/node/drafts?lang=" + look(context).language();
    }

    private String release(Context context, Visitor visitor, String id) {
        String office = field(context, "office");
        if (!SayForm.offices(pages.node()).contains(office)) {
            throw Asked.bad("office", Asked.shortened(office), "choose one of the list");
        }
        Draft.Release release =
                new Draft.Release(
                        visitor.name(),
                        office,
                        site.clock().instant().truncatedTo(ChronoUnit.SECONDS));
        int needed = SayForm.ownCard(pages.node()).officers();
        Optional<Entry> said =
                drafts.release(id, field(context, "seen"), release, needed, this::say);
        pages.note("released " + id + " by " + visitor.name() + " as " + office);
        return said.map(entry ->
                        "/node"
                                + look(context).asked().query(Map.of("said", entry.ref()))
                                + "#said")
                .orElseGet(() -> toDrafts(context) + "#draft-" + id);
    }

    private Entry say(Draft draft) {
        List<String> offices = draft.releases().stream().map(Draft.Release::office).toList();
        Entry entry;
        try {
            entry = new Saying(draft.kind(), draft.yaml(), offices).by(pages.node());
        } catch (ProofException | MalformedException e) {
            throw new ParleyException(
                    Code.BAD_VALUE, Place.of("said"), String.valueOf(e.getMessage()), "");
        }
        pages.note(
                "said "
                        + entry.ref()
                        + " "
                        + entry.name()
                        + " drafted by "
                        + draft.by()
                        + ", released by "
                        + draft.releases().stream()
                                .map(one -> one.by() + " as " + one.office())
                                .collect(Collectors.joining(" and ")));
        return entry;
    }

    private String back(Context context, Visitor visitor, String id) {
        drafts.sendBack(id, visitor.name(), field(context, "why"));
        pages.note("sent back " + id + " by " + visitor.name());
        return toDrafts(context);
    }

    private String withdraw(Context context, Visitor visitor, String id) {
        drafts.withdraw(id, visitor.name());
        pages.note("withdrew " + id + " by " + visitor.name());
        return toDrafts(context);
    }
}
