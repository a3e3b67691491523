// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.agreement.Agreement;
import org.parley.agreement.Count;
import org.parley.agreement.Form;
import org.parley.agreement.Words;
import org.parley.record.RecordFile.Content;
import org.parley.record.RecordFile.Row;
import org.parley.statement.Body;
import org.parley.statement.Item;
import org.parley.statement.Kind;
import org.parley.statement.Scope;
import org.parley.statement.Statement;
import org.parley.statement.Value;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlScalar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a table through a mapping into statements: declared totals, lists of items, or filled
 * forms.
 */
final class TableReader {
    private static final String[] KEYS = {
        "table",
        "sheet",
        "rows",
        "under",
        "by",
        "as-of",
        "zone",
        "about-party",
        "counts",
        "fields",
        "published",
        "published-basis",
        "received",
        "made",
        "source",
        "text",
        "note",
        "skip-when",
        "ref",
        "id",
        "kind",
        "state",
        "case",
        "unverified",
        "act",
        "notified",
        "effective"
    };

    private final Agreement agreement;
    private final RecordFile file;

    TableReader(Agreement agreement, RecordFile file) {
        this.agreement = agreement;
        this.file = file;
    }

    List<Statement> read(YamlMap mapping) {
        mapping.only(KEYS);
        YamlScalar name = mapping.scalar("table");
        Content content =
                file.tables().table(name.value(), mapping.findScalar("sheet"), name.place());
        new TableHeader(agreement, mapping, content).check();
        List<TableRow> rows = new ArrayList<>();
        for (Row row : content.rows()) {
            TableRow one = new TableRow(mapping, row);
            if (!one.skipped()) {
                rows.add(one);
            }
        }
        String stem = stem(name.value());
        return switch (mapping.text("rows", "declare")) {
            case "declare" -> rows.stream().map(row -> totals(row, stem)).toList();
            case "act" -> rows.stream().map(row -> act(row, stem)).toList();
            case "items" -> items(rows, content.place(), stem);
            default -> forms(rows, form(mapping.scalar("rows")), stem);
        };
    }

    private Form form(YamlScalar rows) {
        Form form = agreement.forms().get(rows.value());
        if (form == null) {
            Set<String> allowed = new TreeSet<>(agreement.forms().keySet());
            allowed.addAll(List.of("act", "declare", "items"));
            throw new ParleyException(
                    Code.BAD_VALUE,
                    rows.place(),
                    "rows cannot be " + rows.described(),
                    Nearest.hint(rows.value(), allowed));
        }
        return form;
    }

    /** One row is one act of one state: how a depositary's list is read. */
    private Statement act(TableRow row, String stem) {
        YamlScalar act = row.need("act");
        if (!Words.USUAL_ACTS.contains(act.value()) && !agreement.acts().contains(act.value())) {
            throw new ParleyException(
                    Code.UNDECLARED,
                    act.place(),
                    act.described() + " is not an act",
                    Nearest.hint(act.value(), Words.USUAL_ACTS));
        }
        Body.Act body =
                new Body.Act(
                        act.value(),
                        Scope.ALL,
                        Optional.empty(),
                        row.find("notified").map(StatementReader::edtf),
                        row.find("effective").map(StatementReader::edtf),
                        Optional.empty());
        return statement(row, stem, header(row, Kind.ACT, Optional.empty()), body);
    }

    private Statement totals(TableRow row, String stem) {
        Map<String, Long> counts = new LinkedHashMap<>();
        row.mapping()
                .entries("counts")
                .forEach((id, column) -> {
                    Count count = count(id, column.place());
                    YamlScalar cell = row.cell(column);
                    if (!cell.value().isEmpty()) {
                        counts.put(id, cell.scaled(count.decimals()));
                    }
                });
        Body.Declare body =
                new Body.Declare(
                        day(row),
                        counts,
                        row.find("zone").map(new StatementReader(agreement)::zone),
                        List.of(),
                        false,
                        Map.of(),
                        row.find("about-party")
                                .map(party -> agreement.party(party.value(), party.place())));
        return statement(row, stem, header(row, Kind.DECLARE, Optional.empty()), body);
    }

    private static LocalDate day(TableRow row) {
        YamlScalar day = row.need("as-of");
        return FieldValues.day(day.value(), day.place());
    }

