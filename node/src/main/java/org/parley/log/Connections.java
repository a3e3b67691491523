// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections to a database come from. Thread safe. */
@FunctionalInterface
public interface Connections {
    /** A new one, which whoever asked closes. */
    Connection open() throws SQLException;
}
