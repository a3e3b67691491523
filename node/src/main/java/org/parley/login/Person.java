// SPDX-License-Identifier: Apache-2.0
package org.parley.login;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.canonical.Json;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who has registered a passkey.
 *
 * @param passkey what their device holds the other half of
 * @param since when it was registered
 */
public record Person(String name, Role role, Passkey passkey, Instant since) {
    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._-]{0,39}";

    /**
     * A passkey's public half. Texts are in base64url.
     *
     * @param id of the credential
     * @param handle by which the device knows its user
     * @param key attested credential data, WebAuthn section 6.5.1: id and COSE key
     * @param count how often it signed, as far as it tells: a copy would show by it
     * @param syncs whether it was made to be on more than one device; never changes
     */
    public record Passkey(String id, String handle, String key, long count, boolean syncs) {
        Passkey counted(long now) {
            return new Passkey(id, handle, key, now, syncs);
        }

        private Json.Obj json() {
            return Json.object(
                    Map.of(
                            "count", Json.number(count),
                            "handle", Json.text(handle),
                            "id", Json.text(id),
                            "key", Json.text(key),
                            "syncs", Json.truth(syncs)));
        }
    }

    /**
     * The name, if it is one: letters and numbers of any script, and few of them.
     *
     * @throws ParleyException {@code BAD_VALUE}
     */
    static String requireName(String name, Place place) {
        if (!name.matches(NAME) || Json.text(name).text().length() != name.length()) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    place,
                    "\"" + (name.length() > 40 ? name.substring(0, 40) : name) + "\"",
                    "use up to 40 letters, digits, spaces, dots and hyphens");
        }
        return name;
    }

    Json.Obj json() {
        return Json.object(
                Map.of(
                        "name", Json.text(name),
                        "passkey", passkey.json(),
                        "role", Json.text(role.word()),
                        "since", Json.text(since.toString())));
    }

    /** Nothing where a member is missing or of another kind. */
    static Optional<Person> of(Json json, Place place) {
        if (json instanceof Json.Obj person
                && person.get("passkey").orElse(json) instanceof Json.Obj passkey
                && passkey.get("count").orElse(json) instanceof Json.Int(long count)
                && passkey.get("syncs").orElse(json) instanceof Json.Bool(boolean syncs)) {
            return Optional.of(
                    new Person(
                            person.text("name").orElseThrow(),
                            Role.of(person.text("role").orElseThrow(), place),
                            new Passkey(
                                    passkey.text("id").orElseThrow(),
                                    passkey.text("handle").orElseThrow(),
                                    passkey.text("key").orElseThrow(),
                                    count,
                                    syncs),
                            Instant.parse(person.text("since").orElseThrow())));
        }
        return Optional.empty();
    }
}
