// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.parley.document.Block.Kind;

import java.util.ArrayList;
import java.util.List;

/** The blocks a reader of a format has found so far. */
final class Drafts {
    final List<Draft> all = new ArrayList<>();
    private Chars current = new Chars();
    private boolean newPage;

    Chars current() {
        return current;
    }

    /** What follows begins on another page. */
    void page() {
        newPage = true;
    }

    /** Ends the block. Returns whether there was one. */
    boolean end(Kind kind, boolean certain) {
        boolean something = !current.isBlank();
        if (something) {
            Draft draft = new Draft(kind, current);
            draft.newPage = newPage;
            draft.certain = certain;
            all.add(draft);
            newPage = false;
        }
        current = new Chars();
        return something;
    }
}
