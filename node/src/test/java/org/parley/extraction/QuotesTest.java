// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.document.DocumentReader;
import org.parley.extraction.reading.Extractor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Every claim stands on words that the raw text has, letter for letter. */
class QuotesTest {
    private static final Extractor EXTRACTOR = new Extractor(LexiconFilesTest.shipped());
    private static final List<String> PIECES =
            List.of(
                    "2022年8月，俄罗斯通知美国将暂时退出《新削减战略武器条约》的核查机制。",
                    "美俄分别拥有 5 428 枚和 5 977\n枚核弹头。",
                    "俄羅斯宣布暫停履行《新削減戰略武器條約》。",
                    "𠀀😀 天气很好。",
                    "Russia **revoked** its ratification of the CTBT in November 2023.",
                    "The United States &amp; China will hold arms control talks in Washington on"
                            + " Monday.",
                    "发言人汪文斌表示，中美将于下周在华盛顿举行司级军控和防扩散磋商。",
                    "New START expired on February 5.",
                    "报告<sup>①</sup>称，中国拥有约500枚核弹头。");

    private static String text(Random random, String format) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            text.append(format.equals("html") ? "<p>" + piece + "</p>\n" : piece + "\n\n");
        }
        return format.equals("html")
                ? "<html><body>\n" + text + "</body></html>\n"
                : text.toString();
    }

    private static List<FoundClaim> claims(String text, String format) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        return EXTRACTOR.extract(DocumentReader.read(raw, "text." + format)).claims();
    }

    @Test
    void everyQuoteIsTheRawTextAtItsPlace() {
        int quotes = 0;
        for (String format : List.of("md", "html", "txt")) {
            for (int seed = 0; seed < 40; seed++) {
                String text = text(new Random(seed), format);
                for (FoundClaim claim : claims(text, format)) {
                    FoundClaim.Anchor anchor = claim.anchor();
                    int from = text.offsetByCodePoints(0, anchor.from());
                    int to = text.offsetByCodePoints(0, anchor.to());
                    assertThat(text.substring(from, to))
                            .as("seed %d, %s", seed, format)
                            .isEqualTo(anchor.exact());
                    assertThat(text.substring(0, from)).endsWith(anchor.prefix());
                    assertThat(text.substring(to)).startsWith(anchor.suffix());
                    quotes++;
                }
            }
        }
        assertThat(quotes).isGreaterThan(400);
    }

    @Test
    void theSameBytesGiveTheSameClaimsInAnyNumberOfThreads() {
        List<String> one = new ArrayList<>();
        for (int seed = 0; seed < 40; seed++) {
            one.add(shown(seed));
        }
        List<String> many = IntStream.range(0, 40).parallel().mapToObj(QuotesTest::shown).toList();
        assertThat(many).isEqualTo(one);
        assertThat(one).anyMatch(shown -> shown.contains("suspend"));
    }

    private static String shown(int seed) {
        StringBuilder shown = new StringBuilder();
        for (FoundClaim claim : claims(text(new Random(seed), "md"), "md")) {
            shown.append(claim.id())
                    .append(claim.actors())
                    .append(claim.about())
                    .append(claim.chain())
                    .append(claim.anchor().exact())
                    .append('\n');
        }
        return shown.toString();
    }
}
