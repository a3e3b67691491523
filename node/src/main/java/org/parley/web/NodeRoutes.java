// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.login.Draft;
import org.parley.login.Drafts;
import org.parley.login.Login;
import org.parley.login.Role;
import org.parley.login.Visitor;
import org.parley.party.Entry;
import org.parley.party.Node;
import org.parley.party.Saying;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.MalformedException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pages of a node. What they show is for this machine's user alone, and what they say is signed
 * with offices' keys; so every address asks under which name it was called, and the one that speaks
 * asks where the form came from. Thread safe.
 */
final class NodeRoutes {
    private static final List<String> FILTERS = List.of("template", "about", "said", "draft");
    private static final int LOCAL_MAX = 12;

    private final Site site;
    private final NodePages pages;
    private final Optional<Login> login;
    private final Function<Context, String> language;

    NodeRoutes(
            Site site, NodePages pages, Optional<Login> login, Function<Context, String> language) {
        this.site = site;
        this.pages = pages;
        this.login = login;
        this.language = language;
    }

    void register(JavalinDefaultRoutingApi routes) {
        if (login.isEmpty()) {
            routes.before(this::requireOwnName);
        }
        routes.get("/node", this::node);
        routes.post("/node/say", this::say);
        login.flatMap(_ -> pages.drafts())
                .ifPresent(
                        drafts -> new DraftRoutes(site, pages, drafts, language).register(routes));
        pages.beside()
                .ifPresent(other -> routes.get("/node/both", context -> both(context, other)));
        routes.get("/node/evidence", this::evidence);
        routes.get("/node/evidence/{file}", this::evidenceFile);
        routes.get("/node/proof/{party}/{index}", this::proof);
        routes.get("/node/proof/{party}/{index}/{file}", this::proofFile);
    }

    private Look look(Context context, String path, List<String> filters) {
        return Look.of(site, context.queryParamMap(), path, language.apply(context), filters);
    }

    /**
     * A foreign name that was made to lead to this machine (DNS rebinding) would read bodies that
     * are not public: only the machine's own names are answered.
     */
    private void requireOwnName(Context context) {
        if (!isOwnName(context, Optional.ofNullable(context.header(Header.HOST)).orElse(""))) {
            throw turnedAway(context, "Host", "this is not the name of this machine's pages");
        }
    }

