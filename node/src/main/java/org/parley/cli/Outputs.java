// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.jspecify.annotations.Nullable;
import org.parley.Problem;

import picocli.CommandLine.Model.CommandSpec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a command prints. */
final class Outputs {
    private Outputs() {}

    /** picocli fills the spec in before it calls a command. */
    static PrintWriter of(@Nullable CommandSpec spec) {
        return Optional.ofNullable(spec).orElseThrow().commandLine().getOut();
    }

    /** What could not be read of many; the answer stands without it, and the exit code says so. */
    static int tell(List<Problem> problems, Options options, @Nullable CommandSpec spec) {
        PrintWriter err = Optional.ofNullable(spec).orElseThrow().commandLine().getErr();
        problems.forEach(problem -> err.println(problem.in(options.language)));
        return problems.isEmpty() ? 0 : Parley.WRONG;
    }

    /** Whether a file named on the command line is a dash, which means standard output. */
    static boolean isStandard(Path file) {
        return file.toString().equals("-");
    }
}
