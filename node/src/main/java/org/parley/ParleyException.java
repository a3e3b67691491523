// SPDX-License-Identifier: Apache-2.0
package org.parley;

/**
 * The one exception of Parley's own: a closed code, the place, what is wrong and what to do about
 * it. Its message is one line, {@code file:line:column: headline: what; todo}, and is part of the
 * public interface.
 */
public final class ParleyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ParleyException(Code code, Place place, String what, String todo) {
        this(new Problem(code, place, what, todo));
    }

    /** The same, said in both languages. */
    public ParleyException(Code code, Place place, Text what, Text todo) {
        this(new Problem(code, place, what, todo));
    }

    public ParleyException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    public Code code() {
        return problem.code();
    }

    public Place place() {
        return problem.place();
    }
}
