// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Place;
import org.parley.testing.Randomly;
import org.parley.yaml.YamlScalar;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A cell is taken only where its text is beyond doubt. */
final class SheetsTest {
    @TempDir Path folder;

    @Test
    void textsNumbersAndDaysAreTakenAsTheyAre() throws IOException {
        Path file =
                workbook(sheet -> {
                    sheet.value(1, 0, "00123");
                    sheet.value(2, 0, "12345678901234567890");
                    sheet.value(3, 0, "北风 \"甲\"\n二");
                    sheet.value(4, 0, 1550);
                    sheet.value(5, 0, new BigDecimal("98.5"));
                    sheet.value(6, 0, LocalDate.of(2004, 2, 29));
                    sheet.style(6, 0).format("yyyy-mm-dd").set();
                    sheet.value(7, 0, true);
                    sheet.value(8, 0, 7);
                    sheet.style(8, 0).format("0000").set();
                    sheet.value(9, 0, 0.1 + 0.2);
                    sheet.value(10, 0, "=1+1");
                });
        assertThat(Sheets.read(file, Optional.empty()).rows())
                .extracting(row -> row.cells().get("value"))
                .containsExactly(
                        "00123",
                        "12345678901234567890",
                        "北风 \"甲\"\n二",
                        "1550",
                        "98.5",
                        "2004-02-29",
                        "true",
                        "0007",
                        "0.3",
                        "=1+1");
    }

    @Test
    void anyTextSurvivesTheTrip() {
        Randomly.check(
                50,
                random -> {
                    String text =
                            random.string()
                                    .codePoints()
                                    .filter(c -> c >= ' ' && c < 0xD800 && c != 0x7F)
                                    .collect(
                                            StringBuilder::new,
                                            StringBuilder::appendCodePoint,
                                            StringBuilder::append)
                                    .toString();
                    Path file = unchecked(sheet -> sheet.value(1, 0, text + "."));
                    assertThat(Sheets.read(file, Optional.empty()).rows().getFirst().cells())
                            .containsEntry("value", text + ".");
                });
    }

    @Test
    void whatIsInDoubtIsRefusedAtItsCell() throws IOException {
        refused(sheet -> sheet.formula(1, 0, "1+1"), "cell A2: value not allowed: a formula");
        refused(
                sheet -> sheet.value(1, 0, new BigDecimal("1234567890123456")),
                "cell A2: value not allowed: 1234567890123456 has more digits than Excel keeps");
        refused(
                sheet -> {
                    sheet.value(1, 0, LocalDateTime.of(2030, 1, 31, 10, 0));
                    sheet.style(1, 0).format("yyyy-mm-dd hh:mm").set();
                },
                "cell A2: value not allowed: a time of day without its zone");
        refused(
                sheet -> {
                    sheet.value(1, 0, 60);
                    sheet.style(1, 0).format("yyyy-mm-dd").set();
                },
                "cell A2: value not allowed: a day that Excel's calendar does not have right");
        refused(
                sheet -> sheet.value(1, 1, "stray"),
                "cell B2: table header does not match: a value in a column without a name");
    }

    @Test
    void aTextWhereANumberBelongsIsToldWithItsCell() throws IOException {
        Path file = workbook(sheet -> sheet.value(1, 0, "twelve"));
        YamlScalar cell = Sheets.read(file, Optional.empty()).rows().getFirst().scalar("value");
        assertThatThrownBy(cell::whole)
                .hasMessage(
                        file
                                + ": sheet Items, cell A2: wrong type: \"twelve\" is not a whole"
                                + " number; write digits only");
    }

    @Test
    void aSheetIsNamedWhereThereAreSeveral() throws IOException {
        Path file = folder.resolve("two.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            for (String name : List.of("About", "One", "Two")) {
                book.newWorksheet(name).value(0, 0, "in " + name);
            }
        }
        assertThatThrownBy(() -> Sheets.read(file, Optional.empty()))
                .hasMessageContaining("there are 2 sheets: One, Two");
        YamlScalar wanted = new YamlScalar(new Place("m.yaml", 1, 8), "Tow");
        assertThatThrownBy(() -> Sheets.read(file, Optional.of(wanted)))
                .hasMessageContaining("m.yaml:1:8")
                .hasMessageContaining("did you mean \"Two\"?");
        YamlScalar two = new YamlScalar(wanted.place(), "Two");
        assertThat(Sheets.read(file, Optional.of(two)).header()).containsExactly("in Two");
    }

    @Test
    void aSmallFileThatUnpacksToGigabytesIsRefused() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        assertThat(Files.size(file)).isLessThan(1 << 20);
        assertThatThrownBy(() -> Sheets.read(file, Optional.empty()))
                .hasMessageContaining("too large: more than 268435456 bytes when unpacked");
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("a.xlsx"), "a,b\n1,2\n");
        assertThatThrownBy(() -> Sheets.read(text, Optional.empty()))
                .hasMessageContaining("not an Excel workbook");
        Path old = folder.resolve("b.xlsx");
        Files.write(old, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0});
        assertThatThrownBy(() -> Sheets.read(old, Optional.empty()))
                .hasMessageContaining("an old Excel file, or one with a password");
        Path entities = folder.resolve("c.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(entities))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<!DOCTYPE x [<!ENTITY a \"b\">]>".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> Sheets.read(entities, Optional.empty()))
                .hasMessageContaining("it defines XML entities");
    }

    private void refused(Consumer<Worksheet> cells, String message) throws IOException {
        Path file = workbook(cells);
        assertThatThrownBy(() -> Sheets.read(file, Optional.empty())).hasMessageContaining(message);
    }

    private Path unchecked(Consumer<Worksheet> cells) {
        try {
            return workbook(cells);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path workbook(Consumer<Worksheet> cells) throws IOException {
        Path file = folder.resolve("made.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Items");
            sheet.value(0, 0, "value");
            cells.accept(sheet);
        }
        return file;
    }
}
