// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.review.Desks;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class ReviewCommandTest {
    @TempDir Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void begin() {
        Desks.home(home, "talks.txt", Desks.TALKS);
    }

    private int review(String... arguments) {
        List<String> all = new ArrayList<>(List.of("review"));
        all.addAll(List.of(arguments));
        all.addAll(
                List.of(
                        "--home",
                        home.toString(),
                        "--library",
                        Path.of(System.getProperty("parley.root", ".."))
                                .resolve("library")
                                .toString()));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Parley.run(
                new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    @Test
    void theSameDecisionsAreMadeAsOnThePages() {
        assertThat(review("list")).isZero();
        assertThat(out.toString()).contains("3 claims   3 open  undated     talks.txt");
        assertThat(review("accept", "talks.txt", "1", "--by", "Ines")).isZero();
        assertThat(out.toString()).startsWith("review/accept  sha256:");
        assertThat(review("accept", "talks.txt", "2", "--set", "status=postponed", "--by", "Ines"))
                .isZero();
        assertThat(review("reject", "talks.txt", "3", "--why", "background", "--by", "Jo"))
                .isZero();
        assertThat(review("anchor", "talks.txt", "2031-05-12", "--by", "Ines")).isZero();
        assertThat(review("list", "talks.txt")).isZero();
        assertThat(out.toString())
                .contains("talks.txt  2031-05-12")
                .contains("  1  accepted", "  2  edited", "  3  rejected")
                .contains("when=2031-05-15", "status=postponed");
        assertThat(review("list", "talks.txt", "--json")).isZero();
        assertThat(out.toString())
                .contains("\"state\" : \"edited\"", "\"because\" : \"background\"")
                .contains("\"dateGivenBy\" : \"Ines\"");
        assertThat(review("merge", "talks.txt", "1", "3", "--by", "Ines", "--json")).isZero();
        assertThat(out.toString()).contains("\"state\" : \"merged\"", "\"into\" : ");
        assertThat(review("reopen", "talks.txt", "3", "--by", "Ines")).isZero();
    }

    @Test
    void anUndatedTextComesWithTheDaysItMayBeOf() {
        assertThat(review("list", "talks.txt")).isZero();
        assertThat(out.toString()).contains("talks.txt  undated", "may be of 2031-05-12");
        assertThat(review("list", "talks.txt", "--lang", "zh")).isZero();
        assertThat(out.toString()).contains("无日期", "可能为 2031-05-12");
    }

    @Test
    void whatIsNotThereIsToldOf() {
        assertThat(review("list", "talk.txt")).isEqualTo(1);
        assertThat(err.toString()).contains("no such document", "talks.txt");
        assertThat(review("accept", "talks.txt", "99", "--by", "Ines")).isEqualTo(1);
        assertThat(review("accept", "talks.txt", "1")).isEqualTo(2);
        assertThat(review("anchor", "talks.txt", "May", "--by", "Ines")).isEqualTo(1);
        assertThat(review("link", "talks.txt", "Nobody", "XA", "--by", "Ines")).isEqualTo(1);
        assertThat(home.resolve("reviews")).doesNotExist();
    }
}
