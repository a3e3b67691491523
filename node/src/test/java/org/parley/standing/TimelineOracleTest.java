// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.agreement.Agreement;
import org.parley.agreement.Formulas;
import org.parley.record.Library;
import org.parley.statement.Coverage;
import org.parley.statement.Statement;
import org.parley.testing.Randomly;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The timeline against the naive fold: on records made up at random, and on the real ones. */
final class TimelineOracleTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
    private static final Agreement AGREEMENT = RandomRecord.agreement();
    private static final Formulas FORMULAS = new Formulas(AGREEMENT);

    /** What the made-up records have to reach, however the numbers fall. */
    private static final List<String> MEANT =
            List.of(
                    "ITEMS",
                    "ITEMS in it",
                    "CLAIMED",
                    "GROUP",
                    "against-text",
                    "does-not-add-up",
                    "duplicate-identifier",
                    "incomplete-items",
                    "change LATE",
                    "change MET",
                    "change_worked LATE",
                    "more time");

    @Test
    void aTimelineGivesWhatTheNaiveFoldGives() {
        Randomly.check(
                250,
                random -> {
                    List<Statement> record = RandomRecord.of(random, random.size());
                    List<Coverage> coverage = RandomRecord.coverage(random);
                    Timeline timeline = Timeline.of(AGREEMENT, FORMULAS, record, coverage);
                    for (int i = 0; i < 6; i++) {
                        compare(timeline, record, coverage, RandomRecord.view(random));
                    }
                });
    }

    @Test
    void aTimelineThatIsAskedBetweenArrivalsStaysExact() {
        Randomly.check(
                100,
                random -> {
                    List<Coverage> coverage = RandomRecord.coverage(random);
                    Timeline timeline = Timeline.of(AGREEMENT, FORMULAS, List.of(), coverage);
                    List<Statement> soFar = new ArrayList<>();
                    for (Statement statement : RandomRecord.of(random, random.size())) {
                        timeline.add(statement);
                        soFar.add(statement);
                        if (random.oneIn(4)) {
                            compare(timeline, soFar, coverage, RandomRecord.view(random));
                        }
                    }
                    compare(timeline, soFar, coverage, RandomRecord.view(random));
                });
    }

    @Test
    void moreThanAreToldInFullAreCounted() {
        Set<String> counted = new TreeSet<>();
        Randomly.check(
                4,
                random -> {
                    List<Statement> record = RandomRecord.many(random, 1600);
                    Timeline timeline = Timeline.of(AGREEMENT, FORMULAS, record, List.of());
                    View all = View.declared(RandomRecord.LAST, LocalDate.of(9999, 12, 31));
                    for (View view : List.of(all, RandomRecord.view(random))) {
                        compare(timeline, record, List.of(), view);
                        timeline.at(view).findings().stream()
                                .filter(finding -> finding.detail().en().endsWith(" more"))
                                .forEach(finding -> counted.add(finding.what()));
                    }
                });
        assertThat(counted).containsExactly("against-text", "does-not-add-up");
    }

    @Test
    void theRecordsMadeUpReachWhatTheyAreMeantToReach() {
        Set<String> reached = new TreeSet<>();
        for (int seed = 0; seed < 2000 && !reached.containsAll(MEANT); seed++) {
            Randomly.check(
                    1,
                    random -> {
                        List<Statement> record = RandomRecord.of(random, 60);
                        View view = RandomRecord.view(random);
                        Standing standing =
                                Timeline.of(AGREEMENT, FORMULAS, record, List.of()).at(view);
                        standing.figures().stream()
                                .filter(figure -> figure.value() != 0)
                                .forEach(figure ->
                                        reached.add(
                                                figure.basis()
                                                        + figure.zone()
                                                                .map(z -> " in it")
                                                                .orElse("")));
                        standing.findings().forEach(finding -> reached.add(finding.what()));
                        standing.duties().stream()
                                .filter(duty -> !duty.due().day(ZoneOffset.UTC).equals(duty.key()))
                                .filter(duty -> duty.id().equals("destruction"))
                                .forEach(duty -> reached.add("more time"));
                        standing.tallies()
                                .forEach(tally ->
                                        tally.numbers()
                                                .keySet()
                                                .forEach(state ->
                                                        reached.add(tally.duty() + " " + state)));
                    });
        }
        assertThat(reached).containsAll(MEANT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"new-start", "cfe", "open-skies", "sort", "start-i", "inf", "bwc", "npt"})
    void aRealRecordGivesTheSameOnEveryDay(String id) {
        Library.Case one = Library.load(ROOT.resolve("library/agreements").resolve(id));
        Formulas formulas = new Formulas(one.agreement());
        Timeline timeline =
                Timeline.of(
                        one.agreement(),
                        formulas,
                        one.record().statements(),
                        one.record().coverage());
        List<LocalDate> days = days(one);
        List<Optional<String>> viewers = new ArrayList<>(List.of(Optional.empty()));
        one.agreement().parties().stream().limit(2).map(Optional::of).forEach(viewers::add);
        for (LocalDate day : days) {
            for (Optional<String> viewer : viewers) {
                for (LocalDate known : List.of(day, LocalDate.of(9999, 12, 31))) {
                    View view = new View(day, known, viewer);
                    assertSame(
                            timeline.at(view),
                            Standing.of(
                                    one.agreement(),
                                    formulas,
                                    one.record().statements(),
                                    one.record().coverage(),
                                    view));
                }
            }
        }
    }

    /** The days on which something is said or takes effect, at most a hundred of them. */
    private static List<LocalDate> days(Library.Case one) {
        List<LocalDate> days =
                one.record().statements().stream()
                        .flatMap(statement -> statement.about(one.agreement().zone()).stream())
                        .distinct()
                        .sorted()
                        .toList();
        int step = 1 + days.size() / 100;
        List<LocalDate> some = new ArrayList<>();
        for (int i = 0; i < days.size(); i += step) {
            some.add(days.get(i));
        }
        return some;
    }

    private static void compare(
            Timeline timeline, List<Statement> record, List<Coverage> coverage, View view) {
        assertSame(timeline.at(view), Standing.of(AGREEMENT, FORMULAS, record, coverage, view));
    }

    /** Part by part, so that a failure shows the part; the agreement would fill the message. */
    private static void assertSame(Standing fast, Standing naive) {
        assertThat(fast.view()).isEqualTo(naive.view());
        assertThat(fast.figures()).isEqualTo(naive.figures());
        assertThat(fast.tallies()).isEqualTo(naive.tallies());
        assertThat(fast.differences()).isEqualTo(naive.differences());
        assertThat(fast.findings()).isEqualTo(naive.findings());
        assertThat(fast.equals(naive)).as("all else").isTrue();
    }
}
