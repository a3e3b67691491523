// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.record.DepositaryExport.Line;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.time.Edtf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A depositary's export compared with the record that is there. What the record lacks becomes acts
 * in one new file of the home folder; where a date differs, both stay: the record's act is kept,
 * and a message of the depositary stands beside it. Nothing is replaced. All is read and checked
 * before the file is written, in one step.
 *
 * @param added acts that the record lacked
 * @param differing what differs, also if an earlier import noted it
 * @param known how many lines the record has already
 * @param text of the file; empty if there is nothing to write
 */
public record DepositaryImport(
        Agreement agreement,
        List<Found> added,
        List<Differs> differing,
        int known,
        List<String> leftOut,
        Path file,
        String text) {
    private static final String MARK = "depositary/";
    private static final String COPY = MARK + "copy/";
    private static final Set<String> CONSENT =
            Set.of("ratified", "accepted", "approved", "acceded", "succeeded", "joined");
    private static final Set<String> LEAVING =
            Set.of("withdrawn", "left", "ratification-withdrawn");

    /** What the user says about the export. */
    public record Copy(
            Path file, LocalDate day, Optional<String> publisher, Optional<String> treaty) {}

    /** An act in the export. */
    public record Found(String party, String act, LocalDate day, String depositary) {
        String ref() {
            String at = ActorNames.plain(depositary).replace(' ', '-');
            return party + "/" + act + "/" + day + (at.isEmpty() ? "" : "/" + at);
        }
    }

    /** A line, and what the record has of the same kind. */
    public record Differs(Found found, String act, String date, String ref) {}

    private record Old(String party, String act, List<Edtf> dates, String ref) {
        boolean isOn(LocalDate day) {
            return dates.stream()
                    .anyMatch(date -> date.isExact() && date.latest().equals(Optional.of(day)));
        }

        boolean mayBeOn(LocalDate day) {
            return dates.stream().anyMatch(date -> !date.isExact() && date.mayBe(day));
        }

        LocalDate day() {
            return dates.getFirst().latest().orElse(LocalDate.MIN);
        }
    }

    /** Reads an export and compares it; nothing is written yet. */
    public static DepositaryImport read(Library library, Path home, String id, Copy copy) {
        Agreement agreement = Library.agreement(library.folder(id));
        DepositaryExport export = DepositaryExport.read(copy.file(), agreement, copy.treaty());
        List<Found> lines = named(export, ActorNames.read(library.actors()), agreement, copy);
        List<RecordFile> files = new ArrayList<>(new CaseFiles(library.folder(id)).record());
        files.addAll(library.additions(id));
        History record = RecordReader.read(agreement, files);
        Comparison comparison = new Comparison(old(record), lines);
        comparison.run();
        Path folder = home.resolve("agreements").resolve(id).resolve("record");
        Path file = free(folder, "depositary-" + copy.day());
        Set<String> refs =
                record.statements().stream().map(Statement::ref).collect(Collectors.toSet());
        String text =
                new DepositaryText(copy, copy.publisher().orElse(export.publisher()))
                        .of(comparison.added, comparison.differing, lines, refs);
        if (!text.isEmpty()) {
            files.add(new RecordFile(Folders.shown(file), text, Tables.beside(folder)::table));
            RecordReader.read(agreement, files);
        }
        return new DepositaryImport(
                agreement,
                List.copyOf(comparison.added),
                List.copyOf(comparison.differing),
                comparison.known,
                export.leftOut(),
                file,
                text);
    }

    /** How far imported data reach, in words, by the day of the copy. */
    public static List<Text> reach(List<Statement> statements) {
        return statements.stream()
                .filter(one -> one.ref().startsWith(COPY))
                .sorted(Comparator.comparing(Statement::ref))
                .flatMap(one -> one.text().stream())
                .toList();
    }

    static String copyRef(LocalDate day) {
        return COPY + day;
    }

    static String ref(Found found) {
        return MARK + found.ref();
    }

    static String ref(Differs differs) {
        return MARK + "differs/" + differs.found().ref();
    }

    /** Writes the file; it appears whole or not at all. */
    public void write() {
        if (text.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(file));
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNWRITABLE,
                    Place.of(Folders.shown(file)),
                    Folders.why(e),
                    "its folder could not be made; check --home");
        }
        NewFile.write(file, text, false);
    }

    private static Path free(Path folder, String stem) {
        for (int i = 1; ; i++) {
            Path file = folder.resolve(i == 1 ? stem + ".yaml" : stem + "-" + i + ".yaml");
            if (!Files.exists(file)) {
                return file;
            }
        }
    }

    private static List<Found> named(
            DepositaryExport export, ActorNames names, Agreement agreement, Copy copy) {
        Set<Found> lines = new LinkedHashSet<>();
        for (Line line : export.lines()) {
            String code = names.code(line.state(), line.stateAt());
            if (!agreement.profile().open()) {
                agreement.party(code, line.stateAt().get());
            }
            if (line.day().isAfter(copy.day())) {
                throw new ParleyException(
                        Code.BAD_DATE,
                        line.at().get(),
                        line.day() + " is later than the copy, of " + copy.day(),
                        "check the date, or --copied");
            }
            lines.add(new Found(code, line.act(), line.day(), line.depositary()));
        }
        return lines.stream()
                .sorted(
                        Comparator.comparing(Found::party)
                                .thenComparing(Found::day)
                                .thenComparing(Found::act)
                                .thenComparing(Found::depositary))
                .toList();
    }

    private static List<Old> old(History record) {
        List<Old> old = new ArrayList<>();
        for (Statement one : record.statements()) {
            if (one.body() instanceof Body.Act act) {
                List<Edtf> dates = new ArrayList<>();
                act.notified().ifPresent(dates::add);
                act.effective().ifPresent(dates::add);
                act.decided().ifPresent(dates::add);
                if (!dates.isEmpty()) {
                    old.add(new Old(one.by(), act.act(), dates, one.ref()));
                }
            }
        }
        return old;
    }

    private static String slot(String act) {
        return CONSENT.contains(act) ? "consent" : act;
    }

    /** Goes through the lines in the order of their days; what is added counts from then on. */
    private static final class Comparison {
        private final List<Old> old;
        private final List<Found> lines;
        final List<Found> added = new ArrayList<>();
        final List<Differs> differing = new ArrayList<>();
        int known;

        Comparison(List<Old> old, List<Found> lines) {
            this.old = new ArrayList<>(old);
            this.lines = lines;
        }

        void run() {
            for (Found line : lines) {
                List<Old> same =
                        old.stream()
                                .filter(one -> one.party().equals(line.party()))
                                .filter(one -> slot(one.act()).equals(slot(line.act())))
                                .toList();
                if (same.stream().anyMatch(one -> isSame(one, line))) {
                    known++;
                } else if (same.stream().allMatch(one -> isApart(one, line))) {
                    added.add(line);
                    old.add(
                            new Old(
                                    line.party(),
                                    line.act(),
                                    List.of(Edtf.of(line.day())),
                                    ref(line)));
                } else {
                    Old other =
                            same.stream()
                                    .filter(one -> !isApart(one, line))
                                    .findFirst()
                                    .orElseThrow();
                    String date = other.dates().getFirst().toString();
                    differing.add(new Differs(line, other.act(), date, other.ref()));
                }
            }
        }

        private boolean isSame(Old one, Found line) {
            boolean elsewhere =
                    one.ref().startsWith(MARK)
                            && !line.depositary().isEmpty()
                            && !one.ref().equals(ref(line));
            return one.act().equals(line.act()) && one.isOn(line.day()) && !elsewhere;
        }

        /**
         * Whether both can be true: the record knows only the year; a state left in between and
         * came back; or of several depositaries each has its own day (as of the NPT and the BWC).
         */
        private boolean isApart(Old one, Found line) {
            return one.act().equals(line.act()) && one.mayBeOn(line.day())
                    || leftBetween(one.party(), one.day(), line.day())
                    || atAnother(one, line);
        }

        private boolean leftBetween(String party, LocalDate a, LocalDate b) {
            return old.stream()
                    .filter(one -> one.party().equals(party) && LEAVING.contains(one.act()))
                    .map(Old::day)
                    .anyMatch(day ->
                            day.isAfter(a) && !day.isAfter(b) || day.isAfter(b) && !day.isAfter(a));
        }

        private boolean atAnother(Old one, Found line) {
            return !line.depositary().isEmpty()
                    && lines.stream()
                            .filter(other -> other.party().equals(line.party()))
                            .filter(other -> slot(other.act()).equals(slot(line.act())))
                            .filter(other -> !other.depositary().equals(line.depositary()))
                            .anyMatch(other ->
                                    one.ref().equals(ref(other))
                                            || one.isOn(other.day())
                                                    && !one.ref().startsWith(MARK));
        }
    }
}
