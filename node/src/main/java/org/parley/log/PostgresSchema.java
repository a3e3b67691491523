// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables of a {@link PostgresStore}. Plain SQL: no sequence, foreign key, trigger, advisory
 * lock, temporary table or stored code, so that databases that only speak PostgreSQL's language
 * understand it too (docs/decisions/0008). Names of facts are bytes, because the order of texts is
 * the database's own affair.
 */
final class PostgresSchema {
    /** Of the tables; another number is another layout. */
    static final int FORMAT = 1;

    private static final List<String> TABLES =
            List.of(
                    """
                    CREATE TABLE IF NOT EXISTS parley_store (
                        format integer NOT NULL PRIMARY KEY,
                        commits bigint NOT NULL)\
                    """,
                    """
                    CREATE TABLE IF NOT EXISTS parley_log (
                        origin text NOT NULL PRIMARY KEY,
                        held bigint NOT NULL,
                        edge bytea NOT NULL,
                        size bigint,
                        root bytea,
                        checkpoint bytea)\
                    """,
                    """
                    CREATE TABLE IF NOT EXISTS parley_entry (
                        origin text NOT NULL,
                        idx bigint NOT NULL,
                        bytes bytea NOT NULL,
                        PRIMARY KEY (origin, idx))\
                    """,
                    """
                    CREATE TABLE IF NOT EXISTS parley_hash (
                        origin text NOT NULL,
                        level integer NOT NULL,
                        idx bigint NOT NULL,
                        hashes bytea NOT NULL,
                        PRIMARY KEY (origin, level, idx))\
                    """,
                    """
                    CREATE TABLE IF NOT EXISTS parley_body (
                        sha256 bytea NOT NULL,
                        part integer NOT NULL,
                        bytes bytea NOT NULL,
                        PRIMARY KEY (sha256, part))\
                    """,
                    """
                    CREATE TABLE IF NOT EXISTS parley_erased (
                        sha256 bytea NOT NULL PRIMARY KEY)\
                    """,
                    """
                    CREATE TABLE IF NOT EXISTS parley_fact (
                        name bytea NOT NULL PRIMARY KEY,
                        sha256 bytea NOT NULL,
                        bytes bytea NOT NULL)\
                    """);

    private PostgresSchema() {}

    /** Makes the tables, one statement a transaction, and last the row that says they are there. */
    static void create(Connection db) throws SQLException {
        try (Statement sql = db.createStatement()) {
            for (String table : TABLES) {
                sql.execute(table);
            }
            int begun =
                    sql.executeUpdate(
                            "INSERT INTO parley_store (format, commits) VALUES ("
                                    + FORMAT
                                    + ", 0) ON CONFLICT DO NOTHING");
            if (begun == 0) {
                throw new ParleyException(
                        Code.CONFLICT,
                        Place.of("parley_store"),
                        "a store lies in this schema already",
                        "one schema for each node: give another one with ?currentSchema=NAME");
            }
        }
    }

    /**
     * Looks whether there is a store, and whether the server keeps what it says it has kept.
     *
     * @throws ParleyException {@code NOT_FOUND}, {@code REFUSED}
     */
    static void require(Connection db) throws SQLException {
        try (Statement sql = db.createStatement()) {
            if (!has(
                            sql,
                            "SELECT 1 FROM information_schema.tables"
                                    + " WHERE table_schema = current_schema()"
                                    + " AND table_name = 'parley_store'")
                    || !has(sql, "SELECT 1 FROM parley_store WHERE format = " + FORMAT)) {
                throw new ParleyException(
                        Code.NOT_FOUND,
                        Place.of("parley_store"),
                        "no store of format " + FORMAT + " lies in this schema",
                        "restore the database from a backup; an empty one is never taken for it");
            }
            if (has(
                    sql,
                    "SELECT 1 FROM pg_settings WHERE setting = 'off'"
                            + " AND name IN ('fsync', 'full_page_writes', 'synchronous_commit')")) {
                throw new ParleyException(
                        Code.REFUSED,
                        Place.of("pg_settings"),
                        "this server confirms what a power cut can take back",
                        "set fsync, full_page_writes and synchronous_commit to on");
            }
        }
    }

    private static boolean has(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }
}
