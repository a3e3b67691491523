// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.archive.Archive;
import org.parley.archive.Kept;
import org.parley.archive.ReadingRoom;
import org.parley.archive.Texts;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Other programs are given who says what where, and nothing that nobody said. */
final class FoundExportTest {
    /** Of FollowTheMoney's schemata, with what they inherit (schema/*.yaml of that project). */
    private static final Map<String, Set<String>> PROPERTIES =
            Map.of(
                    "Document",
                    Set.of("name", "title", "fileName", "mimeType", "notes", "author"),
                    "Event",
                    Set.of(
                            "name",
                            "summary",
                            "description",
                            "recordId",
                            "proof",
                            "keywords",
                            "notes",
                            "country",
                            "location",
                            "date",
                            "startDate",
                            "endDate"));

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir Path home;

    private List<Kept> kept = List.of();

    @BeforeEach
    void takeIn() {
        Archive archive = Archive.in(home);
        ReadingRoom room = new ReadingRoom(archive, Texts.lexicon(home));
        archive.put(
                Texts.bytes(Texts.ARDEN), Texts.entry(Texts.ARDEN, "<b>a</b> [x](https://x.test)"));
        archive.put(Texts.bytes(Texts.BOREL), Texts.entry(Texts.BOREL, "borel.txt"));
        kept = room.all().kept();
    }

    private int claims() {
        return kept.stream().mapToInt(one -> one.reading().claims().size()).sum();
    }

    @Test
    void followTheMoneyHasADocumentEachAndAnEventForEachClaim() {
        List<JsonNode> entities = new ArrayList<>();
        FoundExport.FTM
                .print(kept, "en")
                .lines()
                .forEach(line -> entities.add(MAPPER.readTree(line)));
        assertThat(claims()).isPositive();
        assertThat(entities).hasSize(kept.size() + claims());
        List<String> documents =
                entities.stream()
                        .filter(one -> one.get("schema").asString().equals("Document"))
                        .map(one -> one.get("id").asString())
                        .toList();
        for (JsonNode one : entities) {
            JsonNode properties = one.get("properties");
            assertThat(properties.propertyNames())
                    .contains("name")
                    .allMatch(name ->
                            Set.of(
                                                    "publisher",
                                                    "publishedAt",
                                                    "sourceUrl",
                                                    "retrievedAt",
                                                    "language")
                                            .contains(name)
                                    || PROPERTIES.get(one.get("schema").asString()).contains(name));
            properties.forEach(values -> assertThat(values.isArray()).isTrue());
            if (one.get("schema").asString().equals("Event")) {
                assertThat(documents).contains(properties.get("proof").get(0).asString());
            }
        }
        assertThat(entities.toString()).contains("\"date\":[\"2030-02-05\"]", "480");
    }

    /** EXERCISE: what the manual defines, and what it leaves open. */
    private static final String ACTS =
            """
            EXERCISE 演练

            Arden and Borel held talks by video on nuclear risks on 6 May 2031.

            Arden and Borel will hold another round of talks in Cadria on 9 June 2031.

            Arden has about 480 nuclear warheads in its stockpile, the office said.

            Arden and Borel postponed the talks on lists of 12 May 2031.

            Arden and Borel reportedly held talks on sites on 14 May 2031, according to rumours.
            """;

