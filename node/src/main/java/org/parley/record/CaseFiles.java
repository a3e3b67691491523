// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlReader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an agreement, its record and its tests stand: a folder with {@code agreement.yaml}, {@code
 * record/} and {@code test.yaml}, or one file with a YAML document for each.
 *
 * @param where the folder or the file
 */
public record CaseFiles(Path where) {
    private static final String TESTS = "tests";
    private static final String AGREEMENT = "agreement.yaml";

    /** Whether an agreement stands here: its folder, or its file. */
    public static boolean isCase(Path path) {
        return Files.isRegularFile(path)
                ? String.valueOf(path.getFileName()).endsWith(".yaml")
                : Files.isRegularFile(path.resolve(AGREEMENT));
    }

    private boolean isOneFile() {
        return Files.isRegularFile(where);
    }

    /** The file that holds the rules. */
    public Path agreementFile() {
        return isOneFile() ? where : where.resolve(AGREEMENT);
    }

    /** What lies beside the agreement: tables that it names. */
    Path folder() {
        return isOneFile()
                ? Optional.ofNullable(where.toAbsolutePath().getParent()).orElse(where)
                : where;
    }

    /** The id by which the library knows it. */
    String id() {
        String name = String.valueOf(where.getFileName());
        return isOneFile() ? name.substring(0, name.length() - ".yaml".length()) : name;
    }

    private List<YamlNode> documents() {
        return YamlReader.documents(Folders.shown(where), Folders.text(where));
    }

    private static boolean holdsTests(YamlNode document) {
        return document instanceof YamlMap map && map.has(TESTS);
    }

    /** The files of the record. */
    List<RecordFile> record() {
        return isOneFile() ? List.of(recordFile(this::documents)) : Library.files(where);
    }

    /** The same where the file with the rules has been parsed already. */
    List<RecordFile> record(List<YamlNode> documents) {
        return isOneFile() ? List.of(recordFile(() -> documents)) : Library.files(where);
    }

    /** The single file as a file of the record: all of it but the rules and the tests. */
    private RecordFile recordFile(RecordFile.Documents all) {
        return new RecordFile(
                Folders.shown(where),
                () ->
                        all.read().stream()
                                .skip(1)
                                .filter(document -> !holdsTests(document))
                                .toList(),
                Tables.beside(folder())::table);
    }

    /** The tests, one node each, in the order of the file; empty if there are none. */
    public List<YamlNode> tests() {
        if (isOneFile()) {
            List<YamlNode> tests = new ArrayList<>();
            for (YamlNode document : documents()) {
                if (holdsTests(document)) {
                    tests.addAll(document.asMap().only(TESTS).listOf(TESTS));
                }
            }
            return tests;
        }
        Path file = where.resolve("test.yaml");
        return Files.isRegularFile(file)
                ? YamlReader.document(Folders.shown(file), Folders.text(file)).asList().nodes()
                : List.of();
    }

    /** The agreements in a folder of such, or the one that stands at the path itself. */
    public static List<Path> below(Path path) {
        if (isCase(path)) {
            return List.of(path);
        }
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(path)) {
            Folders.children(path).stream().filter(CaseFiles::isCase).forEach(found::add);
        }
        if (found.isEmpty()) {
            throw new ParleyException(
                    Code.NOT_FOUND,
                    Place.of(Folders.shown(path)),
                    "no agreement.yaml here",
                    "name a folder that holds one");
        }
        return found;
    }
}
