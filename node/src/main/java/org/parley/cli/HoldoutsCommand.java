// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.record.Library;
import org.parley.standing.MemberStanding;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.web.Wording;

import picocli.CommandLine.Command;

import java.io.PrintWriter;

/** Lists whose act an agreement's entry into force waits for. */
@Command(
        name = "holdouts",
        description = "List whose act an agreement's entry into force waits for.")
final class HoldoutsCommand extends ViewCommand {
    @Override
    void print(Library.Case one, View view) {
        if (one.agreement().profile().holdouts().isEmpty()) {
            throw new ParleyException(
                    Code.NOT_FOUND,
                    Place.of(id),
                    "its entry into force waits for nobody by name",
                    "holdouts: in the agreement file says for whom it does");
        }
        Standing standing = WhoCommand.standing(one, view);
        PrintWriter out = out();
        out.println(one.agreement().title().in(language()) + "  (" + id + ")");
        out.println(StatusText.view(standing.view(), language()));
        for (String party : standing.holdouts()) {
            String state =
                    standing.members().stream()
                            .filter(member -> member.party().equals(party))
                            .map(MemberStanding::state)
                            .findFirst()
                            .orElse(MemberStanding.State.NOT_A_PARTY)
                            .word();
            out.println("  " + party + "  " + Wording.in(language()).name("member", state));
        }
        out.println("  " + standing.holdouts().size());
    }
}
