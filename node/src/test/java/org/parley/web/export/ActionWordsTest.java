// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pages and lists say what is done in words: every action of the library has some. */
final class ActionWordsTest {
    private static final Pattern ACTION = Pattern.compile("\\baction: *([a-z][a-z_-]*)");

    @Test
    void everyActionOfTheLibraryHasWordsInBothLanguages() throws IOException {
        Set<String> actions = new TreeSet<>();
        Path patterns =
                Path.of(System.getProperty("parley.root", ".."))
                        .resolve("library/lexicon/patterns");
        try (Stream<Path> files = Files.walk(patterns)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher found = ACTION.matcher(Files.readString(file));
                while (found.find()) {
                    actions.add(found.group(1));
                }
            }
        }
        assertThat(actions).hasSizeGreaterThan(10).allMatch(ActionWords::has);
        assertThat(actions)
                .allSatisfy(action -> {
                    assertThat(ActionWords.action(action).zh()).doesNotContainPattern("[a-z]");
                    assertThat(ActionWords.action(action).en()).doesNotContain("_");
                });
        assertThat(ActionWords.action("a-reader-s-own").zh()).isEqualTo("a-reader-s-own");
    }
}
