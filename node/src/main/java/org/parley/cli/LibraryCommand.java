// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.jspecify.annotations.Nullable;
import org.parley.Problem;
import org.parley.agreement.Agreement;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What every command has: the options that all share, their language, and where it prints. */
@Command(mixinStandardHelpOptions = true)
abstract class LibraryCommand implements Callable<Integer> {
    @Mixin final Options options = new Options();

    @Spec @Nullable CommandSpec spec;

    /** The option of commands that can print JSON. */
    static final class Json {
        @Option(names = "--json", description = "print JSON")
        boolean asked;
    }

    /** The option of commands that write a file. */
    static final class Force {
        @Option(names = "--force", description = "replace the file if it is there")
        boolean asked;
    }

    /** picocli fills the spec in before it calls a command. */
    final CommandSpec command() {
        return Optional.ofNullable(spec).orElseThrow();
    }

    final PrintWriter out() {
        return command().commandLine().getOut();
    }

    final String language() {
        return options.language;
    }

    /** One of two texts, in the language asked for. */
    final String in(String english, String chinese) {
        return language().equals("zh") ? chinese : english;
    }

    /** Made-up data never looks real. */
    final void mark(Agreement agreement) {
        if (agreement.exercise()) {
            out().println("EXERCISE 演练");
        }
    }

    /** What could not be read of many; the answer stands without it, and the exit code says so. */
    final int tell(List<Problem> problems) {
        PrintWriter err = command().commandLine().getErr();
        problems.forEach(problem -> err.println(problem.in(language())));
        return problems.isEmpty() ? 0 : Parley.WRONG;
    }

    /** Whether a file named on the command line is a dash, which means standard output. */
    static boolean isStandard(Path file) {
        return file.toString().equals("-");
    }
}
