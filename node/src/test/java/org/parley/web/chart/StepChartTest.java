// SPDX-License-Identifier: Apache-2.0
package org.parley.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class StepChartTest {
    private static final LocalDate START = LocalDate.of(2011, 1, 1);
    private static final LocalDate END = LocalDate.of(2021, 1, 1);

    private static StepChart chart(StepChart.Step... steps) {
        return new StepChart(
                "Warheads",
                "A description",
                START,
                END,
                LocalDate.of(2015, 1, 1),
                "2015-01-01",
                0,
                List.of(new StepChart.Series("Arden", 0, List.of(steps))),
                List.of(
                        bound(START, LocalDate.of(2018, 2, 5), StepChart.Binding.DOES_NOT_BIND),
                        bound(LocalDate.of(2018, 2, 5), END, StepChart.Binding.BINDS)),
                List.of());
    }

    private static StepChart.Bound bound(
            LocalDate from, LocalDate until, StepChart.Binding binding) {
        return new StepChart.Bound(from, until, 1550, binding, "limit 1,550");
    }

    private static StepChart.Step step(int year, long value) {
        return new StepChart.Step(LocalDate.of(year, 1, 1), Optional.of(value), true);
    }

    private static List<Mark.Path> lines(StepChart chart) {
        return chart.draw().marks().stream()
                .filter(Mark.Path.class::isInstance)
                .map(Mark.Path.class::cast)
                .toList();
    }

    @Test
    void aNumberHoldsUntilTheNext() {
        List<Mark.Point> points =
                lines(chart(step(2011, 1600), step(2016, 1500))).getFirst().points();
        assertThat(points).hasSize(4);
        assertThat(points.get(1).x()).isEqualTo(points.get(2).x());
        assertThat(points.get(0).y()).isEqualTo(points.get(1).y()).isLessThan(points.get(2).y());
    }

    @Test
    void whereNoNumberHoldsThereIsAGap() {
        StepChart.Step gap = new StepChart.Step(LocalDate.of(2014, 1, 1), Optional.empty(), false);
        assertThat(lines(chart(step(2011, 1600), gap, step(2016, 1500)))).hasSize(2);
    }

    @Test
    void theLimitIsSolidOnlyWhereItBinds() {
        List<Mark.Pen> pens =
                chart(step(2011, 1600)).draw().marks().stream()
                        .filter(Mark.Line.class::isInstance)
                        .map(Mark.Line.class::cast)
                        .filter(line -> line.ink() == Ink.LIMIT)
                        .map(Mark.Line::pen)
                        .toList();
        assertThat(pens).containsExactly(Mark.Pen.DASHED, Mark.Pen.THICK);
    }

    @Test
    void aChartInAPageHasTitleAndDescriptionAndNoColourOfItsOwn() {
        String svg = SvgWriter.inline(chart(step(2011, 1600)).draw(), "c1");
        assertThat(svg)
                .contains(
                        "role=\"img\"", "<title id=\"c1-t\">Warheads</title>", "<desc id=\"c1-d\">")
                .doesNotContain("#0b6670", "style=");
    }

    @Test
    void aChartAsAFileCarriesItsColoursAndCaptions() {
        Drawing drawing =
                chart(step(2011, 1600))
                        .draw()
                        .captioned(List.of("Warheads", "As of <today>"), List.of("Source & date"));
        String svg = SvgWriter.file(drawing);
        assertThat(svg).contains("#0b6670", "As of &lt;today&gt;", "Source &amp; date");
        assertThat(drawing.height()).isGreaterThan(chart(step(2011, 1600)).draw().height());
        byte[] png = PngPainter.png(drawing);
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void longCaptionsAreBrokenAtSpacesAndBetweenChineseCharacters() {
        assertThat(Drawing.wrapped(List.of("one two three"), 8))
                .containsExactly("one two", "three");
        assertThat(Drawing.wrapped(List.of("事实日期知悉截止日"), 8)).containsExactly("事实日期", "知悉截止", "日");
    }

    @Test
    void decimalsAreWrittenOut() {
        assertThat(StepChart.number(1561, 0)).isEqualTo("1,561");
        assertThat(StepChart.number(15615, 1)).isEqualTo("1,561.5");
    }
}
