// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.document.Block;
import org.parley.document.NoteMark;
import org.parley.document.ReadDocument;
import org.parley.extraction.FoundClaim;
import org.parley.review.Reviewed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        for (int i = 0; i < document.blocks().size(); i++) {
            Block block = document.blocks().get(i);
            paragraphs.add(
                    new Paragraph(
                            i, block.kind(), block.repeats(), pieces(document, block, spans)));
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
            spans.add(places.span(claim.quote().from(), claim.quote().to(), i + 1));
            for (int[] again :
                    claim.found()
                            .map(FoundClaim::anchor)
                            .map(FoundClaim.Anchor::alsoAt)
                            .orElse(List.of())) {
                spans.add(places.span(again[0], again[1], i + 1));
            }
        }
        return spans;
    }

    /** From code points of the raw text to characters of the text that was read. */
    private static final class Places {
        private final ReadDocument document;
        private final String raw;
        private final boolean oneEach;
        private final int length;

        Places(ReadDocument document) {
            this.document = document;
            this.raw = document.raw();
            this.length = document.text().value().length();
            this.oneEach = raw.codePointCount(0, raw.length()) == raw.length();
        }

        Span span(int from, int to, int number) {
            return new Span(read(from), read(to), number);
        }

        /** The first character that stands at this place of the raw text or behind it. */
        private int read(int codePoints) {
            int place = oneEach ? codePoints : raw.offsetByCodePoints(0, codePoints);
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) / 2;
                if (document.text().rawFrom(middle) >= place) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }
    }

    private static List<Piece> pieces(ReadDocument document, Block block, List<Span> spans) {
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
                                    .filter(span -> Math.max(block.from(), span.from()) == from)
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
