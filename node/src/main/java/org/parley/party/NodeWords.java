// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.Json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The bodies of what nodes say by themselves, or people about statements: receipts, acceptances,
 * heads, erasures. Reading never fails: what is not in its form says nothing. Pure functions.
 */
final class NodeWords {
    /** How many statements one receipt names: its text stays far below an entry's limit. */
    static final int OF_MAX = 500;

    static final String RECEIVED = "received";

    private NodeWords() {}

    /** A receipt, or a further step of acknowledging. */
    record Acknowledged(String step, List<String> of, Optional<Instant> at) {
        Acknowledged {
            of = List.copyOf(of);
        }
    }

    static Json.Obj acknowledged(String step, List<String> of, Instant at) {
        Map<String, Json> members = new TreeMap<>();
        members.put("at", Json.text(at.toString()));
        members.put("of", texts(of));
        members.put("step", Json.text(step));
        return Json.object(members);
    }

    static Optional<Acknowledged> acknowledged(Json.Obj body) {
        return text(body, "step")
                .map(step ->
                        new Acknowledged(
                                step,
                                texts(body, "of"),
                                text(body, "at").flatMap(NodeWords::instant)));
    }

    /** How far a party holds somebody's log. */
    record HeadSeen(String origin, long size, Hash root) {}

    static Json.Obj heads(List<HeadSeen> heads) {
        List<Json> all = new ArrayList<>();
        for (HeadSeen head : heads) {
            Map<String, Json> one = new TreeMap<>();
            one.put("origin", Json.text(head.origin()));
            one.put("root", Json.text(head.root().toString()));
            one.put("size", Json.number(head.size()));
            all.add(Json.object(one));
        }
        return Json.object(Map.of("heads", Json.array(all.toArray(Json[]::new))));
    }

    static List<HeadSeen> heads(Json.Obj body) {
        List<HeadSeen> heads = new ArrayList<>();
        if (body.members().get("heads") instanceof Json.Arr(var values)) {
            for (Json value : values) {
                if (value instanceof Json.Obj one
                        && one.members().get("size") instanceof Json.Int(long size)) {
                    Optional<String> origin = text(one, "origin");
                    Optional<Hash> root = text(one, "root").flatMap(NodeWords::hash);
                    if (origin.isPresent() && root.isPresent() && size >= 0) {
                        heads.add(new HeadSeen(origin.get(), size, root.get()));
                    }
                }
            }
        }
        return heads;
    }

    /**
     * That a body is held no longer by who says so; by its author's word, that the others should
     * not either.
     *
     * @param of the hash in the header of the statement that the body was of
     * @param re the id of that statement
     */
    record Erased(Hash of, String re, String why) {}

    static Json.Obj erased(Erased words) {
        return Json.object(
                Map.of(
                        "of", Json.text(words.of().toString()),
                        "re", Json.text(words.re()),
                        "why", Json.text(words.why())));
    }

    static Optional<Erased> erased(Json.Obj body) {
        return text(body, "of")
                .flatMap(NodeWords::hash)
                .map(of ->
                        new Erased(of, text(body, "re").orElse(""), text(body, "why").orElse("")));
    }

    static Optional<Hash> hash(String text) {
        try {
            return Optional.of(Hash.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<String> text(Json.Obj body, String key) {
        return body.members().get(key) instanceof Json.Str(String value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private static Json texts(List<String> texts) {
        return Json.array(texts.stream().map(Json::text).toArray(Json[]::new));
    }

    private static List<String> texts(Json.Obj body, String key) {
        List<String> texts = new ArrayList<>();
        if (body.members().get(key) instanceof Json.Arr(var values)) {
            for (Json value : values) {
                if (value instanceof Json.Str(String text) && texts.size() < OF_MAX) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }
}
