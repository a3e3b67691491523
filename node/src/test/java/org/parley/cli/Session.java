// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a command in this process as a user would, and keeps what it prints. */
record Session(int code, String out, String err) {
    /** An exercise with one of everything, laid out like the shipped library. */
    static final Path EXERCISE = Path.of("src/test/resources/golden/library");

    static Session run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Parley.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Session(code, out.toString(), err.toString());
    }

    /** Runs a command on the exercise library with a home folder. */
    static Session at(Path home, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--library", EXERCISE.toString(), "--home", home.toString()));
        return run(all.toArray(String[]::new));
    }
}
