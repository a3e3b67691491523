// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.statement.Kind;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a reviewer decides. Each is a statement of a kind that there is, in a form of its own. */
public sealed interface Decision {

    /** The kind of statement that says it. */
    Kind kind();

    /** The form of that kind: {@code review/accept}. */
    String form();

    /** Hash of the document that it is about. */
    String document();

    /** Name of that document. */
    String name();

    /** A decision about the claims in certain words. */
    sealed interface OnClaim extends Decision {
        Quoted quote();

        @Override
        default String document() {
            return quote().document();
        }

        @Override
        default String name() {
            return quote().name();
        }
    }

    /**
     * The document does say so.
     *
     * @param slots what was found when it was accepted
     * @param chain who says so, outermost first
     * @param set what the reviewer put in other words; an empty text takes a slot away
     */
    record Accept(Quoted quote, Map<Slot, String> slots, List<Speaker> chain, Map<Slot, String> set)
            implements OnClaim {
        public Accept {
            slots = copy(slots);
            chain = List.copyOf(chain);
            set = copy(set);
        }

        @Override
        public Kind kind() {
            return Kind.CLAIM;
        }

        @Override
        public String form() {
            return set.isEmpty() ? "review/accept" : "review/edit";
        }

        /** What is claimed, in the reviewer's words where there are any. */
        Map<Slot, String> put(Map<Slot, String> found) {
            Map<Slot, String> all = new EnumMap<>(Slot.class);
            all.putAll(found);
            all.putAll(set);
            all.values().removeIf(String::isEmpty);
            return all;
        }
    }

    /** One voice of a chain, as a claim quotes it. */
    record Speaker(String who, String type, Optional<String> of) {}

    /** The document does not say so. */
    record Reject(Quoted quote, String why) implements OnClaim {
        @Override
        public Kind kind() {
            return Kind.DISPUTE;
        }

        @Override
        public String form() {
            return "review/reject";
        }
    }

    /**
     * Several claims say the same thing once.
     *
     * @param quote the one that stands for all
     */
    record Merge(Quoted quote, List<Quoted> others) implements OnClaim {
        public Merge {
            others = List.copyOf(others);
        }

        @Override
        public Kind kind() {
            return Kind.CLARIFY;
        }

        @Override
        public String form() {
            return "review/merge";
        }
    }

    /** What was decided about a claim before no longer holds; it is open. */
    record Reopen(Quoted quote) implements OnClaim {
        @Override
        public Kind kind() {
            return Kind.CLARIFY;
        }

        @Override
        public String form() {
            return "review/reopen";
        }
    }

    /** In this document this name is that person or party. */
    record Link(String document, String name, String called, String actor) implements Decision {
        @Override
        public Kind kind() {
            return Kind.CLARIFY;
        }

        @Override
        public String form() {
            return "review/link";
        }
    }

    /** The day of a text, from which its relative dates are reckoned. */
    record Anchor(String document, String name, LocalDate day, String why) implements Decision {
        @Override
        public Kind kind() {
            return Kind.CLARIFY;
        }

        @Override
        public String form() {
            return "review/anchor";
        }
    }

    private static Map<Slot, String> copy(Map<Slot, String> slots) {
        Map<Slot, String> copy = new EnumMap<>(Slot.class);
        copy.putAll(slots);
        return Collections.unmodifiableMap(copy);
    }
}
