// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.estimate.Dataset;
import org.parley.estimate.Estimate;
import org.parley.estimate.Estimates;
import org.parley.estimate.Quantity;
import org.parley.record.RecordFile.Content;
import org.parley.record.RecordFile.Row;
import org.parley.statement.Source;
import org.parley.time.Edtf;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlReader;
import org.parley.yaml.YamlScalar;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads estimates, {@code estimates/*.yaml} with the tables beside them. */
public final class EstimateReader {
    private static final Set<String> HOW = Set.of("about", "more-than", "at-least", "at-most");
    private static final Set<String> BASES = Set.of("stated", "copy", "assumed");
    private static final Set<String> FICTIONAL = Set.of("XA", "XB", "XC");

    private final List<Dataset> datasets = new ArrayList<>();
    private final List<Estimate> given = new ArrayList<>();
    private final List<Estimate> totals = new ArrayList<>();
    private final List<Estimate> sums = new ArrayList<>();

    private EstimateReader() {}

    /** Reads the estimates of several libraries; of two files of one name the last counts. */
    public static Estimates read(List<Path> roots) {
        Map<String, Path> files = new TreeMap<>();
        for (Path root : roots) {
            Path folder = root.resolve("estimates");
            if (Files.isDirectory(folder)) {
                for (Path file : Folders.children(folder)) {
                    String name = String.valueOf(file.getFileName());
                    if (name.endsWith(".yaml")) {
                        files.put(name, file);
                    }
                }
            }
        }
        EstimateReader reader = new EstimateReader();
        for (Path file : files.values()) {
            Path folder = Optional.ofNullable(file.getParent()).orElse(file);
            reader.file(Folders.shown(file), Folders.text(file), Tables.beside(folder));
        }
        return Estimates.of(reader.datasets, reader.given, reader.totals, reader.sums);
    }

    private void file(String origin, String text, Tables tables) {
        YamlMap root =
                YamlReader.document(origin, text)
                        .asMap()
                        .only(
                                "format",
                                "id",
                                "exercise",
                                "title",
                                "estimator",
                                "vintage",
                                "vintage-basis",
                                "licence",
                                "source",
                                "note",
                                "tables",
                                "figures");
        if (!root.text("format").equals("1")) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    root.scalar("format").place(),
                    "format " + root.text("format"),
                    "this program reads format 1");
        }
        Dataset dataset = dataset(root);
        for (Dataset other : datasets) {
            if (other.id().equals(dataset.id())) {
                throw new ParleyException(
                        Code.DUPLICATE_REF,
                        root.scalar("id").place(),
                        "\"" + dataset.id() + "\" stands in two files",
                        "give one of them another id");
            }
        }
        datasets.add(dataset);
        List<Estimate> own = new ArrayList<>();
        for (YamlNode node : root.listOf("tables")) {
            List<Estimate> rows = new Table(dataset, node.asMap(), tables).read();
            own.addAll(rows);
            rows.stream().filter(one -> one.state().equals(Estimate.WORLD)).forEach(totals::add);
        }
        for (YamlNode node : root.listOf("figures")) {
            own.add(figure(dataset, node.asMap()));
        }
        refuseTwice(own);
        given.addAll(own);
    }

    private static void refuseTwice(List<Estimate> own) {
        Map<Estimate.Cell, Place> seen = new TreeMap<>();
        for (Estimate one : own) {
            Optional<Place> before = Optional.ofNullable(seen.put(one.cell(), one.place()));
            if (before.isPresent()) {
                throw new ParleyException(
                        Code.DUPLICATE_REF,
                        one.place(),
                        one.state()
                                + " "
                                + one.quantity().word()
                                + " "
                                + one.of()
                                + " was already given at "
                                + before.get(),
                        "one vintage has one figure there");
            }
        }
    }

    private static Dataset dataset(YamlMap root) {
        YamlMap estimator = root.need("estimator").asMap().only("id", "name");
        YamlMap licence = root.need("licence").asMap().only("id", "attribution");
        YamlMap source = root.need("source").asMap().only("primary", "read", "also", "date");
        YamlScalar basis = root.scalar("vintage-basis");
        return new Dataset(
                root.text("id"),
                text(root, "title"),
                estimator.text("id"),
                text(estimator, "name"),
                edtf(root.scalar("vintage")),
                among(basis, BASES),
                licence.text("id"),
                text(licence, "attribution"),
                new Source(
                        Optional.of(source.text("primary")),
                        Optional.of(source.text("read")),
                        source.texts("also"),
                        source.findScalar("date").map(YamlScalar::value)),
                root.languages("note"),
                root.flag("exercise"));
    }

    private static Text text(YamlMap map, String key) {
        return YamlMap.languages(map.need(key));
    }

    private static Edtf edtf(YamlScalar scalar) {
        return Edtf.parse(scalar.value(), scalar.place());
    }

    private static String among(YamlScalar scalar, Set<String> allowed) {
        if (!allowed.contains(scalar.value())) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    scalar.place(),
                    scalar.described() + " means nothing here",
                    Nearest.hint(scalar.value(), allowed));
        }
        return scalar.value();
    }

    private static Quantity quantity(YamlScalar word) {
        return Quantity.of(among(word, Set.copyOf(Quantity.words()))).orElseThrow();
    }

    /** Made-up figures are about made-up states, and only they are. */
    private static String state(Dataset dataset, YamlScalar code) {
        String state = code.value();
        if (!state.equals(Estimate.WORLD) && !state.matches("[A-Z]{2,3}")) {
            throw new ParleyException(
                    Code.BAD_VALUE, code.place(), code.described(), "write a code, as in XA");
        }
        boolean fictional = FICTIONAL.contains(state);
        if (!state.equals(Estimate.WORLD) && fictional != dataset.exercise()) {
            throw new ParleyException(
                    Code.EXERCISE,
                    code.place(),
                    fictional ? state + " is made up" : state + " is a real state",
                    fictional ? "write exercise: true above" : "use XA, XB, XC in an exercise");
        }
        return state;
    }

    private static Estimate figure(Dataset dataset, YamlMap map) {
        map.only("state", "of", "quantity", "value", "how", "note", "unverified");
        return new Estimate(
                state(dataset, map.scalar("state")),
                quantity(map.scalar("quantity")),
                edtf(map.scalar("of")),
                value(map.scalar("value")),
                map.findScalar("how").map(how -> among(how, HOW)).orElse(""),
                Optional.empty(),
                false,
                dataset,
                map.languages("note"),
                map.flag("unverified"),
                map.scalar("value").place());
    }

    private static long value(YamlScalar scalar) {
        long value = scalar.whole();
        if (value < 0) {
            throw new ParleyException(
                    Code.BAD_VALUE, scalar.place(), scalar.described(), "a figure is 0 or more");
        }
        return value;
    }

    /** One table with its mapping. */
    private final class Table {
        private final Dataset dataset;
        private final YamlMap mapping;
        private final Content content;
        private final Map<String, YamlScalar> states = new LinkedHashMap<>();
        private final Map<String, YamlMap> totalRows = new LinkedHashMap<>();

        Table(Dataset dataset, YamlMap mapping, Tables tables) {
            this.dataset = dataset;
            this.mapping =
                    mapping.only("file", "state", "of", "quantities", "sums", "states", "totals");
            YamlScalar file = mapping.scalar("file");
            this.content = tables.table(file.value(), Optional.empty(), file.place());
            mapping.entries("states").forEach((name, code) -> states.put(name, code.asScalar()));
            mapping.entries("totals")
                    .forEach((name, total) ->
                            totalRows.put(name, total.asMap().only("quantity", "note")));
        }

        List<Estimate> read() {
            YamlScalar stateColumn = column(mapping.scalar("state"));
            YamlScalar ofColumn = mapping.scalar("of");
            boolean fixed = !content.header().contains(ofColumn.value());
            List<Estimate> read = new ArrayList<>();
            Map<String, YamlScalar> columns = new LinkedHashMap<>();
            mapping.entries("quantities")
                    .forEach((word, node) -> columns.put(word, column(node.asScalar())));
            Map<String, YamlScalar> ownSums = new LinkedHashMap<>();
            mapping.entries("sums")
                    .forEach((word, node) -> ownSums.put(word, column(node.asScalar())));
            for (Row row : content.rows()) {
                Edtf of = edtf(fixed ? ofColumn : row.scalar(ofColumn.value()));
                YamlScalar name = row.scalar(stateColumn.value());
                columns.forEach((word, column) ->
                        one(row, column, name, of, quantityOf("quantities", word))
                                .ifPresent(read::add));
                ownSums.forEach((word, column) ->
                        one(row, column, name, of, quantityOf("sums", word)).ifPresent(sums::add));
            }
            return read;
        }

        private Quantity quantityOf(String part, String word) {
            Place at = mapping.findMap(part).map(map -> map.placeOf(word)).orElse(mapping.place());
            return quantity(new YamlScalar(at, word));
        }

        private YamlScalar column(YamlScalar name) {
            if (!content.header().contains(name.value())) {
                throw new ParleyException(
                        Code.WRONG_HEADER,
                        content.place(),
                        "no column " + name.described() + ", which " + name.place() + " asks for",
                        Nearest.hint(name.value(), content.header()));
            }
            return name;
        }

        /** A blank cell is no figure. */
        private Optional<Estimate> one(
                Row row, YamlScalar column, YamlScalar name, Edtf of, Quantity quantity) {
            YamlScalar cell = row.scalar(column.value());
            if (cell.value().isEmpty()) {
                return Optional.empty();
            }
            String written = name.value().replaceAll("\\s+", " ");
            Optional<YamlMap> total = Optional.ofNullable(totalRows.get(written));
            Optional<YamlScalar> code = Optional.ofNullable(states.get(written));
            if (total.isEmpty() && code.isEmpty()) {
                throw new ParleyException(
                        Code.UNDECLARED,
                        name.place(),
                        name.described() + " is neither under states nor under totals",
                        Nearest.hint(written, states.keySet()));
            }
            Optional<Quantity> meant =
                    total.flatMap(map -> map.findScalar("quantity")).map(EstimateReader::quantity);
            return Optional.of(
                    new Estimate(
                            code.map(found -> state(dataset, found)).orElse(Estimate.WORLD),
                            meant.orElse(quantity),
                            of,
                            value(cell),
                            "",
                            meant.filter(other -> other != quantity).map(other -> quantity),
                            false,
                            dataset,
                            total.flatMap(map -> map.languages("note")),
                            false,
                            cell.place()));
        }
    }
}
