// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.statement.Coverage;
import org.parley.statement.Notice;
import org.parley.statement.Statement;

import java.util.List;

/**
 * What was said and done under an agreement.
 *
 * @param exercise whether it is made up; then only fictional parties speak in it
 * @param notices what whoever holds the record noticed about its keeping
 */
public record History(
        List<Statement> statements,
        List<Coverage> coverage,
        boolean exercise,
        List<Notice> notices) {
    public static final History EMPTY = new History(List.of(), List.of(), false);

    public History {
        statements = List.copyOf(statements);
        coverage = List.copyOf(coverage);
        notices = List.copyOf(notices);
    }

    /** A record that was written by people. */
    public History(List<Statement> statements, List<Coverage> coverage, boolean exercise) {
        this(statements, coverage, exercise, List.of());
    }
}
