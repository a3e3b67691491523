// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.agreement.Agreement;
import org.parley.agreement.Words;
import org.parley.statement.Body;
import org.parley.statement.Coverage;
import org.parley.statement.Item;
import org.parley.statement.Statement;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlScalar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the files of a record into statements. Not thread safe; lives for one reading. */
final class RecordReader {
    private final Agreement agreement;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Coverage> coverage = new ArrayList<>();
    private final Map<String, Place> refs = new HashMap<>();
    private boolean exercise;
    private int itemLines;

    private RecordReader(Agreement agreement) {
        this.agreement = agreement;
    }

    /**
     * Reads all files of a record.
     *
     * @throws ParleyException for the first thing that is wrong; nothing is half-read
     */
    static History read(Agreement agreement, List<RecordFile> files) {
        return read(agreement, files, List.of(), Optional.empty());
    }

    /**
     * The same with tables that are to be added: their mappings, and the file they will be in.
     *
     * @throws ParleyException for the first thing that is wrong
     */
    static History read(
            Agreement agreement,
            List<RecordFile> files,
            List<YamlMap> mappings,
            Optional<RecordFile> added) {
        RecordReader reader = new RecordReader(agreement);
        for (RecordFile file : files) {
            for (YamlNode document : file.documents().read()) {
                reader.document(document.asMap(), file);
            }
        }
        added.ifPresent(file -> mappings.forEach(map -> reader.document(map, file)));
        reader.checkReferences();
        reader.checkExercise();
        return new History(reader.statements, reader.coverage, reader.exercise);
    }

    private void document(YamlMap document, RecordFile file) {
        if (document.has("table")) {
            new TableReader(agreement, file).read(document).forEach(this::add);
            return;
        }
        document.only("exercise", "coverage", "statements");
        if (document.flag("exercise") && !agreement.exercise()) {
            throw new ParleyException(
                    Code.EXERCISE,
                    document.placeOf("exercise"),
                    "an exercise in the record of " + agreement.id() + ", which is real",
                    "keep it under an agreement of its own that says exercise: true");
        }
        exercise |= document.flag("exercise");
        for (YamlNode node : document.listOf("coverage")) {
            coverage.add(coverage(node.asMap()));
        }
        StatementReader reader = new StatementReader(agreement);
        for (YamlNode node : document.listOf("statements")) {
            reader.read(node.asMap()).forEach(this::add);
        }
    }

    private static Coverage coverage(YamlMap map) {
        map.only("under", "from", "until", "complete", "note");
        return new Coverage(
                map.text("under"),
                map.findScalar("from").map(day -> FieldValues.day(day.value(), day.place())),
                map.findScalar("until").map(day -> FieldValues.day(day.value(), day.place())),
                map.flag("complete"));
    }

    private void add(Statement statement) {
        Optional<Place> before = Optional.ofNullable(refs.get(statement.ref()));
        if (before.isPresent()) {
            throw new ParleyException(
                    Code.DUPLICATE_REF,
                    statement.place(),
                    "ref \"" + statement.ref() + "\" already stands at " + before.get(),
                    "give one of them another ref");
        }
        refs.put(statement.ref(), statement.place());
        statements.add(statement);
        itemLines = itemLines(itemLines, statement, Item.RECORD_MAX);
    }

    /**
     * So many more lines of lists and changes of items.
     *
     * @throws ParleyException beyond the most that is surely added up exactly
     */
    static int itemLines(int before, Statement statement, int most) {
        int more =
                switch (statement.body()) {
                    case Body.Declare declare -> declare.items().size();
                    case Body.Change change -> 1;
                    default -> 0;
                };
        if (more > most - before) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    statement.place(),
                    "more than " + most + " items listed or changed in one record",
                    "leave old lists out; totals over more could not be added up exactly");
        }
        return before + more;
    }

    private void checkReferences() {
        for (Statement statement : statements) {
            if (statement.body() instanceof Body.Dispute(Body.About.Ref(String ref), var c, var b)
                    && !isKnown(ref)) {
                throw unknownRef(ref, statement);
            }
            Stream.concat(fulfilled(statement).stream(), statement.re().stream())
                    .filter(ref -> !isKnown(ref))
                    .findFirst()
                    .ifPresent(ref -> {
                        throw unknownRef(ref, statement);
                    });
        }
    }

    /** A ref, or that of an entry with several authors. */
    private boolean isKnown(String ref) {
        return refs.containsKey(ref)
                || refs.keySet().stream().anyMatch(known -> known.startsWith(ref + "/"));
    }

    private static List<String> fulfilled(Statement statement) {
        return statement.body() instanceof Body.Contact contact ? contact.fulfils() : List.of();
    }

    private ParleyException unknownRef(String ref, Statement statement) {
        return new ParleyException(
                Code.UNKNOWN_REF,
                statement.place(),
                "no statement has the ref \"" + ref + "\"",
                org.parley.Nearest.to(ref, refs.keySet())
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse("add that statement, or correct the ref"));
    }

    /**
     * Made-up data never looks real: an exercise has fictional parties, and only an exercise has.
     */
    private void checkExercise() {
        for (Statement statement : statements) {
            if (agreement.isHeard(statement.by())
                    || statement.by().equals(StatementReader.COMPILER)) {
                continue;
            }
            boolean fictional = Words.FICTIONAL.contains(statement.by());
            if ((exercise || agreement.exercise()) && agreement.isParty(statement.by()) != fictional
                    || exercise && !fictional) {
                throw new ParleyException(
                        Code.EXERCISE,
                        statement.place(),
                        "\"" + statement.by() + "\" speaks in an exercise",
                        "exercises have fictional parties: XA, XB, XC");
            }
        }
    }

    static List<String> authors(YamlMap entry, Agreement agreement) {
        List<String> authors = new ArrayList<>();
        for (YamlNode node : entry.listOf("by")) {
            authors.add(node.asScalar().value());
        }
        if (authors.isEmpty()) {
            throw new ParleyException(
                    Code.MISSING_KEY, entry.place(), "nobody says this", "add by: PARTY");
        }
        return authors;
    }

    /** A party of the agreement, where only a party can stand. */
    static String party(YamlScalar scalar, Agreement agreement) {
        return agreement.party(scalar.value(), scalar.place());
    }
}
