// SPDX-License-Identifier: Apache-2.0
package org.parley.login;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often one address may knock. Of too many addresses the oldest is forgotten. Thread safe. */
final class Attempts {
    static final int MAX = 30;
    static final Duration WITHIN = Duration.ofMinutes(10);
    private static final int ADDRESSES_MAX = 10_000;
    private static final int NETWORK_BYTES = 8;

    private final Map<String, Deque<Instant>> made = new LinkedHashMap<>();
    private final InstantSource clock;

    Attempts(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Counts one.
     *
     * @throws ParleyException {@code UNAVAILABLE} when that is too many
     */
    synchronized void count(String address) {
        Instant now = clock.instant();
        Deque<Instant> times = made.computeIfAbsent(network(address), _ -> new ArrayDeque<>());
        while (!times.isEmpty() && times.peekFirst().plus(WITHIN).isBefore(now)) {
            times.removeFirst();
        }
        if (times.size() >= MAX) {
            throw new ParleyException(
                    Code.UNAVAILABLE,
                    Place.of("login"),
                    "too many attempts from this address",
                    "wait ten minutes");
        }
        times.addLast(now);
        if (made.size() > ADDRESSES_MAX) {
            made.remove(made.keySet().iterator().next());
        }
    }

    synchronized void forget(String address) {
        made.remove(network(address));
    }

    /** One owner has a whole /64 of IPv6 addresses. */
    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
