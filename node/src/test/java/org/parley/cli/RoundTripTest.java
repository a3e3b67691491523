// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Place;
import org.parley.record.Library;
import org.parley.statement.Id;
import org.parley.statement.Statement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is exported and imported again makes the same statements. */
final class RoundTripTest {
    private static final String ID = "arden-borel";
    private static final String RULES = "agreements/" + ID + "/agreement.yaml";

    @TempDir Path folder;
    private Path home;
    private Path bare;

    /** The exercise's rules with an empty record, to import into. */
    @BeforeEach
    void copyTheRules() throws IOException {
        home = folder.resolve("home");
        bare = folder.resolve("bare");
        Files.createDirectories(bare.resolve(RULES).resolveSibling("record"));
        Files.copy(Session.EXERCISE.resolve(RULES), bare.resolve(RULES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"items.xlsx", "items.csv", "declarations.xlsx", "declarations.csv"})
    void aTableThatWentOutComesBackTheSame(String name) throws IOException {
        String what = name.substring(0, name.indexOf('.'));
        Path table = exported(name, what);
        Session imported = imported(table, mapping(what));
        assertThat(imported.err()).isEmpty();
        assertThat(imported.code()).isZero();
        Map<String, Statement> after = statements(Library.open(bare, home));
        Map<String, Statement> before =
                statements(Library.open(Session.EXERCISE, folder.resolve("none")));
        assertThat(after.keySet())
                .isEqualTo(
                        what.equals("items")
                                ? java.util.Set.of("items-xa")
                                : java.util.Set.of("data-xa", "data-xb"));
        after.forEach((ref, statement) ->
                assertThat(statement)
                        .usingRecursiveComparison()
                        .withStrictTypeChecking()
                        // An entry of a YAML record has more in its text than a row can hold.
                        .withEqualsForType(Id::equals, Id.class)
                        .ignoringFields(what.equals("items") ? "place" : "id", "place")
                        .isEqualTo(before.get(ref)));
    }

    @Test
    void whatComesBackGoesOutTheSameAgain() throws IOException {
        String first = exportedText(Session.EXERCISE, folder.resolve("none"));
        imported(exported("items.xlsx", "items"), mapping("items"));
        assertThat(exportedText(bare, home)).isEqualTo(first);
    }

    @Test
    void nothingIsWrittenInADryRun() throws IOException {
        Path table = exported("items.xlsx", "items");
        Session session =
                run("import", table.toString(), "--map", mapping("items").toString(), "--dry-run");
        assertThat(session.code()).isZero();
        assertThat(session.out()).contains("declare  XA  items-xa", "nothing was written");
        assertThat(home).doesNotExist();
    }

    @Test
    void aSecondImportOfTheSameFileNeedsForce() throws IOException {
        Path table = exported("items.xlsx", "items");
        imported(table, mapping("items"));
        assertThat(imported(table, mapping("items")).err()).contains("imported before", "--force");
        Session again =
                run("import", table.toString(), "--map", mapping("items").toString(), "--force");
        assertThat(again.err()).isEmpty();
        assertThat(again.code()).isZero();
    }

    @Test
    void theShippedRecordIsReadTogetherWithOnesOwn() throws IOException {
        imported(exported("items.xlsx", "items"), mapping("items"));
        assertThat(run("list").out()).contains("with a record of your own");
        assertThat(run("status", ID, "--as-of", "2030-10-01", "--known-on", "2030-10-01").out())
                .contains("EXERCISE");
    }

    private Session run(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--library", bare.toString(), "--home", home.toString()));
        return Session.run(all.toArray(String[]::new));
    }

    private Session imported(Path table, Path mapping) {
        return run("import", table.toString(), "--map", mapping.toString());
    }

    private Path exported(String name, String what) {
        Path table = folder.resolve(name);
        String form = name.endsWith(".xlsx") ? "--xlsx" : "--csv";
        Session session = export(form, "--what", what, "--out", table.toString());
        assertThat(session.err()).isEmpty();
        return table;
    }

    private Path mapping(String what) throws IOException {
        String text = export("--mapping", "--what", what).out();
        return Files.writeString(folder.resolve(what + ".map.yaml"), text, StandardCharsets.UTF_8);
    }

    private Session export(String... more) {
        List<String> all = new java.util.ArrayList<>(List.of("export", ID));
        all.addAll(List.of("--as-of", "2030-10-01", "--known-on", "2030-10-01"));
        all.addAll(List.of(more));
        return Session.at(folder.resolve("none"), all.toArray(String[]::new));
    }

    private static String exportedText(Path library, Path home) {
        Session session =
                Session.run(
                        "export",
                        ID,
                        "--csv",
                        "--what",
                        "items",
                        "--as-of",
                        "2030-10-01",
                        "--known-on",
                        "2030-10-01",
                        "--library",
                        library.toString(),
                        "--home",
                        home.toString());
        assertThat(session.code()).isZero();
        return session.out();
    }

    private static Map<String, Statement> statements(Library library) {
        Map<String, Statement> byRef = new TreeMap<>();
        for (Statement statement : library.load(ID).record().statements()) {
            byRef.put(statement.ref(), statement);
            assertThat(statement.place()).isNotEqualTo(Place.of(""));
        }
        return byRef;
    }
}
