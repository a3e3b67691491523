// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.document.Block;
import org.parley.document.NoteMark;
import org.parley.document.ReadDocument;
import org.parley.extraction.FoundClaim;
import org.parley.review.Reviewed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A document's text cut where claims begin and end, so that claims which lie in one another or
 * overlap can all be seen. Only text: no mark-up of the document survives its reading.
 *
 * @param paragraphs in the order of the text
 */
record MarkedText(List<Paragraph> paragraphs) {
    MarkedText {
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * One block of the text.
     *
     * @param repeats the block whose words it repeats; -1 if none
     */
    record Paragraph(int index, Block.Kind kind, int repeats, List<Piece> pieces) {}

    /**
     * Text without a border in it.
     *
     * @param inside numbers of the claims it belongs to, the shortest first
     * @param begin numbers of the claims that begin with it
     * @param note the block of the footnote that is called before it; -1 if none
     */
    record Piece(String text, List<Integer> inside, List<Integer> begin, int note) {}

    /** Where a claim stands in the read text. */
    private record Span(int from, int to, int number) {
        int length() {
            return to - from;
        }
    }

    /**
     * @param claims numbered from 1 in this order
     */
    static MarkedText of(ReadDocument document, List<Reviewed.Claim> claims) {
        List<Span> spans = spans(document, claims);
        List<Paragraph> paragraphs = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < document.blocks().size(); i++) {
            Block block = document.blocks().get(i);
            paragraphs.add(
                    new Paragraph(
                            i,
                            block.kind(),
                            block.repeats(),
                            pieces(document, block, before, spans)));
            before = block.to();
        }
        return new MarkedText(paragraphs);
    }

    private static List<Span> spans(ReadDocument document, List<Reviewed.Claim> claims) {
        Places places = new Places(document);
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Reviewed.Claim claim = claims.get(i);
            if (!claim.stands()) {
                continue;
            }
            Optional<FoundClaim.Anchor> anchor = claim.found().map(FoundClaim::anchor);
            Optional<String> shown = anchor.map(FoundClaim.Anchor::shown);
            spans.add(places.span(claim.quote().from(), claim.quote().to(), shown, i + 1));
            for (int[] again : anchor.map(FoundClaim.Anchor::alsoAt).orElse(List.of())) {
                spans.add(places.span(again[0], again[1], shown, i + 1));
            }
        }
        return spans;
    }

    /**
     * From code points of the raw text to characters of the text that was read. A reader may take a
     * footnote out of the sentence that it interrupts, so what stands later in the one may stand
     * earlier in the other.
     */
    private static final class Places {
        private static final int HALF = 32;

        private final String raw;
        private final String text;
        private final boolean oneEach;

        /** Where a character stood in the raw text, and which it is; ascending. */
        private final long[] byPlace;

        Places(ReadDocument document) {
            this.raw = document.raw();
            this.text = document.text().value();
            this.oneEach = raw.codePointCount(0, raw.length()) == raw.length();
            this.byPlace = new long[text.length()];
            for (int i = 0; i < byPlace.length; i++) {
                byPlace[i] = (long) document.text().rawFrom(i) << HALF | i;
            }
            Arrays.sort(byPlace);
        }

        /**
         * @param shown the words as they were read; without them the span ends where the quote does
         */
        Span span(int from, int to, Optional<String> shown, int number) {
            int first = read(from);
            int last =
                    shown.filter(words -> text.startsWith(words, first))
                            .map(words -> first + words.length())
                            .orElseGet(() -> Math.max(first, read(to)));
            return new Span(first, last, number);
        }

        /** The first character that stood at this place of the raw text or behind it. */
        private int read(int codePoints) {
            long place = oneEach ? codePoints : raw.offsetByCodePoints(0, codePoints);
            int at = Arrays.binarySearch(byPlace, place << HALF);
            int next = at < 0 ? -at - 1 : at;
            return next == byPlace.length ? text.length() : (int) byPlace[next];
        }
    }

    private static List<Piece> pieces(
            ReadDocument document, Block block, int before, List<Span> spans) {
        String text = document.text().value();
        List<Span> here =
                spans.stream()
                        .filter(span -> span.from() < block.to() && span.to() > block.from())
                        .sorted(
                                Comparator.comparingInt(Span::length)
                                        .thenComparingInt(Span::number))
                        .toList();
        TreeSet<Integer> borders = new TreeSet<>(List.of(block.from(), block.to()));
        for (Span span : here) {
            borders.add(Math.max(block.from(), span.from()));
            borders.add(Math.min(block.to(), span.to()));
        }
        List<NoteMark> notes =
                document.notes().stream()
                        .filter(note -> note.at() >= block.from() && note.at() < block.to())
                        .toList();
        notes.forEach(note -> borders.add(note.at()));
        List<Integer> at = List.copyOf(borders);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i + 1 < at.size(); i++) {
            int from = at.get(i);
            int to = at.get(i + 1);
            pieces.add(
                    new Piece(
                            text.substring(from, to),
                            here.stream()
                                    .filter(span -> span.from() <= from && span.to() >= to)
                                    .map(Span::number)
                                    .distinct()
                                    .toList(),
                            here.stream()
                                    .filter(span ->
                                            span.from() >= before
                                                    && Math.max(block.from(), span.from()) == from)
                                    .map(Span::number)
                                    .distinct()
                                    .sorted()
                                    .toList(),
                            notes.stream()
                                    .filter(note -> note.at() == from)
                                    .map(NoteMark::block)
                                    .findFirst()
                                    .orElse(-1)));
        }
        return pieces;
    }
}
