// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.agreement.Agreement;
import org.parley.record.RecordFile.Content;
import org.parley.record.RecordFile.Row;
import org.parley.statement.Statement;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlReader;
import org.parley.yaml.YamlScalar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table from outside that becomes part of a record in the home folder: the cells as CSV, and the
 * mapping that reads them. Everything is read and checked, together with the record that is there,
 * before anything is written; the shipped library is never written to.
 *
 * @param statements what the table says
 * @param files what is to be written, in this order: a table without its mapping means nothing
 */
public record Import(Agreement agreement, List<Statement> statements, Map<Path, String> files) {
    private static final String AGREEMENT_COLUMN = "agreement";

    public Import {
        statements = List.copyOf(statements);
    }

    /**
     * Reads a table through a mapping.
     *
     * @param to the agreement; if empty, the table's own column {@code agreement} says
     * @param replace whether an earlier import of a file of that name may be replaced
     */
    public static Import read(
            Library library,
            Path home,
            Path table,
            Path mapping,
            Optional<String> to,
            boolean replace) {
        List<YamlMap> maps = new ArrayList<>();
        for (YamlNode node : YamlReader.documents(Folders.shown(mapping), Folders.text(mapping))) {
            maps.add(node.asMap());
        }
        if (maps.isEmpty()) {
            throw new ParleyException(
                    Code.MISSING_KEY,
                    Place.of(Folders.shown(mapping)),
                    "the mapping is empty",
                    "say which column is what, as in docs/formats/record.md");
        }
        List<Content> contents = new ArrayList<>();
        for (YamlMap map : maps) {
            contents.add(Tables.read(table, map.findScalar("sheet")));
        }
        String id = to.orElseGet(() -> named(contents.getFirst()));
        return new Reading(library, home, table, id).read(maps, contents, replace);
    }

    private static String named(Content content) {
        Set<String> ids = new LinkedHashSet<>();
        content.rows().forEach(row -> ids.add(row.cell(AGREEMENT_COLUMN)));
        if (ids.size() != 1 || ids.contains("")) {
            throw new ParleyException(
                    Code.MISSING_KEY,
                    content.place(),
                    "the table does not say which agreement it is for",
                    "add --to ID");
        }
        return ids.iterator().next();
    }

    /** Writes the files; a failure leaves at most a table that no mapping reads. */
    public void write(boolean replace) {
        for (Map.Entry<Path, String> file : files.entrySet()) {
            makeFolder(file.getKey());
            NewFile.write(file.getKey(), file.getValue(), replace);
        }
    }

    private static void makeFolder(Path file) {
        try {
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(file));
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNREADABLE,
                    Place.of(Folders.shown(file)),
                    "its folder could not be made (" + e.getClass().getSimpleName() + ")",
                    "check --home and its permissions");
        }
    }

    /** One reading of a table; where its results go. */
    private record Reading(Library library, Path home, Path table, String id) {

        Import read(List<YamlMap> maps, List<Content> contents, boolean replace) {
            Path folder = home.resolve("agreements").resolve(id).resolve("record");
            String stem = stem();
            Map<Path, String> files = new LinkedHashMap<>();
            Map<String, Content> tables = new HashMap<>();
            StringBuilder text =
                    new StringBuilder("# Imported from ").append(table.getFileName()).append('\n');
            for (int i = 0; i < maps.size(); i++) {
                String name = maps.size() == 1 ? stem + ".csv" : stem + "-" + (i + 1) + ".csv";
                tables.put(name, contents.get(i));
                files.put(folder.resolve(name), csv(contents.get(i)));
                text.append(i == 0 ? "" : "---\n");
                text.append(YamlText.lines(ours(maps.get(i), name)));
            }
            Path mapping = folder.resolve(stem + ".yaml");
            files.put(mapping, text.toString());
            if (!replace && Files.exists(mapping)) {
                throw new ParleyException(
                        Code.BAD_VALUE,
                        Place.of(Folders.shown(mapping)),
                        "this was imported before",
                        "rename your file, or add --force to replace the earlier import");
            }
            Agreement agreement = Library.agreement(library.folder(id));
            RecordFile added =
                    new RecordFile(
                            Folders.shown(mapping),
                            text.toString(),
                            (name, sheet, at) ->
                                    Optional.ofNullable(tables.get(name)).orElseThrow());
            return new Import(agreement, check(agreement, added), files);
        }

        /** The mapping as it is kept: it reads the CSV that is written beside it. */
        private static YamlMap ours(YamlMap map, String name) {
            YamlScalar table = new YamlScalar(map.place(), name);
            return map.with("table", table, Set.of("sheet"));
        }

        private static String csv(Content content) {
            List<String> header =
                    content.header().stream().filter(name -> !name.isEmpty()).toList();
            List<List<String>> rows = new ArrayList<>();
            for (Row row : content.rows()) {
                rows.add(header.stream().map(name -> row.cells().getOrDefault(name, "")).toList());
            }
            return CsvText.of(header, rows);
        }

        /**
         * Reads it with all that is there: a ref that stands twice is found before it is written.
         */
        private List<Statement> check(Agreement agreement, RecordFile added) {
            List<RecordFile> all = new ArrayList<>(new CaseFiles(library.folder(id)).record());
            all.addAll(library.additions(id));
            all.removeIf(file -> file.origin().equals(added.origin()));
            all.add(added);
            List<Statement> statements = RecordReader.read(agreement, all).statements();
            int before =
                    RecordReader.read(agreement, all.subList(0, all.size() - 1))
                            .statements()
                            .size();
            return statements.subList(before, statements.size());
        }

        private String stem() {
            String name = String.valueOf(table.getFileName());
            int dot = name.lastIndexOf('.');
            String stem = name.substring(0, dot > 0 ? dot : name.length());
            String plain = stem.replaceAll("[^\\p{L}\\p{N}._-]+", "-").toLowerCase(Locale.ROOT);
            return plain.startsWith(".") ? "table" + plain : plain;
        }
    }
}
