// SPDX-License-Identifier: Apache-2.0
package org.parley.login;

import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.Json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants the node to say, before it is said.
 *
 * @param by who drafted it
 * @param kind of statement; empty when the form says it
 * @param yaml an entry as a record has it
 * @param why it was sent back; empty when it was not
 * @param releases so far, of the text as it is now
 */
public record Draft(
        String id,
        String by,
        Instant made,
        String kind,
        String yaml,
        State state,
        String why,
        List<Release> releases) {
    private static final String FORM = "parley/draft/v1";

    public Draft {
        releases = List.copyOf(releases);
    }

    /** Where it is on its way. */
    public enum State {
        WAITING,
        RETURNED,

        /** It is being said, or the process ended while it was: the log tells which. */
        RELEASING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One officer's word that it may be said, with the office whose key signs. */
    public record Release(String by, String office, Instant at) {}

    /** What a reader has seen: a release is of this text and no other. */
    public String seen() {
        return Hash.of((kind + "\n" + yaml).getBytes(StandardCharsets.UTF_8)).hex();
    }

    Draft as(State now, String reason, List<Release> released) {
        return new Draft(id, by, made, kind, yaml, now, reason, released);
    }

    Json.Obj json() {
        List<Json> released =
                releases.stream()
                        .<Json>map(one ->
                                Json.object(
                                        Map.of(
                                                "at", Json.text(one.at().toString()),
                                                "by", Json.text(one.by()),
                                                "office", Json.text(one.office()))))
                        .toList();
        return Json.object(
                Map.of(
                        "by", Json.text(by),
                        "form", Json.text(FORM),
                        "id", Json.text(id),
                        "kind", Json.text(kind),
                        "made", Json.text(made.toString()),
                        "releases", new Json.Arr(released),
                        "state", Json.text(state.word()),
                        "why", Json.text(why),
                        "yaml", Json.text(yaml)));
    }

    /** Nothing where it is no draft. */
    static Optional<Draft> of(Json json) {
        if (json instanceof Json.Obj draft
                && draft.text("form").equals(Optional.of(FORM))
                && draft.get("releases").orElse(json) instanceof Json.Arr(List<Json> released)) {
            return Optional.of(
                    new Draft(
                            draft.text("id").orElseThrow(),
                            draft.text("by").orElseThrow(),
                            Instant.parse(draft.text("made").orElseThrow()),
                            draft.text("kind").orElseThrow(),
                            draft.text("yaml").orElseThrow(),
                            state(draft.text("state").orElseThrow()),
                            draft.text("why").orElseThrow(),
                            released.stream().map(Draft::release).toList()));
        }
        return Optional.empty();
    }

    private static State state(String word) {
        return Arrays.stream(State.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static Release release(Json json) {
        Json.Obj release = (Json.Obj) json;
        return new Release(
                release.text("by").orElseThrow(),
                release.text("office").orElseThrow(),
                Instant.parse(release.text("at").orElseThrow()));
    }
}
