// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Problem;
import org.parley.agreement.Formulas;
import org.parley.record.CaseFiles;
import org.parley.record.Library;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.web.export.CaseStanding;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlScalar;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the YAML tests that stand beside an agreement. */
@Command(name = "test", description = "Run the tests beside agreements.")
final class TestCommand extends LibraryCommand {

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "agreements with their tests, or folders of such")
    List<Path> folders = new ArrayList<>();

    @Override
    public Integer call() {
        PrintWriter out = out();
        int passed = 0;
        int failed = 0;
        for (Path folder :
                folders.stream().flatMap(one -> CaseFiles.below(one).stream()).toList()) {
            for (Outcome outcome : run(folder)) {
                if (outcome.problems().isEmpty()) {
                    passed++;
                    continue;
                }
                failed++;
                out.println("FAILED " + outcome.name());
                outcome.problems().forEach(one -> out.println("  " + one.in(language())));
            }
        }
        out.println(passed + " passed, " + failed + " failed");
        return failed > 0 ? Parley.WRONG : 0;
    }

    /** What became of one test. */
    record Outcome(String name, List<Problem> problems) {}

    static List<Outcome> run(Path folder) {
        Library.Case one = Library.load(folder);
        Formulas formulas = new Formulas(one.agreement());
        List<Outcome> outcomes = new ArrayList<>();
        for (YamlNode node : new CaseFiles(folder).tests()) {
            YamlMap test = node.asMap();
            test.only("name", "as-of", "known-on", "according-to", "expect", "note");
            Standing standing = CaseStanding.of(one, formulas, view(test));
            outcomes.add(
                    new Outcome(
                            test.text("name"),
                            Expectations.compare(standing, test.need("expect").asMap())));
        }
        return outcomes;
    }

    private static View view(YamlMap test) {
        YamlScalar asOf = test.scalar("as-of");
        Optional<String> viewer =
                test.findScalar("according-to")
                        .map(YamlScalar::value)
                        .filter(who -> !who.equals(View.DECLARED));
        LocalDate day = Options.day(asOf.value(), asOf.place().toString());
        // a test without known-on means: with everything the record holds
        LocalDate knownOn =
                test.findScalar("known-on")
                        .map(node -> Options.day(node.value(), node.place().toString()))
                        .orElse(LocalDate.of(9999, 12, 31));
        return new View(day, knownOn, viewer);
    }
}
