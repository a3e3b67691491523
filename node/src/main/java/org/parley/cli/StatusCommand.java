// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.record.Library;
import org.parley.record.Unread;
import org.parley.standing.Situation;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.web.StandingJson;
import org.parley.web.export.CaseStanding;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says where an agreement stands, or where a party stands in all that it is in. */
@Command(name = "status", description = "Say where an agreement stands, in a view.")
final class StatusCommand extends LibraryCommand {
    @Mixin final Options.Axes axes = new Options.Axes();
    @Mixin final Json json = new Json();

    @Parameters(paramLabel = "ID", arity = "0..1", description = "the agreement, such as new-start")
    Optional<String> id = Optional.empty();

    @Option(
            names = "--party",
            paramLabel = "PARTY",
            description = "instead of an agreement: all that this party is in")
    Optional<String> party = Optional.empty();

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
            PartyStatus status = new PartyStatus(library, axes, party.get(), language());
            print(json.asked ? status.json() : lines(status.text()));
            return tell(status.problems());
        }
        Library.Case one = library.load(id.orElseThrow());
        View view = axes.view(one.agreement());
        Standing standing = CaseStanding.of(one, view);
        Situation situation = Situation.of(one.agreement(), one.record().statements(), view);
        StatusText text = new StatusText(language());
        List<String> lines = new ArrayList<>(text.lines(standing, situation));
        lines.addAll(
                text.unread(
                        Unread.of(
                                one.record().statements(),
                                view.knownOn(),
                                one.agreement().zone())));
        print(json.asked ? StandingJson.print(standing, language()) : lines(lines));
        return 0;
    }

    private void print(String text) {
        out().print(text);
    }

    private static String lines(List<String> lines) {
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }
}
