// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.agreement.Agreement;
import org.parley.exchange.Sealing;
import org.parley.log.Event;
import org.parley.log.LogStore;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.note.StatementSignatures;
import org.parley.record.Wire;
import org.parley.statement.Kind;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Makes signed statements out of drafts. Not thread safe; the node's lock guards it. */
final class Speech {
    private static final int SALT_BYTES = 32;

    private final Agreement agreement;
    private final Supplier<KeyRing> keys;
    private final Readers readers;
    private final Sealing sealing;
    private final SecureRandom chance;
    private final InstantSource clock;

    Speech(
            Agreement agreement,
            Supplier<KeyRing> keys,
            Readers readers,
            SecureRandom chance,
            InstantSource clock) {
        this.agreement = agreement;
        this.keys = keys;
        this.readers = readers;
        this.sealing = new Sealing(chance);
        this.chance = chance;
        this.clock = clock;
    }

    /**
     * A statement, ready to be appended.
     *
     * @param body to be made durable with it
     */
    record Ready(StatementText text, Event.Body body) {}

    /** When it is now, to the second: what people write and read. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The statement without signatures, and its body. */
    Ready compose(Wire.Draft draft) {
        return compose(draft, Map.of());
    }

    /**
     * The same with more in the header.
     *
     * @param more what has to be read without the body
     */
    Ready compose(Wire.Draft draft, Map<String, Json> more) {
        boolean open = draft.audience().equals(Readers.PUBLIC);
        byte[] plain = CanonicalJson.write(open ? draft.body() : salted(draft.body()));
        if (plain.length > LogStore.BODY_BYTES_MAX / 2) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of("body"),
                    plain.length + " bytes",
                    "at most " + LogStore.BODY_BYTES_MAX / 2 + "; say it in parts");
        }
        Map<String, Json> header =
                new TreeMap<>(
                        Wire.header(agreement, draft, Hash.of(plain), now().toString()).members());
        header.putAll(more);
        byte[] file = plain;
        if (!open) {
            file =
                    sealing.seal(
                            plain, readers.readers(draft.audience(), draft.to(), now().toString()));
            header.put("sealed", Json.text(Hash.of(file).toString()));
        }
        return new Ready(
                StatementText.of(Json.object(header)), new Event.Body(Hash.of(file), file));
    }

    /** Words few enough to guess are not to be found by trying hashes. */
    private Json.Obj salted(Json.Obj body) {
        byte[] salt = new byte[SALT_BYTES];
        chance.nextBytes(salt);
        Map<String, Json> members = new TreeMap<>(body.members());
        members.put(Wire.SALT, Json.text(Base64.getEncoder().encodeToString(salt)));
        return Json.object(members);
    }

    /**
     * The same with the offices' signatures.
     *
     * @throws ParleyException {@code TOO_LARGE} when it is longer than an entry can be
     */
    Ready sign(Ready ready, List<String> offices) {
        StatementText text = ready.text();
        for (String office : offices) {
            text = StatementSignatures.sign(text, keys.get().office(office));
        }
        if (text.bytes().length > LogStore.ENTRY_BYTES_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of("statement"),
                    text.bytes().length + " bytes",
                    "its header may have " + LogStore.ENTRY_BYTES_MAX);
        }
        return new Ready(text, ready.body());
    }

    /** The same, signed by all offices of another ring and by none of the one in use. */
    Ready aboutKeys(String author, Json.Obj body, Map<String, Json> words, KeyRing ring) {
        Ready ready = aboutKeys(author, body, words, List.<String>of());
        StatementText text = ready.text();
        for (String office : ring.offices()) {
            text = StatementSignatures.sign(text, ring.office(office));
        }
        return new Ready(text, ready.body());
    }

    /** A statement about this party's keys; what it says stands in the header. */
    Ready aboutKeys(String author, Json.Obj body, Map<String, Json> words, List<String> offices) {
        Wire.Draft draft =
                new Wire.Draft(
                        author,
                        Kind.KEY,
                        Optional.empty(),
                        agreement.counterparts(author),
                        Optional.empty(),
                        Readers.PUBLIC,
                        body);
        return sign(compose(draft, words), offices);
    }

    /** The same signed by the offices of another ring too, where their keys are new. */
    static Ready alsoSigned(Ready ready, KeyRing before, KeyRing next) {
        StatementText text = ready.text();
        for (String office : next.offices()) {
            if (!next.office(office).verifier().equals(before.office(office).verifier())) {
                text = StatementSignatures.sign(text, next.office(office));
            }
        }
        return new Ready(text, ready.body());
    }

    /** What a node says by itself, to everybody who may know of it. */
    Ready own(String author, String kind, List<String> to, String audience, Json.Obj body) {
        Wire.Draft draft =
                new Wire.Draft(
                        author,
                        Kind.of(kind).orElseThrow(),
                        Optional.empty(),
                        to,
                        Optional.empty(),
                        audience,
                        body);
        return sign(compose(draft), List.of(KeyRing.DUTY));
    }
}
