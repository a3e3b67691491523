// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.agreement.Count;
import org.parley.agreement.Form;
import org.parley.record.RecordFile.Row;
import org.parley.statement.Body;
import org.parley.statement.Item;
import org.parley.statement.Kind;
import org.parley.statement.Source;
import org.parley.statement.Statement;
import org.parley.statement.Value;
import org.parley.time.Edtf;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlScalar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a table through a mapping into statements: declared totals, one declaration of items, or
 * filled forms. A mapped word that is no column is taken as the value itself, so that {@code by:
 * XA} serves a table of one party.
 */
final class TableReader {
    private static final String[] KEYS = {
        "table",
        "rows",
        "under",
        "by",
        "as-of",
        "zone",
        "counts",
        "items",
        "fields",
        "published",
        "published-basis",
        "received",
        "made",
        "source",
        "note",
        "skip-when",
        "ref",
        "id",
        "kind",
        "state",
        "case",
        "unverified"
    };

    private final Agreement agreement;
    private final RecordFile file;

    TableReader(Agreement agreement, RecordFile file) {
        this.agreement = agreement;
        this.file = file;
    }

    List<Statement> read(YamlMap mapping) {
        mapping.only(KEYS);
        String name = mapping.text("table");
        List<Row> rows = file.tables().rows(name, mapping.scalar("table").place());
        checkHeader(mapping, rows);
        String kind = mapping.text("rows", "declare");
        return switch (kind) {
            case "declare" -> totals(mapping, name, rows);
            case "items" -> List.of(items(mapping, name, rows));
            default -> forms(mapping, name, rows, form(mapping.scalar("rows")));
        };
    }

    private Form form(YamlScalar rows) {
        Form form = agreement.forms().get(rows.value());
        if (form == null) {
            Set<String> allowed = new TreeSet<>(agreement.forms().keySet());
            allowed.addAll(List.of("declare", "items"));
            throw new ParleyException(
                    Code.BAD_VALUE,
                    rows.place(),
                    "rows cannot be " + rows.described(),
                    Nearest.hint(rows.value(), allowed));
        }
        return form;
    }

    /**
     * Every column that must exist does: a wrong header gives one message, not a table of blanks.
     */
    private void checkHeader(YamlMap mapping, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Set<String> columns = rows.getFirst().cells().keySet();
        List<YamlScalar> wanted = new ArrayList<>();
        for (String key : List.of("counts", "fields")) {
            mapping.entries(key).values().forEach(node -> wanted.add(node.asScalar()));
        }
        for (String key : List.of("source", "skip-when")) {
            mapping.findMap(key)
                    .filter(map -> key.equals("skip-when"))
                    .ifPresent(map ->
                            map.keys()
                                    .forEach(column ->
                                            wanted.add(
                                                    new YamlScalar(map.placeOf(column), column))));
        }
        for (String key : List.of("id", "kind", "state", "note", "published")) {
            mapping.findScalar(key).ifPresent(wanted::add);
        }
        for (YamlScalar column : wanted) {
            if (!columns.contains(column.value())) {
                throw new ParleyException(
                        Code.WRONG_HEADER,
                        new Place(rows.getFirst().place().origin(), 1, 1),
                        "no column "
                                + column.described()
                                + ", which "
                                + column.place()
                                + " asks for",
                        Nearest.hint(column.value(), columns));
            }
        }
    }

    private List<Statement> totals(YamlMap mapping, String table, List<Row> rows) {
        List<Statement> statements = new ArrayList<>();
        for (Row row : rows) {
            if (skipped(mapping, row)) {
                continue;
            }
            Map<String, Long> counts = new LinkedHashMap<>();
            mapping.entries("counts")
                    .forEach((id, column) -> {
                        Count count = count(id, column.place());
                        String cell = row.cell(column.asScalar().value());
                        if (!cell.isEmpty()) {
                            counts.put(
                                    id,
                                    number(row, column.asScalar().value())
                                            .scaled(count.decimals()));
                        }
                    });
            Body.Declare body =
                    new Body.Declare(
                            FieldValues.day(value(mapping, "as-of", row), row.place()),
                            counts,
                            mapping.has("zone")
                                    ? Optional.of(value(mapping, "zone", row))
                                    : Optional.empty(),
                            List.of(),
                            false,
                            Map.of());
            String by = value(mapping, "by", row);
            String ref =
                    mapping.has("ref")
                            ? value(mapping, "ref", row)
                            : stem(table) + "/" + by + "/" + body.asOf();
            statements.add(statement(mapping, row, ref, Kind.DECLARE, Optional.empty(), by, body));
        }
        return statements;
    }

    private Count count(String id, Place at) {
        Count count = agreement.counts().get(id);
        if (count == null) {
            throw new ParleyException(
                    Code.UNDECLARED,
                    at,
                    agreement.id() + " has no count \"" + id + "\"",
                    Nearest.hint(id, agreement.counts().keySet()));
        }
        return count;
    }

    /** A text where a number belongs is told with its cell. */
    private static YamlScalar number(Row row, String column) {
        return new YamlScalar(row.place(), row.cell(column));
    }

    private boolean skipped(YamlMap mapping, Row row) {
        return mapping.findMap("skip-when")
                .map(skip ->
                        skip.keys().stream()
                                .anyMatch(column -> skip.texts(column).contains(row.cell(column))))
                .orElse(false);
    }