    private Count count(String id, Place at) {
        return Optional.ofNullable(agreement.counts().get(id))
                .orElseThrow(() ->
                        new ParleyException(
                                Code.UNDECLARED,
                                at,
                                agreement.id() + " has no count \"" + id + "\"",
                                Nearest.hint(id, agreement.counts().keySet())));
    }

    /** Rows of the same author, day and ref make one list. */
    private List<Statement> items(List<TableRow> rows, Place at, String stem) {
        if (rows.isEmpty()) {
            throw new ParleyException(
                    Code.MISSING_KEY, at, "the table has no rows", "add the items");
        }
        Map<List<String>, List<TableRow>> lists = new LinkedHashMap<>();
        for (TableRow row : rows) {
            String ref = row.find("ref").map(YamlScalar::value).orElse("");
            List<String> key = List.of(row.need("by").value(), row.need("as-of").value(), ref);
            lists.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        ItemFields reader = new ItemFields(agreement);
        List<Statement> statements = new ArrayList<>();
        for (List<TableRow> list : lists.values()) {
            TableRow first = list.getFirst();
            List<Item> items = list.stream().map(row -> item(row, reader)).toList();
            Body.Declare body =
                    new Body.Declare(day(first), Map.of(), Optional.empty(), items, true, Map.of());
            StatementId.Header header = header(first, Kind.DECLARE, Optional.empty());
            statements.add(statement(first, stem, header, body));
        }
        return statements;
    }

    private static Item item(TableRow row, ItemFields reader) {
        Map<String, YamlScalar> cells = new LinkedHashMap<>();
        for (String key : List.of("id", "kind", "state")) {
            // A key that the mapping leaves out is a column of that name.
            cells.put(key, row.mapping().has(key) ? row.need(key) : row.row().scalar(key));
        }
        row.mapping()
                .entries("fields")
                .forEach((field, column) -> {
                    YamlScalar cell = row.cell(column);
                    if (!cell.value().isEmpty()) {
                        cells.put(field, cell);
                    }
                });
        return reader.item(cells, row.place());
    }

    private List<Statement> forms(List<TableRow> rows, Form form, String stem) {
        List<Statement> statements = new ArrayList<>();
        for (TableRow row : rows) {
            Map<String, Value> fields = new HashMap<>();
            row.mapping()
                    .entries("fields")
                    .forEach((name, column) -> {
                        var type = form.fields().get(name);
                        if (type == null) {
                            throw new ParleyException(
                                    Code.UNDECLARED,
                                    column.place(),
                                    "form " + form.name() + " has no field \"" + name + "\"",
                                    Nearest.hint(name, form.fields().keySet()));
                        }
                        YamlScalar cell = row.cell(column);
                        if (!cell.value().isEmpty()) {
                            fields.put(name, FieldValues.parse(type, cell.value(), cell.place()));
                        }
                    });
            StatementId.Header header = header(row, form.say(), Optional.of(form.name()));
            statements.add(statement(row, stem, header, new Body.Filled(fields, Optional.empty())));
        }
        return statements;
    }

    private StatementId.Header header(TableRow row, Kind kind, Optional<String> form) {
        YamlScalar by = row.need("by");
        return new StatementId.Header(
                kind,
                form,
                agreement.isHeard(by.value())
                        ? by.value()
                        : agreement.party(by.value(), by.place()),
                List.of(),
                row.find("under").map(new StatementReader(agreement)::provision),
                "public",
                row.find("made").map(YamlScalar::value));
    }

    private Statement statement(TableRow row, String stem, StatementId.Header header, Body body) {
        String otherwise =
                switch (body) {
                    case Body.Declare declare ->
                            stem
                                    + "/"
                                    + header.author()
                                    + declare.party().map(party -> "/" + party).orElse("")
                                    + "/"
                                    + declare.asOf();
                    case Body.Act act -> stem + "/" + header.author() + "/" + act.act();
                    default -> stem + "/" + row.row().number();
                };
        String ref = row.find("ref").map(YamlScalar::value).orElse(otherwise);
        return row.statement(agreement, ref, header, body);
    }

    private static String stem(String table) {
        int slash = table.lastIndexOf('/');
        int dot = table.lastIndexOf('.');
        return table.substring(slash + 1, dot > slash ? dot : table.length());
    }
}
