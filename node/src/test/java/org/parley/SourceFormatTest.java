// SPDX-License-Identifier: Apache-2.0
package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Every Java source stands as google-java-format (AOSP) writes it. {@code mvn -Dformat=write test
 * -Dtest=SourceFormatTest} rewrites those that do not.
 */
final class SourceFormatTest {
    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    @Test
    void everySourceIsFormatted() throws IOException, FormatterException {
        boolean write = "write".equals(System.getProperty("format"));
        SourceTree tree = SourceTree.ofThisProject();
        List<String> different = new ArrayList<>();
        for (Path file : tree.ending(".java")) {
            String text = SourceTree.read(file);
            String formatted = format(text);
            if (!formatted.equals(text)) {
                if (write) {
                    Files.writeString(file, formatted);
                } else {
                    different.add(tree.name(file));
                }
            }
        }
        assertThat(different).as("run: mvn -Dformat=write test -Dtest=SourceFormatTest").isEmpty();
    }

    @Test
    void aSourceThatStandsOtherwiseIsNoticed() throws FormatterException {
        String untidy = "import java.util.List;\nclass A { int  b( ) {return 1;} }\n";
        assertThat(format(untidy))
                .isEqualTo("class A {\n    int b() {\n        return 1;\n    }\n}\n");
    }

    private static String format(String text) throws FormatterException {
        return FORMATTER.formatSourceAndFixImports(text);
    }
}
