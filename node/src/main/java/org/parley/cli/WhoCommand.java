// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.jspecify.annotations.Nullable;
import org.parley.agreement.Formulas;
import org.parley.record.Library;
import org.parley.standing.MemberStanding;
import org.parley.standing.Standing;
import org.parley.web.StandingJson;
import org.parley.web.Wording;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Lists who belongs to an agreement. */
@Command(
        name = "who",
        description = "List who belongs to an agreement, since when and until when.",
        mixinStandardHelpOptions = true)
final class WhoCommand implements Callable<Integer> {
    @Mixin final Options options = new Options();
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

    @Option(names = "--json", description = "print JSON")
    boolean json;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Library.Case one = options.open().load(id);
        Standing standing = standing(one, axes);
        List<MemberStanding> members =
                standing.members().stream()
                        .filter(member -> state.map(member.state().word()::equals).orElse(true))
                        .toList();
        PrintWriter out = Outputs.of(spec);
        if (json) {
            out.print(StandingJson.members(standing, members, options.language));
            return 0;
        }
        out.println(one.agreement().title().in(options.language) + "  (" + id + ")");
        out.println(StatusText.view(standing.view(), options.language));
        for (MemberStanding member : members) {
            out.println(line(member));
        }
        if (standing.members().isEmpty()) {
            out.println(
                    options.chinese() ? "  记录中没有加入行为。" : "  The record has no acts of joining.");
        }
        Map<MemberStanding.State, Long> numbers = new TreeMap<>();
        standing.members().forEach(member -> numbers.merge(member.state(), 1L, Long::sum));
        numbers.forEach((each, number) -> out.println("  " + named(each) + "  " + number));
        one.agreement().notes().forEach(note -> out.println(note.in(options.language)));
        return 0;
    }

    /** Members and hold-outs only: the duties of so many parties are not worked out. */
    static Standing standing(Library.Case one, Options.Axes axes) {
        return Standing.of(
                one.agreement().withoutDuties(),
                new Formulas(one.agreement()),
                one.record().statements(),
                one.record().coverage(),
                axes.view(one.agreement()));
    }

    private String named(MemberStanding.State each) {
        return Wording.in(options.language).name("member", each.word());
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
