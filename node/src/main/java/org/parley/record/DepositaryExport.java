// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.agreement.Agreement;
import org.parley.record.RecordFile.Content;
import org.parley.record.RecordFile.Row;
import org.parley.yaml.YamlList;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlReader;
import org.parley.yaml.YamlScalar;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a depositary's export says: its lines on one treaty, in any of the three forms in which it
 * can be had.
 *
 * @param publisher who publishes exports of this form, in words
 * @param leftOut dates in brackets, each with its place
 */
record DepositaryExport(String publisher, List<Line> lines, List<String> leftOut) {
    static final int LINES_MAX = 50_000;
    private static final List<String> STATE = List.of("state", "participant", "country");
    private static final List<String> ACTION = List.of("action", "action type");
    private static final List<String> DATE = List.of("date", "action date");
    private static final List<String> TREATY = List.of("treaty", "agreement", "treaty name");
    private static final List<String> DEPOSITARY = List.of("depositary");

    /**
     * One act of one state.
     *
     * @param depositary where it was done, if a treaty has several; else empty
     */
    record Line(
            String state,
            Supplier<Place> stateAt,
            String act,
            LocalDate day,
            String depositary,
            Supplier<Place> at) {}

    /** Reads an export; {@code treaty} chooses the rows if the agreement's own names do not. */
    static DepositaryExport read(Path file, Agreement agreement, Optional<String> treaty) {
        boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        Content content = json ? json(file) : Tables.read(file, Optional.empty());
        if (content.rows().size() > LINES_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    content.place(),
                    content.rows().size() + " rows",
                    "an export may have " + LINES_MAX + "; split it by treaty");
        }
        List<String> leftOut = new ArrayList<>();
        Optional<String> action = column(content, ACTION);
        Optional<StatusTable> table =
                action.isPresent() ? Optional.empty() : StatusTable.of(content);
        if (table.isPresent()) {
            return new DepositaryExport(
                    "United Nations Treaty Collection", table.get().lines(leftOut), leftOut);
        }
        boolean several = column(content, DEPOSITARY).isPresent();
        return new DepositaryExport(
                several ? "UNODA Treaties Database" : "depositary, as the export has it",
                rows(content, agreement, treaty),
                leftOut);
    }

    private static List<Line> rows(Content content, Agreement agreement, Optional<String> treaty) {
        String state = need(content, STATE);
        String action = need(content, ACTION);
        String date = need(content, DATE);
        Optional<String> depositary = column(content, DEPOSITARY);
        List<Line> lines = new ArrayList<>();
        for (Row row : chosen(content, agreement, treaty)) {
            lines.add(
                    new Line(
                            row.cell(state),
                            () -> row.places().of(state),
                            DepositaryWords.act(row.cell(action), () -> row.places().of(action)),
                            DepositaryWords.day(row.cell(date), () -> row.places().of(date)),
                            depositary.map(row::cell).orElse(""),
                            () -> row.places().of(date)));
        }
        return lines;
    }

    private static List<Row> chosen(Content content, Agreement agreement, Optional<String> treaty) {
        Optional<String> column = column(content, TREATY);
        if (column.isEmpty()) {
            return content.rows();
        }
        Set<String> names = new TreeSet<>();
        if (treaty.isPresent()) {
            names.add(ActorNames.plain(treaty.get()));
        } else {
            names.add(ActorNames.plain(agreement.id()));
            names.add(ActorNames.plain(agreement.title().in("en")));
            agreement
                    .profile()
                    .aliases()
                    .getOrDefault("en", List.of())
                    .forEach(alias -> names.add(ActorNames.plain(alias)));
        }
        List<Row> rows =
                content.rows().stream()
                        .filter(row -> names.contains(ActorNames.plain(row.cell(column.get()))))
                        .toList();
        if (rows.isEmpty()) {
            String there =
                    content.rows().stream()
                            .map(row -> row.cell(column.get()))
                            .distinct()
                            .limit(20)
                            .collect(Collectors.joining(", "));
            throw new ParleyException(
                    Code.NOT_FOUND,
                    content.place(),
                    "no row is about " + treaty.orElse(agreement.id()),
                    "add --treaty NAME; the file has: " + there);
        }
        return rows;
    }

    private static Optional<String> column(Content content, List<String> names) {
        return content.header().stream()
                .filter(name -> names.contains(ActorNames.plain(name)))
                .findFirst();
    }

    private static String need(Content content, List<String> names) {
        return column(content, names)
                .orElseThrow(() ->
                        new ParleyException(
                                Code.WRONG_HEADER,
                                content.place(),
                                "no column \"" + names.getFirst() + "\"",
                                Nearest.to(names.getFirst(), content.header())
                                        .map(near -> "did you mean \"" + near + "\"?")
                                        .orElse(
                                                "a status table has Participant, Signature, "
                                                        + "Ratification…; rows have state, "
                                                        + "action, date")));
    }

    /** A list of flat objects, or the one list that an answer is wrapped round. */
    private static Content json(Path file) {
        String origin = Folders.shown(file);
        YamlNode node = YamlReader.document(origin, Folders.text(file));
        while (node instanceof YamlMap map) {
            if (map.entries().size() != 1) {
                throw new ParleyException(
                        Code.WRONG_TYPE,
                        map.place(),
                        "no list of rows",
                        "as in [{\"state\": …, \"action\": …, \"date\": …}]");
            }
            node = map.entries().values().iterator().next();
        }
        List<Row> rows = new ArrayList<>();
        Set<String> header = new LinkedHashSet<>();
        if (node instanceof YamlList list) {
            for (YamlNode one : list.nodes()) {
                YamlMap map = one.asMap();
                Map<String, String> cells = new LinkedHashMap<>();
                map.entries()
                        .forEach((key, value) -> {
                            // Other columns may hold lists or nothing; nobody asks for them.
                            if (value instanceof YamlScalar cell) {
                                cells.put(key, cell.value());
                            }
                        });
                header.addAll(cells.keySet());
                rows.add(
                        new Row(
                                rows.size() + 1,
                                map.place(),
                                cells,
                                key -> map.find(key).map(YamlNode::place).orElse(map.place())));
            }
        }
        return new Content(node.place(), List.copyOf(header), rows);
    }
}
