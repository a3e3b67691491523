// SPDX-License-Identifier: Apache-2.0
package org.parley.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.estimate.Comparison.Figure;
import org.parley.estimate.Estimates.Revision;
import org.parley.record.EstimateReader;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The shipped vintages, with an older one that is a fixture of the tests. */
final class EstimatesTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
    private static final LocalDate END_2021 = LocalDate.of(2021, 12, 31);
    private static final LocalDate END_2022 = LocalDate.of(2022, 12, 31);
    private static final LocalDate END_2023 = LocalDate.of(2023, 12, 31);

    private final Estimates shipped = EstimateReader.read(List.of(ROOT.resolve("library")));
    private final Estimates withOlder =
            EstimateReader.read(
                    List.of(
                            ROOT.resolve("library"),
                            ROOT.resolve("node/src/test/resources/fixtures")));

    private static List<String> stockpiles(List<Revision> revisions) {
        return revisions.stream()
                .filter(one -> one.cell().quantity() == Quantity.STOCKPILE)
                .map(one ->
                        one.cell().state()
                                + " "
                                + one.cell().of()
                                + ": "
                                + one.before().value()
                                + " "
                                + one.after().value())
                .toList();
    }

    @Test
    void twelveCellsDifferBetweenTheVintagesOf2021And2023() {
        assertThat(stockpiles(withOlder.revisions(END_2021, END_2023)))
                .containsExactly(
                        "GB 2006: 225 245",
                        "GB 2007: 225 245",
                        "GB 2008: 225 245",
                        "GB 2009: 225 245",
                        "GB 2014: 220 225",
                        "GB 2015: 215 225",
                        "GB 2016: 215 225",
                        "GB 2017: 215 225",
                        "KP 2015: 0 5",
                        "KP 2016: 0 10",
                        "KP 2017: 0 15",
                        "US 2017: 4000 3822");
    }

    @Test
    void aYearThatOnlyTheLaterVintageHasIsNoRevision() {
        assertThat(withOlder.at(END_2021).keySet())
                .allMatch(cell -> cell.of().compareTo("2018") < 0);
        assertThat(withOlder.revisions(END_2021, END_2021)).isEmpty();
    }

    @Test
    void chinasFigureFor2022Was350InTheVintageOf2022And390InThatOf2023() {
        assertThat(stockpiles(shipped.revisions(END_2022, END_2023)))
                .containsExactly("CN 2022: 350 390", "GB 2022: 180 225", "KP 2022: 20 25");
    }

    @Test
    void whatWasNotPublishedYetIsNotKnown() {
        assertThat(shipped.at(END_2021)).isEmpty();
        LocalDate published = LocalDate.of(2023, 9, 5);
        assertThat(value(published.minusDays(1), "CN", "2022")).isEqualTo(350);
        assertThat(value(published, "CN", "2022")).isEqualTo(390);
    }

    private long value(LocalDate knownOn, String state, String of) {
        return shipped.at(knownOn)
                .get(new Estimate.Cell(state, Quantity.STOCKPILE, "fas", of))
                .value();
    }

    @Test
    void eachQuantityAndEstimatorHasItsOwnLatestFigure() {
        List<String> china =
                shipped.at(END_2023, END_2023).stream()
                        .filter(one -> one.state().equals("CN"))
                        .map(one ->
                                one.dataset().estimator()
                                        + " "
                                        + one.quantity().word()
                                        + " "
                                        + one.how()
                                        + one.value())
                        .toList();
        assertThat(china)
                .contains("fas stockpile 410", "fas total-inventory 410")
                .contains("us-dod not-stated more-than500");
        assertThat(shipped.at(END_2023, LocalDate.of(1964, 6, 1)))
                .filteredOn(one -> one.state().equals("CN"))
                .extracting(Estimate::value)
                .containsExactly(1L);
    }

    @Test
    void theColumnThatAddsOneColumnTwiceIsNoticedAndNeverUsed() {
        List<Mismatch> found =
                shipped.mismatches(END_2023).stream()
                        .filter(one -> one instanceof Mismatch.OfParts parts && parts.ownSum())
                        .toList();
        assertThat(found).hasSize(4);
        assertThat(found.getFirst().whole().state()).isEqualTo("RU");
        assertThat(found.getFirst().whole().value()).isEqualTo(6065);
        assertThat(found.getFirst().sum()).isEqualTo(4477);
        assertThat(found.getFirst().says().en())
                .contains("6,065", "4,477", "counts deployed strategic warheads twice");
        assertThat(found.get(1).says().en())
                .contains("5,252", "3,708")
                .contains("twice and leaves out deployed non-strategic warheads");
        assertThat(value(END_2022, "RU", "2022")).isEqualTo(4477);
        assertThat(withOlder.at(END_2023).values()).noneMatch(one -> one.value() == 6065);
    }

    @Test
    void theWorldsTotalIsNotTheSumOfTheStatesAndSaysWhy() {
        Mismatch world =
                shipped.mismatches(END_2023).stream()
                        .filter(one -> one.whole().state().equals(Estimate.WORLD))
                        .filter(one -> one.whole().of().toString().equals("2022"))
                        .findFirst()
                        .orElseThrow();
        assertThat(world.whole().value()).isEqualTo(12_705);
        assertThat(world.sum()).isEqualTo(9_530);
        assertThat(world.says().en()).contains("equals the states’ total inventory");
        assertThat(world.whole().quantity()).isEqualTo(Quantity.TOTAL_INVENTORY);
    }

    @Test
    void aBlankIsNamedWhereATotalDoesNotAddUp() {
        assertThat(shipped.mismatches(END_2022))
                .filteredOn(one -> one.whole().quantity() == Quantity.TOTAL_INVENTORY)
                .extracting(one -> one.whole().state() + " " + one.says().en())
                .containsExactly(
                        "GB The total inventory is 225; the parts it gives come to 180. Left blank:"
                                + " retired warheads.");
    }

    @Test
    void differentQuantitiesAreNotComparedAndItSaysWhy() {
        List<Estimate> known = shipped.at(END_2022, END_2022);
        Comparison answer =
                Comparison.of(
                        new Figure(Quantity.TOTAL_INVENTORY, 5428),
                        new Figure(Quantity.STOCKPILE, 3700),
                        known.stream().filter(one -> one.state().equals("US")).toList());
        assertThat(answer.verdict()).isEqualTo(Comparison.Verdict.DIFFERENT_QUANTITY);
        assertThat(answer.why().en())
                .contains("different quantities, not a contradiction")
                .contains("5,428 = 3,708 military stockpile + 1,720 retired warheads");
        assertThat(answer.why().zh()).contains("口径不同", "1,720退役弹头");
    }

    @Test
    void onlyLikeIsComparedWithLike() {
        Figure a = new Figure(Quantity.STOCKPILE, 4477);
        assertThat(Comparison.of(a, new Figure(Quantity.STOCKPILE, 4489), List.of()).why().en())
                .contains("12 more");
        assertThat(Comparison.of(a, a, List.of()).verdict()).isEqualTo(Comparison.Verdict.SAME);
        assertThat(Comparison.of(a, new Figure(Quantity.NOT_STATED, 4477), List.of()).verdict())
                .isEqualTo(Comparison.Verdict.QUANTITY_NOT_STATED);
    }

    @Test
    void everyShippedFigureNamesItsSourceAndLicence() {
        assertThat(shipped.datasets()).hasSize(4);
        assertThat(shipped.datasets())
                .allSatisfy(one -> {
                    assertThat(one.exercise()).isFalse();
                    assertThat(one.source().primary()).isPresent();
                    assertThat(one.source().read()).isPresent();
                    assertThat(one.licence()).isIn("CC-BY-4.0", "quoted");
                    assertThat(one.attribution().en()).isNotBlank();
                    assertThat(one.attribution().has("zh")).isTrue();
                });
        assertThat(shipped.at(LocalDate.MAX).values())
                .filteredOn(one -> one.dataset().licence().equals("quoted"))
                .allMatch(Estimate::unverified);
    }
}
