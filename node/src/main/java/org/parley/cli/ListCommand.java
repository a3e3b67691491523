// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.jspecify.annotations.Nullable;
import org.parley.Problem;
import org.parley.record.Library;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Lists the agreements at hand. */
@Command(
        name = "list",
        description = "List the agreements at hand.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    @Mixin final Options options = new Options();
    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Outputs.of(spec);
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
                                    one.agreement().title().in(options.language),
                                    one.record().statements().size(),
                                    origin(library, loaded.id())));
        }
        return Outputs.tell(problems, options, spec);
    }

    private String origin(Library library, String id) {
        if (!library.isShipped(id)) {
            return options.chinese() ? "  （自有）" : "  (home)";
        }
        if (library.hasAddition(id)) {
            return options.chinese() ? "  （含自有记录）" : "  (with a record of your own)";
        }
        return "";
    }
}
