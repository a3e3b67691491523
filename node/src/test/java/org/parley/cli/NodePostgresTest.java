// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.log.Database;
import org.parley.log.PostgresServer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.Optional;

/** A node whose record lies in PostgreSQL, by its commands. */
final class NodePostgresTest {
    private static Optional<PostgresServer> server = Optional.empty();

    @TempDir Path folder;

    private Homes homes = new Homes(Path.of("."));

    @BeforeAll
    static void startServer() throws Exception {
        server = Optional.of(PostgresServer.start());
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (server.isPresent()) {
            server.get().close();
        }
    }

    private static String init(Database database, String more) {
        return "node init --party XA --agreement "
                + Homes.AGREEMENT
                + " --home @XA --store "
                + database.url()
                + more;
    }

    @Test
    void aNodeOnADatabaseSpeaksExchangesIsCheckedAndErases() throws Exception {
        homes = new Homes(folder);
        Database database = server.orElseThrow().schema("xa");
        String password = database.password().orElseThrow();
        Path secret = homes.path("secret");
        Files.writeString(secret, password + "\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(homes.run(init(database, " --password-file @secret")).err())
                .contains("others on this machine can read this password");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        assertThat(homes.run(init(database, "&password=" + password)).err())
                .contains("the address holds a password");

        homes.done(init(database, " --password-file @secret"));
        homes.done("node init --party XB --agreement " + Homes.AGREEMENT + " --home @XB");
        enrolEachOther();
        homes.done(Homes.DECLARE + " to=[XB] --home @XA");
        homes.carry();

        assertThat(homes.done("node status --home @XA")).contains("XA/0", "acknowledged");
        assertThat(homes.done("fsck --home @XA")).contains("2 entries", "All of it is whole.");
        assertThat(homes.run("node backup @xa.backup --home @XA").err())
                .contains("its record lies in a database", "the database's own tools");
        assertThat(homes.path("XA/node/store/journal-00000001")).doesNotExist();
        homes.done("node erase XA/0 --why mistake --home @XA");
        assertThat(homes.done("node status --home @XA")).contains("erased here");
        thePasswordStandsInOneFileOnly(password);

        try (Connection db = database.open()) {
            db.createStatement()
                    .executeUpdate(
                            "UPDATE parley_entry SET bytes = set_byte(bytes, 9, 0) WHERE idx = 0");
        }
        Session damaged = homes.run("fsck --home @XA");
        assertThat(damaged.code()).isEqualTo(1);
        assertThat(damaged.out()).contains("parley_entry row 0: the hashes of the tree");
    }

    private void enrolEachOther() throws IOException {
        for (String party : new String[] {"XA", "XB"}) {
            Files.writeString(
                    homes.path(party + ".card"), homes.done("node card --home @" + party));
        }
        homes.done("node enrol @XB.card --home @XA");
        homes.done("node enrol @XA.card --home @XB");
    }

    private void thePasswordStandsInOneFileOnly(String password) throws IOException {
        Path only = homes.path("XA/node/database.password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(only)))
                .isEqualTo("rw-------");
        for (Path file : homes.files("XA/node")) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            boolean secret = text.lines().anyMatch(password::equals);
            assertThat(secret || text.contains("=" + password))
                    .as(file.toString())
                    .isEqualTo(file.equals(only));
        }
    }
}
