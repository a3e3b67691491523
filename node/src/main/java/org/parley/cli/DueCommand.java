// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.agreement.Agreement;
import org.parley.record.Library;
import org.parley.record.NewFile;
import org.parley.standing.View;
import org.parley.web.export.Articles;
import org.parley.web.export.Citation;
import org.parley.web.export.Due;
import org.parley.web.export.DueJson;
import org.parley.web.export.DutyCalendar;
import org.parley.web.export.StateWords;
import org.parley.web.export.Unworked;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lists what falls due in a window of days. */
@Command(name = "due", description = "List what falls due in a window of days, with its state.")
final class DueCommand extends LibraryCommand {
    private static final int DAYS_BACK = 90;
    private static final int DAYS_AHEAD = 365;

    @Mixin final Options.Axes axes = new Options.Axes();

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            defaultValue = "all",
            description = "the agreement, such as new-start (all)")
    String id = "all";

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "first day of the window (90 days before the day of the view)")
    Optional<String> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "last day of the window (365 days after the day of the view)")
    Optional<String> to = Optional.empty();

    @Option(names = "--party", paramLabel = "PARTY", description = "only what this party owes")
    Optional<String> party = Optional.empty();

    @Option(
            names = "--ics",
            paramLabel = "FILE",
            description = "write a calendar for Outlook and others; - is standard output")
    Optional<Path> calendar = Optional.empty();

    @Mixin final Json json = new Json();

    @Mixin final Force force = new Force();

    private final List<Problem> problems = new ArrayList<>();
    private final List<Agreement> read = new ArrayList<>();

    @Override
    public Integer call() {
        Library library = options.open();
        List<Case> cases = cases(library);
        LocalDate day = cases.getFirst().view().asOf();
        LocalDate first = from.map(t -> Options.day(t, "--from")).orElse(day.minusDays(DAYS_BACK));
        LocalDate last = to.map(t -> Options.day(t, "--to")).orElse(day.plusDays(DAYS_AHEAD));
        if (last.isBefore(first)) {
            throw new ParleyException(
                    Code.USAGE, Place.of("--to"), last + " lies before " + first, "swap them");
        }
        List<Due> duties = new ArrayList<>();
        cases.forEach(one -> duties.addAll(Due.between(one.one(), one.view(), first, last, party)));
        duties.sort(Comparator.comparing(Due::day));
        PrintWriter out = out();
        Unworked left = Unworked.of(read, party.orElse(""));
        if (calendar.isPresent()) {
            String text = DutyCalendar.text(head(left), duties, language());
            if (isStandard(calendar.get())) {
                out.print(text);
            } else {
                NewFile.write(calendar.get(), text, force.asked);
                out.println(written(duties.size(), calendar.get()));
            }
        } else if (json.asked) {
            out.print(DueJson.print(duties, left, first, last, language()));
        } else {
            cases.stream()
                    .map(one -> one.one().agreement())
                    .filter(Agreement::exercise)
                    .findFirst()
                    .ifPresent(this::mark);
            lines(cases, duties, first, last).forEach(out::println);
            if (!left.isEmpty()) {
                out.println("  " + left.line(left.party(), Agreement::id, language()));
            }
        }
        return tell(problems);
    }

    private DutyCalendar.Head head(Unworked left) {
        String about =
                left.isEmpty()
                        ? ""
                        : left.line(left.party(), one -> one.title().in(language()), language());
        return DutyCalendar.Head.of(party.orElse(id), about, language());
    }

    private String written(int number, Path file) {
        return in(
                number + (number == 1 ? " duty" : " duties") + " written to " + file,
                number + " 项写入 " + file);
    }

    /** An agreement with its view of it. */
    private record Case(Library.Case one, View view) {}

    private List<Case> cases(Library library) {
        if (!id.equals("all")) {
            Library.Case one = library.load(id);
            checkParty(one.agreement());
            return List.of(new Case(one, axes.view(one.agreement())));
        }
        List<Case> cases = new ArrayList<>();
        for (Library.Loaded loaded : library.loadAll()) {
            loaded.problem().ifPresent(problems::add);
            if (loaded.found().isEmpty()) {
                continue;
            }
            Library.Case one = loaded.found().get();
            Agreement agreement = one.agreement();
            read.add(agreement);
            // In the view of a party stands only what it is a party to.
            boolean visible =
                    axes.accordingTo
                            .filter(who -> !who.equals(View.DECLARED))
                            .map(agreement::isParty)
                            .orElse(true);
            boolean owes = party.map(agreement.parties()::contains).orElse(true);
            // What all states owe under all of them together would be no answer to anything.
            boolean asked = party.isPresent() || !agreement.profile().open();
            boolean any = !agreement.duties().isEmpty() || !agreement.bodies().isEmpty();
            if (visible && owes && asked && any) {
                cases.add(new Case(one, axes.view(agreement)));
            }
        }
        if (cases.isEmpty()) {
            throw new ParleyException(
                    Code.UNKNOWN_PARTY,
                    Place.of(party.isPresent() ? "--party" : "--according-to"),
                    "no agreement has this party",
                    "see parley list, and parley status ID for the parties");
        }
        return cases;
    }

    private void checkParty(Agreement agreement) {
        party.filter(who -> !who.equals("depositary"))
                .ifPresent(who -> agreement.party(who, Place.of("--party")));
    }

    private List<String> lines(
            List<Case> cases, List<Due> duties, LocalDate first, LocalDate last) {
        List<String> lines = new ArrayList<>();
        lines.add(
                in("Due from " + first + " to " + last + ", ", "到期义务 " + first + " 至 " + last + "，")
                        + Citation.view(cases.getFirst().view(), language()));
        for (Due due : duties) {
            String name = id.equals("all") ? due.agreement().id() + " " : "";
            String state = StateWords.of(due.duty().state(), language());
            lines.add(
                    String.format(
                                    Locale.ROOT,
                                    "  %s  %-12s %-6s %-28s %s%s",
                                    due.day(),
                                    state,
                                    due.duty().party(),
                                    name + due.duty().id(),
                                    Articles.of(due.provision(), language()),
                                    due.duty().statement().map(ref -> "  ← " + ref).orElse(""))
                            .stripTrailing());
        }
        if (duties.isEmpty()) {
            lines.add(in("  nothing", "  无"));
        }
        return lines;
    }
}
