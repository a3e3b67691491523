// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.document.DocumentReader;
import org.parley.document.ReadDocument;
import org.parley.review.Quoted;
import org.parley.review.Reviewed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

class MarkedTextTest {
    private static final ReadDocument DOCUMENT =
            DocumentReader.read(
                    "EXERCISE\n\nArden met Borel \uD83D\uDD4A in Geneva on Monday.\n"
                            .getBytes(StandardCharsets.UTF_8),
                    "talks.txt");

    private static Reviewed.Claim claim(String words, boolean stands) {
        int at = DOCUMENT.raw().indexOf(words);
        int from = DOCUMENT.raw().codePointCount(0, at);
        int to = from + words.codePointCount(0, words.length());
        Quoted quote = new Quoted(words, DOCUMENT.id(), DOCUMENT.name(), from, to, words);
        return new Reviewed.Claim(
                words,
                quote,
                Optional.empty(),
                Map.of(),
                Set.of(),
                Set.of(),
                Reviewed.State.OPEN,
                Optional.empty(),
                Optional.empty(),
                stands);
    }

    private static List<MarkedText.Piece> pieces(Reviewed.Claim... claims) {
        return MarkedText.of(DOCUMENT, List.of(claims)).paragraphs().getLast().pieces();
    }

    private static String inside(List<MarkedText.Piece> pieces, int number) {
        return pieces.stream()
                .filter(piece -> piece.inside().contains(number))
                .map(MarkedText.Piece::text)
                .collect(Collectors.joining());
    }

    @Test
    void claimsThatLieInOneAnotherAndOverlapAreAllMarked() {
        List<MarkedText.Piece> pieces =
                pieces(
                        claim("Arden met Borel \uD83D\uDD4A in Geneva", true),
                        claim("Borel", true),
                        claim("\uD83D\uDD4A in Geneva on Monday", true));
        assertThat(inside(pieces, 1)).isEqualTo("Arden met Borel \uD83D\uDD4A in Geneva");
        assertThat(inside(pieces, 2)).isEqualTo("Borel");
        assertThat(inside(pieces, 3)).isEqualTo("\uD83D\uDD4A in Geneva on Monday");
        assertThat(pieces.stream().flatMap(piece -> piece.begin().stream()))
                .containsExactly(1, 2, 3);
        assertThat(pieces.stream().map(MarkedText.Piece::text).collect(Collectors.joining()))
                .isEqualTo("Arden met Borel \uD83D\uDD4A in Geneva on Monday.");
        MarkedText.Piece both =
                pieces.stream()
                        .filter(piece -> piece.inside().size() > 1)
                        .findFirst()
                        .orElseThrow();
        assertThat(both.inside()).as("the shortest first").containsExactly(2, 1);
    }

    @Test
    void wordsThatDoNotStandAreNotMarked() {
        assertThat(inside(pieces(claim("Borel", false)), 1)).isEmpty();
    }
}
