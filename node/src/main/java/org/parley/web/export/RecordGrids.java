// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.agreement.ItemGroup;
import org.parley.record.Library;
import org.parley.standing.View;
import org.parley.statement.Body;
import org.parley.statement.Item;
import org.parley.statement.Statement;
import org.parley.statement.Value;
import org.parley.time.Edtf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The record as tables. Items and declarations have a column for everything that {@code parley
 * import} needs to make the same statements again.
 */
final class RecordGrids {
    private final Agreement agreement;
    private final View view;
    private final List<Statement> known;

    RecordGrids(Library.Case one, View view) {
        this.agreement = one.agreement();
        this.view = view;
        this.known =
                one.record().statements().stream()
                        .filter(s ->
                                !s.knownFrom(view.accordingTo(), agreement.zone())
                                        .isAfter(view.knownOn()))
                        .toList();
    }

    /** Begins a table with the columns that say which agreement and which view. */
    static Grid.Builder begin(Grid.What what, Agreement agreement, View view) {
        List<Grid.Column> columns = new ArrayList<>();
        List<String> lead = new ArrayList<>();
        if (agreement.exercise()) {
            columns.add(new Grid.Column("exercise", Grid.Type.TEXT));
            lead.add("EXERCISE 演练");
        }
        columns.add(new Grid.Column("agreement", Grid.Type.TEXT));
        columns.add(new Grid.Column("as_of", Grid.Type.DATE));
        columns.add(new Grid.Column("known_on", Grid.Type.DATE));
        columns.add(new Grid.Column("according_to", Grid.Type.TEXT));
        lead.add(agreement.id());
        lead.add(view.asOf().toString());
        lead.add(view.knownOn().toString());
        lead.add(view.viewer());
        return new Grid.Builder(what, columns, lead);
    }

    Grid statements() {
        Grid.Builder grid =
                begin(Grid.What.STATEMENTS, agreement, view)
                        .text("ref", "kind", "form", "by", "to", "under", "case", "re")
                        .date("about", "made")
                        .text("received")
                        .date("published")
                        .text("published_basis", "summary_en", "summary_zh", "primary", "read")
                        .text("also", "source_date", "note", "unverified", "id");
        for (Statement one : known) {
            grid.row(
                    one.ref(),
                    one.kind().word(),
                    one.form().orElse(""),
                    one.by(),
                    String.join(" ", one.to()),
                    one.under().orElse(""),
                    one.caseId().orElse(""),
                    one.re().orElse(""),
                    one.about(agreement.zone()).map(String::valueOf).orElse(""),
                    StandingGrids.written(one.times().made()),
                    received(one),
                    StandingGrids.written(one.times().published()),
                    basis(one),
                    Summary.of(agreement, one, "en"),
                    Summary.of(agreement, one, "zh"),
                    one.source().primary().orElse(""),
                    one.source().read().orElse(""),
                    String.join(" ; ", one.source().also()),
                    one.source().date().orElse(""),
                    one.note().map(text -> text.in("en")).orElse(""),
                    String.valueOf(one.unverified()),
                    one.id().hex());
        }
        return grid.build();
    }

    /** One day if it is the same for all the others, else each with its own. */
    private String received(Statement one) {
        Map<String, Edtf> received = new TreeMap<>(one.times().received());
        TreeSet<String> others = new TreeSet<>(agreement.counterparts(one.by()));
        List<Edtf> days = received.values().stream().distinct().toList();
        if (days.size() == 1 && received.keySet().equals(others)) {
            return days.getFirst().toString();
        }
        StringJoiner parts = new StringJoiner(" ");
        received.forEach((party, day) -> parts.add(party + "=" + day));
        return parts.toString();
    }

    private static String basis(Statement one) {
        if (one.times().published().isEmpty()) {
            return "";
        }
        return one.times().publishedAssumed() ? "assumed" : "source";
    }

    /** What every statement carries, at the end of the rows that can be imported again. */
    private static Grid.Builder carried(Grid.Builder grid, int also) {
        grid.date("made").text("received").date("published").text("published_basis");
        grid.text("text_en", "text_zh", "primary", "read");
        for (int i = 1; i <= also; i++) {
            grid.text("also_" + i);
        }
        return grid.text("source_date", "note_en", "note_zh", "unverified");
    }

