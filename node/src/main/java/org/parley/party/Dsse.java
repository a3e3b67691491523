// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.log.BouncyEd25519;
import org.parley.log.LogStore;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Json;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.SignerKey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An own statement for tools that know nothing of logs: header and body in an envelope of DSSE
 * (github.com/secure-systems-lab/dsse), signed by offices whose keys are here. The form is
 * docs/formats/dsse.md. Reads the folder without touching it, also while a node runs on it.
 * Stateless.
 */
public final class Dsse {
    /** Of the payload. Not registered with IANA. */
    static final String TYPE = "application/vnd.parley.statement+json";

    private Dsse() {}

    /**
     * The envelope.
     *
     * @param name of the statement, its id or local name
     * @param offices who signs it; as many as the party's card asks for
     * @throws ParleyException {@code REFUSED} when another party said it, or its body is not here
     */
    public static byte[] of(NodeHome home, String name, List<String> offices) {
        Roster roster = home.readRoster();
        Ed25519 ed25519 = new BouncyEd25519();
        KeyRing keys = KeyRing.read(home.keys(), ed25519);
        byte[] payload;
        KeyRing speaking;
        try (LogStore store = NodeStore.openToRead(home)) {
            Logbook book =
                    Logbook.of(store, roster, new Readers(store, roster, keys.readers()), ed25519);
            book.refresh();
            // The keys that would sign the next entry: a change of keys counts from its own.
            long next = store.signed(roster.ownCard().origin());
            speaking = keys.of(roster.cardAt(roster.own(), next).orElseThrow());
            OwnKeys.requireOfficers(roster, speaking, offices);
            Entry entry = book.required(name);
            payload = payload(home, roster, book, entry);
        }
        List<Json> signatures = new ArrayList<>();
        for (String office : offices) {
            signatures.add(signature(speaking.office(office), payload));
        }
        return CanonicalJson.write(
                Json.object(
                        Map.of(
                                "payload", Json.text(base64(payload)),
                                "payloadType", Json.text(TYPE),
                                "signatures", Json.array(signatures.toArray(Json[]::new)))));
    }

    private static byte[] payload(NodeHome home, Roster roster, Logbook book, Entry entry) {
        if (!entry.party().equals(roster.own()) || !entry.counts()) {
            throw new ParleyException(
                    Code.REFUSED,
                    Place.of(entry.ref()),
                    "an office signs only what its own party said",
                    "ask " + entry.party() + " for an envelope, or hand on the proof");
        }
        Json.Obj body =
                book.body(entry)
                        .orElseThrow(() ->
                                new ParleyException(
                                        Code.REFUSED,
                                        Place.of(entry.ref()),
                                        "its body was erased, or is not here",
                                        "without it there is nothing to sign"));
        Map<String, Json> members = new TreeMap<>();
        members.put("body", body);
        members.put("header", entry.text().header());
        members.put("id", Json.text(entry.name()));
        if (home.agreement().agreement().exercise()) {
            members.put("exercise", Json.text("EXERCISE 演练"));
        }
        return CanonicalJson.write(Json.object(members));
    }

    /** What is signed, so that no payload can be taken for one of another type. */
    private static String preAuthenticated(byte[] payload) {
        return String.format(
                Locale.ROOT,
                "DSSEv1 %d %s %d %s",
                TYPE.length(),
                TYPE,
                payload.length,
                new String(payload, StandardCharsets.UTF_8));
    }

    private static Json signature(SignerKey key, byte[] payload) {
        byte[] bare = key.sign(preAuthenticated(payload)).signature();
        return Json.object(
                Map.of(
                        "keyid", Json.text(key.verifier().format()),
                        "sig", Json.text(base64(bare))));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
