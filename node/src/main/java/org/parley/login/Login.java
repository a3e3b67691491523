// SPDX-License-Identifier: Apache-2.0
package org.parley.login;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.Json;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The door of a node's pages: one-time links, passkeys, sessions. What does not hold is refused
 * with one message, whatever it was; the reason stands in the trail. Thread safe.
 */
public final class Login {
    private static final byte[] HANDLE = "parley/handle/v1\n".getBytes(StandardCharsets.UTF_8);
    private static final String FIRST = "administrator";

    private final PeopleFile people;
    private final String origin;
    private final String host;
    private final Passkeys passkeys;
    private final Challenges challenges;
    private final Attempts attempts;
    private final Sessions sessions;
    private final Consumer<String> trail;

    /**
     * @param origin of the pages, {@code https://node.example:8480}, without a slash at its end
     * @param host that passkeys are bound to
     * @param trail told, in one line each, who came in and who did not, and why
     */
    public Login(
            PeopleFile people,
            String origin,
            String host,
            InstantSource clock,
            SecureRandom chance,
            Consumer<String> trail) {
        this.people = people;
        this.origin = origin;
        this.host = host;
        this.passkeys = new Passkeys(origin, host);
        this.challenges = new Challenges(clock, chance);
        this.attempts = new Attempts(clock);
        this.sessions = new Sessions(clock, chance);
        this.trail = trail;
    }

    /** Who may come in, and who was asked to. */
    public PeopleFile people() {
        return people;
    }

    /** What browsers have to call these pages. */
    public String origin() {
        return origin;
    }

    /** The first person's link; nothing once somebody has come in. */
    public Optional<String> first() {
        return people.people().isEmpty()
                ? Optional.of(link(people.link(FIRST, Role.ADMINISTRATOR)))
                : Optional.empty();
    }

    /**
     * A whole link. Its word stands behind the hash, which browsers send to nobody: not to a
     * server's log, nor on to another page.
     */
    private String link(String token) {
        return link(origin, token);
    }

    /** The same at pages that run in another process. */
    public static String link(String origin, String token) {
        return origin + "/login/link#" + token;
    }

    /**
     * Lets somebody in, once.
     *
     * @return the whole link
     */
    public String invite(Visitor by, String name, Role role) {
        String token = people.link(name, role);
        trail.accept("link for " + name + " as " + role.word() + " by " + by.name());
        return link(token);
    }

    public void remove(Visitor by, String name) {
        people.remove(name);
        trail.accept("removed " + name + " by " + by.name());
    }

    /** What a browser needs to ask for a passkey. */
    public Json.Obj beginLogin(String address) {
        attempts.count(address);
        return Json.object(
                Map.of(
                        "challenge", Json.text(Passkeys.base64(challenges.give(Optional.empty()))),
                        "host", Json.text(host),
                        "ms", Json.number(Challenges.VALID.toMillis())));
    }

    /**
     * What a browser sends back, in base64url.
     *
     * @param id of the passkey
     */
    public record Answer(
            String id, String handle, String authenticator, String client, String signature) {}

    /**
     * Opens a session.
     *
     * @return the word for the cookie
     * @throws ParleyException {@code REFUSED}, for whatever reason
     */
    public String finishLogin(String address, Answer answer) {
        attempts.count(address);
        try {
            Person person =
                    people.byPasskey(answer.id()).orElseThrow(() -> Passkeys.refused("NobodyHere"));
            long count =
                    passkeys.checked(
                            person,
                            answer,
                            challenge -> challenges.take(challenge, Optional.empty()));
            if (!people.counted(person, count)) {
                throw Passkeys.refused("Counter");
            }
            attempts.forget(address);
            trail.accept("came in " + person.name() + " from " + address);
            return sessions.open(person);
        } catch (ParleyException e) {
            throw refused(e, address);
        }
    }

    private ParleyException refused(ParleyException e, String address) {
        if (e.code() != Code.REFUSED) {
            return e;
        }
        trail.accept("not let in from " + address + ": " + e.place());
        return new ParleyException(
                Code.REFUSED,
                Place.of("passkey"),
                "this passkey is not known here, or its answer does not hold",
                "try again; if that does not help, ask the administrator");
    }

    /**
     * What a browser needs to make a passkey.
     *
     * @param token the word in the link
     * @throws ParleyException {@code REFUSED} when the link may not be used
     */
    public Json.Obj beginLink(String address, String token) {
        attempts.count(address);
        Link link = opened(address, token);
        byte[] challenge = challenges.give(Optional.of(link.token()));
        List<Json> algorithms =
                Passkeys.ALGORITHMS.stream().<Json>map(one -> Json.number(one.getValue())).toList();
        return Json.object(
                Map.of(
                        "algorithms", new Json.Arr(algorithms),
                        "challenge", Json.text(Passkeys.base64(challenge)),
                        "handle", Json.text(handle(token)),
                        "host", Json.text(host),
                        "ms", Json.number(Challenges.VALID.toMillis()),
                        "name", Json.text(link.name()),
                        "role", Json.text(link.role().word())));
    }

    private Link opened(String address, String token) {
        return people.link(token)
                .orElseThrow(() -> {
                    trail.accept("no such link, from " + address);
                    return PeopleFile.noLink();
                });
    }

    /** Made from the link, so that nothing has to be kept until the passkey comes. */
    private static String handle(String token) {
        return Passkeys.base64(Hash.of(HANDLE, token.getBytes(StandardCharsets.UTF_8)).bytes());
    }

    /**
     * Registers a passkey and uses up the link.
     *
     * @throws ParleyException {@code REFUSED}
     */
    public Person finishLink(String address, String token, String attestation, String client) {
        attempts.count(address);
        Link link = opened(address, token);
        Person.Passkey passkey;
        try {
            passkey =
                    passkeys.made(
                            attestation,
                            client,
                            handle(token),
                            challenge -> challenges.take(challenge, Optional.of(link.token())));
        } catch (ParleyException e) {
            throw refused(e, address);
        }
        Person person = people.register(token, passkey);
        trail.accept(
                "registered " + person.name() + " as " + person.role().word() + " from " + address);
        attempts.forget(address);
        return person;
    }

    /**
     * Who a cookie's word is, as they are now: who was removed, or has a new passkey, is nobody.
     */
    public Optional<Visitor> visitor(String word) {
        return sessions.find(word)
                .flatMap(session ->
                        people.person(session.name())
                                .filter(one -> one.passkey().id().equals(session.passkey()))
                                .map(one -> new Visitor(one.name(), one.role(), session.form())));
    }

    public void end(String word) {
        sessions.end(word);
    }
}