    private Statement items(YamlMap mapping, String table, List<Row> rows) {
        if (rows.isEmpty()) {
            throw new ParleyException(
                    Code.MISSING_KEY, file(table), "the table has no rows", "add the items");
        }
        ItemFields reader = new ItemFields(agreement);
        List<Item> items = new ArrayList<>();
        Row first = rows.getFirst();
        for (Row row : rows) {
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put("id", row.cell(mapping.text("id", "id")));
            cells.put("kind", row.cell(mapping.text("kind", "kind")));
            cells.put("state", row.cell(mapping.text("state", "state")));
            mapping.entries("fields")
                    .forEach((field, column) -> {
                        String cell = row.cell(column.asScalar().value());
                        if (!cell.isEmpty()) {
                            cells.put(field, cell);
                        }
                    });
            items.add(reader.item(cells, row.place()));
        }
        String by = value(mapping, "by", first);
        Body.Declare body =
                new Body.Declare(
                        FieldValues.day(value(mapping, "as-of", first), first.place()),
                        Map.of(),
                        Optional.empty(),
                        items,
                        true,
                        Map.of());
        String ref = mapping.text("ref", stem(table) + "/" + by + "/" + body.asOf());
        return statement(mapping, first, ref, Kind.DECLARE, Optional.empty(), by, body);
    }

    private List<Statement> forms(YamlMap mapping, String table, List<Row> rows, Form form) {
        List<Statement> statements = new ArrayList<>();
        for (Row row : rows) {
            if (skipped(mapping, row)) {
                continue;
            }
            Map<String, Value> fields = new HashMap<>();
            mapping.entries("fields")
                    .forEach((name, column) -> {
                        var type = form.fields().get(name);
                        if (type == null) {
                            throw new ParleyException(
                                    Code.UNDECLARED,
                                    column.place(),
                                    "form " + form.name() + " has no field \"" + name + "\"",
                                    Nearest.hint(name, form.fields().keySet()));
                        }
                        String cell = row.cell(column.asScalar().value());
                        if (!cell.isEmpty()) {
                            fields.put(name, FieldValues.parse(type, cell, row.place()));
                        }
                    });
            String ref =
                    mapping.has("ref")
                            ? value(mapping, "ref", row)
                            : stem(table) + "/" + (row.place().line() - 1);
            statements.add(
                    statement(
                            mapping,
                            row,
                            ref,
                            form.say(),
                            Optional.of(form.name()),
                            value(mapping, "by", row),
                            new Body.Filled(fields, Optional.empty())));
        }
        return statements;
    }

    private Statement statement(
            YamlMap mapping,
            Row row,
            String ref,
            Kind kind,
            Optional<String> form,
            String by,
            Body body) {
        agreement.party(by, row.place());
        Optional<String> note =
                mapping.findScalar("note")
                        .map(column -> row.cell(column.value()))
                        .filter(text -> !text.isEmpty());
        Optional<String> under = mapping.findScalar("under").map(YamlScalar::value);
        return new Statement(
                StatementId.of(
                        agreement,
                        row.cells(),
                        new StatementId.Header(
                                kind, form, by, List.of(), under, "public", Optional.empty())),
                ref,
                kind,
                form,
                by,
                List.of(),
                under,
                mapping.has("case") ? Optional.of(value(mapping, "case", row)) : Optional.empty(),
                Optional.empty(),
                times(mapping, row, by),
                body,
                Optional.empty(),
                List.of(),
                source(mapping, row),
                "public",
                note.map(Text::same),
                mapping.flag("unverified"),
                row.place());
    }

    private Statement.Times times(YamlMap mapping, Row row, String by) {
        Map<String, Edtf> received = new HashMap<>();
        findEdtf(mapping, "received", row)
                .ifPresent(day ->
                        agreement.counterparts(by).forEach(party -> received.put(party, day)));
        boolean assumed =
                mapping.has("published-basis")
                        && value(mapping, "published-basis", row).equals("assumed");
        return new Statement.Times(
                findEdtf(mapping, "made", row),
                received,
                findEdtf(mapping, "published", row),
                assumed);
    }

    private static Optional<Edtf> findEdtf(YamlMap mapping, String key, Row row) {
        return mapping.findScalar(key)
                .map(column -> cellOrWord(column, row))
                .filter(text -> !text.isEmpty())
                .map(text -> Edtf.parse(text, row.place()));
    }

    private static Source source(YamlMap mapping, Row row) {
        Optional<YamlMap> found = mapping.findMap("source");
        if (found.isEmpty()) {
            return Source.NONE;
        }
        YamlMap map = found.get().only("primary", "read", "also", "date");
        List<String> also =
                map.listOf("also").stream()
                        .map(node -> cellOrWord(node.asScalar(), row))
                        .filter(text -> !text.isEmpty())
                        .toList();
        return new Source(
                cell(map, "primary", row), cell(map, "read", row), also, cell(map, "date", row));
    }

    private static Optional<String> cell(YamlMap map, String key, Row row) {
        return map.findScalar(key)
                .map(column -> cellOrWord(column, row))
                .filter(text -> !text.isEmpty());
    }

    private static String value(YamlMap mapping, String key, Row row) {
        return cellOrWord(mapping.scalar(key), row);
    }

    private static String cellOrWord(YamlScalar column, Row row) {
        return row.cells().containsKey(column.value()) ? row.cell(column.value()) : column.value();
    }

    private Place file(String table) {
        return Place.of(file.origin() + " (" + table + ")");
    }

    private static String stem(String table) {
        int slash = table.lastIndexOf('/');
        int dot = table.lastIndexOf('.');
        return table.substring(slash + 1, dot > slash ? dot : table.length());
    }
}
