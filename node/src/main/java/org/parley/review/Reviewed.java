// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.document.ReadDocument;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.reading.Extractor;
import org.parley.extraction.reading.Extractor.Extraction;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The claims of one document as they stand after what reviewers decided: a pure fold. About one
 * claim the last decision counts; decisions about different claims may come in any order.
 *
 * @param claims in the order of the text
 * @param lost decisions whose words do not stand where they stood, or that nothing found any more
 *     answers to; they count for nothing and are never tied to words that look alike
 * @param anchor the day that a reviewer gave the text
 * @param links by the name in this document: the person or party it is
 */
public record Reviewed(
        Extraction extraction,
        List<Claim> claims,
        List<Lost> lost,
        Optional<Decided> anchor,
        Map<String, Decided> links) {

    public Reviewed {
        claims = List.copyOf(claims);
        lost = List.copyOf(lost);
        links = Collections.unmodifiableMap(new TreeMap<>(links));
    }

    /** What became of a claim. */
    public enum State {
        OPEN,
        ACCEPTED,
        EDITED,
        REJECTED,
        MERGED,

        /** No rule found it; a model proposed it, and nobody decided. It counts for nothing. */
        PROPOSED;

        /** As written in files and addresses. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A claim as reviewed.
     *
     * @param found what the rules find today; empty where they found it only when it was accepted
     * @param slots what it says, after edits
     * @param set what the reviewer put in other words
     * @param changed what the rules now say otherwise than when it was decided
     * @param decided by whom and when, where somebody decided
     * @param into the claim that stands for it, if it is merged
     * @param stands whether its words stand where they are said to stand
     */
    public record Claim(
            String id,
            Quoted quote,
            Optional<FoundClaim> found,
            Map<Slot, String> slots,
            Set<Slot> set,
            Set<Slot> changed,
            State state,
            Optional<Decided> decided,
            Optional<String> into,
            boolean stands) {
        public Claim {
            slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
            set = Set.copyOf(set);
            changed = Set.copyOf(changed);
        }

        public String slot(Slot slot) {
            return slots.getOrDefault(slot, "");
        }

        /** Who says so, outermost first. */
        public List<Decision.Speaker> chain() {
            return found.map(Reviewed::chain)
                    .orElseGet(() ->
                            decided.map(Decided::decision)
                                    .map(one ->
                                            one instanceof Decision.Accept accept
                                                    ? accept.chain()
                                                    : List.<Decision.Speaker>of())
                                    .orElse(List.of()));
        }
    }

    /** A decision that counts for nothing here, and why. */
    public record Lost(Decided decided, Why why) {
        /** What is missing. */
        public enum Why {
            /** A document of this name has other bytes now. */
            OTHER_DOCUMENT,
            /** Other words stand at the place. */
            OTHER_WORDS,
            /** The words stand, and nothing is found in them any more. */
            NOT_FOUND
        }
    }

    /**
     * Reads a document, from the day that reviewers gave it if they did, and applies what they
     * decided.
     */
    public static Reviewed of(Extractor extractor, ReadDocument document, List<Decided> decisions) {
        return of(
                document,
                decisions,
                day -> extractor.extract(document, day.or(() -> Extractor.anchor(document))));
    }

    /** How a document is read from the day that reviewers gave it, or from its own. */
    interface Reading {
        Extraction from(Optional<LocalDate> day);
    }

    static Reviewed of(ReadDocument document, List<Decided> decisions, Reading reading) {
        Optional<LocalDate> day =
                anchor(document, decisions).map(one -> ((Decision.Anchor) one.decision()).day());
        return of(reading.from(day), decisions);
    }

    /** Over what was read from the day that was decided. */
    static Reviewed of(Extraction extraction, List<Decided> decisions) {
        return new Fold(extraction).over(decisions);
    }

    static Optional<Decided> anchor(ReadDocument document, List<Decided> decisions) {
        return decisions.stream()
                .filter(one ->
                        one.decision() instanceof Decision.Anchor
                                && one.decision().document().equals(document.id()))
                .reduce((before, after) -> after);
    }

    static List<Decision.Speaker> chain(FoundClaim found) {
        return found.chain().stream()
                .map(voice ->
                        new Decision.Speaker(
                                Quoted.written(voice.by()), voice.type().word(), voice.of()))
                .toList();
    }

    /**
     * The claim with this id.
     *
     * @throws ParleyException {@code NOT_FOUND}
     */
    public Claim claim(String id) {
        return find(id).orElseThrow(() ->
                new ParleyException(
                        Code.NOT_FOUND,
                        Place.of("claim"),
                        Text.of(
                                "this document has no claim \"" + shortened(id) + "\"",
                                "此文件没有说法“" + shortened(id) + "”"),
                        Text.of("see the list of its claims", "见其说法列表")));
    }

    private static String shortened(String id) {
        return id.substring(0, Math.min(20, id.length()));
    }

    /** By its id, or by an unambiguous beginning of it. */
    public Optional<Claim> find(String id) {
        List<Claim> all = claims.stream().filter(one -> one.id().startsWith(id)).toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /**
     * What the document says for those who go on from here: the claims in the reviewers' words,
     * without those that were rejected, for which another stands, or that are only proposed.
     */
    public Extraction standing() {
        List<FoundClaim> standing =
                claims.stream()
                        .filter(one ->
                                one.state() != State.REJECTED
                                        && one.state() != State.MERGED
                                        && one.state() != State.PROPOSED)
                        .map(one -> Standing.of(one, name -> Fold.linked(links, name)))
                        .toList();
        return new Extraction(extraction.document(), standing, extraction.anchor());
    }

    /** How many claims there are, without those that are only proposed. */
    public int size() {
        return (int) (claims.size() - count(State.PROPOSED));
    }

    public long count(State state) {
        return claims.stream().filter(one -> one.state() == state).count();
    }

    /** Whether nobody knows its day. */
    public boolean isUndated() {
        return extraction.anchor().isEmpty();
    }
}
