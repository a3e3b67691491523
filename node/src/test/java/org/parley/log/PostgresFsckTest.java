// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.proof.canonical.Hash;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with the rows of a store is found. */
final class PostgresFsckTest {
    private static final String ORIGIN = "exercise/example/XA";
    private static final SignerKey KEY =
            SignerKey.of(Suite.ED25519, ORIGIN, new byte[32]).with(new BouncyEd25519());
    private static final int ENTRIES = 300;
    private static Optional<PostgresServer> server = Optional.empty();
    private static int schemas;

    private Database database = new Database("jdbc:postgresql://none/none", Optional.empty());

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

    private static Event.Body body(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Event.Body(Hash.of(bytes), bytes);
    }

    @BeforeEach
    void fill() {
        database = server.orElseThrow().schema("checked" + schemas++);
        PostgresStore.create(database);
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            entries.add(("entry " + i).getBytes(StandardCharsets.UTF_8));
        }
        try (PostgresStore store = PostgresStore.open(database)) {
            OwnLog.open(store, ORIGIN, KEY)
                    .append(
                            entries,
                            List.of(
                                    body("kept"),
                                    body("erased"),
                                    new Event.Fact("fact", Optional.empty(), new byte[] {1, 2})));
            store.commit(List.of(new Event.Erased(body("erased").hash())));
        }
    }

    private Fsck.Report check() {
        return PostgresFsck.check(database, Fsck.Watch.NONE);
    }

    private void change(String statement) throws Exception {
        try (Connection db = database.open()) {
            assertThat(db.createStatement().executeUpdate(statement)).isPositive();
        }
    }

    private static String flip(String table, String column, String where) {
        return String.format(
                "UPDATE %1$s SET %2$s = set_byte(%2$s, 0, get_byte(%2$s, 0) # 1) WHERE %3$s",
                table, column, where);
    }

    @Test
    void aStoreThatIsWholeHasNoFindingsAndIsCounted() {
        Fsck.Report report = check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(ENTRIES);
        assertThat(report.bodies()).isEqualTo(1);
    }

    @Test
    void oneFlippedBitInAnyColumnIsFound() throws Exception {
        for (String flip :
                List.of(
                        flip("parley_entry", "bytes", "idx = 299"),
                        flip("parley_hash", "hashes", "level = 1"),
                        flip("parley_log", "edge", "true"),
                        flip("parley_log", "root", "true"),
                        flip("parley_log", "checkpoint", "true"),
                        flip("parley_body", "bytes", "true"),
                        flip("parley_fact", "bytes", "true"),
                        flip("parley_fact", "sha256", "true"))) {
            change(flip);
            assertThat(check().isSound()).as(flip).isFalse();
            change(flip);
            assertThat(check().findings()).as("back: " + flip).isEmpty();
        }
    }

    @Test
    void aMissingRowAndABodyThatCameBackAreFoundWhereTheyAre() throws Exception {
        change(flip("parley_entry", "bytes", "idx = 17"));
        assertThat(check().findings().getFirst().in("en"))
                .startsWith("parley_entry row 17: the hashes of the tree are not those of");
        change("DELETE FROM parley_entry WHERE idx = 17");
        assertThat(check().findings().getFirst().flaw()).isEqualTo(Flaw.ENTRIES_MISSING);
        change(
                "INSERT INTO parley_body (sha256, part, bytes) SELECT sha256, 0, 'erased'"
                        + " FROM parley_erased");
        assertThat(check().findings()).extracting(Fsck.Finding::flaw).contains(Flaw.BODY_LEFT);
    }
}
