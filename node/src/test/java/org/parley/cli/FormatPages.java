// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The YAML of the format pages, put together as the files that it is taken from. */
final class FormatPages {
    static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
    private static final Pattern FENCED = Pattern.compile("(?ms)^```yaml\n(.*?)^```");

    private FormatPages() {}

    /** The fenced pieces of a page, in its order. */
    static List<String> pieces(String page) {
        return FENCED.matcher(read(ROOT.resolve("docs/formats").resolve(page)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Writes the agreement, record and tests of the pages into a folder. */
    static void write(Path folder) {
        try {
            Files.createDirectories(folder.resolve("record"));
            Files.writeString(
                    folder.resolve("agreement.yaml"), String.join("\n", pieces("agreement.md")));
            Files.writeString(folder.resolve("test.yaml"), String.join("\n", pieces("test.md")));
            Files.writeString(
                    folder.resolve("record/record.yaml"),
                    String.join("---\n", pieces("record.md")));
            Files.writeString(
                    folder.resolve("active.csv"),
                    """
                    observing,observed,flights
                    XA,XB,3
                    XB,XA,2
                    """);
            Files.writeString(
                    folder.resolve("record/aggregate.csv"),
                    """
                    date,party,warheads,holdings,published,published_basis,source_url,source2_url,note,status
                    2031-02-01,XC,5,300,2031-03-01,source,https://example.org/a,,,ok
                    2031-08-01,XC,,,,,,,,missing
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
