// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of the tests' own, from the system's programs, in a folder that goes away with it.
 * PostgreSQL does not run as root: then it runs as the system's user {@code postgres}.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String PASSWORD = "exercise";
    private static final boolean ROOT = System.getProperty("user.name", "").equals("root");

    private final Path folder;
    private final Process server;
    private final int port;

    private PostgresServer(Path folder, Process server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    /** Starts one, or has the tests skipped where there are no programs for it. */
    public static PostgresServer start() throws Exception {
        Optional<Path> programs = programs();
        assumeTrue(
                programs.isPresent(),
                "skipped: no PostgreSQL in " + DEBIAN + "; install it (on Debian: postgresql)");
        Path folder = Files.createTempDirectory("parley-postgres");
        Path secret = Files.writeString(folder.resolve("secret"), PASSWORD + "\n");
        own(folder);
        own(secret);
        String data = folder.resolve("data").toString();
        Process making =
                run(
                        folder,
                        programs.get().resolve("initdb").toString(),
                        "-D",
                        data,
                        "-U",
                        "parley",
                        "-A",
                        "scram-sha-256",
                        "--pwfile",
                        secret.toString(),
                        "-E",
                        "UTF8",
                        "--locale",
                        "C");
        if (!making.waitFor(3, TimeUnit.MINUTES) || making.exitValue() != 0) {
            throw new IOException("initdb: " + Files.readString(folder.resolve("log")));
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process server =
                run(
                        folder,
                        programs.get().resolve("postgres").toString(),
                        "-D",
                        data,
                        "-p",
                        "" + port,
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "shared_buffers=16MB");
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
        PostgresServer started = new PostgresServer(folder, server, port);
        started.awaitAnswer();
        return started;
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static void own(Path file) throws IOException {
        if (ROOT) {
            Files.setOwner(
                    file,
                    file.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName("postgres"));
        }
    }

    /** {@code setpriv} becomes the program: the process that is stopped later is the server's. */
    private static Process run(Path folder, String... command) throws IOException {
        List<String> words = new ArrayList<>();
        if (ROOT) {
            words.addAll(
                    List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        words.addAll(List.of(command));
        return new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private void awaitAnswer() throws Exception {
        for (int i = 0; ; i++) {
            try (Connection db = database("public").open()) {
                return;
            } catch (SQLException e) {
                if (i == 600 || !server.isAlive()) {
                    close();
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    /** A schema that has just been made. */
    public Database schema(String name) {
        try (Connection db = database("public").open()) {
            db.createStatement().execute("CREATE SCHEMA " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database(name);
    }

    private Database database(String schema) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:"
                        + port
                        + "/postgres?user=parley&currentSchema="
                        + schema,
                Optional.of(PASSWORD));
    }

    /** Sends SIGTERM, which waits for nobody here: the tests closed what they opened. */
    @Override
    public void close() throws Exception {
        server.destroy();
        if (!server.waitFor(20, TimeUnit.SECONDS)) {
            server.destroyForcibly().waitFor();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
