// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.record.DepositaryExport.Line;
import org.parley.record.RecordFile.Content;
import org.parley.record.RecordFile.Row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The depositary's status table: one row for each participant, a column of signatures, and one of
 * deposits where a mark after the date says of which kind it is. The header explains the marks:
 * {@code Ratification, Acceptance(A), Accession(a)}.
 */
final class StatusTable {
    private static final Pattern PARTICIPANT = Pattern.compile("(?i)participant[\\s\\d,]*");
    private static final Pattern MEANING =
            Pattern.compile("([\\p{L} ]+?) *(?:\\((\\p{L}{1,2})\\))?");
    private static final Pattern CELL =
            Pattern.compile(
                    "(\\d[\\d-]*(?: +\\p{L}+\\.? +\\d{4})?)(?: +(\\p{L}{1,2}))?(?: +[\\d, ]+)?");

    /** A column of dates: what a mark means; the empty mark is a date without one. */
    private record Dates(String name, Map<String, String> marks) {}

    private final Content content;
    private final String participant;
    private final List<Dates> columns = new ArrayList<>();

    private StatusTable(Content content, String participant) {
        this.content = content;
        this.participant = participant;
    }

    /** The table, if this is one. */
    static Optional<StatusTable> of(Content content) {
        return content.header().stream()
                .filter(name -> PARTICIPANT.matcher(name).matches())
                .findFirst()
                .map(name -> new StatusTable(content, name))
                .filter(StatusTable::findColumns);
    }

    private boolean findColumns() {
        for (String name : content.header()) {
            Map<String, String> marks = new HashMap<>();
            for (String part : name.replaceAll("[\\d]+", "").split("[,/]", -1)) {
                Matcher meaning = MEANING.matcher(part.strip());
                if (meaning.matches()) {
                    String mark = Optional.ofNullable(meaning.group(2)).orElse("");
                    DepositaryWords.findAct(meaning.group(1))
                            .ifPresent(act -> marks.putIfAbsent(mark, act));
                }
            }
            if (!marks.isEmpty()) {
                columns.add(new Dates(name, marks));
            }
        }
        return !columns.isEmpty();
    }

    /** A line for each date. One in brackets has a footnote that says why, and is left out. */
    List<Line> lines(List<String> leftOut) {
        List<Line> lines = new ArrayList<>();
        for (Row row : content.rows()) {
            String name = row.cell(participant).replaceAll("[\\s\\d,]+$", "");
            for (Dates column : columns) {
                String cell = row.cell(column.name());
                Supplier<Place> at = () -> row.places().of(column.name());
                if (cell.startsWith("[")) {
                    leftOut.add(row.place() + " " + name + " " + cell);
                } else if (!cell.isEmpty()) {
                    lines.add(line(name, cell, column, row, at));
                }
            }
        }
        return lines;
    }

    private Line line(String name, String cell, Dates column, Row row, Supplier<Place> at) {
        Matcher parts = CELL.matcher(cell);
        if (!parts.matches()) {
            throw new ParleyException(
                    Code.BAD_DATE,
                    at.get(),
                    "\"" + cell + "\"",
                    "a date, then the depositary's mark, as in 9 Jan 2012 a");
        }
        String mark = Optional.ofNullable(parts.group(2)).orElse("");
        String act = column.marks().get(mark);
        if (act == null) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    at.get(),
                    mark.isEmpty()
                            ? "\"" + cell + "\" has no mark"
                            : "the mark \"" + mark + "\" of \"" + cell + "\"",
                    "the column's header must say what it means, as in Accession(a)");
        }
        return new Line(
                name,
                () -> row.places().of(participant),
                act,
                DepositaryWords.day(parts.group(1), at),
                "",
                at);
    }
}
