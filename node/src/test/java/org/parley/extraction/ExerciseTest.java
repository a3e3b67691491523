// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.document.DocumentReader;
import org.parley.extraction.reading.Extractor;
import org.parley.extraction.score.Score;
import org.parley.lexicon.Lexicon;
import org.parley.record.Folders;
import org.parley.web.export.GoldJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whole texts of made-up parties, with everything that they claim ({@code exercise/gold}), and
 * texts of other fields, which claim nothing.
 */
class ExerciseTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
    private static final Path EXERCISE = Path.of("src/test/resources/extraction/exercise");
    private static final Lexicon LEXICON = LexiconFolder.open(ROOT.resolve("library"), EXERCISE);
    private static final Extractor EXTRACTOR = new Extractor(LEXICON);

    /** What is still read wrongly, by document: so that nobody believes it is not. */
    private static final Path OPEN = EXERCISE.resolve("open.txt");

    private static List<FoundClaim> claims(Path file) {
        return EXTRACTOR
                .extract(DocumentReader.read(Folders.bytes(file, 1 << 20), file.toString()))
                .claims();
    }

    private static List<Score.OfDocument> scores() {
        List<Score.OfDocument> scores = new ArrayList<>();
        for (Path file : Folders.children(EXERCISE.resolve("documents"))) {
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.[a-z]+$", "");
            Path gold = EXERCISE.resolve("gold").resolve(name + ".jsonl");
            scores.add(
                    Score.of(
                            name,
                            GoldJson.read(gold.toString(), Folders.text(gold)),
                            claims(file),
                            LEXICON));
        }
        return scores;
    }

    /** Whatever is not read as the gold has it, or is claimed beyond it. */
    private static List<String> wrong(Score.OfDocument document) {
        List<String> wrong = new ArrayList<>();
        for (Score.Pair pair : document.pairs()) {
            List<String> why = new ArrayList<>(pair.wrong());
            Optional<String> voice = Score.voice(pair.gold());
            if (pair.found().isPresent()
                    && voice.isPresent()
                    && !voice.get().equals(Score.voice(pair.found().get()))) {
                why.add("voice is " + Score.voice(pair.found().get()));
            }
            if (!why.isEmpty()) {
                wrong.add(pair.gold().id() + " " + pair.gold().kind() + " " + why);
            }
        }
        document.extra()
                .forEach(claim ->
                        wrong.add(
                                SaidTest.shown(claim)
                                        + " "
                                        + claim.rules()
                                        + ": "
                                        + claim.anchor().shown()));
        return wrong;
    }

    @Test
    void textsClaimWhatTheirGoldHasAndNothingElseButWhatIsListedAsOpen() throws IOException {
        List<Score.OfDocument> scores = scores();
        List<String> open = new ArrayList<>();
        scores.forEach(document ->
                wrong(document).forEach(line -> open.add(document.name() + ": " + line)));
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(OPEN, String.join("\n", open) + "\n");
        }
        assertThat(scores).hasSizeGreaterThanOrEqualTo(10);
        assertThat(open).isEqualTo(Folders.text(OPEN).lines().filter(l -> !l.isEmpty()).toList());
    }

    @Test
    void theScoreOnThemIsWhatIsAskedOnTextsThatNobodyHasSeen() {
        Map<String, Score.Count> counts = Score.count(scores());
        assertThat(counts.get("quantity").f1()).isGreaterThanOrEqualTo(0.95);
        assertThat(counts.get("quantity").precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(counts.get("treaty_action").f1()).isGreaterThanOrEqualTo(0.9);
        assertThat(counts.get("meeting").f1()).isGreaterThanOrEqualTo(0.75);
        assertThat(counts.get("statement").f1()).isGreaterThanOrEqualTo(0.75);
    }

    @TestFactory
    Stream<DynamicTest> textsOfOtherFieldsClaimNothing() {
        return Folders.children(EXERCISE.resolve("nothing")).stream()
                .map(file ->
                        dynamicTest(
                                String.valueOf(file.getFileName()),
                                () ->
                                        assertThat(claims(file))
                                                .extracting(SaidTest::shown)
                                                .isEmpty()));
    }
}