    private static boolean isOwnName(Context context, String host) {
        int port = context.req().getLocalPort();
        return List.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port).contains(host);
    }

    private ParleyException turnedAway(Context context, String place, String why) {
        pages.note("turned away " + Asked.shortened(context.path()) + ": " + why);
        return new ParleyException(
                Code.REFUSED, Place.of(place), why, "open the address that the node printed");
    }

    private void node(Context context) {
        Look look = look(context, "/node", FILTERS);
        SayForm form =
                look.filter("draft")
                        .flatMap(id -> ownDraft(context, id))
                        .map(SayForm::of)
                        .orElseGet(() ->
                                SayForm.of(
                                        pages.node(),
                                        look.filter("template"),
                                        look.filter("about")));
        show(context, look, form);
    }

    private Optional<Draft> ownDraft(Context context, String id) {
        String reader = LoginRoutes.visitor(context).map(Visitor::name).orElse("");
        return pages.drafts()
                .map(drafts -> drafts.find(id))
                .filter(draft -> draft.by().equals(reader));
    }

    private void both(Context context, Node other) {
        Routes.html(
                context,
                "both",
                BothPage.of(look(context, "/node/both", List.of()), pages.node(), other));
    }

    private void show(Context context, Look look, SayForm form) {
        // With no-referrer a browser sends "Origin: null" even to the page's own server.
        context.header("Referrer-Policy", "same-origin");
        context.header("Cache-Control", "no-store");
        Routes.html(context, "node", NodePage.of(look, pages, LoginRoutes.visitor(context), form));
    }

    /** Only a page of this process, on this machine, can have sent it. */
    private void requireOwnForm(Context context) {
        String origin = Optional.ofNullable(context.header(Header.ORIGIN)).orElse("");
        if (!origin.equals("http://" + context.header(Header.HOST))) {
            throw turnedAway(context, "Origin", "the form was not sent from this node's page");
        }
        if (!pages.isOurs(Optional.ofNullable(context.formParam("token")).orElse(""))) {
            throw turnedAway(context, "token", "the form is of a process that has ended");
        }
    }

    private static String field(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("");
    }

    private void say(Context context) {
        Optional<Visitor> visitor =
                login.map(_ -> LoginRoutes.require(context, Role::mayDraft, "say"));
        if (visitor.isEmpty()) {
            requireOwnForm(context);
        }
        Look look = look(context, "/node", List.of());
        SayForm form =
                new SayForm(
                        field(context, "kind"),
                        field(context, "yaml").replace("\r\n", "\n"),
                        new ArrayList<>(context.formParams("office")),
                        Optional.empty(),
                        true,
                        Optional.of(field(context, "draft")).filter(id -> !id.isEmpty()));
        try {
            if (visitor.isPresent()) {
                keep(context, form, visitor.get().name());
            } else {
                Entry entry = saying(form).by(pages.node());
                pages.note("said " + entry.ref() + " " + entry.name() + " by " + form.offices());
                context.redirect(
                        "/node" + look.asked().query(Map.of("said", entry.ref())) + "#said",
                        HttpStatus.SEE_OTHER);
            }
        } catch (ParleyException e) {
            refuse(context, look, form, e.problem());
        } catch (ProofException | MalformedException e) {
            refuse(
                    context,
                    look,
                    form,
                    new Problem(
                            Code.BAD_VALUE, Place.of("said"), String.valueOf(e.getMessage()), ""));
        }
    }

    /** Behind a login nobody says anything alone: it waits for another's release. */
    private void keep(Context context, SayForm form, String by) {
        requireKind(form);
        new Saying(form.kind(), form.yaml(), List.of()).check(pages.node());
        Drafts drafts = pages.drafts().orElseThrow();
        Draft draft =
                form.draft()
                        .map(id -> drafts.change(id, by, form.kind(), form.yaml()))
                        .orElseGet(() -> drafts.save(by, form.kind(), form.yaml()));
        pages.note("drafted " + draft.id() + " by " + by);
        context.redirect(
                "/node/drafts?lang="
                        + look(context, "/node/drafts", List.of()).language()
                        + "#draft-"
                        + draft.id(),
                HttpStatus.SEE_OTHER);
    }

    private static void requireKind(SayForm form) {
        if (!form.kind().isEmpty() && !SayForm.KINDS.contains(form.kind())) {
            throw Asked.bad("kind", Asked.shortened(form.kind()), "choose one of the list");
        }
    }

    private static Saying saying(SayForm form) {
        requireKind(form);
        if (form.offices().isEmpty()) {
            throw new ParleyException(
                    Code.REFUSED, Place.of("office"), "nobody releases it", "tick an office");
        }
        return new Saying(form.kind(), form.yaml(), form.offices());
    }

    private void refuse(Context context, Look look, SayForm form, Problem problem) {
        pages.note("refused " + problem.code().slug() + " at " + problem.place());
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(context, look, form.refused(problem));
    }

    private void evidence(Context context) {
        Look look = look(context, "/node/evidence", List.of());
        Routes.html(context, "evidence", EvidencePage.of(look, pages.node()));
    }

    private void evidenceFile(Context context) {
        String file = Asked.bounded(context.pathParam("file"), "file");
        String ending = ".evidence";
        byte[] bytes =
                pages.node().evidence().entrySet().stream()
                        .filter(one -> (one.getKey() + ending).equals("evidence/" + file))
                        .findFirst()
                        .orElseThrow(() -> notThere(file))
                        .getValue();
        take(context, file, bytes);
    }

    private static ParleyException notThere(String file) {
        return new ParleyException(
                Code.NOT_FOUND, Place.of(Asked.shortened(file)), "there is no such file", "");
    }

    /** A local name out of an address: {@code XA/17}. */
    private static String ref(Context context) {
        String index = context.pathParam("index");
        if (!index.matches("\\d{1," + LOCAL_MAX + "}")) {
            throw notThere(index);
        }
        return Asked.bounded(context.pathParam("party"), "party") + "/" + index;
    }

    private void proof(Context context) {
        String ref = ref(context);
        Look look = look(context, "/node/proof/" + ref, List.of());
        context.header("Cache-Control", "no-store");
        Routes.html(context, "proof", ProofPage.of(look, pages.node(), ref));
    }

    private void proofFile(Context context) {
        Look look = look(context, "/node", List.of());
        Node node = pages.node();
        ProofPage page = ProofPage.of(look, node, ref(context));
        String file = context.pathParam("file");
        if (!file.startsWith(page.stem() + ".")) {
            throw notThere(file);
        }
        byte[] bytes =
                switch (file.substring(page.stem().length())) {
                    case ".tlog-proof" -> page.proven().file().bytes();
                    case ".statement" -> page.proven().leaf();
                    case ".checkpoint" -> page.proven().checkpoint().bytes();
                    case ".body.json" ->
                            CanonicalJson.write(
                                    page.proven().body().orElseThrow(() -> notThere(file)));
                    default -> throw notThere(file);
                };
        take(context, file, bytes);
    }

    private static void take(Context context, String file, byte[] bytes) {
        boolean json = file.endsWith(".json");
        context.contentType(json ? "application/json" : "application/octet-stream");
        context.header(Header.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
        context.header("Cache-Control", "no-store");
        context.result(bytes);
    }
}
