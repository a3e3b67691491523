// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The same running totals by window functions. The tables hold each item's whole row after each
 * change, which spares the databases from carrying fields forward; the fold has only the change.
 */
final class Databases {
    private static final String TABLE =
            "CREATE TABLE change (seq INTEGER, party INTEGER, item INTEGER, kind VARCHAR,"
                    + " state VARCHAR, loaded INTEGER, nuclear INTEGER)";

    private static final String TOTALS =
            """
            WITH counted AS (
              SELECT seq, party, item,
                (kind IN ('ICBM', 'SLBM') AND state = 'deployed'
                  OR kind = 'HB' AND state = 'deployed' AND nuclear = 1) AS deployed,
                kind, loaded,
                CASE WHEN kind IN ('ICBM_LAUNCHER', 'SLBM_LAUNCHER') AND state NOT IN ('converted', 'eliminated')
                  OR kind = 'HB' AND state NOT IN ('converted', 'eliminated') AND nuclear = 1 THEN 1 ELSE 0 END AS l
              FROM change),
            part AS (
              SELECT seq, party, item, CASE WHEN deployed THEN 1 ELSE 0 END AS v,
                CASE WHEN deployed THEN CASE WHEN kind = 'HB' THEN 1 ELSE loaded END ELSE 0 END AS w, l
              FROM counted),
            delta AS (
              SELECT seq, party,
                v - lag(v, 1, 0) OVER one AS dv, w - lag(w, 1, 0) OVER one AS dw, l - lag(l, 1, 0) OVER one AS dl
              FROM part WINDOW one AS (PARTITION BY item ORDER BY seq))
            SELECT
              sum(CASE WHEN party = 0 THEN dv ELSE 0 END) OVER run, sum(CASE WHEN party = 0 THEN dw ELSE 0 END) OVER run,
              sum(CASE WHEN party = 0 THEN dl ELSE 0 END) OVER run, sum(CASE WHEN party = 1 THEN dv ELSE 0 END) OVER run,
              sum(CASE WHEN party = 1 THEN dw ELSE 0 END) OVER run, sum(CASE WHEN party = 1 THEN dl ELSE 0 END) OVER run
            FROM delta WINDOW run AS (ORDER BY seq ROWS UNBOUNDED PRECEDING) ORDER BY seq
            """;

    private Databases() {}

    static Connection sqlite(MadeUpChanges changes) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < changes.size; i++) {
                insert.setInt(1, i);
                insert.setInt(2, MadeUpChanges.party(changes.items[i]));
                insert.setInt(3, changes.items[i]);
                insert.setString(4, MadeUpChanges.KINDS[changes.kinds[i]]);
                insert.setString(5, MadeUpChanges.STATES[changes.states[i]]);
                insert.setInt(6, changes.loads[i]);
                insert.setInt(7, changes.nuclear[i] ? 1 : 0);
                insert.executeUpdate();
            }
        }
        connection.commit();
        return connection;
    }

    static Connection duckdb(MadeUpChanges changes) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        try (DuckDBAppender rows =
                connection.unwrap(DuckDBConnection.class).createAppender("main", "change")) {
            for (int i = 0; i < changes.size; i++) {
                rows.beginRow();
                rows.append(i);
                rows.append(MadeUpChanges.party(changes.items[i]));
                rows.append(changes.items[i]);
                rows.append(MadeUpChanges.KINDS[changes.kinds[i]]);
                rows.append(MadeUpChanges.STATES[changes.states[i]]);
                rows.append((int) changes.loads[i]);
                rows.append(changes.nuclear[i] ? 1 : 0);
                rows.endRow();
            }
        }
        return connection;
    }

    static void threads(Connection duckdb, int threads) throws SQLException {
        try (Statement statement = duckdb.createStatement()) {
            statement.execute("SET threads TO " + threads);
        }
    }

    /** All totals after every change, read out. */
    static long totals(Connection connection) throws SQLException {
        long checksum = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TOTALS)) {
            while (rows.next()) {
                for (int column = 1; column <= 6; column++) {
                    checksum = MadeUpChanges.mix(checksum, rows.getLong(column));
                }
            }
        }
        return checksum;
    }
}
