// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.record.RecordFile.Content;
import org.parley.record.RecordFile.Row;
import org.parley.yaml.YamlReader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads CSV (RFC 4180) with a header line. */
final class CsvTable {
    private CsvTable() {}

    static Content parse(String origin, String given) {
        String text = given.startsWith("\uFEFF") ? given.substring(1) : given;
        YamlReader.refuseOversize(origin, text);
        Place top = new Place(origin, 1, 1);
        List<Row> rows = new ArrayList<>();
        List<String> header = List.of();
        Lines lines = new Lines(text);
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .maxBufferSize(YamlReader.LINE_MAX)
                        .allowExtraFields(true) // counted below, with a message of our own
                        .allowMissingFields(true)
                        .ofCsvRecord(text)) {
            for (CsvRecord line : reader) {
                Place at = new Place(origin, (int) line.getStartingLineNumber(), 1);
                if (header.isEmpty()) {
                    header = header(line.getFields(), at);
                } else {
                    rows.add(row(header, line, at, lines));
                }
            }
        } catch (CsvParseException e) {
            throw new ParleyException(
                    Code.SYNTAX,
                    Place.of(origin),
                    "a quote or a line does not end",
                    "look for a cell that opens with \" and is not closed");
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
        return new Content(top, header(header, top), rows);
    }

    /** Column names: at least one, none twice. */
    static List<String> header(List<String> cells, Place at) {
        List<String> names = cells.stream().map(String::strip).toList();
        if (names.stream().allMatch(String::isEmpty)) {
            throw new ParleyException(
                    Code.WRONG_HEADER,
                    at,
                    "the table is empty",
                    "its first row must hold the names of the columns");
        }
        List<String> seen = new ArrayList<>();
        for (String name : names) {
            if (!name.isEmpty() && seen.contains(name)) {
                throw new ParleyException(
                        Code.WRONG_HEADER,
                        at,
                        "the column \"" + name + "\" stands twice",
                        "rename one of them");
            }
            seen.add(name);
        }
        return names;
    }

    private static Row row(List<String> header, CsvRecord line, Place at, Lines lines) {
        if (line.getFieldCount() != header.size()) {
            throw new ParleyException(
                    Code.WRONG_HEADER,
                    at,
                    line.getFieldCount() + " cells, and the header has " + header.size(),
                    "quote a cell that holds a comma, and close every quote");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), line.getField(i));
        }
        int start = lines.start(at.line());
        return new Row(
                at.line() - 1,
                at,
                cells,
                column -> place(lines.text, at, start, header.indexOf(column)));
    }

    /** The place of the nth cell of the record that starts on a line, found by reading it again. */
    private static Place place(String text, Place start, int offset, int index) {
        int at = offset;
        int line = start.line();
        int lineStart = at;
        boolean quoted = false;
        for (int cell = 0; at < text.length() && cell < index; at++) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n') {
                line++;
                lineStart = at + 1;
            } else if (c == ',' && !quoted) {
                cell++;
            }
        }
        return new Place(start.origin(), line, at - lineStart + 1);
    }

    /**
     * Where lines begin, asked for in their order: a file is walked through once, not once a row.
     */
    private static final class Lines {
        private final String text;
        private int line = 1;
        private int start;

        Lines(String text) {
            this.text = text;
        }

        int start(int wanted) {
            for (; line < wanted; line++) {
                start = text.indexOf('\n', start) + 1;
            }
            return start;
        }
    }
}
