// SPDX-License-Identifier: Apache-2.0
package org.parley.login;

import org.parley.proof.canonical.Hash;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is logged in. Only hashes of the words in cookies are kept, and only in memory: with the
 * process all sessions end. Of too many the oldest ends. Thread safe.
 */
final class Sessions {
    static final Duration LIFE = Duration.ofHours(8);
    static final Duration IDLE = Duration.ofMinutes(30);
    private static final int OPEN_MAX = 256;
    private static final int OF_ONE_MAX = 4;
    private static final int WORD_BYTES = 32;
    private static final int WORD_LENGTH_MAX = 64;

    /**
     * A session.
     *
     * @param passkey that opened it: who has another one now is somebody else
     * @param form a word that forms of this session carry, and no other site can know
     */
    record Session(String name, String passkey, String form, Instant until, Instant used) {
        boolean isOpen(Instant now) {
            return now.isBefore(until) && now.isBefore(used.plus(IDLE));
        }
    }

    private final Map<Hash, Session> open = new LinkedHashMap<>();
    private final InstantSource clock;
    private final SecureRandom chance;

    Sessions(InstantSource clock, SecureRandom chance) {
        this.clock = clock;
        this.chance = chance;
    }

    /** Opens one under a new word; no word that somebody brings ever becomes a session. */
    synchronized String open(Person person) {
        Instant now = clock.instant();
        open.values().removeIf(session -> !session.isOpen(now));
        List<Hash> own =
                open.entrySet().stream()
                        .filter(one -> one.getValue().name().equals(person.name()))
                        .map(Map.Entry::getKey)
                        .toList();
        if (own.size() >= OF_ONE_MAX) {
            open.remove(own.getFirst());
        }
        if (open.size() >= OPEN_MAX) {
            open.remove(open.keySet().iterator().next());
        }
        String word = word();
        open.put(
                hash(word),
                new Session(person.name(), person.passkey().id(), word(), now.plus(LIFE), now));
        return word;
    }

    private String word() {
        byte[] random = new byte[WORD_BYTES];
        chance.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static Hash hash(String word) {
        return Hash.of(word.getBytes(StandardCharsets.UTF_8));
    }

    synchronized Optional<Session> find(String word) {
        if (word.length() > WORD_LENGTH_MAX) {
            return Optional.empty();
        }
        Hash hash = hash(word);
        Instant now = clock.instant();
        Session session = open.get(hash);
        if (session == null || !session.isOpen(now)) {
            open.remove(hash);
            return Optional.empty();
        }
        open.put(
                hash,
                new Session(
                        session.name(), session.passkey(), session.form(), session.until(), now));
        return Optional.of(session);
    }

    synchronized void end(String word) {
        open.remove(hash(word));
    }
}
