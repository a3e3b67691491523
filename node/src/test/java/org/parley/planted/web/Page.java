// SPDX-License-Identifier: Apache-2.0
package org.parley.planted.web;

import org.parley.planted.statement.KnowsPages;

/** Planted: must be caught by the architecture rules. */
public final class Page {
    private Page() {}

    static void offence(KnowsPages other) {
        try {
            System.out.println(String.format("%s", other).toLowerCase() + "%d".formatted(1));
        } catch (IllegalStateException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }
}
