// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ParleyException;
import org.parley.document.DocumentReader;
import org.parley.extraction.reading.Extractor;
import org.parley.testing.Randomly;
import org.parley.testing.Source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What holds for any text, sensible or not. */
class AnyTextTest {
    private static final Extractor EXTRACTOR = new Extractor(LexiconFilesTest.shipped());
    private static final int LONG = 1_000_000;
    private static final int MANY = 8_000;
    private static final List<String> SHREDS =
            List.of(
                    "中国",
                    "俄罗斯",
                    "美国",
                    "Russia",
                    "the United States",
                    "将",
                    "于",
                    "周一",
                    "下周",
                    "2022年8月",
                    "Feb. 5, 2011",
                    "99月99日",
                    "2月30日",
                    "13月",
                    "500",
                    "枚",
                    "核弹头",
                    "nuclear warheads",
                    "1,5,0",
                    "万亿",
                    "至",
                    "-",
                    "分别",
                    "respectively",
                    "《新削减战略武器条约》",
                    "《",
                    "》",
                    "New START",
                    "暂停",
                    "退出",
                    "suspended",
                    "会谈",
                    "talks",
                    "“",
                    "”",
                    "\"",
                    "（",
                    "(",
                    ")",
                    "，",
                    "。",
                    ". ",
                    ", ",
                    "表示",
                    "said",
                    "据",
                    "according to",
                    "报道",
                    "发言人",
                    "spokesman",
                    "①",
                    "<sup>1</sup>",
                    "**",
                    "# ",
                    "\n",
                    "\n\n",
                    "> ",
                    "- ",
                    "|",
                    "<p>",
                    "</p>",
                    "&amp;",
                    "&#x0;",
                    "·",
                    "\u200b",
                    "𠀀",
                    "\ud800");

    private static List<FoundClaim> claims(String text, String name) {
        return EXTRACTOR
                .extract(
                        DocumentReader.read(text.getBytes(StandardCharsets.UTF_8), name),
                        Optional.of(LocalDate.of(2023, 11, 2)))
                .claims();
    }

    private static String shreds(Source random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.ints(0, 60); i > 0; i--) {
            text.append(random.oneIn(12) ? random.string() : random.pick(SHREDS));
        }
        return text.toString();
    }

    /** Whether bytes are refused, with one clear message, because they are mostly control signs. */
    private static boolean isRefused(byte[] raw, String name) {
        try {
            DocumentReader.read(raw, name);
            return false;
        } catch (ParleyException e) {
            assertThat(e).hasMessageContaining("this is no text");
            return true;
        }
    }

    @Test
    void shredsInAnyOrderAreReadAndEveryQuoteStandsAtItsPlace() {
        int[] quotes = new int[1];
        Randomly.check(
                600,
                random -> {
                    String name = "text." + random.pick("md", "txt", "html");
                    byte[] raw = shreds(random).getBytes(StandardCharsets.UTF_8);
                    String decoded = new String(raw, StandardCharsets.UTF_8);
                    // A byte order mark says how to read what follows, and is no part of it.
                    String text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
                    if (isRefused(raw, name)) {
                        assertThat(text).containsPattern("[\\p{Cc}&&[^\\s]]");
                        return;
                    }
                    for (FoundClaim claim : claims(text, name)) {
                        FoundClaim.Anchor anchor = claim.anchor();
                        assertThat(
                                        text.substring(
                                                text.offsetByCodePoints(0, anchor.from()),
                                                text.offsetByCodePoints(0, anchor.to())))
                                .isEqualTo(anchor.exact());
                        assertThat(claim.certainty()).isBetween(0, 100);
                        quotes[0]++;
                    }
                    EXTRACTOR.explain(DocumentReader.read(raw, name), Optional.empty());
                });
        assertThat(quotes[0]).isPositive();
    }

    @Test
    void traditionalCharactersGiveTheClaimsOfSimplifiedOnes() throws IOException {
        String simple = "罗条约战杀弹头国签会谈华顿举缔术导级举机对话实东议将称马试验总统发宣暂废达飞军";
        String traditional = "羅條約戰殺彈頭國簽會談華頓舉締術導級舉機對話實東議將稱馬試驗總統發宣暫廢達飛軍";
        assertThat(traditional).hasSameSizeAs(simple);
        int changed = 0;
        for (String line : Files.readAllLines(Path.of("src/test/resources/extraction/said.txt"))) {
            if (line.isBlank() || "#=".indexOf(line.charAt(0)) >= 0 || line.charAt(0) < 0x2e80) {
                continue;
            }
            StringBuilder other = new StringBuilder(line);
            for (int i = 0; i < line.length(); i++) {
                int at = simple.indexOf(line.charAt(i));
                other.setCharAt(i, at < 0 ? line.charAt(i) : traditional.charAt(at));
            }
            changed += other.toString().equals(line) ? 0 : 1;
            assertThat(SaidTest.shown(other.toString()))
                    .as("%s", other)
                    .isEqualTo(SaidTest.shown(line));
        }
        assertThat(changed).isGreaterThan(30);
    }

    /** No assertion on time: a search that runs away would never come back from these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", "A", "1", "一", "·", "中", "（", "(", "《", "“", "\"", "[", "<", "*", "-", ".",
                ",", "，", " ", "\n", "a ", "1,", "1 ", "1-", "A. ", "罗·", "将", "据", "said ",
                "Russia ", "中国和", "500枚", "周一", "<p>", "![](", "2022年", "Feb. ", "No. ", "核", "的",
                "①"
            })
    void manyOfOneSignEnd(String sign) {
        String text = sign.repeat(MANY / sign.length());
        assertThat(claims(text, "text.md")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "一", "(", "<", "，"})
    void aMillionCharactersOfOneSignEnd(String sign) {
        assertThat(claims(sign.repeat(LONG), "text.md")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"()", "（）", "《》", "“”", "[]", "「」"})
    void bracketsInBracketsInBracketsEnd(String pair) {
        String text = pair.substring(0, 1).repeat(LONG / 2) + pair.substring(1).repeat(LONG / 2);
        assertThat(claims(text, "text.txt")).isEmpty();
    }

    @Test
    void oneSentenceOfManyClaimsEndsAndGivesThem() {
        String text = "俄罗斯宣布暂停履行《新削减战略武器条约》，".repeat(200) + "完。";
        assertThat(claims(text, "text.txt")).isNotEmpty();
    }
}
