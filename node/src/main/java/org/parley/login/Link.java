// SPDX-License-Identifier: Apache-2.0
package org.parley.login;

import org.parley.Place;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.Json;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A way in, for one person and once. Of its 256 random bits only the hash is kept, so that whoever
 * reads the file cannot use it.
 *
 * @param token SHA-256 of the word in the link
 */
public record Link(Hash token, String name, Role role, Instant until) {
    static final Duration VALID = Duration.ofMinutes(15);

    boolean isOpen(Instant now) {
        return now.isBefore(until);
    }

    Json.Obj json() {
        return Json.object(
                Map.of(
                        "name", Json.text(name),
                        "role", Json.text(role.word()),
                        "token", Json.text(token.toString()),
                        "until", Json.text(until.toString())));
    }

    static Optional<Link> of(Json json, Place place) {
        return json instanceof Json.Obj link
                ? Optional.of(
                        new Link(
                                Hash.parse(link.text("token").orElseThrow()),
                                link.text("name").orElseThrow(),
                                Role.of(link.text("role").orElseThrow(), place),
                                Instant.parse(link.text("until").orElseThrow())))
                : Optional.empty();
    }
}