    @Test
    void ploverHasTheEventsThatItsManualDefinesAndTheRestIsCounted() {
        Archive archive = Archive.in(home);
        LocalDate told = LocalDate.of(2031, 5, 20);
        archive.put(Texts.bytes(ACTS), Texts.entry(ACTS, "acts.txt").dated(told));
        ReadingRoom room = new ReadingRoom(archive, Texts.lexicon(home));
        List<Kept> acts = room.found(List.of(archive.require("acts.txt"))).kept();
        List<JsonNode> events =
                FoundExport.PLOVER.print(acts, "en").lines().map(MAPPER::readTree).toList();
        Map<String, JsonNode> byDay =
                events.stream()
                        .collect(Collectors.toMap(one -> one.get("date").asString(), one -> one));
        JsonNode held = byDay.get("2031-05-06");
        assertThat(held.at("/event/0").asString()).isEqualTo("CONSULT");
        assertThat(held.at("/mode/0").asString()).isEqualTo("phone");
        assertThat(held.at("/source").size()).isEqualTo(2);
        assertThat(held.at("/source/0/code").asString()).isEqualTo("XA");
        assertThat(held.has("recipient")).isFalse();
        assertThat(held.at("/parley/exercise").asString()).contains("EXERCISE");
        int from = held.at("/text_info/start").asInt();
        int to = held.at("/text_info/end").asInt();
        assertThat(ACTS.substring(from, to)).contains("by video");
        assertThat(held.has("text")).as("the words are not ours to give").isFalse();
        // What is intended was agreed when it was told, not when it is to be.
        assertThat(byDay.get("2031-05-20").at("/event/0").asString()).isEqualTo("AGREE");
        assertThat(byDay.get("2031-05-20").at("/parley/date").asString()).isEqualTo("2031-06-09");
        assertThat(byDay).doesNotContainKeys("2031-05-12", "2031-06-09");
        int all = acts.getFirst().reading().claims().size();
        assertThat(FoundExport.PLOVER.told(acts, "en").orElseThrow())
                .startsWith(
                        events.size() + " events; " + (all - events.size()) + " claims left out: ")
                .contains("no event of PLOVER ");
        assertThat(FoundExport.PLOVER.told(acts, "zh").orElseThrow())
                .startsWith(events.size() + " 个事件；未列入 ")
                .contains("PLOVER 无此类事件");
        assertThat(FoundExport.CSV.told(acts, "en")).isEmpty();
        for (JsonNode one : events) {
            assertThat(one.propertyNames()).contains("id", "date", "source", "event");
            assertThat(one.at("/cite_info/codebook").asString()).isEqualTo("plover-draft-0.8");
        }
    }

    @Test
    void aClaimReviewRatesNothing() {
        JsonNode graph = MAPPER.readTree(FoundExport.CLAIMREVIEW.print(kept, "en")).get("@graph");
        assertThat(graph.size()).isEqualTo(claims());
        for (JsonNode one : graph) {
            assertThat(one.get("@type").asString()).isEqualTo("ClaimReview");
            assertThat(one.get("reviewRating").has("ratingValue")).isFalse();
            assertThat(one.at("/itemReviewed/appearance/identifier").asString())
                    .startsWith("sha256:");
            assertThat(one.at("/itemReviewed/text").asString())
                    .isEqualTo(one.get("claimReviewed").asString());
        }
    }

    @Test
    void markdownHasAFootnoteForEachClaimAndTakesNoMarkUpFromADocument() {
        String text = FoundExport.MARKDOWN.print(kept, "zh");
        assertThat(text.lines().filter(line -> line.startsWith("- "))).hasSize(claims());
        List<String> notes = text.lines().filter(line -> line.startsWith("[^")).toList();
        assertThat(notes).hasSize(claims());
        for (String note : notes) {
            String mark = note.substring(0, note.indexOf(']') + 1);
            assertThat(text.split(java.util.regex.Pattern.quote(mark), -1)).hasSize(3);
            assertThat(note).contains("sha256:");
        }
        assertThat(text).doesNotContain("<b>", "](https");
        assertThat(FoundMarkdown.plain("<b> *x* [y](z)\n# 1. `q`"))
                .isEqualTo("\\<b\\> \\*x\\* \\[y\\]\\(z\\) \\# 1\\. \\`q\\`");
    }

    @Test
    void aMonthThatIsAllThatIsStatedIsExportedAsAMonth() {
        Archive archive = Archive.in(home);
        String text =
                "EXERCISE paper\n\nMay 2031\n\nArden has about 480 nuclear warheads in its"
                        + " stockpile, the office said.\n";
        archive.put(Texts.bytes(text), Texts.entry(text, "month.txt"));
        ReadingRoom room = new ReadingRoom(archive, Texts.lexicon(home));
        List<Kept> month = room.found(List.of(archive.require("month.txt"))).kept();

        assertThat(month.getFirst().reading().head().date()).contains(LocalDate.of(2031, 5, 31));
        assertThat(FoundExport.FTM.print(month, "en"))
                .contains("\"publishedAt\":[\"2031-05\"]")
                .doesNotContain("2031-05-31");
        JsonNode cited = MAPPER.readTree(FoundExport.CSL.print(month, "en")).get(0);
        assertThat(cited.get("issued").toString()).isEqualTo("{\"date-parts\":[[2031,5]]}");
    }
}
