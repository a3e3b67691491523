// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.agreement.Formulas;
import org.parley.record.DepositaryImport;
import org.parley.record.Library;
import org.parley.standing.ActLine;
import org.parley.standing.MemberStanding;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.time.Edtf;
import org.parley.web.StandingJson;
import org.parley.web.Wording;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Lists who belongs to an agreement. */
@Command(name = "who", description = "List who belongs to an agreement, since when and until when.")
final class WhoCommand extends LibraryCommand {
    private static final Set<String> LEAVING = Set.of("withdrawn", "left");

    @Mixin final Options.Axes axes = new Options.Axes();

    @Option(
            names = "--agreement",
            required = true,
            paramLabel = "ID",
            description = "the agreement, such as ottawa")
    String id = "";

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "only these: party, signatory, deposited, provisional, contested, left")
    Optional<String> state = Optional.empty();

    @Mixin final Json json = new Json();

    @Override
    public Integer call() {
        Library.Case one = options.open().load(id);
        Standing standing = standing(one, axes.view(one.agreement()));
        List<MemberStanding> members =
                standing.members().stream()
                        .filter(member -> state.map(member.state().word()::equals).orElse(true))
                        .toList();
        PrintWriter out = out();
        if (json.asked) {
            out.print(StandingJson.members(standing, members, language()));
            return 0;
        }
        out.println(one.agreement().title().in(language()) + "  (" + id + ")");
        out.println(StatusText.view(standing.view(), language()));
        for (MemberStanding member : members) {
            out.println(line(member));
        }
        if (standing.members().isEmpty()) {
            out.println(in("  The record has no acts of joining.", "  记录中没有加入行为。"));
            standing.acts().stream()
                    .filter(act -> act.taken() && LEAVING.contains(act.act()))
                    .forEach(act -> out.println(exit(act)));
        }
        Map<MemberStanding.State, Long> numbers = new TreeMap<>();
        standing.members().forEach(member -> numbers.merge(member.state(), 1L, Long::sum));
        numbers.forEach((each, number) -> out.println("  " + named(each) + "  " + number));
        one.agreement().notes().forEach(note -> out.println(note.in(language())));
        DepositaryImport.reach(one.record().statements())
                .forEach(reach -> out.println(reach.in(language())));
        return 0;
    }

    /** Members and hold-outs only: the duties of so many parties are not worked out. */
    static Standing standing(Library.Case one, View view) {
        return Standing.of(
                one.agreement().withoutDuties(),
                new Formulas(one.agreement()),
                one.record().statements(),
                one.record().coverage(),
                view);
    }

    /** Where nobody is seen to join, somebody can still be seen to leave. */
    private String exit(ActLine act) {
        return String.format(
                        Locale.ROOT,
                        "  %-3s %-22s %s  %s",
                        act.party(),
                        act.contestedBy().isEmpty()
                                ? named(MemberStanding.State.LEFT)
                                : named(MemberStanding.State.CONTESTED),
                        act.effective().or(act::notified).map(Edtf::toString).orElse(""),
                        String.join(" ", act.contestedBy()))
                .stripTrailing();
    }

    private String named(MemberStanding.State each) {
        return Wording.in(language()).name("member", each.word());
    }

    private String line(MemberStanding member) {
        return String.format(
                        Locale.ROOT,
                        "  %-3s %-22s %s – %s  %s",
                        member.party(),
                        named(member.state()),
                        member.since().map(LocalDate::toString).orElse("          "),
                        member.until().map(LocalDate::toString).orElse(""),
                        String.join(" ", member.contestedBy()))
                .stripTrailing();
    }
}
