// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.record.RecordFile.Content;
import org.parley.record.RecordFile.Row;
import org.parley.yaml.YamlScalar;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the CSV and XLSX tables that stand in a folder. */
final class Tables {
    private final Path folder;

    private Tables(Path folder) {
        this.folder = folder;
    }

    static Tables beside(Path folder) {
        return new Tables(folder);
    }

    List<Map<String, String>> cells(String name, YamlScalar at) {
        return table(name, Optional.empty(), at.place()).rows().stream().map(Row::cells).toList();
    }

    /**
     * A table by its name in the folder.
     *
     * @param at where the table is named; a name that leaves the folder is refused there
     */
    Content table(String name, Optional<YamlScalar> sheet, Place at) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new ParleyException(
                    Code.UNREADABLE,
                    at,
                    "\"" + name + "\" lies outside",
                    "put it beside this file");
        }
        if (!Files.exists(file)) {
            throw new ParleyException(
                    Code.NOT_FOUND,
                    at,
                    "there is no \"" + name + "\" beside this file",
                    "check the name");
        }
        return read(file, sheet);
    }

    /** A table from a file, by the file's ending. */
    static Content read(Path file, Optional<YamlScalar> sheet) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            return Sheets.read(file, sheet);
        }
        if (name.endsWith(".csv")) {
            return CsvTable.parse(Folders.shown(file), Folders.text(file));
        }
        throw new ParleyException(
                Code.UNREADABLE,
                Place.of(Folders.shown(file)),
                "a table of another kind",
                "save it as .xlsx or as .csv");
    }
}
