// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.jspecify.annotations.Nullable;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
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
import java.util.Optional;
import java.util.concurrent.Callable;

/** Says where an agreement stands. */
@Command(
        name = "status",
        description = "Say where an agreement stands, in a view.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Mixin final Options options = new Options();
    @Mixin final Options.Axes axes = new Options.Axes();

    @Parameters(paramLabel = "ID", arity = "0..1", description = "the agreement, such as new-start")
    Optional<String> id = Optional.empty();

    @Option(
            names = "--party",
            paramLabel = "PARTY",
            description = "instead of an agreement: all that this party is in")
    Optional<String> party = Optional.empty();

    @Option(names = "--json", description = "print JSON")
    boolean json;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Library library = options.open();
        if (id.isPresent() == party.isPresent()) {
            throw new ParleyException(
                    Code.USAGE,
                    Place.of("status"),
                    "name an agreement or a party",
                    "parley status new-start, or parley status --party CN");
        }
        if (party.isPresent()) {
            return party(library, party.get());
        }
        Library.Case one = library.load(id.orElseThrow());
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

    private int party(Library library, String who) {
        PartyStatus status = new PartyStatus(library, axes, who, options.language);
        PrintWriter out = Outputs.of(spec);
        if (json) {
            out.print(status.json());
        } else {
            status.text().forEach(out::println);
        }
        return Outputs.tell(status.problems(), options, spec);
    }
}
