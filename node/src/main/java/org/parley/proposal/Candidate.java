// SPDX-License-Identifier: Apache-2.0
package org.parley.proposal;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a model says that a paragraph claims. Its values are compared with those that the words
 * give, and never taken.
 *
 * @param kind as the model has it: {@code meeting}
 * @param quote the words
 * @param actors who acts, by name or code
 * @param mechanism which treaty, body or channel, by name or id
 * @param date in EDTF
 * @param value the number, in digits
 */
public record Candidate(
        String kind,
        String quote,
        List<String> actors,
        Optional<String> mechanism,
        Optional<String> date,
        Optional<String> value) {

    /** So many of one paragraph are looked at. */
    static final int CANDIDATES_MAX = 40;

    private static final int ACTORS_MAX = 20;
    private static final int CHARS_MAX = 4_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public Candidate {
        actors = List.copyOf(actors);
    }

    /** Those of an answer {@code {"claims": […]}}; empty if it is no such answer. */
    static Optional<List<Candidate>> in(String answer) {
        try {
            JsonNode claims = MAPPER.readTree(answer).path("claims");
            if (!claims.isArray()) {
                return Optional.empty();
            }
            List<Candidate> found = new ArrayList<>();
            for (JsonNode one : claims) {
                if (found.size() < CANDIDATES_MAX) {
                    found.add(of(one));
                }
            }
            return Optional.of(found);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Candidate of(JsonNode one) {
        List<String> actors = new ArrayList<>();
        for (JsonNode actor : one.path("actors")) {
            if (actors.size() < ACTORS_MAX) {
                actors.add(actor.asString(""));
            }
        }
        return new Candidate(
                text(one, "kind").orElse(""),
                text(one, "quote").orElse(""),
                actors,
                text(one, "mechanism"),
                text(one, "date"),
                text(one, "value"));
    }

    /** A text or number; what is neither, empty or over long is none. */
    private static Optional<String> text(JsonNode one, String key) {
        JsonNode value = one.path(key);
        return value.isString() || value.isNumber()
                ? Optional.of(value.asString())
                        .map(String::strip)
                        .filter(text -> !text.isEmpty() && text.length() <= CHARS_MAX)
                : Optional.empty();
    }
}
