// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.jspecify.annotations.Nullable;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.exchange.Sealing;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.MalformedException;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.VerifierKey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a party hands to the others so that they know it: the name of its log, its keys, where its
 * node listens. A signed note, signed with the log's own key; whether it is the right card is for
 * people to compare, by {@link #hash}, over a channel they trust. Immutable.
 *
 * @param name of the party as the agreement has it, or of a witness that is no party
 * @param witnessOnly whether it only cosigns, and neither speaks nor holds copies
 * @param address {@code host:port} of its node; empty when it has none that others can reach
 * @param log keys of the log: Ed25519 first, then ML-DSA-44
 * @param offices whose signature makes a statement, {@code origin/office/NAME}
 * @param officers how many of the offices have to sign one: 2 is the two-person rule
 * @param reader whom bodies are sealed to, {@code age1pq…}
 * @param tls the pin of its key on connections
 */
public record Card(
        String name,
        boolean witnessOnly,
        String origin,
        Optional<String> address,
        List<VerifierKey> log,
        List<VerifierKey> mirror,
        List<VerifierKey> witness,
        List<VerifierKey> offices,
        int officers,
        Optional<String> reader,
        Hash tls) {
    static final String FIRST_LINE = "parley/card/v1";

    /** A card with a dozen post-quantum keys stays below. */
    public static final int BYTES_MAX = 64 << 10;

    private static final int KEYS_MAX = 20;

    public Card {
        log = List.copyOf(log);
        mirror = List.copyOf(mirror);
        witness = List.copyOf(witness);
        offices = List.copyOf(offices);
    }

    /** The signed note. */
    public byte[] signed(SignerKey key) {
        Note note = Note.of(text());
        return note.signedBy(key.sign(note.text())).bytes();
    }

    /** The note's text: two lines. */
    String text() {
        Map<String, Json> members = new TreeMap<>();
        address.ifPresent(where -> members.put("address", Json.text(where)));
        members.put("log", keys(log));
        members.put("mirror", keys(mirror));
        members.put("name", Json.text(name));
        members.put("officers", Json.number(officers));
        members.put("offices", keys(offices));
        members.put("origin", Json.text(origin));
        reader.ifPresent(age -> members.put("reader", Json.text(age)));
        members.put("tls", Json.text(tls.toString()));
        members.put("witness", keys(witness));
        members.put("witness_only", Json.truth(witnessOnly));
        return FIRST_LINE + "\n" + CanonicalJson.text(Json.object(members)) + "\n";
    }

    /** What two people read to each other to be sure that they have the same card. */
    public Hash hash() {
        return Hash.of(text().getBytes(StandardCharsets.UTF_8));
    }

    private static Json keys(List<VerifierKey> keys) {
        return Json.array(keys.stream().map(key -> Json.text(key.format())).toArray(Json[]::new));
    }

    /**
     * Reads a card and checks that its own log's key signed it.
     *
     * @param from where it was read, for messages
     * @throws ParleyException when it is anything else
     */
    public static Card read(byte[] bytes, Place from) {
        try {
            if (bytes.length > BYTES_MAX) {
                throw refused(from, "longer than " + BYTES_MAX + " bytes");
            }
            Note note = Note.parse(bytes);
            String[] lines = note.text().split("\n", 3);
            if (lines.length < 3 || !lines[0].equals(FIRST_LINE) || !lines[2].isEmpty()) {
                throw refused(from, "not a card");
            }
            Json json = CanonicalJson.read(lines[1].getBytes(StandardCharsets.UTF_8));
            if (!(json instanceof Json.Obj members)) {
                throw refused(from, "not a card");
            }
            Card card = of(members, from);
            note.open(card.log());
            if (!card.text().equals(note.text())) {
                throw refused(from, "it has parts that this version does not know");
            }
            return card;
        } catch (ProofException | MalformedException e) {
            throw refused(from, e.getMessage());
        }
    }

    private static Card of(Json.Obj json, Place from) {
        String name = text(json, "name", from);
        String origin = text(json, "origin", from);
        List<VerifierKey> log = keys(json, "log", from);
        if (log.isEmpty() || !log.getFirst().name().equals(origin)) {
            throw refused(from, "its log's key does not bear the log's name");
        }
        long officers = json.members().get("officers") instanceof Json.Int(long n) ? n : 1;
        if (officers < 1 || officers > KEYS_MAX) {
            throw refused(from, officers + " officers");
        }
        Json only = json.members().getOrDefault("witness_only", Json.truth(false));
        return new Card(
                name,
                only.equals(Json.truth(true)),
                origin,
                NodeWords.text(json, "address").map(where -> address(where, from)),
                log,
                keys(json, "mirror", from),
                keys(json, "witness", from),
                keys(json, "offices", from),
                (int) officers,
                NodeWords.text(json, "reader").map(Sealing::checked),
                NodeWords.hash(text(json, "tls", from))
                        .orElseThrow(() -> refused(from, "no pin for connections")));
    }

    /**
     * An address as it is written: {@code host:port}.
     *
     * @throws ParleyException when it is anything else
     */
    public static String address(String where, Place from) {
        if (!where.matches("[A-Za-z0-9.\\-\\[\\]:]{1,253}:[0-9]{1,5}")) {
            throw refused(from, "\"" + where + "\" is no address such as 127.0.0.1:8430");
        }
        return where;
    }

    private static String text(Json.Obj json, String key, Place from) {
        return NodeWords.text(json, key)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> refused(from, "it has no " + key));
    }

    private static List<VerifierKey> keys(Json.Obj json, String member, Place from) {
        List<VerifierKey> keys = new ArrayList<>();
        if (json.members().get(member) instanceof Json.Arr(var values)) {
            if (values.size() > KEYS_MAX) {
                throw refused(from, "more than " + KEYS_MAX + " keys");
            }
            for (Json value : values) {
                if (value instanceof Json.Str(String vkey)) {
                    keys.add(VerifierKey.parse(vkey));
                }
            }
        }
        return keys;
    }

    private static ParleyException refused(Place from, @Nullable String why) {
        return new ParleyException(
                Code.REFUSED,
                from,
                "this card cannot be believed: " + why,
                "ask the party for it again, and compare its hash by voice");
    }

    /** The office that a key's name stands for: {@code duty}. */
    public static String office(VerifierKey key) {
        return key.name().substring(key.name().lastIndexOf('/') + 1);
    }
}
