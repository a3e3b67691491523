// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.statement.Value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every figure of the library names who published it first, and the copy that was read. */
final class FigureSourceTest {
    private static final Path LIBRARY =
            Path.of(System.getProperty("parley.root", "..")).resolve("library");

    @Test
    void everyFigureOfTheLibraryNamesItsPrimarySourceAndTheCopyRead() {
        Library library = Library.open(LIBRARY, LIBRARY.resolve("none"));
        List<String> bare = new ArrayList<>();
        int figures = 0;
        for (String id : library.ids()) {
            List<Statement> statements = library.load(id).record().statements();
            figures += (int) statements.stream().filter(one -> figure(one.body())).count();
            bare(statements).forEach(ref -> bare.add(id + ": " + ref));
        }
        assertThat(bare).isEmpty();
        assertThat(figures).isGreaterThan(60);
    }

    @Test
    void aFigureWithoutEitherIsFound(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("record"));
        Files.writeString(
                folder.resolve("agreement.yaml"),
                """
                format: 1
                id: exercise
                title: {en: Exercise}
                kind: treaty
                exercise: true
                parties: [XA, XB]
                zone: GMT
                counts: {holdings: {declared: true}}
                forms: {visit: {say: inspect, fields: {number: integer 0..9, host: party}}}
                """);
        Files.writeString(
                folder.resolve("record/record.yaml"),
                """
                exercise: true
                statements:
                - {ref: whole, kind: declare, by: XA, as-of: 2030-01-01, counts: {holdings: 1},
                   source: {primary: Ministry, read: a copy}}
                - {ref: no-primary, kind: declare, by: XA, as-of: 2030-01-02, counts: {holdings: 1},
                   source: {read: a copy}}
                - {ref: no-copy, kind: report, by: XA, as-of: 2030-01-02, totals: {visit: {XA: 1}},
                   source: {primary: Ministry}}
                - {ref: no-source, form: visit, by: XA, fields: {number: 3}}
                - {ref: no-figure, form: visit, by: XA, fields: {host: XB}}
                """);
        assertThat(bare(Library.load(folder).record().statements()))
                .containsExactlyInAnyOrder("no-primary", "no-copy", "no-source");
    }

    /** The refs of statements that give a figure, but not both of its sources. */
    private static List<String> bare(List<Statement> statements) {
        return statements.stream()
                .filter(one -> figure(one.body()))
                .filter(one -> !named(one.source().primary()) || !named(one.source().read()))
                .map(Statement::ref)
                .toList();
    }

    private static boolean named(Optional<String> source) {
        return source.filter(text -> !text.isBlank()).isPresent();
    }

    private static boolean figure(Body body) {
        return switch (body) {
            case Body.Declare declare ->
                    !declare.counts().isEmpty()
                            || !declare.items().isEmpty()
                            || number(declare.fields());
            case Body.Totals totals -> !totals.totals().isEmpty();
            case Body.Decide decide -> !decide.sets().isEmpty();
            case Body.Dispute dispute -> !dispute.claims().counts().isEmpty();
            case Body.Filled filled -> number(filled.fields());
            case Body.Change change -> number(change.set());
            case Body.Act act -> false;
            case Body.Claim claim -> false;
            case Body.Said said -> false;
            case Body.Contact contact -> false;
            case Body.Account account -> false;
            case Body.Unknown unknown -> false;
        };
    }

    private static boolean number(Map<String, Value> fields) {
        return fields.values().stream().anyMatch(value -> value instanceof Value.Whole);
    }
}
