// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ParleyException;
import org.parley.estimate.Estimate;
import org.parley.estimate.Estimates;
import org.parley.estimate.Mismatch;
import org.parley.estimate.Quantity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pieces of docs/formats/estimates.md are read, and what the page says of them holds. */
final class EstimateReaderTest {
    private static final Path PAGE =
            Path.of(System.getProperty("parley.root", "..")).resolve("docs/formats/estimates.md");

    @TempDir Path root;

    private String yaml = "";
    private String table = "";

    @BeforeEach
    void takeThePiecesOfThePage() throws IOException {
        String page = Files.readString(PAGE);
        yaml = fenced(page, "yaml");
        table = fenced(page, "csv");
    }

    private static String fenced(String page, String language) {
        Matcher piece = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```").matcher(page);
        assertThat(piece.find()).isTrue();
        return piece.group(1);
    }

    private Estimates read(String text, String csv) throws IOException {
        Path folder = Files.createDirectories(root.resolve("estimates"));
        Files.writeString(folder.resolve("watch-2031.yaml"), text);
        Files.writeString(folder.resolve("watch-2031.csv"), csv);
        return EstimateReader.read(List.of(root));
    }

    @Test
    void thePieceOfThePageIsReadAndAddsUpAsItSays() throws IOException {
        Estimates estimates = read(yaml, table);
        LocalDate day = LocalDate.of(2031, 9, 5);

        assertThat(estimates.at(day.minusDays(1))).isEmpty();
        assertThat(estimates.at(day).values())
                .filteredOn(one -> one.quantity() == Quantity.STOCKPILE)
                .extracting(one -> one.state() + one.of() + ":" + one.value() + one.computed())
                .containsExactly("XA2030:160true", "XA2031:150true", "XB2031:55true");
        assertThat(estimates.at(day).values())
                .filteredOn(one -> one.quantity() == Quantity.NOT_STATED)
                .extracting(Estimate::how)
                .containsExactly("more-than");
        assertThat(estimates.mismatches(day))
                .extracting(Mismatch::difference)
                .as("2030: a part counted twice")
                .containsExactly(100L);
    }

    @Test
    void thePageNamesEveryQuantity() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(Quantity.words()).allSatisfy(word -> assertThat(page).contains("| " + word));
    }

    @Test
    void aBlankCellIsNoFigure() throws IOException {
        assertThat(read(yaml, table).at(LocalDate.MAX).keySet())
                .filteredOn(cell -> cell.quantity() == Quantity.RETIRED)
                .extracting(Estimate.Cell::of)
                .containsExactly("2031", "2031");
    }

    @Test
    void aFileInTheHomeFolderTakesThePlaceOfTheShippedOne() throws IOException {
        read(yaml, table);
        Path home = root.resolve("home");
        Files.createDirectories(home.resolve("estimates"));
        Files.writeString(home.resolve("estimates/watch-2031.yaml"), yaml);
        Files.writeString(
                home.resolve("estimates/watch-2031.csv"),
                table.replace("Borel,2031,40", "Borel,2031,41"));
        assertThat(EstimateReader.read(List.of(root, home)).at(LocalDate.MAX).values())
                .filteredOn(one -> one.state().equals("XB"))
                .extracting(Estimate::value)
                .contains(41L)
                .doesNotContain(40L);
    }

    @Test
    void whatDoesNotFitIsRefusedAtItsPlace() {
        refused(yaml.replace("exercise: true\n", ""), table, "is made up");
        refused(yaml.replace("Borel: XB", "Borel: CN"), table, "CN is a real state");
        refused(yaml.replace("Borel: XB", "Boreal: XB"), table, "watch-2031.csv:4:1");
        refused(yaml.replace("reserve: reserve", "reserve: stock"), table, "no column \"stock\"");
        refused(yaml.replace("retired: retired", "retied: retired"), table, "\"retired\"?");
        refused(yaml.replace("how: more-than", "how: more"), table, "more-than");
        refused(yaml, table + table.lines().skip(2).findFirst().orElseThrow() + "\n", "already");
        refused(yaml, table.replace("40,10", "-40,10"), "a figure is 0 or more");
        refused(yaml.replace("licence:\n", "licences:\n"), table, "did you mean \"licence\"");
    }

    private void refused(String text, String csv, String says) {
        assertThatThrownBy(() -> read(text, csv))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining(says);
    }
}
