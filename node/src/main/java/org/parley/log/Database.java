// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * A PostgreSQL database, and how to log in to it.
 *
 * @param url {@code jdbc:postgresql://host:port/database?user=…&currentSchema=…&sslmode=…}, without
 *     the password: it is written down in a node's settings
 * @param password empty where the server asks for none
 */
public record Database(String url, Optional<String> password) implements Connections {
    private static final String SCHEME = "jdbc:postgresql:";

    /** A query never takes so long; a server that is gone, or whose network is, does. */
    private static final String ANSWER_SECONDS_MAX = "60";

    /**
     * @throws ParleyException {@code USAGE} when it is no address of PostgreSQL, or holds a
     *     password
     */
    public Database {
        if (!isAddress(url)) {
            throw new ParleyException(
                    Code.USAGE,
                    Place.of("--store"),
                    "no address of a database",
                    "write " + SCHEME + "//host:5432/database?user=parley");
        }
        if (url.matches("(?i).*[?&](ssl)?password=.*") || url.matches(".*//[^/?]*@.*")) {
            throw new ParleyException(
                    Code.USAGE,
                    Place.of("--store"),
                    "the address holds a password, which would be written to node.json",
                    "leave it out and set PARLEY_DB_PASSWORD");
        }
    }

    /** Whether a text means a database rather than a folder. */
    public static boolean isAddress(String text) {
        return text.startsWith(SCHEME);
    }

    @Override
    public Connection open() throws SQLException {
        Properties settings = new Properties();
        password.ifPresent(secret -> settings.setProperty("password", secret));
        settings.setProperty("ApplicationName", "parley");
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("socketTimeout", ANSWER_SECONDS_MAX);
        // Many rows in one INSERT: a round trip for a batch instead of one for each row.
        settings.setProperty("reWriteBatchedInserts", "true");
        return DriverManager.getConnection(url, settings);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url;
    }
}
