// SPDX-License-Identifier: Apache-2.0
package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import org.junit.jupiter.api.Test;
import org.parley.proof.canonical.Hash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Every Java source stands as google-java-format (AOSP) writes it. {@code mvn -Dformat=write test
 * -Dtest=SourceFormatTest} rewrites those that do not.
 */
final class SourceFormatTest {
    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    @Test
    void everySourceIsFormatted() throws IOException {
        boolean write = "write".equals(System.getProperty("format"));
        SourceTree tree = SourceTree.ofThisProject();
        Set<String> different = new ConcurrentSkipListSet<>();
        Set<String> good = new ConcurrentSkipListSet<>();
        Path seen = tree.root().resolve("node/target/formatted-sources");
        Set<String> known = seen(seen);
        tree.ending(".java").parallelStream()
                .forEach(file -> {
                    String text = SourceTree.read(file);
                    String formatted = known.contains(digest(text)) ? text : format(text);
                    if (formatted.equals(text)) {
                        good.add(digest(text));
                    } else {
                        different.add(tree.name(file));
                        rewrite(write, file, formatted);
                    }
                });
        Files.createDirectories(seen.getParent());
        Files.write(seen, good);
        if (!write) {
            assertThat(different)
                    .as("run: mvn -Dformat=write test -Dtest=SourceFormatTest")
                    .isEmpty();
        }
    }

    /** Texts that stood right in the last build here: formatting them all takes half a minute. */
    private static Set<String> seen(Path file) throws IOException {
        return Files.isRegularFile(file) ? Set.copyOf(Files.readAllLines(file)) : Set.of();
    }

    private static String digest(String text) {
        return Hash.of(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static void rewrite(boolean write, Path file, String formatted) {
        if (write) {
            try {
                Files.writeString(file, formatted);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void aSourceThatStandsOtherwiseIsNoticed() {
        String untidy = "import java.util.List;\nclass A { int  b( ) {return 1;} }\n";
        assertThat(format(untidy))
                .isEqualTo("class A {\n    int b() {\n        return 1;\n    }\n}\n");
    }

    private static String format(String text) {
        try {
            return FORMATTER.formatSourceAndFixImports(text);
        } catch (FormatterException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
