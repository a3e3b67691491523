// SPDX-License-Identifier: Apache-2.0
package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    void everySourceIsFormatted() {
        boolean write = "write".equals(System.getProperty("format"));
        SourceTree tree = SourceTree.ofThisProject();
        Set<String> different = new ConcurrentSkipListSet<>();
        tree.ending(".java").parallelStream()
                .forEach(file -> {
                    String text = SourceTree.read(file);
                    String formatted = format(text);
                    if (!formatted.equals(text)) {
                        different.add(tree.name(file));
                        rewrite(write, file, formatted);
                    }
                });
        if (!write) {
            assertThat(different)
                    .as("run: mvn -Dformat=write test -Dtest=SourceFormatTest")
                    .isEmpty();
        }
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
