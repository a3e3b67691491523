// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import java.sql.SQLException;
import java.util.Optional;

/** What the five characters of an SQLSTATE say (PostgreSQL manual, appendix A). */
final class SqlStates {
    private SqlStates() {}

    static String of(SQLException e) {
        return Optional.ofNullable(e.getSQLState()).orElse("no state");
    }

    /**
     * Serialisation failure, deadlock: the server says that it took the transaction back. Databases
     * that let transactions run and compare afterwards say so at any step, committing included.
     */
    static boolean isRefusedForNow(SQLException e) {
        return of(e).equals("40001") || of(e).equals("40P01");
    }

    /** The connection is gone, or the server ends, begins, or has no room for another one. */
    static boolean isLost(SQLException e) {
        String state = of(e);
        return state.startsWith("08") || state.startsWith("57P0") || state.equals("53300");
    }
}
