// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is spoken of.
 *
 * @param thing id of a mechanism, or of a topic that is none
 * @param whose parties whose matter it is; empty where it is nobody's in particular
 * @param event which of several, where that is known: {@code call-2024}
 * @param only whether it is said of these parties and of no other
 */
public record Subject(
        String thing, Aspect aspect, List<String> whose, Optional<String> event, boolean only) {

    public Subject {
        whose = List.copyOf(whose);
    }

    /** The same of these parties, where it does not name its own. */
    Subject of(List<String> parties) {
        return whose.isEmpty() ? new Subject(thing, aspect, parties, event, only) : this;
    }

    /** Same thing, same matter, a party in common, and not known to be two events. */
    boolean isLike(Subject other) {
        return thing.equals(other.thing)
                && aspect.family().equals(other.aspect.family())
                && (only || other.only || sharesParty(other))
                && (event.isEmpty() || other.event.isEmpty() || event.equals(other.event));
    }

    boolean sharesParty(Subject other) {
        return whose.isEmpty()
                || other.whose.isEmpty()
                || !Collections.disjoint(Set.copyOf(whose), other.whose);
    }

    /** Whether both speak of one and the same event, not perhaps of two. */
    boolean isSameEvent(Subject other) {
        return aspect == other.aspect
                && (aspect.repeats()
                        ? event.isPresent() && event.equals(other.event)
                        : event.isEmpty() || other.event.isEmpty() || event.equals(other.event));
    }
}
