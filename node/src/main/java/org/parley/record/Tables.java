// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.record.RecordFile.Row;
import org.parley.yaml.YamlReader;
import org.parley.yaml.YamlScalar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the CSV tables that stand in a folder. */
final class Tables {
    private final Path folder;

    private Tables(Path folder) {
        this.folder = folder;
    }

    static Tables beside(Path folder) {
        return new Tables(folder);
    }

    List<Map<String, String>> cells(String name, YamlScalar at) {
        return rows(name, at.place()).stream().map(Row::cells).toList();
    }

    /**
     * The rows below the header.
     *
     * @param at where the table is named; a name that leaves the folder is refused there
     */
    List<Row> rows(String name, Place at) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new ParleyException(
                    Code.UNREADABLE,
                    at,
                    "\"" + name + "\" lies outside",
                    "put it beside this file");
        }
        return parse(Folders.shown(file), Folders.text(file));
    }

    static List<Row> parse(String origin, String text) {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .maxBufferSize(YamlReader.LINE_MAX)
                        .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            List<String> header = List.of();
            for (CsvRecord line : reader) {
                Place at = new Place(origin, (int) line.getStartingLineNumber(), 1);
                if (header.isEmpty()) {
                    header = line.getFields().stream().map(String::strip).toList();
                    refuseDoubled(header, at);
                } else {
                    rows.add(row(header, line, at));
                }
            }
        } catch (CsvParseException e) {
            throw new ParleyException(
                    Code.SYNTAX,
                    Place.of(origin),
                    String.valueOf(e.getMessage()),
                    "check quotes and line lengths");
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
        return rows;
    }

    private static void refuseDoubled(List<String> header, Place at) {
        if (header.stream().distinct().count() != header.size()) {
            throw new ParleyException(
                    Code.WRONG_HEADER, at, "a column name stands twice", "rename one of them");
        }
    }

    private static Row row(List<String> header, CsvRecord line, Place at) {
        if (line.getFieldCount() != header.size()) {
            throw new ParleyException(
                    Code.WRONG_HEADER,
                    at,
                    line.getFieldCount() + " cells, and the header has " + header.size(),
                    "add or remove cells; quote a cell that holds a comma");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), line.getField(i));
        }
        return new Row(at, cells);
    }
}
