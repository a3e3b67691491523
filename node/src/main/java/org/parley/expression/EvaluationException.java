// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import org.parley.Place;

/**
 * Carries a {@link NoValue} out of nested evaluators; {@link Expression} catches it. Has no stack,
 * because a record may hold very many items that something was not stated of.
 */
final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient NoValue why;

    EvaluationException(NoValue.Reason reason, Place place, String subject) {
        super(null, null, false, false);
        this.why = new NoValue(reason, place, subject);
    }

    NoValue why() {
        return why;
    }

    @Override
    public String getMessage() {
        return why.place() + ": " + why.text().en();
    }
}
