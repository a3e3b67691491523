// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.agreement.AgreementReader;
import org.parley.agreement.FormulaCheck;
import org.parley.agreement.Formulas;
import org.parley.agreement.Lint;
import org.parley.agreement.Provision;
import org.parley.estimate.Estimates;
import org.parley.statement.Statement;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlReader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The agreements at hand: the shipped library, read-only, and a home folder with one's own beside
 * it, laid out alike: {@code agreements/<id>/agreement.yaml}, {@code record/*.yaml}, {@code
 * test.yaml}, or all three in one file {@code mechanisms/<id>.yaml}. An agreement in the home
 * folder hides a shipped one of the same id; a folder there that has no agreement, only a record,
 * adds that record to the shipped one. Read when asked for, never changed.
 */
public final class Library {
    private final Map<String, Path> folders = new TreeMap<>();
    private final Map<String, Path> additions = new TreeMap<>();
    private final Map<String, Supplier<History>> live = new TreeMap<>();
    private final Path shipped;
    private final Path home;

    private Library(Path shipped, Path home) {
        this.shipped = shipped;
        this.home = home;
    }

    /** Opens the shipped library with a home folder laid over it, which need not exist. */
    public static Library open(Path shipped, Path home) {
        Library library = new Library(shipped, home);
        library.scan(shipped);
        library.scan(home);
        return library;
    }

    private void scan(Path root) {
        for (String shelf : List.of("agreements", "mechanisms")) {
            Path place = root.resolve(shelf);
            if (!Files.isDirectory(place)) {
                continue;
            }
            for (Path path : Folders.children(place)) {
                if (CaseFiles.isCase(path)) {
                    folders.put(new CaseFiles(path).id(), path);
                } else if (Files.isDirectory(path.resolve("record"))) {
                    additions.put(String.valueOf(path.getFileName()), path);
                }
            }
        }
    }

    /** What observers estimate: the shipped estimates, with those of the home folder. */
    public Estimates estimates() {
        return EstimateReader.read(List.of(shipped, home));
    }

    /** A list of the library's own, such as gaps.yaml; one in the home folder comes first. */
    public Optional<Path> list(String name) {
        return List.of(home, shipped).stream()
                .map(root -> root.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The list of names and codes of those who can speak. */
    Path actors() {
        return list("actors.yaml")
                .orElseThrow(() ->
                        new ParleyException(
                                Code.NOT_FOUND,
                                Place.of("library"),
                                "there is no actors.yaml",
                                "use the library that comes with the program"));
    }

    /** Ids in alphabetical order. */
    public List<String> ids() {
        return List.copyOf(folders.keySet());
    }

    /** Whether an agreement is shipped, not one's own. */
    public boolean isShipped(String id) {
        return folder(id).startsWith(shipped);
    }

    /** The folder of an agreement. */
    public Path folder(String id) {
        return Optional.ofNullable(folders.get(id))
                .orElseThrow(() ->
                        new ParleyException(
                                Code.NOT_FOUND,
                                Place.of("library"),
                                "no agreement \"" + id + "\"",
                                Nearest.near(id, folders.keySet(), "see the list of all")));
    }

    /** Whether the home folder adds a record of one's own to a shipped agreement. */
    public boolean hasAddition(String id) {
        return additions.containsKey(id);
    }

    /**
     * Takes an agreement's record from elsewhere than its folder from now on: from a node's logs.
     */
    public void attach(String id, Supplier<History> record) {
        live.put(id, record);
    }

    /** Reads an agreement with its record, and with what the home folder adds to that. */
    public Case load(String id) {
        Supplier<History> attached = live.get(id);
        if (attached != null) {
            Agreement agreement = agreement(folder(id));
            History record = attached.get();
            return new Case(Members.of(agreement, record), record, folder(id));
        }
        return load(folder(id), additions(id));
    }

    /** What became of reading one of many: the case, or the problem that hides it. */
    public record Loaded(String id, Optional<Case> found, Optional<Problem> problem) {}

    /**
     * Reads everything, in the order of the ids, on all processors. One that cannot be read does
     * not hide the others.
     */
    public List<Loaded> loadAll() {
        return ids().parallelStream().map(this::tryLoad).toList();
    }

    private Loaded tryLoad(String id) {
        try {
            return new Loaded(id, Optional.of(load(id)), Optional.empty());
        } catch (ParleyException e) {
            return new Loaded(id, Optional.empty(), Optional.of(e.problem()));
        }
    }

    List<RecordFile> additions(String id) {
        return Optional.ofNullable(additions.get(id)).map(Library::files).orElse(List.of());
    }

    /** Reads an agreement with its record from a folder. */
    public static Case load(Path folder) {
        return load(folder, List.of());
    }

    private static Case load(Path folder, List<RecordFile> additions) {
        CaseFiles place = new CaseFiles(folder);
        RulesFile rules = RulesFile.of(place);
        Agreement agreement = rules.agreement();
        List<RecordFile> files = new ArrayList<>(place.record(rules.documents()));
        files.addAll(additions);
        History record = RecordReader.read(agreement, files);
        return new Case(Members.of(agreement, record), record, folder);
    }

    static Agreement agreement(Path where) {
        return RulesFile.of(new CaseFiles(where)).agreement();
    }

    /** The file with the rules, parsed once: where it holds the record too, that needs it again. */
    private record RulesFile(
            CaseFiles place, String origin, String text, List<YamlNode> documents) {
        static RulesFile of(CaseFiles place) {
            Path file = place.agreementFile();
            String origin = Folders.shown(file);
            String text = Folders.text(file);
            return new RulesFile(place, origin, text, YamlReader.documents(origin, text));
        }

        Agreement agreement() {
            return AgreementReader.read(
                    origin, text, documents, Tables.beside(place.folder())::cells);
        }
    }

    static List<RecordFile> files(Path folder) {
        Path record = folder.resolve("record");
        List<RecordFile> files = new ArrayList<>();
        if (!Files.isDirectory(record)) {
            return files;
        }
        for (Path file : Folders.children(record)) {
            if (String.valueOf(file.getFileName()).endsWith(".yaml")) {
                files.add(
                        new RecordFile(
                                Folders.shown(file),
                                Folders.text(file),
                                Tables.beside(record)::table));
            }
        }
        return files;
    }

    /**
     * Reads, type-checks and lints one agreement file, with the record beside it if there is one.
     * Nothing is thrown for what is wrong with them: it is all in the answer.
     */
    public static Checked check(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path folder = Optional.ofNullable(whole.getParent()).orElse(whole);
        AgreementReader.Reading reading;
        try {
            reading =
                    AgreementReader.tryRead(
                            Folders.shown(file), Folders.text(file), Tables.beside(folder)::cells);
        } catch (ParleyException e) {
            return new Checked(Optional.empty(), List.of(e.problem()), List.of(), 0);
        }
        List<Problem> errors = new ArrayList<>(reading.problems());
        List<Problem> warnings = new ArrayList<>();
        int statements = 0;
        if (reading.agreement().isPresent() && errors.isEmpty()) {
            Agreement agreement = reading.agreement().get();
            Formulas formulas = new Formulas(agreement);
            errors.addAll(FormulaCheck.problems(agreement, formulas));
            if (errors.isEmpty()) {
                warnings.addAll(Lint.warnings(agreement, formulas));
            }
            try {
                List<Statement> read = RecordReader.read(agreement, record(file)).statements();
                // What is checked can be signed: its canonical text can be written.
                read.forEach(statement -> statement.id().hex());
                statements = read.size();
            } catch (ParleyException e) {
                errors.add(e.problem());
            }
        }
        return new Checked(reading.agreement(), errors, warnings, statements);
    }

    /** The record beside an agreement's file, or in it. */
    private static List<RecordFile> record(Path file) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        boolean apart = String.valueOf(file.getFileName()).equals("agreement.yaml");
        return new CaseFiles(apart ? folder : file).record();
    }

    /** What a check found. */
    public record Checked(
            Optional<Agreement> agreement,
            List<Problem> errors,
            List<Problem> warnings,
            int statements) {

        /** One line for a file without errors. */
        public Text summary() {
            int provisions = agreement.map(one -> one.provisions().size()).orElse(0);
            long unverified =
                    agreement
                            .map(one ->
                                    one.provisions().values().stream()
                                            .filter(Provision::unverified)
                                            .count())
                            .orElse(0L);
            return Text.of(
                    "well-formed: "
                            + provisions
                            + " provisions ("
                            + unverified
                            + " unverified), "
                            + statements
                            + " statements",
                    "格式正确：" + provisions + " 项条款（" + unverified + " 项未经核实），" + statements + " 条陈述");
        }
    }

    /** An agreement with its record and the folder they were read from. */
    public record Case(Agreement agreement, History record, Path folder) {}
}
