// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Problem;
import org.parley.record.Library;

import picocli.CommandLine.Command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lists the agreements at hand. */
@Command(name = "list", description = "List the agreements at hand.")
final class ListCommand extends LibraryCommand {
    @Override
    public Integer call() {
        PrintWriter out = out();
        Library library = options.open();
        List<Problem> problems = new ArrayList<>();
        for (Library.Loaded loaded : library.loadAll()) {
            loaded.problem().ifPresent(problems::add);
            loaded.found()
                    .ifPresent(one ->
                            out.printf(
                                    Locale.ROOT,
                                    "%-24s %-11s %-50s %5d statements%s%n",
                                    loaded.id(),
                                    one.agreement().kind(),
                                    one.agreement().title().in(language()),
                                    one.record().statements().size(),
                                    origin(library, loaded.id())));
        }
        return tell(problems);
    }

    private String origin(Library library, String id) {
        if (!library.isShipped(id)) {
            return in("  (home)", "  （自有）");
        }
        if (library.hasAddition(id)) {
            return in("  (with a record of your own)", "  （含自有记录）");
        }
        return "";
    }
}
