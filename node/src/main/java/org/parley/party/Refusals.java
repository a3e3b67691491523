// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What a node refused lately, for people to look at. Nothing of it was taken; it is a note and no
 * finding, for an honest node with an old roster is refused too. Not thread safe; the node's lock
 * guards it.
 */
public final class Refusals {
    private static final int KEPT_MAX = 100;
    private static final int WORDS_MAX = 300;

    private final Deque<Refusal> kept = new ArrayDeque<>();

    /**
     * One thing that was refused, however often it came.
     *
     * @param peer from whom; {@code ?} for somebody unknown
     * @param what was refused: a path, an entry, a round
     */
    public record Refusal(
            String peer, String what, String why, Instant first, Instant last, long times) {}

    /** Notes one. The newest is kept last; of more than 100 the oldest is forgotten. */
    void add(String peer, String what, String why, Instant now) {
        String words = why.strip();
        String shown = words.substring(0, Math.min(WORDS_MAX, words.length()));
        Refusal fresh = new Refusal(peer, what, shown, now, now, 1);
        for (Refusal one : kept) {
            if (one.peer().equals(peer) && one.what().equals(what) && one.why().equals(shown)) {
                fresh = new Refusal(peer, what, shown, one.first(), now, one.times() + 1);
                kept.remove(one);
                break;
            }
        }
        kept.addLast(fresh);
        if (kept.size() > KEPT_MAX) {
            kept.removeFirst();
        }
    }

    List<Refusal> all() {
        return List.copyOf(kept);
    }
}
