// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Problem;
import org.parley.agreement.Agreement;
import org.parley.agreement.Formulas;
import org.parley.agreement.ReadBack;
import org.parley.agreement.Sentence;
import org.parley.record.Library;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads, type-checks and lints agreements. */
@Command(name = "check", description = "Read, type-check and lint agreement files.")
final class CheckCommand extends LibraryCommand {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "agreement files or folders")
    List<Path> files = new ArrayList<>();

    @Option(names = "--read-back", description = "print each provision as a sentence")
    boolean readBack;

    @Override
    public Integer call() {
        PrintWriter out = out();
        int wrong = 0;
        for (Path given : files) {
            Path file = Files.isDirectory(given) ? given.resolve("agreement.yaml") : given;
            Library.Checked checked = Library.check(file);
            for (Problem problem : checked.errors()) {
                out.println(problem.in(language()));
            }
            for (Problem warning : checked.warnings()) {
                out.println(warning.in(language()));
            }
            wrong += checked.errors().size();
            if (checked.errors().isEmpty()) {
                out.println(file + ": " + checked.summary().in(language()));
                if (readBack) {
                    checked.agreement().ifPresent(agreement -> readBack(agreement, out));
                }
            }
        }
        return wrong > 0 ? Parley.WRONG : 0;
    }

    /** Each provision in both languages, or in the one that was asked for. */
    private void readBack(Agreement agreement, PrintWriter out) {
        boolean both = !command().commandLine().getParseResult().hasMatchedOption("--lang");
        for (Sentence sentence : ReadBack.of(agreement, new Formulas(agreement))) {
            out.println();
            out.println(sentence.path());
            if (both || language().equals("en")) {
                out.println("  " + sentence.text().en());
            }
            if (both || language().equals("zh")) {
                out.println("  " + sentence.text().zh());
            }
        }
    }
}
