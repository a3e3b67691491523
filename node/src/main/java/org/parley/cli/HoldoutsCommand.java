// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.jspecify.annotations.Nullable;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.record.Library;
import org.parley.standing.MemberStanding;
import org.parley.standing.Standing;
import org.parley.web.Wording;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Lists whose act an agreement's entry into force waits for. */
@Command(
        name = "holdouts",
        description = "List whose act an agreement's entry into force waits for.",
        mixinStandardHelpOptions = true)
final class HoldoutsCommand implements Callable<Integer> {
    @Mixin final Options options = new Options();
    @Mixin final Options.Axes axes = new Options.Axes();

    @Parameters(paramLabel = "ID", description = "the agreement, such as ctbt")
    String id = "";

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Library.Case one = options.open().load(id);
        if (one.agreement().profile().holdouts().isEmpty()) {
            throw new ParleyException(
                    Code.NOT_FOUND,
                    Place.of(id),
                    "its entry into force waits for nobody by name",
                    "holdouts: in the agreement file says for whom it does");
        }
        Standing standing = WhoCommand.standing(one, axes);
        PrintWriter out = Outputs.of(spec);
        out.println(one.agreement().title().in(options.language) + "  (" + id + ")");
        out.println(StatusText.view(standing.view(), options.language));
        for (String party : standing.holdouts()) {
            String state =
                    standing.members().stream()
                            .filter(member -> member.party().equals(party))
                            .map(MemberStanding::state)
                            .findFirst()
                            .orElse(MemberStanding.State.NOT_A_PARTY)
                            .word();
            out.println("  " + party + "  " + Wording.in(options.language).name("member", state));
        }
        out.println("  " + standing.holdouts().size());
        return 0;
    }
}
