// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an import leaves behind: the whole of it or nothing, and messages about the user's files.
 */
final class ImportTest {
    private static final String TABLE =
            """
            agreement,ref,by,date,holdings
            arden-borel,mine-1,XA,2030-07-01,98.5
            """;
    private static final String MAPPING =
            """
            rows: declare
            ref: ref
            by: by
            as-of: date
            counts: {holdings: holdings}
            """;

    @TempDir Path folder;

    private Path home;
    private Path record;
    private Path table;
    private Path mapping;

    @BeforeEach
    void writeBoth() throws IOException {
        home = folder.resolve("home");
        record = home.resolve("agreements/arden-borel/record");
        table = Files.writeString(folder.resolve("mine.csv"), TABLE);
        mapping = Files.writeString(folder.resolve("map.yaml"), MAPPING);
    }

    @Test
    void aReplacedImportLeavesNothingOfTheOld() throws IOException {
        assertThat(imported().code()).isZero();
        assertThat(names()).containsExactly("mine.csv", "mine.yaml");
        Files.writeString(table, TABLE.replace("98.5", "97.5"));
        assertThat(imported().err()).contains("imported before", "--force");
        assertThat(imported("--force").code()).isZero();
        assertThat(names()).containsExactly("mine-again-2.csv", "mine.yaml");
        assertThat(record.resolve("mine.yaml")).content().contains("table: mine-again-2.csv");
        assertThat(record.resolve("mine-again-2.csv")).content().contains("97.5");
    }

    /** Killed after its first file, an import has written a table that no mapping reads. */
    @Test
    void anInterruptedImportCanBeDoneAgain() throws IOException {
        Files.createDirectories(record);
        Files.writeString(record.resolve("mine.csv"), "a table of somebody else\n");
        assertThat(imported().code()).isZero();
        assertThat(record.resolve("mine.csv")).hasContent("a table of somebody else\n");
        assertThat(record.resolve("mine.yaml")).content().contains("table: mine-again-2.csv");
        Files.delete(record.resolve("mine.yaml"));
        assertThat(imported().code()).isZero();
        assertThat(names()).containsExactly("mine-again-2.csv", "mine.csv", "mine.yaml");
    }

    @Test
    void aWrongHeaderIsSaidWithThePlaceInTheMappingThatWasGiven() throws IOException {
        Files.writeString(table, TABLE.replace("date", "day"));
        assertThat(imported().err())
                .startsWith(
                        table
                                + ":1:1: table header does not match: no column \"date\", which "
                                + mapping
                                + ":4:8 asks for; use one of: agreement, by, day,");
        assertThat(home).doesNotExist();
    }

    @Test
    void aTableWithoutRowsIsNoImport() throws IOException {
        Files.writeString(table, TABLE.substring(0, TABLE.indexOf('\n') + 1));
        assertThat(imported().err())
                .contains("the table has a header and no rows; there is nothing to import");
        assertThat(home).doesNotExist();
    }

    @Test
    void aHomeThatIsAFileIsSaidAndNothingIsPrintedAsDone() throws IOException {
        Files.writeString(home, "");
        Session session = imported();
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.out()).isEmpty();
        assertThat(session.err())
                .contains("cannot be written: ", "its folder could not be made; check --home");
    }

    private Session imported(String... more) {
        return Session.at(
                home,
                Stream.concat(
                                Stream.of("import", table.toString(), "--map", mapping.toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(record)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }
}
