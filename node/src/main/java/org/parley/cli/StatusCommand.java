// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.jspecify.annotations.Nullable;
import org.parley.agreement.Formulas;
import org.parley.record.Library;
import org.parley.standing.Standing;
import org.parley.web.StandingJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/** Says where an agreement stands. */
@Command(
        name = "status",
        description = "Say where an agreement stands, in a view.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Mixin final Options options = new Options();
    @Mixin final Options.Axes axes = new Options.Axes();

    @Parameters(paramLabel = "ID", description = "the agreement, such as new-start")
    String id = "";

    @Option(names = "--json", description = "print JSON")
    boolean json;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Library.Case one = options.open().load(id);
        Standing standing =
                Standing.of(
                        one.agreement(),
                        new Formulas(one.agreement()),
                        one.record().statements(),
                        one.record().coverage(),
                        axes.view(one.agreement()));
        PrintWriter out = Outputs.of(spec);
        if (json) {
            out.print(StandingJson.print(standing, options.language));
        } else {
            List<String> lines = new StatusText(options.language).lines(standing);
            lines.forEach(out::println);
        }
        return 0;
    }
}
