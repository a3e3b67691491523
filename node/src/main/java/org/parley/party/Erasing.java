// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Json;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * That somebody at a node's keyboard wants a body erased: the same whether the node runs or is
 * opened for this alone.
 *
 * @param name of the statement, its id or local name
 * @param why in a few words, for the others and for later
 * @param offices who releases it
 */
public record Erasing(String name, String why, List<String> offices) {
    private static final int WHY_MAX = 1_000;

    public Erasing {
        offices = List.copyOf(offices);
        if (why.isBlank() || why.length() > WHY_MAX) {
            throw new ParleyException(
                    Code.USAGE,
                    Place.of("--why"),
                    why.length() + " characters",
                    "say in 1 to " + WHY_MAX + " characters why it is erased");
        }
    }

    /**
     * What was done.
     *
     * @param ref where it is said, {@code id} under which id
     * @param same other statements whose body it was too
     * @param drafts that said the same and are gone too
     * @param otherDrafts how many more wait, which people have to look through
     */
    public record Done(
            String ref, String id, List<String> same, List<String> drafts, int otherDrafts) {
        public Done {
            same = List.copyOf(same);
            drafts = List.copyOf(drafts);
        }

        private String line() {
            return String.join(
                    " ",
                    ref,
                    id,
                    String.join(",", same),
                    String.join(",", drafts),
                    Integer.toString(otherDrafts));
        }

        private static Done of(String line) {
            String[] words = line.split(" ", 5);
            return new Done(
                    words[0], words[1], list(words[2]), list(words[3]), Integer.parseInt(words[4]));
        }

        private static List<String> list(String words) {
            return words.isEmpty() ? List.of() : List.of(words.split(",", -1));
        }
    }

    /**
     * Does it, by the node if one runs there.
     *
     * @throws ParleyException with place, reason and advice when it cannot be done
     */
    public Done at(NodeHome home, InstantSource clock, SecureRandom chance) {
        Map<String, Json> asked = new TreeMap<>();
        asked.put("name", Json.text(name));
        asked.put("offices", Json.array(offices.stream().map(Json::text).toArray(Json[]::new)));
        asked.put("why", Json.text(why));
        String request = CanonicalJson.text(Json.object(asked));
        return Done.of(
                Either.of(
                        home,
                        clock,
                        chance,
                        () -> Control.ask(home, Control.ERASE, Map.of(), request),
                        opened -> {
                            try (RunningNode running = opened) {
                                return by(home, running.node()).line();
                            }
                        }));
    }

    /** What a command asked of a running node. */
    static String asked(NodeHome home, Node node, String request) {
        Json.Obj json = Control.object(request);
        List<String> offices = new ArrayList<>();
        if (json.members().get("offices") instanceof Json.Arr(var values)) {
            for (Json value : values) {
                if (value instanceof Json.Str(String office)) {
                    offices.add(office);
                }
            }
        }
        // Without an office nothing is released.
        return new Erasing(
                        NodeWords.text(json, "name").orElseThrow(),
                        NodeWords.text(json, "why").orElseThrow(),
                        offices)
                .by(home, node)
                .line();
    }

    private Done by(NodeHome home, Node node) {
        // While the words can be read: afterwards nobody could tell which drafts repeat them.
        SameDrafts drafts =
                SameDrafts.of(home, node, node.find(name).flatMap(one -> node.body(one.entry())));
        Entry said = node.erase(name, why, offices);
        List<String> same =
                node.find(name).map(one -> node.sameBody(one.entry())).orElse(List.of()).stream()
                        .map(Entry::ref)
                        .toList();
        drafts.forget();
        return new Done(said.ref(), said.name(), same, drafts.names(), drafts.others());
    }
}
