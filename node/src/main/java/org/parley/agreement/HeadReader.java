// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Text;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlScalar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what rules are about: dates, phases, zones, places, tables, items, forms. */
final class HeadReader extends SectionReader {
    private static final Pattern WHOLE = Pattern.compile("integer(?: (-?\\d+)\\.\\.(-?\\d+))?");
    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d)\\)(?: (\\S+))?");
    private static final Map<String, FieldKind.Basic> BASIC =
            Map.of(
                    "text", FieldKind.Basic.TEXT,
                    "boolean", FieldKind.Basic.TRUTH,
                    "time", FieldKind.Basic.TIME,
                    "date", FieldKind.Basic.DATE,
                    "dates", FieldKind.Basic.DATES,
                    "place", FieldKind.Basic.PLACE,
                    "zone", FieldKind.Basic.ZONE,
                    "party", FieldKind.Basic.PARTY,
                    "item", FieldKind.Basic.ITEM,
                    "field", FieldKind.Basic.FIELD);

    /** Reads the rows of a table file that stands beside the agreement. */
    private final BiFunction<String, YamlScalar, List<Map<String, String>>> tableFile;

    HeadReader(
            Problems problems,
            BiFunction<String, YamlScalar, List<Map<String, String>>> tableFile) {
        super(problems);
        this.tableFile = tableFile;
    }

    Agreement.SourceText source(String key, YamlNode node) {
        YamlMap source = node.asMap().only("title", "date", "read", "url");
        return new Agreement.SourceText(
                key,
                source.text("title"),
                source.findScalar("date").map(YamlScalar::value),
                source.findScalar("read")
                        .or(() -> source.findScalar("url"))
                        .map(YamlScalar::value));
    }

    Agreement.NamedDate namedDate(String name, YamlNode node) {
        if (node instanceof YamlMap map) {
            map.only("date", "title", "article", "unverified", "note");
            return new Agreement.NamedDate(
                    name,
                    date(map.scalar("date")),
                    map.languages("title").orElseGet(() -> Text.same(name.replace('_', ' '))),
                    map.flag("unverified"),
                    node.place());
        }
        return new Agreement.NamedDate(
                name,
                date(node.asScalar()),
                Text.same(name.replace('_', ' ')),
                false,
                node.place());
    }

    Agreement.Phase phase(String name, YamlNode node) {
        YamlMap phase = rule(node, "from", "until");
        return new Agreement.Phase(
                name,
                date(phase.scalar("from")),
                date(phase.scalar("until")),
                phase.languages("title").orElseGet(() -> Text.same(name.replace('_', ' '))),
                node.place());
    }

    Zone zone(String name, YamlNode node) {
        YamlMap zone = rule(node, "within");
        return new Zone(
                name,
                zone.languages("title").orElseGet(() -> Text.same(name.replace('_', ' '))),
                zone.findScalar("within").map(YamlScalar::value));
    }

    Zone.Member member(String name, YamlNode node) {
        YamlMap member = rule(node, "zones");
        List<Zone.Belongs> belongs = new ArrayList<>();
        for (YamlNode entry : member.listOf("zones")) {
            if (entry instanceof YamlScalar zone) {
                belongs.add(new Zone.Belongs(zone.value(), Optional.empty(), Optional.empty()));
            } else {
                YamlMap dated = rule(entry, "zone", "from", "until");
                belongs.add(
                        new Zone.Belongs(
                                dated.text("zone"),
                                findDate(dated, "from"),
                                findDate(dated, "until")));
            }
        }
        return new Zone.Member(
                name,
                member.languages("title").orElseGet(() -> Text.same(name.replace('_', ' '))),
                belongs);
    }

    /** Tables in the order of the file, since one may sum another. */
    Map<String, Table> tables(YamlMap file) {
        Map<String, Table> read = new LinkedHashMap<>();
        section(
                file,
                "tables",
                (name, node) -> {
                    Table table = table(name, node, read);
                    read.put(name, table);
                    return table;
                });
        return java.util.Collections.unmodifiableMap(read);
    }

    private Table table(String name, YamlNode node, Map<String, Table> before) {
        String[] keys = {"by", "values", "file", "value", "sum"};
        YamlMap table = rule(node, "by", "values", "file", "value", "sum", "versions");
        List<String> by = table.texts("by");
        if (table.has("sum")) {
            Table whole = before.get(table.text("sum"));
            int column = whole == null || by.isEmpty() ? -1 : whole.by().indexOf(by.getFirst());
            if (whole == null || column < 0) {
                throw new ParleyException(
                        Code.UNDECLARED,
                        table.placeOf("sum"),
                        "no table \""
                                + table.text("sum")
                                + "\" with a key \""
                                + by
                                + "\" before here",
                        Nearest.hint(table.text("sum"), before.keySet()));
            }
            Map<String, Long> sums = new LinkedHashMap<>();
            whole.values()
                    .first()
                    .forEach((key, value) ->
                            sums.merge(key.split(">", -1)[column], value, Long::sum));
            return new Table(name, by, new Versions<>(sums, List.of()), node.place());
        }
        Versions<Map<String, Long>> values =
                table.has("file")
                        ? new Versions<>(fromFile(table, by), List.of())
                        : versions(node, keys, HeadReader::values);
        return new Table(name, by, values, node.place());
    }

    private static Map<String, Long> values(YamlMap table) {
        Map<String, Long> values = new LinkedHashMap<>();
        table.need("values")
                .asMap()
                .entries()
                .forEach((key, value) -> values.put(key, value.asScalar().whole()));
        return values;
    }

    private Map<String, Long> fromFile(YamlMap table, List<String> by) {
        Map<String, Long> values = new LinkedHashMap<>();
        String column = table.text("value");
        for (Map<String, String> row : tableFile.apply(table.text("file"), table.scalar("file"))) {
            List<String> parts = new ArrayList<>();
            for (String key : by) {
                parts.add(cell(row, key, table));
            }
            String number = cell(row, column, table);
            if (!number.isBlank()) {
                values.put(
                        String.join(">", parts),
                        new YamlScalar(table.placeOf("file"), number.strip()).whole());
            }
        }
        return values;
    }

    private static String cell(Map<String, String> row, String column, YamlMap table) {
        String cell = row.get(column);
        if (cell == null) {
            throw new ParleyException(
                    Code.WRONG_HEADER,
                    table.placeOf("file"),
                    table.text("file") + " has no column \"" + column + "\"",
                    Nearest.hint(column, row.keySet()));
        }
        return cell;
    }

    ItemGroup items(String name, YamlNode node) {
        YamlMap group = rule(node, "is", "id", "state", "fields");
        return new ItemGroup(
                name,
                group.texts("is"),
                group.text("id", "id"),
                group.texts("state"),
                fields(group),
                node.place());
    }

    Form form(String name, YamlNode node) {
        YamlMap form = rule(node, "say", "fields");
        return new Form(
                name,
                form.languages("title").orElseGet(() -> Text.same(name.replace('_', ' '))),
                kind(form.scalar("say")),
                fields(form),
                node.place());
    }

    private static Map<String, FieldKind> fields(YamlMap owner) {
        Map<String, FieldKind> fields = new LinkedHashMap<>();
        owner.entries("fields")
                .forEach((name, type) -> {
                    checkName(name, type.place());
                    fields.put(name, fieldKind(type.asScalar()));
                });
        return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    static FieldKind fieldKind(YamlScalar type) {
        FieldKind.Basic basic = BASIC.get(type.value());
        if (basic != null) {
            return FieldKind.of(basic);
        }
        Matcher whole = WHOLE.matcher(type.value());
        if (whole.matches()) {
            return whole.group(1) == null
                    ? FieldKind.of(FieldKind.Basic.WHOLE)
                    : FieldKind.whole(
                            new YamlScalar(type.place(), whole.group(1)).whole(),
                            new YamlScalar(type.place(), whole.group(2)).whole());
        }
        Matcher decimal = DECIMAL.matcher(type.value());
        if (decimal.matches()) {
            FieldKind any = FieldKind.of(FieldKind.Basic.DECIMAL);
            return new FieldKind(
                    FieldKind.Basic.DECIMAL,
                    any.least(),
                    any.most(),
                    Integer.parseInt(decimal.group(1)),
                    Optional.ofNullable(decimal.group(2)).orElse(""));
        }
        Map<String, String> words = new HashMap<>();
        BASIC.keySet().forEach(word -> words.put(word, word));
        words.put("integer", "integer");
        words.put("decimal(1)", "decimal(1)");
        throw new ParleyException(
                Code.WRONG_TYPE,
                type.place(),
                type.described() + " is not a type",
                Nearest.hint(type.value(), words.keySet()));
    }
}
