// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.parley.document.DocumentReader;
import org.parley.extraction.LexiconFilesTest;
import org.parley.extraction.reading.Extractor;
import org.parley.lexicon.Lexicon;
import org.parley.record.Folders;
import org.parley.web.export.GoldJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a person found in documents is found again, and the score says so. */
class ScoreTest {
    private static final String GOLD =
            """
            {"id":"1","kind":"quantity","party":"IRN","value":274.8,"measure":"enriched-uranium","quote":"the stock of Iran"}
            {"id":"2","kind":"treaty_action","actors":["RUS"],"mechanism":["new-start"],"action":"suspend","date":"2023-02-21","quote":"俄罗斯宣布暂停履行《新削减战略武器条约》"}
            {"id":"3","kind":"meeting","actors":["USA"],"quote":"no such words here"}
            """;
    private static final String TEXT =
            "EXERCISE: the stock of Iran is 274.8 kg of enriched uranium.\n\n"
                    + "2023年2月21日，俄罗斯宣布暂停履行《新削减战略武器条约》。\n";

    private static Score.OfDocument score(String gold, String text) {
        Lexicon lexicon = LexiconFilesTest.shipped();
        byte[] raw = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return Score.of(
                "made-up",
                GoldJson.read("gold.jsonl", gold),
                new Extractor(lexicon).extract(DocumentReader.read(raw, "text.md")).claims(),
                lexicon);
    }

    @Test
    void aChineseQuoteThatBeginsWithAFigureSharesItsWordsAsAnyOther() {
        Score.OfDocument scored =
                score(
                        "{\"kind\":\"treaty_action\",\"action\":\"open_for_signature\","
                                + "\"quote\":\"1968年7月1日开放签署，1970年3月5日正式生效\"}",
                        "《不扩散核武器条约》1968年7月1日开放签署。");

        assertThat(scored.pairs()).extracting(Score.Pair::strict).containsExactly(true);
    }

    @Test
    void whatWasNotDoneHasTwoNamesAndTheSovietUnionTwoCodes() {
        String act = "{\"kind\":\"treaty_action\",\"actors\":[\"RUS\"],\"action\":";
        Score.OfDocument missed =
                score(
                        act
                                + "\"data_exchange\",\"polarity\":\"denied\","
                                + "\"quote\":\"俄罗斯没有提供应提交的数据\"}\n"
                                + act
                                + "\"data_exchange\",\"quote\":\"俄罗斯没有提供应提交的数据\"}",
                        "《新削减战略武器条约》2011年生效。2023年3月30日，俄罗斯没有提供应提交的数据。");
        Score.OfDocument signed =
                score(
                        act + "\"sign\",\"quote\":\"苏联签署《限制地下核武器试验条约》\"}",
                        "1974年7月3日，苏联签署《限制地下核武器试验条约》。");

        assertThat(missed.pairs()).extracting(Score.Pair::strict).containsExactly(true, false);
        assertThat(signed.pairs()).extracting(Score.Pair::strict).containsExactly(true);
    }

    @Test
    void ofCoreClaimsOnlyThoseAreMissed() {
        String gold = GOLD.stripTrailing();
        int last = gold.lastIndexOf('{');
        String aside = gold.substring(0, last) + "{\"core\":false," + gold.substring(last + 1);

        Score.OfDocument core = score(aside, TEXT).core();

        assertThat(core.pairs()).extracting(Score.Pair::strict).containsExactly(true, true);
    }

    @Test
    void aPartyMayBeSeveralAndALineThatIsNoObjectIsNamed() {
        assertThat(GoldJson.read("gold.jsonl", "{\"kind\":\"limit\",\"party\":[\"RUS\",\"USA\"]}"))
                .singleElement()
                .satisfies(one -> assertThat(one.actors()).containsExactly("RUS", "USA"));
        assertThatThrownBy(() -> GoldJson.read("gold.jsonl", "\n[1]"))
                .hasMessageContaining("gold.jsonl:2:1")
                .hasMessageContaining("not a JSON object");
    }

    @Test
    void whatAgreesIsStrictAndWhatIsMissingIsNotFound() {
        Score.OfDocument score = score(GOLD, TEXT);
        assertThat(score.pairs()).extracting(Score.Pair::strict).containsExactly(true, true, false);
        assertThat(score.pairs().getLast().wrong()).containsExactly("not found");
        assertThat(score.extra()).isEmpty();
    }

    @Test
    void aDateOrANumberThatDiffersIsNotStrict() {
        Score.OfDocument other =
                score(GOLD.replace("2023-02-21", "2022-02-21").replace("274.8", "274"), TEXT);
        assertThat(other.pairs().get(0).wrong()).containsExactly("not found");
        assertThat(other.pairs().get(1).wrong()).containsExactly("date");
    }

    @Test
    void allButAHandfulOfWhatAPersonFoundInTheSamplesIsFoundWithItsSlots() throws IOException {
        String folder = System.getenv().getOrDefault("PARLEY_DOCUMENTS", "");
        Assumptions.assumeTrue(
                !folder.isEmpty(),
                () -> "PARLEY_DOCUMENTS is not set: the gold claims are skipped");
        Lexicon lexicon = LexiconFilesTest.shipped();
        Extractor extractor = new Extractor(lexicon);
        List<Score.OfDocument> scores = new ArrayList<>();
        for (Path file : Folders.children(Path.of(folder).resolve("gold"))) {
            String name = String.valueOf(file.getFileName()).replace(".jsonl", "");
            Path document = Path.of(folder).resolve(name + ".txt");
            scores.add(
                    Score.of(
                            name,
                            GoldJson.read(file.toString(), Folders.text(file)),
                            extractor
                                    .extract(
                                            DocumentReader.read(
                                                    Files.readAllBytes(document),
                                                    document.toString()))
                                    .claims(),
                            lexicon));
        }
        Map<String, Score.Count> counts = Score.count(scores);
        assertThat(scores).hasSize(5);
        int gold = counts.values().stream().mapToInt(Score.Count::gold).sum();
        int strict = counts.values().stream().mapToInt(Score.Count::strict).sum();
        assertThat(gold).isEqualTo(56);
        assertThat(strict).isGreaterThanOrEqualTo(50);
        assertThat(counts.get("treaty_action").recall()).isGreaterThanOrEqualTo(0.95);
        assertThat(counts.get("quantity").precision()).isGreaterThanOrEqualTo(0.9);
    }
}
