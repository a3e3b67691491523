// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.document.DocumentReader;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is read, and what is told of what cannot be. */
class IngestCommandTest {
    private static final String SIGNED = "2010年4月8日，美国与俄罗斯在布拉格签署《新削减战略武器条约》。\n";

    private static final String LIBRARY = Path.of("..", "library").toString();

    @TempDir Path folder;

    private Session run(String... names) {
        List<String> all = new ArrayList<>(List.of("ingest", "--library", LIBRARY));
        all.addAll(List.of("--home", folder.resolve("home").toString()));
        all.addAll(List.of(names));
        return Session.run(all.toArray(String[]::new));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void aClaimStandsWithItsWordsInAnyEncoding() throws IOException {
        Path utf8 = file("a.txt", SIGNED.getBytes(StandardCharsets.UTF_8));
        Path gb = file("b.txt", SIGNED.getBytes(Charset.forName("GB18030")));

        Session session = run(utf8.toString(), gb.toString());

        assertThat(session.code()).as(session.err()).isZero();
        assertThat(session.out().split("treaty action", -1)).hasSize(3);
        assertThat(session.out()).contains("b.txt  (a copy of " + utf8 + ")");
        assertThat(session.out()).contains("2010-04-08", "new-start", "签署《新削减战略武器条约》");
    }

    @Test
    void whatCannotBeReadIsOneLineAndTheOthersAreRead() throws IOException {
        Path good = file("a.txt", SIGNED.getBytes(StandardCharsets.UTF_8));
        Path large = folder.resolve("large.txt");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(500L << 20);
        }
        Path pdf = file("fake.pdf", new byte[] {1, 2, 3});

        Session session =
                run(
                        folder.resolve("none.txt").toString(),
                        large.toString(),
                        pdf.toString(),
                        good.toString());

        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("none.txt", "there is no such file"),
                        line ->
                                assertThat(line)
                                        .contains("large.txt", "" + DocumentReader.MAX_BYTES),
                        line -> assertThat(line).contains("fake.pdf", "this is no PDF"));
        assertThat(session.out()).contains("2010-04-08");
    }

    @Test
    void noFileIsAnErrorOfUse() {
        assertThat(run().code()).isEqualTo(2);
    }

    @Test
    void whoAsksWhyIsToldWhichFileIsMissing() {
        Session session =
                Session.run(
                        "evidence",
                        "explain",
                        "--library",
                        LIBRARY,
                        folder.resolve("none.txt") + ":3");

        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err()).contains("none.txt", "there is no such file");
        assertThat(session.err().lines()).hasSize(1);
    }

    @Test
    void whoGivesAnOffsetThatIsNoneIsToldSo() throws IOException {
        Path text = file("a.txt", SIGNED.getBytes(StandardCharsets.UTF_8));

        for (String offset : List.of("-3", "x", "12345678901")) {
            Session session =
                    Session.run("evidence", "explain", "--library", LIBRARY, text + ":" + offset);
            assertThat(session.code()).isEqualTo(2);
            assertThat(session.err())
                    .contains("“" + offset + "” is no offset")
                    .doesNotContain("no such file");
        }
    }

    @Test
    void whoAsksWhereNothingStandsIsToldSo() throws IOException {
        Path text = file("a.txt", SIGNED.getBytes(StandardCharsets.UTF_8));

        Session explain =
                Session.run("evidence", "explain", "--library", LIBRARY, text + ":999999");
        Session score =
                Session.run(
                        "evidence",
                        "score",
                        "--library",
                        LIBRARY,
                        folder.toString(),
                        folder.toString());

        assertThat(explain.code()).isEqualTo(1);
        assertThat(explain.err()).contains("a.txt:999999", "no sentence is there");
        assertThat(score.code()).isEqualTo(1);
        assertThat(score.err()).contains("no gold file NAME.jsonl");
        assertThat(score.out()).isEmpty();
    }
}
