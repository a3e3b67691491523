// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.agreement.Formulas;
import org.parley.statement.Body;
import org.parley.statement.Coverage;
import org.parley.statement.Statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an agreement stands under any view, kept ready: gives exactly what {@link Standing#of}
 * gives, which is its oracle in the tests, but does not go through all changes each time. The first
 * question in a view of a new viewer makes an index; later ones use it. Statements can be added at
 * any time, in any order.
 *
 * <p>Thread safe: one thread at a time adds or asks.
 */
public final class Timeline {
    private final Agreement agreement;
    private final Formulas formulas;
    private final List<Coverage> coverage;
    private final List<Statement> few = new ArrayList<>();
    private final IndexedBulk bulk;

    private Timeline(Agreement agreement, Formulas formulas, List<Coverage> coverage) {
        this.agreement = agreement;
        this.formulas = formulas;
        this.coverage = List.copyOf(coverage);
        this.bulk = new IndexedBulk(agreement, formulas);
    }

    /** A timeline of a record so far. */
    public static Timeline of(
            Agreement agreement,
            Formulas formulas,
            List<Statement> statements,
            List<Coverage> coverage) {
        Timeline timeline = new Timeline(agreement, formulas, coverage);
        statements.forEach(timeline::add);
        return timeline;
    }

    /** Adds a statement; the next standing knows it, where its view does. */
    public synchronized void add(Statement statement) {
        if (!(statement.body() instanceof Body.Change)) {
            few.add(statement);
        }
        bulk.add(statement);
    }

    /** The standing under a view, with the duties that fall due within a year. */
    public Standing at(View view) {
        return at(view, view.asOf().plusYears(1));
    }

    /**
     * The standing under a view.
     *
     * @param horizon the last day on which a listed duty may fall due
     */
    public synchronized Standing at(View view, LocalDate horizon) {
        return new StandingFold(agreement, formulas, few, coverage, bulk).at(view, horizon);
    }
}
