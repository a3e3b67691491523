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
 * @param replaced the tables of an earlier import, which nothing reads any more after that
 */
public record Import(
        Agreement agreement,
        List<Statement> statements,
        Map<Path, String> files,
        List<Path> replaced) {
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
        if (content.rows().isEmpty()) {
            throw new ParleyException(
                    Code.MISSING_KEY,
                    content.place(),
                    "the table has a header and no rows",
                    "there is nothing to import; choose another table");
        }
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
            // A table that is already there has the same cells: an import that was interrupted.
            boolean same = isTable(file.getKey());
            NewFile.write(file.getKey(), file.getValue(), replace || same);
        }
        for (Path table : replaced) {
            try {
                Files.deleteIfExists(table);
            } catch (IOException e) {
                throw unwritable(table, e, "nothing reads it any more; remove it by hand");
            }
        }
    }

    private static void makeFolder(Path file) {
        try {
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(file));
        } catch (IOException e) {
            throw unwritable(file, e, "its folder could not be made; check --home");
        }
    }

    private static ParleyException unwritable(Path file, IOException e, String todo) {
        return new ParleyException(
                Code.UNWRITABLE, Place.of(Folders.shown(file)), Folders.why(e), todo);
    }

    private static boolean isTable(Path file) {
        return file.toString().endsWith(".csv");
    }

    /** One reading of a table; where its results go. */
    private record Reading(Library library, Path home, Path table, String id) {

        Import read(List<YamlMap> maps, List<Content> contents, boolean replace) {
            Path folder = home.resolve("agreements").resolve(id).resolve("record");
            String stem = stem();
            Path mapping = folder.resolve(stem + ".yaml");
            if (!replace && Files.exists(mapping)) {
                throw new ParleyException(
                        Code.BAD_VALUE,
                        Place.of(Folders.shown(mapping)),
                        "this was imported before",
                        "rename your file, or add --force to replace the earlier import");
            }
            Map<Path, String> files = new LinkedHashMap<>();
            List<YamlMap> kept = new ArrayList<>();
            Map<String, Content> tables = new HashMap<>();
            StringBuilder text =
                    new StringBuilder("# Imported from ").append(table.getFileName()).append('\n');
            for (int i = 0; i < maps.size(); i++) {
                String cells = csv(contents.get(i));
                String name = free(folder, maps.size() == 1 ? stem : stem + "-" + (i + 1), cells);
                tables.put(name, contents.get(i));
                files.put(folder.resolve(name), cells);
                kept.add(ours(maps.get(i), name));
                text.append(i == 0 ? "" : "---\n").append(YamlText.lines(kept.getLast()));
            }
            files.put(mapping, text.toString());
            Agreement agreement = Library.agreement(library.folder(id));
            RecordFile added =
                    new RecordFile(
                            maps.getFirst().place().origin(),
                            text.toString(),
                            (name, sheet, at) ->
                                    Optional.ofNullable(tables.get(name)).orElseThrow());
            List<Statement> statements = check(agreement, mapping, kept, added);
            return new Import(agreement, statements, files, replaced(folder, mapping, files));
        }

        /**
         * A name at which nothing else is: an earlier import stays whole until the new mapping,
         * which reads the new table, has taken the place of the old one.
         */
        private static String free(Path folder, String stem, String cells) {
            for (int i = 1; ; i++) {
                String name = i == 1 ? stem + ".csv" : stem + "-again-" + i + ".csv";
                Path file = folder.resolve(name);
                if (!Files.exists(file) || Folders.text(file).equals(cells)) {
                    return name;
                }
            }
        }

        /** The tables that only the replaced mapping reads. */
        private List<Path> replaced(Path folder, Path mapping, Map<Path, String> files) {
            if (!Files.exists(mapping)) {
                return List.of();
            }
            Set<Path> old = new LinkedHashSet<>();
            Set<Path> others = new LinkedHashSet<>(files.keySet());
            for (RecordFile file : Library.files(home.resolve("agreements").resolve(id))) {
                boolean same = file.origin().equals(Folders.shown(mapping));
                for (YamlNode node : file.documents().read()) {
                    node.asMap()
                            .findScalar("table")
                            .map(table -> folder.resolve(table.value()))
                            .ifPresent(table -> (same ? old : others).add(table));
                }
            }
            old.removeAll(others);
            return List.copyOf(old);
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
        private List<Statement> check(
                Agreement agreement, Path mapping, List<YamlMap> maps, RecordFile added) {
            List<RecordFile> all = new ArrayList<>(new CaseFiles(library.folder(id)).record());
            all.addAll(library.additions(id));
            all.removeIf(file -> file.origin().equals(Folders.shown(mapping)));
            List<Statement> statements =
                    RecordReader.read(agreement, all, maps, Optional.of(added)).statements();
            int before = RecordReader.read(agreement, all).statements().size();
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
