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
import org.parley.proof.note.SignatureLine;
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
 * @param version 1 for the first card; each change of keys makes one more
 * @param before the hash of the card before this one; the log's key of that one signed this one too
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
        Hash tls,
        int version,
        Optional<Hash> before) {
    static final String FIRST_LINE = "parley/card/v1";

    /** A card with a dozen post-quantum keys stays below. */
    public static final int BYTES_MAX = 64 << 10;

    private static final int KEYS_MAX = 20;
    private static final int VERSIONS_MAX = 10_000;

    public Card {
        log = List.copyOf(log);
        mirror = List.copyOf(mirror);
        witness = List.copyOf(witness);
        offices = List.copyOf(offices);
    }

    /** The signed note; a successor is signed by the log's key before it and by its own. */
    public byte[] signed(SignerKey... keys) {
        Note note = Note.of(text());
        for (SignerKey key : keys) {
            SignatureLine line = key.sign(note.text());
            note = note.signatures().contains(line) ? note : note.signedBy(line);
        }
        return note.bytes();
    }

    /**
     * Reads the card that comes after another one of the same party.
     *
     * @throws ParleyException when the log's key of that one did not sign it, or it does not name
     *     it
     */
    static Card readSuccessor(byte[] bytes, Card before, Place from) {
        Card card = read(bytes, from);
        if (!card.follows(before)) {
            throw doesNotFollow(from);
        }
        try {
            Note.parse(bytes).open(List.of(before.log().getFirst()));
        } catch (ProofException e) {
            throw refused(from, "the log's key before it did not sign it");
        }
        return card;
    }

    /** The same, as the one that comes after another. */
    Card after(Card last) {
        return new Card(
                name,
                witnessOnly,
                origin,
                address,
                log,
                mirror,
                witness,
                offices,
                officers,
                reader,
                tls,
                last.version + 1,
                Optional.of(last.hash()));
    }

    /** Whether it says of itself that it comes after that one. */
    boolean follows(Card last) {
        return name.equals(last.name)
                && origin.equals(last.origin)
                && witnessOnly == last.witnessOnly
                && version == last.version + 1
                && before.equals(Optional.of(last.hash()));
    }

    static ParleyException doesNotFollow(Place from) {
        return refused(from, "it does not follow the card that is believed here");
    }

    /** Whether every key is the same. */
    boolean hasKeysOf(Card other) {
        return log.equals(other.log)
                && mirror.equals(other.mirror)
                && witness.equals(other.witness)
                && offices.equals(other.offices)
                && officers == other.officers
                && reader.equals(other.reader)
                && tls.equals(other.tls);
    }

    /** The note's text: two lines. */
    String text() {
        Map<String, Json> members = new TreeMap<>();
        address.ifPresent(where -> members.put("address", Json.text(where)));
        before.ifPresent(hash -> members.put("before", Json.text(hash.toString())));
        members.put("log", keys(log));
        members.put("mirror", keys(mirror));
        members.put("name", Json.text(name));
        members.put("officers", Json.number(officers));
        members.put("offices", keys(offices));
        members.put("origin", Json.text(origin));
        reader.ifPresent(age -> members.put("reader", Json.text(age)));
        members.put("tls", Json.text(tls.toString()));
        if (version > 1) {
            members.put("version", Json.number(version));
        }
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
        long version = json.members().get("version") instanceof Json.Int(long n) ? n : 1;
        if (version < 1 || version > VERSIONS_MAX) {
            throw refused(from, "version " + version);
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
                        .orElseThrow(() -> refused(from, "no pin for connections")),
                (int) version,
                NodeWords.text(json, "before").flatMap(NodeWords::hash));
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
