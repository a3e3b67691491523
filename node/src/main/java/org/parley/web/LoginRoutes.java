// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.login.Login;
import org.parley.login.Person;
import org.parley.login.Role;
import org.parley.login.Visitor;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Json;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The door of the pages: nothing behind it is answered to anybody who has not come in, and what
 * changes something only to forms of their own session. Thread safe.
 */
final class LoginRoutes {
    private static final String VISITOR = "visitor";
    private static final int COOKIE_SECONDS = 8 * 60 * 60;
    private static final int TOO_MANY = 429;
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

    private final Site site;
    private final Login login;
    private final Function<Context, String> language;
    private final String cookie;
    private final boolean secure;
    private final String authority;

    LoginRoutes(Site site, Login login, Function<Context, String> language) {
        this.site = site;
        this.login = login;
        this.language = language;
        URI origin = URI.create(login.origin());
        this.secure = "https".equals(origin.getScheme());
        // The prefix binds the cookie to this host and to TLS, whatever another server there says.
        this.cookie = secure ? "__Host-parley" : "parley";
        this.authority = String.valueOf(origin.getAuthority());
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.before(this::gate);
        routes.get("/login", context -> page(context, "login"));
        routes.get("/login/link", context -> page(context, "link"));
        routes.post("/login/begin", context -> json(context, () -> begin(context)));
        routes.post("/login/finish", context -> json(context, () -> finish(context)));
        routes.post("/login/link/begin", context -> json(context, () -> beginLink(context)));
        routes.post("/login/link/finish", context -> json(context, () -> finishLink(context)));
        routes.post("/login/out", this::out);
        routes.get("/node/people", context -> people(context, Optional.empty()));
        routes.post("/node/people/link", this::link);
        routes.post("/node/people/remove", this::remove);
    }

    /** Who is asking, on pages behind a door; nobody where there is none. */
    static Optional<Visitor> visitor(Context context) {
        return Optional.ofNullable(context.<Visitor>attribute(VISITOR));
    }

    private void gate(Context context) {
        String host = Optional.ofNullable(context.header(Header.HOST)).orElse("");
        if (!host.equals(authority)) {
            throw refused("Host", "this is not the name of these pages");
        }
        if (!isReading(context) && !isOwn(context)) {
            throw refused("Origin", "the form was not sent from this node's page");
        }
        // Behind a login nothing may stay in a browser's cache for whoever sits there next.
        context.header("Cache-Control", "no-store");
        context.header("Referrer-Policy", "same-origin");
        Optional<Visitor> visitor =
                Optional.ofNullable(context.cookie(cookie)).flatMap(login::visitor);
        visitor.ifPresent(one -> context.attribute(VISITOR, one));
        if (isOpen(context.path()) || visitor.isPresent()) {
            return;
        }
        if (!isReading(context)) {
            throw refused("login", "nobody is logged in, or not any more");
        }
        context.redirect("/login", HttpStatus.SEE_OTHER);
        context.skipRemainingHandlers();
    }

    private static boolean isOpen(String path) {
        return path.equals("/login") || path.startsWith("/login/") || path.startsWith("/web/");
    }

    private static boolean isReading(Context context) {
        return READING.contains(context.method());
    }

    private boolean isOwn(Context context) {
        return login.origin().equals(context.header(Header.ORIGIN));
    }

    private static ParleyException refused(String place, String why) {
        return new ParleyException(
                Code.REFUSED, Place.of(place), why, "open the address that the node printed");
    }

    private Wording words(Context context) {
        return Wording.in(Asked.language(context.queryParamMap(), language.apply(context)));
    }

    private void page(Context context, String name) {
        Routes.html(context, name, LoginPage.of(words(context), site, visitor(context)));
    }

    /** What a script asks: its answer, or one sentence in the page's language. */
    private void json(Context context, Supplier<Json.Obj> answer) {
        try {
            context.contentType("application/json; charset=utf-8")
                    .result(CanonicalJson.text(answer.get()));
        } catch (ParleyException e) {
            context.status(e.code() == Code.UNAVAILABLE ? TOO_MANY : HttpStatus.FORBIDDEN.getCode())
                    .contentType("text/plain; charset=utf-8")
                    .result(Advice.in(words(context).language(), e.problem()));
        }
    }

    private static String field(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("");
    }

    private Json.Obj begin(Context context) {
        return login.beginLogin(context.ip());
    }

    private Json.Obj finish(Context context) {
        Optional.ofNullable(context.cookie(cookie)).ifPresent(login::end);
        String word =
                login.finishLogin(
                        context.ip(),
                        new Login.Answer(
                                field(context, "id"),
                                field(context, "handle"),
                                field(context, "authenticator"),
                                field(context, "client"),
                                field(context, "signature")));
        keep(context, word, COOKIE_SECONDS);
        return Json.object(Map.of("to", Json.text("/node?lang=" + words(context).language())));
    }

    private Json.Obj beginLink(Context context) {
        return login.beginLink(context.ip(), field(context, "token"));
    }

    private Json.Obj finishLink(Context context) {
        Person person =
                login.finishLink(
                        context.ip(),
                        field(context, "token"),
                        field(context, "attestation"),
                        field(context, "client"));
        return Json.object(
                Map.of(
                        "name", Json.text(person.name()),
                        "to", Json.text("/login?lang=" + words(context).language())));
    }

    private void keep(Context context, String word, int seconds) {
        context.header(
                Header.SET_COOKIE,
                cookie
                        + "="
                        + word
                        + "; Path=/; Max-Age="
                        + seconds
                        + "; HttpOnly; SameSite=Strict"
                        + (secure ? "; Secure" : ""));
    }

    private void out(Context context) {
        Optional<Visitor> visitor = visitor(context);
        visitor.ifPresent(one -> requireForm(context, one));
        Optional.ofNullable(context.cookie(cookie)).ifPresent(login::end);
        keep(context, "", 0);
        context.redirect("/login?lang=" + words(context).language(), HttpStatus.SEE_OTHER);
    }

    /** Only a page of this session can have sent it. */
    static void requireForm(Context context, Visitor visitor) {
        if (!visitor.isOurs(field(context, "token"))) {
            throw new ParleyException(
                    Code.REFUSED,
                    Place.of("token"),
                    "the form is of another session",
                    "open the page again");
        }
    }

    /**
     * Who is asking, with a form of theirs, if they may.
     *
     * @param what they would do, in the trail's words
     */
    static Visitor require(Context context, Predicate<Role> may, String what) {
        Visitor visitor =
                visitor(context)
                        .orElseThrow(
                                () -> refused("login", "nobody is logged in, or not any more"));
        if (!may.test(visitor.role())) {
            throw new ParleyException(
                    Code.REFUSED,
                    Place.of(what),
                    "a " + visitor.role().word() + " may not do this",
                    "ask the administrator for another role");
        }
        if (!isReading(context)) {
            requireForm(context, visitor);
        }
        return visitor;
    }

    private void people(Context context, Optional<String> link) {
        Visitor visitor = require(context, Role::mayInvite, "people");
        Routes.html(context, "people", PeoplePage.of(words(context), site, visitor, login, link));
    }

    private void link(Context context) {
        Visitor visitor = require(context, Role::mayInvite, "people");
        Role role = Role.of(field(context, "role"), Place.of("role"));
        people(context, Optional.of(login.invite(visitor, field(context, "name"), role)));
    }

    private void remove(Context context) {
        Visitor visitor = require(context, Role::mayInvite, "people");
        login.remove(visitor, field(context, "name"));
        context.redirect("/node/people?lang=" + words(context).language(), HttpStatus.SEE_OTHER);
    }
}
