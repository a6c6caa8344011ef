package io.github.l1bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of numbers that no measurement yields, but a damaged file may hold: drawn or left out, in finite time. */
class ExtremesTest {
    @ParameterizedTest
    @CsvSource({
        "1e300, 1",
        "1e-300, 1e300",
        "1e-320, 1",
        "5, 5",
        "0, 1e-300",
        "-1e300, 1e300",
        "1e17, 100000000000000016",
        "1, 1.000000000000001",
        "1e308, 1.5e308",
        "NaN, Infinity",
        "1e-30, 1e30"
    })
    void everyRangeOfNumbersIsDrawn(double a, double b) {
        for (boolean logarithmic : new boolean[] {true, false}) {
            boolean axes = logarithmic;
            String svg = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> FigureFiles.svg(figure(a, b, axes)));

            assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
        }
    }

    private static Figure figure(double a, double b, boolean logarithmic) {
        Mark mark = Mark.assign(List.of(), List.of("a")).get("a");
        LineChart.Axis axis = new LineChart.Axis("axis", logarithmic);
        double[] extremes = {a, b};
        double[] plain = {1, 2};
        RowChart.Row row = new RowChart.Row(
                "a",
                mark,
                List.of(new RowChart.Dot(a, Math.min(a, b), Math.max(a, b), "a", true), RowChart.Dot.at(b, "", false)),
                "none");
        return new Figure(
                "title",
                "subtitle",
                List.of(
                        new LineChart(axis, axis, List.of(new Curve("a", mark, extremes, plain))),
                        new LineChart(axis, axis, List.of(new Curve("a", mark, plain, extremes))),
                        new RowChart("", "axis", logarithmic, List.of(row), true, DoubleStream.empty())),
                Map.of());
    }
}
