// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.archive.Kept;
import org.parley.evidence.Word;
import org.parley.extraction.FoundClaim;
import org.parley.record.CsvText;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Claims found in documents as a table: columns are only ever added, at the end. */
public final class FoundCsv {
    private record Column(String name, Function<Row, String> cell) {}

    private record Row(Kept from, FoundClaim claim) {}

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("id", row -> row.claim.id()),
                    new Column("document", row -> row.from.entry().id()),
                    new Column("name", row -> row.from.entry().name()),
                    new Column("language", row -> row.from.language()),
                    new Column("kind", row -> row.claim.kind().word()),
                    new Column("actors", row -> actors(row.claim)),
                    new Column("mechanism", row -> text(row.claim.mechanism())),
                    new Column("action", row -> text(row.claim.about().action())),
                    new Column("date", row -> date(row.claim.when())),
                    new Column("date_shown", row -> text(row.claim.when().map(w -> w.shown()))),
                    new Column(
                            "date_basis", row -> text(row.claim.when().map(w -> w.basis().word()))),
                    new Column("measure", row -> figure(row, f -> f.measure())),
                    new Column("qualifier", row -> figure(row, f -> f.qualifier())),
                    new Column("value", row -> figure(row, f -> String.valueOf(f.value()))),
                    new Column(
                            "high", row -> figure(row, f -> text(f.high().map(String::valueOf)))),
                    new Column("unit", row -> figure(row, f -> f.unit())),
                    new Column("as_of", row -> figure(row, f -> date(f.asOf()))),
                    new Column("basis", row -> figure(row, f -> f.basis())),
                    new Column("status", row -> text(row.claim.status().map(Word::word))),
                    new Column("assertion", row -> row.claim.assertion().word()),
                    new Column("denied", row -> row.claim.denied() ? "yes" : "no"),
                    new Column("attribution", row -> chain(row.claim)),
                    new Column("place", row -> text(row.claim.about().place())),
                    new Column("quote", row -> row.claim.anchor().exact()),
                    new Column("from", row -> String.valueOf(row.claim.anchor().from())),
                    new Column("to", row -> String.valueOf(row.claim.anchor().to())),
                    new Column("page", row -> text(row.claim.anchor().page().map(String::valueOf))),
                    new Column("proposed_by", row -> text(row.claim.proposedBy())));

    private FoundCsv() {}

    /** The first line. */
    public static String header() {
        return CsvText.of(COLUMNS.stream().map(Column::name).toList(), List.of());
    }

    /** The claims of documents, a line each, without the first line. */
    public static String rows(List<Kept> documents) {
        List<List<String>> rows = new ArrayList<>();
        for (Kept from : documents) {
            for (FoundClaim claim : from.reading().claims()) {
                Row row = new Row(from, claim);
                rows.add(COLUMNS.stream().map(column -> column.cell.apply(row)).toList());
            }
        }
        return rows.isEmpty() ? "" : CsvText.of(rows.getFirst(), rows.subList(1, rows.size()));
    }

    private static String actors(FoundClaim claim) {
        return String.join(" ", claim.actors().stream().map(FoundClaim::three).toList());
    }

    private static String figure(Row row, Function<FoundClaim.Figure, String> cell) {
        return row.claim.figure().map(cell).orElse("");
    }

    /** What cannot be reckoned stays empty here; its words stand beside it. */
    private static String date(Optional<FoundClaim.When> when) {
        return text(when.flatMap(FoundClaim.When::edtf));
    }

    private static String text(Optional<String> text) {
        return text.orElse("");
    }

    private static String chain(FoundClaim claim) {
        List<String> links = new ArrayList<>();
        claim.chain().forEach(link -> links.add(link.by() + " (" + link.type().word() + ")"));
        return String.join(" < ", links);
    }
}
