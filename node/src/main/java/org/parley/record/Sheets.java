// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellAddress;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.record.RecordFile.Content;
import org.parley.record.RecordFile.Row;
import org.parley.yaml.YamlScalar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a sheet of an Excel workbook (.xlsx) as cells of text. What a cell shows and what it holds
 * can differ in Excel; a cell is taken only where its text is beyond doubt, see {@link CellText}.
 */
final class Sheets {
    /** A sheet that our own exports begin with; it is never the table that is meant. */
    static final String ABOUT = "About";

    /** More than any list of items known; a larger one belongs into CSV files. */
    static final int ROWS_MAX = 200_000;

    static final int COLUMNS_MAX = 1_000;

    private Sheets() {}

    static Content read(Path file, Optional<YamlScalar> wanted) {
        String origin = Folders.shown(file);
        ZipBounds.check(file);
        try (ReadableWorkbook book =
                new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false))) {
            Sheet sheet = choose(book, wanted, origin);
            return rows(sheet, book.isDate1904(), origin + ": sheet " + sheet.getName());
        } catch (IOException | ExcelReaderException e) {
            throw new ParleyException(
                    Code.UNREADABLE,
                    Place.of(origin),
                    "not a workbook that can be read",
                    "open it in Excel and save it again as .xlsx");
        }
    }

    private static Sheet choose(ReadableWorkbook book, Optional<YamlScalar> wanted, String origin) {
        List<Sheet> sheets = book.getSheets().filter(one -> !one.getName().equals(ABOUT)).toList();
        List<String> names = sheets.stream().map(Sheet::getName).toList();
        if (wanted.isPresent()) {
            String name = wanted.get().value();
            return sheets.stream()
                    .filter(sheet -> sheet.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new ParleyException(
                                    Code.NOT_FOUND,
                                    wanted.get().place(),
                                    origin + " has no sheet \"" + name + "\"",
                                    Nearest.hint(name, names)));
        }
        if (sheets.size() != 1) {
            throw new ParleyException(
                    Code.MISSING_KEY,
                    Place.of(origin),
                    "there are " + sheets.size() + " sheets: " + String.join(", ", names),
                    "add to the mapping which one is meant, sheet: NAME");
        }
        return sheets.getFirst();
    }

    private static Content rows(Sheet sheet, boolean date1904, String origin) throws IOException {
        CellText reader = new CellText(origin, date1904);
        List<String> header = List.of();
        List<Row> rows = new ArrayList<>();
        Place top = Place.of(origin);
        try (Stream<org.dhatim.fastexcel.reader.Row> stream = sheet.openStream()) {
            for (var each = stream.iterator(); each.hasNext(); ) {
                org.dhatim.fastexcel.reader.Row line = each.next();
                Place at = Place.of(origin + ", row " + line.getRowNum());
                List<String> texts = texts(line, reader, at);
                if (texts.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (header.isEmpty()) {
                    top = at;
                    header = CsvTable.header(texts, at);
                    continue;
                }
                if (rows.size() == ROWS_MAX) {
                    throw tooLarge(at, "more than " + ROWS_MAX + " rows");
                }
                rows.add(row(header, texts, line.getRowNum(), at, origin));
            }
        }
        return new Content(top, CsvTable.header(header, top), rows);
    }

    private static List<String> texts(
            org.dhatim.fastexcel.reader.Row line, CellText reader, Place at) {
        if (line.getCellCount() > COLUMNS_MAX) {
            throw tooLarge(at, "more than " + COLUMNS_MAX + " columns");
        }
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < line.getCellCount(); column++) {
            texts.add(
                    line.getOptionalCell(column)
                            .filter(cell -> cell.getType() != CellType.EMPTY)
                            .map((Cell cell) -> reader.of(cell))
                            .orElse(""));
        }
        return texts;
    }

    private static ParleyException tooLarge(Place at, String what) {
        return new ParleyException(Code.TOO_LARGE, at, what, "split it, or save it as CSV");
    }

    private static Row row(
            List<String> header, List<String> texts, int number, Place at, String origin) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.max(header.size(), texts.size()); i++) {
            String text = i < texts.size() ? texts.get(i) : "";
            String column = i < header.size() ? header.get(i) : "";
            if (column.isEmpty() && !text.isBlank()) {
                throw new ParleyException(
                        Code.WRONG_HEADER,
                        cell(origin, number, i),
                        "a value in a column without a name",
                        "name the column in the first row, or delete the value");
            }
            if (!column.isEmpty()) {
                cells.put(column, text);
            }
        }
        return new Row(
                number - 1, at, cells, column -> cell(origin, number, header.indexOf(column)));
    }

    private static Place cell(String origin, int row, int column) {
        return Place.of(origin + ", cell " + new CellAddress(row - 1, column));
    }
}
