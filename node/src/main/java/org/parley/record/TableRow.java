// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.record.RecordFile.Row;
import org.parley.statement.Body;
import org.parley.statement.Source;
import org.parley.statement.Statement;
import org.parley.time.Edtf;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlScalar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row seen through a mapping. A mapped word that is no column is taken as the value itself, so
 * that {@code by: XA} serves a table of one party.
 */
record TableRow(YamlMap mapping, Row row) {

    /** The value that a key of the mapping leads to; empty if the key is absent or the cell is. */
    Optional<YamlScalar> find(String key) {
        return mapping.findScalar(key).map(this::value).filter(found -> !found.value().isBlank());
    }

    /** The same where there must be one. */
    YamlScalar need(String key) {
        YamlScalar found = value(mapping.scalar(key));
        if (found.value().isBlank()) {
            throw new ParleyException(
                    Code.MISSING_KEY, found.place(), "an empty cell for " + key, "fill it in");
        }
        return found;
    }

    /** The cell of a column; its text may be empty. */
    YamlScalar cell(YamlNode column) {
        return row.scalar(column.asScalar().value());
    }

    private YamlScalar value(YamlScalar word) {
        return row.cells().containsKey(word.value()) ? row.scalar(word.value()) : word;
    }

    Place place() {
        return row.place();
    }

    /** Whether the mapping leaves this row out. */
    boolean skipped() {
        return mapping.findMap("skip-when")
                .map(skip ->
                        skip.keys().stream()
                                .anyMatch(column -> skip.texts(column).contains(row.cell(column))))
                .orElse(false);
    }

    Optional<Text> text(String key) {
        Optional<YamlNode> node = mapping.find(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> languages = new HashMap<>();
        if (node.get() instanceof YamlMap map) {
            map.entries()
                    .forEach((tag, column) -> {
                        String words = value(column.asScalar()).value();
                        if (!words.isBlank()) {
                            languages.put(tag, words);
                        }
                    });
        } else {
            find(key)
                    .ifPresent(words -> {
                        languages.put("en", words.value());
                        languages.put("zh", words.value());
                    });
        }
        return languages.isEmpty() ? Optional.empty() : Optional.of(new Text(languages));
    }

    Statement.Times times(Agreement agreement, String by) {
        Map<String, Edtf> received = new HashMap<>();
        find("received")
                .ifPresent(cell -> {
                    if (cell.value().contains("=")) {
                        for (String one : cell.value().split("\\s+", -1)) {
                            int equals = Math.max(0, one.indexOf('='));
                            received.put(
                                    agreement.party(one.substring(0, equals), cell.place()),
                                    Edtf.parse(one.substring(equals + 1), cell.place()));
                        }
                    } else {
                        Edtf day = StatementReader.edtf(cell);
                        agreement.counterparts(by).forEach(party -> received.put(party, day));
                    }
                });
        return new Statement.Times(
                find("made").map(StatementReader::edtf),
                received,
                find("published").map(StatementReader::edtf),
                find("published-basis").map(YamlScalar::value).equals(Optional.of("assumed")));
    }

    Source source() {
        Optional<YamlMap> found = mapping.findMap("source");
        if (found.isEmpty()) {
            return Source.NONE;
        }
        YamlMap map = found.get().only("primary", "read", "also", "date");
        TableRow inside = new TableRow(map, row);
        List<String> also =
                map.listOf("also").stream()
                        .map(node -> value(node.asScalar()).value())
                        .filter(text -> !text.isBlank())
                        .toList();
        return new Source(
                inside.find("primary").map(YamlScalar::value),
                inside.find("read").map(YamlScalar::value),
                also,
                inside.find("date").map(YamlScalar::value));
    }

    /** The statement that this row makes, or the first of the rows that make one together. */
    Statement statement(Agreement agreement, String ref, StatementId.Header header, Body body) {
        Optional<Text> text = text("text");
        Optional<Text> note = text("note");
        Optional<String> caseId = find("case").map(YamlScalar::value);
        Source source = source();
        return new Statement(
                StatementId.of(agreement, header, body, caseId, text, source),
                ref,
                header.kind(),
                header.form(),
                header.author(),
                List.of(),
                header.under(),
                caseId,
                Optional.empty(),
                times(agreement, header.author()),
                body,
                text,
                List.of(),
                source,
                "public",
                note,
                find("unverified").map(YamlScalar::flag).orElse(false),
                row.place());
    }
}
