// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Real connections, one of whose steps meets a server that has ended the session, or whose answer
 * never comes although the step was done. Steps are counted over all connections.
 */
final class FailingConnections implements Connections {
    private static final Set<String> STEPS =
            Set.of("executeUpdate", "executeBatch", "executeQuery", "commit");

    private final Database database;
    private final boolean done;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    /**
     * @param done whether the failing step is carried out and only its answer lost
     */
    FailingConnections(Database database, boolean done) {
        this.database = database;
        this.done = done;
    }

    /** After so many steps one fails; then none any more. */
    void failAt(int step) {
        left.set(step);
    }

    boolean hasFailed() {
        return left.get() < 0;
    }

    @Override
    public Connection open() throws SQLException {
        Connection real = database.open();
        return counted(Connection.class, real, real);
    }

    private <T> T counted(Class<T> type, T real, Connection db) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            try {
                                boolean fails =
                                        STEPS.contains(method.getName())
                                                && left.getAndDecrement() == 0;
                                if (fails && !done) {
                                    end(db);
                                }
                                Object result = method.invoke(real, arguments);
                                if (fails && done) {
                                    db.close();
                                    throw new SQLException("the answer is lost", "08006");
                                }
                                return result instanceof PreparedStatement sql
                                        ? counted(PreparedStatement.class, sql, db)
                                        : result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }

    /** Has the server end the session that the failing step is in. */
    private void end(Connection db) throws SQLException {
        int session;
        try (Statement sql = db.createStatement();
                ResultSet row = sql.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            session = row.getInt(1);
        }
        try (Connection other = database.open();
                PreparedStatement sql =
                        other.prepareStatement("SELECT pg_terminate_backend(?, 10000)")) {
            sql.setInt(1, session);
            sql.executeQuery().close();
        }
    }
}
