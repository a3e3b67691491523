// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import org.parley.Text;
import org.parley.agreement.Formulas;
import org.parley.record.History;
import org.parley.record.Library;
import org.parley.standing.Explainer;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.statement.Notice;
import org.parley.web.export.CaseStanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A made-up agreement between Arden (XA) and Borel (XB), in force from 2030-01-01, with what a test
 * adds to its rules and its record.
 */
record Exercise(Library.Case made) {
    private static final String HEAD =
            """
            format: 1
            id: exercise
            title: {en: Exercise}
            kind: treaty
            exercise: true
            parties: [XA, XB]
            zone: GMT
            dates: {eif: act entered-into-force}
            periods: {year: every 1 year from eif}
            """;
    private static final String RECORD =
            """
            exercise: true
            statements:
            - {ref: eif, kind: act, act: entered-into-force, by: [XA, XB], effective: 2030-01-01,
               published: 2030-01-01}
            """;

    private static final String VISITS =
            """
            forms: {visit: {say: inspect, fields: {start: date, refused: boolean}}}
            quotas:
              visits: {uses: visit, by: each-party, at-most: CAP, per: year, not-counted: form.refused}
            """;

    /** Writes both files into a folder and reads them as any other. */
    static Exercise in(Path folder, String rules, String statements) {
        try {
            Files.createDirectories(folder.resolve("record"));
            Files.writeString(folder.resolve("agreement.yaml"), HEAD + rules);
            Files.writeString(folder.resolve("record/record.yaml"), RECORD + statements);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Exercise(Library.load(folder));
    }

    /** Visits by XA on some days, of which the word "refused" behind the day says so. */
    static Exercise visits(Path folder, int cap, String... days) {
        StringBuilder record = new StringBuilder();
        for (int i = 0; i < days.length; i++) {
            record.append("- {ref: v")
                    .append(i)
                    .append(", form: visit, by: XA, published: ")
                    .append(days[i].substring(0, 10))
                    .append(", fields: {start: ")
                    .append(days[i].substring(0, 10))
                    .append(", refused: ")
                    .append(days[i].endsWith("refused"))
                    .append("}}\n");
        }
        return in(folder, VISITS.replace("CAP", Integer.toString(cap)), record.toString());
    }

    /** The same where whoever holds the record noticed something about its keeping. */
    Exercise noticing(Notice... notices) {
        History record = made.record();
        return new Exercise(
                new Library.Case(
                        made.agreement(),
                        new History(
                                record.statements(),
                                record.coverage(),
                                record.exercise(),
                                List.of(notices)),
                        made.folder()));
    }

    /** The flags of one code on a day, with everything known. */
    List<Flag> flags(Detector detector, String day) {
        return flags(detector, day, Optional.empty());
    }

    List<Flag> flags(Detector detector, String day, Optional<String> viewer) {
        return detector.flags(standing(day, viewer));
    }

    /** The reasons in the explanation of a thing on 2030-10-01, in English. */
    List<String> reasons(String thing, String party) {
        Explainer explainer =
                new Explainer(
                        made.agreement(),
                        new Formulas(made.agreement()),
                        made.record().statements());
        return explainer
                .explain(standing("2030-10-01", Optional.empty()), thing, List.of(party))
                .stream()
                .flatMap(explanation -> explanation.reasons().stream())
                .map(Text::en)
                .toList();
    }

    private Standing standing(String day, Optional<String> viewer) {
        LocalDate asOf = LocalDate.parse(day);
        View view = new View(asOf, LocalDate.of(9999, 12, 31), viewer);
        return CaseStanding.of(made, view);
    }
}