    private List<String> carried(Statement one, int also) {
        List<String> cells = new ArrayList<>();
        cells.add(StandingGrids.written(one.times().made()));
        cells.add(received(one));
        cells.add(StandingGrids.written(one.times().published()));
        cells.add(basis(one));
        cells.addAll(languages(one.text()));
        cells.add(one.source().primary().orElse(""));
        cells.add(one.source().read().orElse(""));
        for (int i = 0; i < also; i++) {
            List<String> copies = one.source().also();
            cells.add(i < copies.size() ? copies.get(i) : "");
        }
        cells.add(one.source().date().orElse(""));
        cells.addAll(languages(one.note()));
        cells.add(one.unverified() ? "true" : "");
        return cells;
    }

    private static List<String> languages(Optional<Text> text) {
        return List.of("en", "zh").stream()
                .map(tag -> text.filter(one -> one.has(tag)).map(one -> one.in(tag)).orElse(""))
                .toList();
    }

    private static int also(List<Statement> statements) {
        return statements.stream().mapToInt(one -> one.source().also().size()).max().orElse(0);
    }

    private List<Statement> declared(boolean items) {
        return known.stream()
                .filter(one ->
                        one.body() instanceof Body.Declare declare && declare.listsItems() == items)
                .sorted(
                        Comparator.comparing((Statement one) -> ((Body.Declare) one.body()).asOf())
                                .thenComparing(Statement::ref))
                .toList();
    }

    Grid items() {
        List<Statement> lists = declared(true);
        TreeMap<String, Grid.Type> fields = new TreeMap<>();
        for (ItemGroup group : agreement.items().values()) {
            group.fields()
                    .forEach((name, kind) ->
                            fields.put(
                                    name,
                                    switch (kind.basic()) {
                                        case WHOLE, DECIMAL -> Grid.Type.NUMBER;
                                        case DATE -> Grid.Type.DATE;
                                        default -> Grid.Type.TEXT;
                                    }));
        }
        int also = also(lists);
        Grid.Builder grid =
                begin(Grid.What.ITEMS, agreement, view)
                        .text("ref", "by", "under")
                        .date("date")
                        .text("item", "kind", "state");
        fields.forEach((name, type) -> {
            switch (type) {
                case NUMBER -> grid.number("field_" + name);
                case DATE -> grid.date("field_" + name);
                case TEXT -> grid.text("field_" + name);
            }
        });
        carried(grid, also);
        for (Statement one : lists) {
            Body.Declare list = (Body.Declare) one.body();
            for (Item item : list.items()) {
                List<String> cells =
                        new ArrayList<>(
                                List.of(
                                        one.ref(),
                                        one.by(),
                                        one.under().orElse(""),
                                        list.asOf().toString(),
                                        item.id(),
                                        item.kind(),
                                        item.state()));
                fields.keySet().forEach(name -> cells.add(value(item, name)));
                cells.addAll(carried(one, also));
                grid.row(cells);
            }
        }
        return grid.build();
    }

    private String value(Item item, String field) {
        Optional<Value> value = Optional.ofNullable(item.fields().get(field));
        int decimals =
                agreement.items().values().stream()
                        .filter(group -> group.kinds().contains(item.kind()))
                        .flatMap(group -> Optional.ofNullable(group.fields().get(field)).stream())
                        .mapToInt(kind -> kind.decimals())
                        .findFirst()
                        .orElse(0);
        return value.map(one ->
                        one instanceof Value.Whole(long number)
                                ? java.math.BigDecimal.valueOf(number, decimals).toPlainString()
                                : one.shown())
                .orElse("");
    }

    Grid declarations() {
        List<Statement> declared = declared(false);
        List<String> counts = List.copyOf(new TreeSet<>(agreement.counts().keySet()));
        int also = also(declared);
        Grid.Builder grid =
                begin(Grid.What.DECLARATIONS, agreement, view)
                        .text("ref", "by", "under")
                        .date("date")
                        .text("zone");
        counts.forEach(count -> grid.number("count_" + count));
        carried(grid, also);
        for (Statement one : declared) {
            Body.Declare body = (Body.Declare) one.body();
            List<String> cells =
                    new ArrayList<>(
                            List.of(
                                    one.ref(),
                                    one.by(),
                                    one.under().orElse(""),
                                    body.asOf().toString(),
                                    body.zone().orElse("")));
            for (String count : counts) {
                cells.add(
                        Optional.ofNullable(body.counts().get(count))
                                .map(number -> agreement.shown(count, number))
                                .orElse(""));
            }
            cells.addAll(carried(one, also));
            grid.row(cells);
        }
        return grid.build();
    }
}
