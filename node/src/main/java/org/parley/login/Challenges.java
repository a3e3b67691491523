// SPDX-License-Identifier: Apache-2.0
package org.parley.login;

import org.parley.proof.canonical.Hash;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was given to browsers to be signed: each is taken once, for what it was given for, and not
 * for long. Of too many the oldest is forgotten. Thread safe.
 */
final class Challenges {
    private static final int BYTES = 32;
    private static final int OPEN_MAX = 1_000;

    /** As long as the browser's own question stays open. */
    static final Duration VALID = Duration.ofMinutes(5);

    /** A registration's link; nothing for a login. */
    private record Given(Optional<Hash> link, Instant until) {}

    private final Map<Hash, Given> open = new LinkedHashMap<>();
    private final InstantSource clock;
    private final SecureRandom chance;

    Challenges(InstantSource clock, SecureRandom chance) {
        this.clock = clock;
        this.chance = chance;
    }

    synchronized byte[] give(Optional<Hash> link) {
        byte[] challenge = new byte[BYTES];
        chance.nextBytes(challenge);
        if (open.size() >= OPEN_MAX) {
            open.remove(open.keySet().iterator().next());
        }
        open.put(Hash.of(challenge), new Given(link, clock.instant().plus(VALID)));
        return challenge;
    }

    /** Whether it was given for this, lately, and is taken for the first time. */
    synchronized boolean take(byte[] challenge, Optional<Hash> link) {
        Given given = open.remove(Hash.of(challenge));
        return given != null
                && given.link().equals(link)
                && clock.instant().isBefore(given.until());
    }
}
