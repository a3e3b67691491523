// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Whatever is in a document, every character of its text has its place in the source. */
final class PlacesTest {
    private static final List<String> PIECES =
            List.of(
                    "阿登外交部",
                    "签署條約",
                    "，",
                    "。",
                    ",",
                    ".",
                    " ",
                    "  ",
                    "\n",
                    "\n\n",
                    "\r\n",
                    "　　",
                    "500",
                    "5 428 枚",
                    "①",
                    "<sup>②</sup>",
                    "¹²",
                    "[1]",
                    "[^a]",
                    "[^a]: note\n",
                    "**bold**",
                    "_em_",
                    "# ",
                    "## 一、",
                    "- item\n",
                    "> ",
                    "![](x.png)\n",
                    "&amp;",
                    "&lt;",
                    "&mdash;",
                    "&#x4E2D;",
                    "&copy",
                    "<p>",
                    "</p>",
                    "<br>",
                    "<div class=\"img_descr\">",
                    "</div>",
                    "<table><tr><td>",
                    "x<b>y",
                    "</table>",
                    "<script>s</script>",
                    "<!-- c -->",
                    "\u00AD",
                    "\u200B",
                    "\uE000",
                    "\uFDD0",
                    "㎞",
                    "e\u0301",
                    "\uD83D\uDE00",
                    "\uD840\uDC00",
                    "\uD800",
                    "(hé chá)",
                    "(Arden)",
                    "《新",
                    "”",
                    "inspec-\ntions",
                    "\f",
                    "12\n",
                    "---\n",
                    "作者丨某",
                    "https://example.org/2022-01-01/",
                    "|a|b|\n|-|-|\n",
                    "\\_",
                    "\t",
                    "\0",
                    "来源:某站 更新时间:2024-11-01 22:28:52\n",
                    "\uFFFD",
                    "ﬁ",
                    "½",
                    "Arden said so");

    @Test
    void everyCharacterOfRandomTextsHasItsPlace() {
        for (long seed = 0; seed < 4_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            if (random.nextInt(4) == 0) {
                text.append("---\ntitle: x\ndate: 2024-01-02\n---\n");
            }
            int pieces = random.nextInt(40);
            for (int i = 0; i < pieces; i++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String name = List.of("a.txt", "a.md", "a.html").get(random.nextInt(3));
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            try {
                Reading.checked(DocumentReader.read(bytes, name));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + " as " + name + ": " + text, e);
            }
        }
    }

    @Test
    void readingTwiceGivesTheSame() {
        byte[] bytes = String.join("", PIECES).getBytes(StandardCharsets.UTF_8);
        ReadDocument one = DocumentReader.read(bytes, "a.md");
        ReadDocument two = DocumentReader.read(bytes, "a.md");
        assertThat(one.blocks()).isEqualTo(two.blocks());
        assertThat(one.text().value()).isEqualTo(two.text().value());
        assertThat(one.metadata()).isEqualTo(two.metadata());
    }

    /** With {@code -Dparley.documents=FOLDER}, every file below it. */
    @Test
    void everyDocumentOfAFolderKeepsItsPlaces() throws IOException {
        String folder = System.getProperty("parley.documents", "");
        assumeTrue(!folder.isEmpty(), "no folder named");
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                ReadDocument read = DocumentReader.read(Files.readAllBytes(file), file.toString());
                assertThat(Reading.checked(read).blocks()).as(file.toString()).isNotEmpty();
            }
        }
    }
}
