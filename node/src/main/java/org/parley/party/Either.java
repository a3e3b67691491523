// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.record.Folders;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A command is for the node that runs, or for nobody but itself. In between, a node that is only
 * just starting has its store and no door yet: it is waited for, for a bounded time. Stateless.
 */
public final class Either {
    /** A node starts within seconds, and checks a million entries in one. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final int TRIES_MAX = 100;

    private Either() {}

    /**
     * Has the node that runs do it, or opens one for this alone.
     *
     * @param ask of a running node; empty when none answers
     * @param alone closes what it is given
     * @throws ParleyException {@code UNAVAILABLE} when somebody has the store and answers nothing
     */
    public static String of(
            NodeHome home,
            InstantSource clock,
            SecureRandom chance,
            Supplier<Optional<String>> ask,
            Function<RunningNode, String> alone) {
        return of(home, ask, () -> RunningNode.open(home, clock, chance), alone, TRIES_MAX);
    }

    static <T> String of(
            NodeHome home,
            Supplier<Optional<String>> ask,
            Supplier<T> open,
            Function<T, String> alone,
            int tries) {
        for (int i = 0; ; i++) {
            Optional<String> told = ask.get();
            if (told.isPresent()) {
                return told.get();
            }
            Optional<T> opened = opened(home, open, i + 1 >= tries);
            if (opened.isPresent()) {
                return alone.apply(opened.get());
            }
            pause();
        }
    }

    static <T> String of(
            NodeHome home,
            Supplier<Optional<String>> ask,
            Supplier<T> open,
            Function<T, String> alone) {
        return of(home, ask, open, alone, TRIES_MAX);
    }

    /** Empty when another process has the store. */
    private static <T> Optional<T> opened(NodeHome home, Supplier<T> open, boolean last) {
        try {
            return Optional.of(open.get());
        } catch (ParleyException e) {
            // A database takes many; what it cannot do is no matter of waiting.
            if (e.code() != Code.UNAVAILABLE || home.settings().store().isPresent()) {
                throw e;
            }
            if (last) {
                throw new ParleyException(
                        Code.UNAVAILABLE,
                        Place.of(Folders.shown(home.path())),
                        "another process works on this node and takes no commands: a node that is"
                                + " still starting, or a long command",
                        "nothing was done; say it again when that one is ready or has ended");
            }
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ParleyException(
                    Code.UNAVAILABLE, Place.of("node"), "interrupted", "nothing was done");
        }
    }
}
