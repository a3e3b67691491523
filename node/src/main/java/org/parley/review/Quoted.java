// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.document.ReadDocument;
import org.parley.extraction.FoundClaim;
import org.parley.proof.canonical.Json;

import java.util.Optional;

/**
 * The words that a decision is about. They are looked for where they stood and nowhere else: words
 * that merely resemble them are other words.
 *
 * @param claim id of the claim that was found in them
 * @param document hash of the bytes of the document
 * @param name of the document, so that a changed one can be told from a missing one
 * @param from in code points of the raw text, as in {@link FoundClaim.Anchor}
 * @param exact the words, as a statement can hold them, see {@link #written}
 */
public record Quoted(String claim, String document, String name, int from, int to, String exact) {
    private static final int REPLACEMENT = 0xfffd;

    static Quoted of(FoundClaim claim, ReadDocument document) {
        FoundClaim.Anchor anchor = claim.anchor();
        return new Quoted(
                claim.id(),
                document.id(),
                document.name(),
                anchor.from(),
                anchor.to(),
                written(anchor.exact()));
    }

    /** Whether these very words stand at this very place. */
    boolean standsIn(ReadDocument read) {
        return read.id().equals(document)
                && passage(read.raw(), from, to).map(Quoted::written).equals(Optional.of(exact));
    }

    /** The raw text between two places counted in code points; empty where there are none. */
    public static Optional<String> passage(String raw, int from, int to) {
        int length = raw.codePointCount(0, raw.length());
        if (from < 0 || from > to || to > length) {
            return Optional.empty();
        }
        // Most texts have no character beyond the first plane: there both counts are the same.
        int first = length == raw.length() ? from : raw.offsetByCodePoints(0, from);
        int last = length == raw.length() ? to : raw.offsetByCodePoints(first, to - from);
        return Optional.of(raw.substring(first, last));
    }

    /** In normal form C, with a mark for what canonical JSON does not hold. */
    static String written(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .forEach(point -> {
                    boolean lone =
                            point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
                    boolean unassigned = Character.getType(point) == Character.UNASSIGNED;
                    kept.appendCodePoint(lone || unassigned ? REPLACEMENT : point);
                });
        return Json.text(kept.toString()).text();
    }
}
