// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.ParleyException;
import org.parley.Problem;

import java.util.ArrayList;
import java.util.List;

/** Collects problems so that one run shows them all. Not thread safe; lives for one reading. */
public final class Problems {
    private static final int SHOWN_MAX = 200;
    private final List<Problem> found = new ArrayList<>();

    /** Runs a part of the reading; what it throws is kept, and the reading goes on. */
    void guard(Runnable part) {
        try {
            part.run();
        } catch (ParleyException e) {
            add(e.problem());
        }
    }

    void add(Problem problem) {
        if (found.size() < SHOWN_MAX && !found.contains(problem)) {
            found.add(problem);
        }
    }

    /** In the order of their places. */
    public List<Problem> sorted() {
        return found.stream().sorted(java.util.Comparator.comparing(Problem::place)).toList();
    }

    boolean isEmpty() {
        return found.isEmpty();
    }
}
