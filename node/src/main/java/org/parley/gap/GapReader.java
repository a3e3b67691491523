// SPDX-License-Identifier: Apache-2.0
package org.parley.gap;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Text;
import org.parley.time.Edtf;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlReader;
import org.parley.yaml.YamlScalar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code gaps.yaml}. */
public final class GapReader {
    private GapReader() {}

    /** Reads the text of the file. */
    public static Gaps read(String origin, String text) {
        YamlMap root =
                YamlReader.document(origin, text).asMap().only("format", "days", "rows", "options");
        if (!root.text("format").equals("1")) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    root.scalar("format").place(),
                    "format " + root.text("format"),
                    "this program reads format 1");
        }
        List<LocalDate> days = new ArrayList<>();
        for (YamlNode node : root.listOf("days")) {
            YamlScalar day = node.asScalar();
            days.add(
                    Edtf.parse(day.value(), day.place())
                            .latest()
                            .orElseThrow(() ->
                                    new ParleyException(
                                            Code.BAD_DATE, day.place(), "open", "write a day")));
        }
        Set<String> ids = new HashSet<>();
        List<Gaps.Row> rows = new ArrayList<>();
        for (YamlNode node : root.need("rows").asList().nodes()) {
            rows.add(row(node.asMap(), ids));
        }
        List<Gaps.Choice> choices = new ArrayList<>();
        for (YamlNode node : root.listOf("options")) {
            choices.add(choice(node.asMap(), ids));
        }
        return new Gaps(days, rows, choices);
    }

    private static String id(YamlMap map, Set<String> ids) {
        YamlScalar id = map.scalar("id");
        if (!ids.add(id.value())) {
            throw new ParleyException(
                    Code.DUPLICATE_REF, id.place(), id.described() + " stands twice", "rename one");
        }
        return id.value();
    }

    private static Gaps.Row row(YamlMap map, Set<String> ids) {
        map.only("id", "title", "note", "cells");
        List<Gaps.Cell> cells = new ArrayList<>();
        for (YamlNode node : map.listOf("cells")) {
            cells.add(cell(node.asMap()));
        }
        return new Gaps.Row(id(map, ids), text(map, "title"), map.languages("note"), cells);
    }

    private static Gaps.Cell cell(YamlMap map) {
        map.only("mechanism", "how", "provision", "statement", "says", "source", "unverified");
        YamlScalar how = map.scalar("how");
        Gaps.Cell cell =
                new Gaps.Cell(
                        map.text("mechanism"),
                        How.of(how.value())
                                .orElseThrow(() ->
                                        new ParleyException(
                                                Code.BAD_VALUE,
                                                how.place(),
                                                how.described() + " means nothing here",
                                                Nearest.hint(how.value(), How.words()))),
                        map.findScalar("provision").map(YamlScalar::value),
                        map.findScalar("statement").map(YamlScalar::value),
                        text(map, "says"),
                        map.findScalar("source").map(YamlScalar::value),
                        map.flag("unverified"),
                        map.place());
        if (cell.provision().isEmpty() && cell.statement().isEmpty() && cell.source().isEmpty()) {
            throw new ParleyException(
                    Code.MISSING_KEY,
                    map.place(),
                    "nothing says where this was read",
                    "name a provision or a statement of the mechanism, or a source");
        }
        return cell;
    }

    private static Gaps.Choice choice(YamlMap map, Set<String> ids) {
        map.only("id", "title", "shows", "keeps", "mechanisms", "source", "unverified");
        return new Gaps.Choice(
                id(map, ids),
                text(map, "title"),
                text(map, "shows"),
                text(map, "keeps"),
                map.texts("mechanisms"),
                map.text("source"),
                map.flag("unverified"));
    }

    private static Text text(YamlMap map, String key) {
        return Optional.of(map.need(key)).map(YamlMap::languages).orElseThrow();
    }
}
