// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.search.Passage;
import org.parley.search.SearchIndex;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;

/** Searches the documents that were taken in. */
@Command(
        name = "search",
        description = "Search the documents that were taken in, in Chinese and English.")
final class SearchCommand extends LibraryCommand {
    private static final int MOST = 1_000;
    private static final int SHOWN = 200;

    @Parameters(paramLabel = "WORDS", arity = "1..*", description = "words, or a \"phrase\"")
    List<String> words = List.of();

    @Option(names = "--most", paramLabel = "N", description = "how many passages (default: 20)")
    int most = 20;

    @Override
    public Integer call() {
        if (most < 1 || most > MOST) {
            throw new ParleyException(
                    Code.USAGE, Place.of("--most"), String.valueOf(most), "1 to " + MOST);
        }
        SearchIndex index = new SearchIndex(options.readingRoom());
        List<Passage> found = index.find(String.join(" ", words), most);
        for (Passage one : found) {
            String text = one.text().strip();
            out().println(
                            one.document().substring(7, 19)
                                    + "  "
                                    + one.name()
                                    + "  "
                                    + in("p. ", "页 ")
                                    + one.page()
                                    + "  "
                                    + one.from()
                                    + "-"
                                    + one.to()
                                    + "  "
                                    + one.language()
                                    + "  "
                                    + new DocumentText(language()).claims(one.claims().size()));
            out().println("    " + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text));
        }
        if (found.isEmpty()) {
            out().println(in("nothing found", "未找到"));
        }
        return 0;
    }
}
