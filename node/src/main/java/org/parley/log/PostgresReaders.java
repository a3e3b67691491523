// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * Reads with a few connections that are kept. Each question is one statement, so that its answer is
 * of one moment. Thread safe.
 */
final class PostgresReaders {
    /** A server of PostgreSQL takes 100 connections as it comes, of all its users. */
    private static final int CONNECTIONS_MAX = 8;

    private final Connections connections;
    private final Semaphore free = new Semaphore(CONNECTIONS_MAX);
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    PostgresReaders(Connections connections) {
        this.connections = connections;
    }

    @FunctionalInterface
    interface Arguments {
        void set(PreparedStatement sql) throws SQLException;
    }

    @FunctionalInterface
    interface Answer<T> {
        T from(ResultSet rows) throws SQLException;
    }

    /**
     * Asks; once more on a new connection when the kept one turns out to be dead.
     *
     * @throws ParleyException {@code UNAVAILABLE}
     */
    <T> T read(String query, Arguments arguments, Answer<T> answer) {
        free.acquireUninterruptibly();
        try {
            Optional<Connection> kept = Optional.ofNullable(idle.pollFirst());
            if (kept.isPresent()) {
                try {
                    return ask(kept.get(), query, arguments, answer);
                } catch (SQLException e) {
                    if (!SqlStates.isLost(e) && !SqlStates.isRefusedForNow(e)) {
                        throw unavailable(e);
                    }
                }
            }
            return ask(connections.open(), query, arguments, answer);
        } catch (SQLException e) {
            throw unavailable(e);
        } finally {
            free.release();
        }
    }

    private <T> T ask(Connection db, String query, Arguments arguments, Answer<T> answer)
            throws SQLException {
        boolean well = false;
        try (PreparedStatement sql = db.prepareStatement(query)) {
            arguments.set(sql);
            try (ResultSet rows = sql.executeQuery()) {
                T told = answer.from(rows);
                well = true;
                return told;
            }
        } finally {
            if (well && !closed) {
                idle.addFirst(db);
            } else {
                close(db);
            }
        }
    }

    void close() {
        closed = true;
        for (Connection db = idle.poll(); db != null; db = idle.poll()) {
            close(db);
        }
    }

    static void close(Connection db) {
        try {
            db.close();
        } catch (SQLException e) {
            // It was of no use any more; the server takes back what was open on it.
        }
    }

    static ParleyException unavailable(SQLException e) {
        ParleyException failure =
                new ParleyException(
                        Code.UNAVAILABLE,
                        Place.of("database"),
                        Optional.ofNullable(e.getMessage()).orElse("no answer")
                                + " ("
                                + SqlStates.of(e)
                                + ")",
                        "see whether the database runs and lets this user in; nothing was changed");
        failure.initCause(e);
        return failure;
    }
}
