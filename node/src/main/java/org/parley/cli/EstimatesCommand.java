// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.estimate.Comparison;
import org.parley.estimate.Dataset;
import org.parley.estimate.Estimate;
import org.parley.estimate.Estimates;
import org.parley.estimate.Mismatch;
import org.parley.estimate.Quantity;
import org.parley.time.Edtf;
import org.parley.web.export.EstimatesJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows what observers estimate, as known on a day, and what they revised. */
@Command(
        name = "estimates",
        description = "Show what observers estimate, by quantity, estimator and vintage.")
final class EstimatesCommand extends LibraryCommand {
    @Option(names = "--state", paramLabel = "STATE", description = "only this state, such as CN")
    Optional<String> state = Optional.empty();

    @Option(
            names = "--kind",
            paramLabel = "QUANTITY",
            description = "only this quantity, such as stockpile or total-inventory")
    Optional<String> kind = Optional.empty();

    @Option(names = "--as-of", paramLabel = "YEAR", description = "a year or a day (today)")
    Optional<String> asOf = Optional.empty();

    @Option(names = "--known-on", paramLabel = "DATE", description = "what was known by then")
    Optional<String> knownOn = Optional.empty();

    @Option(
            names = "--revised",
            paramLabel = "D1..D2",
            description = "what was revised between two days of knowledge")
    Optional<String> revised = Optional.empty();

    @Option(
            names = "--compare",
            paramLabel = "Q=N,Q=N",
            description = "compare two figures, as in total-inventory=5428,stockpile=3700")
    Optional<String> compare = Optional.empty();

    @Option(names = "--all", description = "every year, not only the last one")
    boolean all;

    @Mixin final Json json = new Json();

    @Override
    public Integer call() {
        Estimates estimates = options.open().estimates();
        PrintWriter out = out();
        Optional<Quantity> quantity = kind.map(word -> quantity(word, "--kind"));
        state.ifPresent(code -> {
            if (!estimates.states().contains(code) && !code.equals(Estimate.WORLD)) {
                throw new ParleyException(
                        Code.UNKNOWN_PARTY,
                        Place.of("--state"),
                        "no estimate of \"" + code + "\"",
                        Nearest.hint(code, estimates.states()));
            }
        });
        LocalDate today = LocalDate.now(Clock.systemUTC());
        LocalDate known = knownOn.map(text -> Options.day(text, "--known-on")).orElse(today);
        if (revised.isPresent()) {
            revisions(estimates, quantity, revised.get(), out);
        } else if (compare.isPresent()) {
            compare(estimates, known, compare.get(), out);
        } else {
            figures(estimates, quantity, known, today, out);
        }
        return 0;
    }

    private static Quantity quantity(String word, String option) {
        return Quantity.of(word)
                .orElseThrow(() ->
                        new ParleyException(
                                Code.USAGE,
                                Place.of(option),
                                "\"" + word + "\" is no quantity",
                                Nearest.hint(word, Quantity.words())));
    }

    private boolean isAsked(Estimate one, Optional<Quantity> quantity) {
        return state.map(one.state()::equals).orElse(true)
                && quantity.map(one.quantity()::equals).orElse(true);
    }

    private void figures(
            Estimates estimates,
            Optional<Quantity> quantity,
            LocalDate known,
            LocalDate today,
            PrintWriter out) {
        LocalDate day =
                asOf.map(text -> Edtf.parse(text, Place.of("--as-of")).latest().orElse(today))
                        .orElse(today);
        List<Estimate> figures =
                (all ? estimates.at(known).values().stream() : estimates.at(known, day).stream())
                        .filter(one -> isAsked(one, quantity))
                        .toList();
        List<Mismatch> notes =
                estimates.mismatches(known).stream()
                        .filter(one -> figures.stream().anyMatch(f -> bearsOn(one, f)))
                        .toList();
        if (json.asked) {
            out.print(EstimatesJson.print(figures, known, notes, language()));
            return;
        }
        exercise(figures.stream().map(Estimate::dataset), out);
        out.println(
                language().equals("zh")
                        ? "估计数，事实日期" + (all ? "不限" : day) + "，知悉截止日" + known
                        : "Estimates "
                                + (all ? "of all years" : "as of " + day)
                                + ", known on "
                                + known);
        figures.forEach(one -> out.println(line(one)));
        if (figures.isEmpty()) {
            out.println(language().equals("zh") ? "  无" : "  nothing");
        }
        notes.forEach(one -> out.println("! " + where(one) + ": " + in(one)));
        attributions(figures.stream().map(Estimate::dataset), out);
    }

    private static boolean bearsOn(Mismatch one, Estimate figure) {
        return one.whole().state().equals(figure.state())
                && one.whole().quantity() == figure.quantity()
                && one.whole().of().equals(figure.of());
    }

