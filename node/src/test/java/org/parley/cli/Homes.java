// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Folders of nodes that commands run on: a word {@code @XA} means the path {@code XA} in it. */
record Homes(Path folder) {
    static final Path AGREEMENT =
            Path.of(System.getProperty("parley.root", "..")).resolve("exercises/arden-borel");

    /** A declaration with a number that stands nowhere else. */
    static final String DECLARE =
            "declare under=duties.half_yearly_data as-of=2030-01-01 counts.launchers=780"
                    + " counts.deployed_warheads=1499 counts.deployed_vehicles=690";

    Path path(String name) {
        return folder.resolve(name);
    }

    Session run(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" ")) {
            words.add(word.startsWith("@") ? path(word.substring(1)).toString() : word);
        }
        return Session.run(words.toArray(String[]::new));
    }

    /** Runs a command that has to succeed; what it printed. */
    String done(String line) {
        Session session = run(line);
        assertThat(session.code()).as(line + "\n" + session.out() + session.err()).isZero();
        return session.out();
    }

    /** Begins the nodes XA and XB, which know each other. */
    void begin() throws IOException {
        for (String party : List.of("XA", "XB")) {
            done("node init --party " + party + " --agreement " + AGREEMENT + " --home @" + party);
            Files.writeString(path(party + ".card"), done("node card --home @" + party));
        }
        done("node enrol @XB.card --home @XA");
        done("node enrol @XA.card --home @XB");
    }

    /** Carries what each has to the other, there and back. */
    void carry() {
        done("courier write @a.courier --for XB --force --home @XA");
        done("courier read @a.courier --home @XB");
        done("courier write @b.courier --for XA --force --home @XB");
        done("courier read @b.courier --home @XA");
    }

    /** Every file below a folder. */
    List<Path> files(String name) {
        try (Stream<Path> all = Files.walk(path(name))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
