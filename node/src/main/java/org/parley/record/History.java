// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.statement.Coverage;
import org.parley.statement.Statement;

import java.util.List;

/**
 * What was said and done under an agreement.
 *
 * @param exercise whether it is made up; then only fictional parties speak in it
 */
public record History(List<Statement> statements, List<Coverage> coverage, boolean exercise) {
    public static final History EMPTY = new History(List.of(), List.of(), false);

    public History {
        statements = List.copyOf(statements);
        coverage = List.copyOf(coverage);
    }
}
