// SPDX-License-Identifier: Apache-2.0
package org.parley.statement;

import java.util.List;

/** What an act covers: everything, or some provisions ({@code limits}, {@code duties.change}). */
public record Scope(List<String> provisions) {
    public static final Scope ALL = new Scope(List.of());

    public Scope {
        provisions = List.copyOf(provisions);
    }

    public boolean all() {
        return provisions.isEmpty();
    }

    /** Whether a provision such as {@code duties.change} lies inside. */
    public boolean covers(String path) {
        return all()
                || provisions.stream()
                        .anyMatch(mine -> path.equals(mine) || path.startsWith(mine + "."));
    }
}