    private static String where(Mismatch one) {
        return one.whole().state() + " " + one.whole().of();
    }

    private String in(Mismatch one) {
        return one.says().in(language());
    }

    private String line(Estimate one) {
        List<String> marks = new ArrayList<>();
        if (one.computed()) {
            marks.add(language().equals("zh") ? "由各项相加得出" : "added up from its parts");
        }
        if (one.unverified()) {
            marks.add(language().equals("zh") ? "未经核实" : "unverified");
        }
        return String.format(
                        Locale.ROOT,
                        "  %-6s %-22s %-8s %8s  %s %s%s",
                        one.state(),
                        one.quantity().word(),
                        one.of(),
                        value(one),
                        one.dataset().estimator(),
                        one.dataset().vintage(),
                        marks.isEmpty() ? "" : "  (" + String.join(", ", marks) + ")")
                .stripTrailing();
    }

    private static String value(Estimate one) {
        String sign =
                switch (one.how()) {
                    case "more-than" -> ">";
                    case "at-least" -> "≥";
                    case "at-most" -> "≤";
                    case "about" -> "~";
                    default -> "";
                };
        return sign + String.format(Locale.ROOT, "%,d", one.value());
    }

    private void revisions(
            Estimates estimates, Optional<Quantity> quantity, String given, PrintWriter out) {
        List<String> ends = List.of(given.split("\\.\\.", -1));
        if (ends.size() != 2) {
            throw new ParleyException(
                    Code.USAGE,
                    Place.of("--revised"),
                    "\"" + given + "\"",
                    "write two days, as in 2022-12-31..2023-12-31");
        }
        LocalDate first = Options.day(ends.getFirst(), "--revised");
        LocalDate second = Options.day(ends.getLast(), "--revised");
        List<Estimates.Revision> revisions =
                estimates.revisions(first, second).stream()
                        .filter(one -> isAsked(one.after(), quantity))
                        .toList();
        if (json.asked) {
            out.print(EstimatesJson.print(revisions, first, second, language()));
            return;
        }
        exercise(revisions.stream().map(one -> one.after().dataset()), out);
        out.println(
                language().equals("zh")
                        ? first + "至" + second + "之间的修订：" + revisions.size() + "项"
                        : "Revised between "
                                + first
                                + " and "
                                + second
                                + ": "
                                + revisions.size()
                                + (revisions.size() == 1 ? " cell" : " cells"));
        for (Estimates.Revision one : revisions) {
            out.println(
                    String.format(
                            Locale.ROOT,
                            "  %-6s %-22s %-8s %8s → %-8s  %s %s → %s",
                            one.cell().state(),
                            one.cell().quantity().word(),
                            one.cell().of(),
                            value(one.before()),
                            value(one.after()),
                            one.cell().estimator(),
                            one.before().dataset().vintage(),
                            one.after().dataset().vintage()));
        }
        attributions(
                revisions.stream()
                        .flatMap(one -> Stream.of(one.before(), one.after()))
                        .map(Estimate::dataset),
                out);
    }

    private void compare(Estimates estimates, LocalDate known, String given, PrintWriter out) {
        List<String> sides = List.of(given.split(",", -1));
        if (sides.size() != 2) {
            throw wrongPair(given);
        }
        List<Estimate> figures =
                estimates.at(known).values().stream()
                        .filter(one -> state.map(one.state()::equals).orElse(false))
                        .filter(one -> asOf.map(one.of().toString()::equals).orElse(true))
                        .toList();
        Comparison answer =
                Comparison.of(figure(sides.getFirst()), figure(sides.getLast()), figures);
        if (json.asked) {
            out.print(EstimatesJson.print(answer, language()));
        } else {
            out.println(answer.verdict().word() + ": " + answer.why().in(language()));
        }
    }

    private static Comparison.Figure figure(String side) {
        List<String> parts = List.of(side.strip().split("=", -1));
        if (parts.size() != 2 || !parts.getLast().matches("\\d{1,9}")) {
            throw wrongPair(side);
        }
        return new Comparison.Figure(
                quantity(parts.getFirst(), "--compare"), Long.parseLong(parts.getLast()));
    }

    private static ParleyException wrongPair(String given) {
        return new ParleyException(
                Code.USAGE,
                Place.of("--compare"),
                "\"" + given + "\"",
                "write two figures, as in total-inventory=5428,stockpile=3700");
    }

    private static void exercise(Stream<Dataset> datasets, PrintWriter out) {
        if (datasets.anyMatch(Dataset::exercise)) {
            out.println("EXERCISE 演练");
        }
    }

    private void attributions(Stream<Dataset> datasets, PrintWriter out) {
        datasets.distinct()
                .forEach(one ->
                        out.println(
                                one.id()
                                        + ": "
                                        + one.attribution().in(language())
                                        + " ["
                                        + one.licence()
                                        + "]"));
    }
}
