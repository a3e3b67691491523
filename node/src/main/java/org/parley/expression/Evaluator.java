// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

/** A compiled expression: slots in, value out, or {@link EvaluationException}. */
@FunctionalInterface
interface Evaluator {
    long eval(long[] slots);
}
