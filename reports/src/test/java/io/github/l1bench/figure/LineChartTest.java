package io.github.l1bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineChartTest {
    private static final LineChart.Axis LOGARITHMIC = new LineChart.Axis("x", true);

    private static Mark mark() {
        return Mark.assign(List.of(), List.of("a")).get("a");
    }

    @Test
    void pointsThatALogarithmicAxisCannotShowAreLeftOut() throws IOException {
        Curve curve = new Curve("a", mark(), new double[] {0, 1, 2, 3}, new double[] {1, -1, Double.NaN, 0.5});

        String svg = FigureFiles.svg(
                new Figure("t", "s", List.of(new LineChart(LOGARITHMIC, LOGARITHMIC, List.of(curve))), Map.of()));

        assertThat(svg).contains("<path").doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void nothingToShowIsSaidInsteadOfFailing() throws IOException {
        Curve empty = new Curve("a", mark(), new double[0], new double[0]);

        assertThat(new LineChart(LOGARITHMIC, LOGARITHMIC, List.of(empty)).getTitle())
                .isEqualTo("no point to show");
    }

    @Test
    void textIsOutlines() throws IOException {
        Curve curve = new Curve("a", mark(), new double[] {1, 2}, new double[] {1, 2});

        String svg = FigureFiles.svg(new Figure(
                "title",
                "subtitle",
                List.of(new LineChart(LOGARITHMIC, LOGARITHMIC, List.of(curve))),
                Map.of("a", mark())));

        assertThat(svg).doesNotContain("<text").doesNotContain("font-family");
    }

    @Test
    void twelveMarksDiffer() {
        List<String> names = IntStream.range(0, 12).mapToObj(i -> "s" + i).toList();

        assertThat(Mark.assign(List.of(), names).values())
                .doesNotHaveDuplicates()
                .hasSize(12);
    }

    @Test
    void aKnownNameHasItsMarkWhicheverOthersOccur() {
        List<String> known = List.of("a", "b", "c");

        assertThat(Mark.assign(known, List.of("c")).get("c"))
                .isEqualTo(Mark.assign(known, List.of("z", "b", "c")).get("c"));
    }

    @Test
    void aPageIsToldWhatTheFileShows() {
        Curve curve = new Curve("a", Mark.NEUTRAL, new double[] {1, 10, -1}, new double[] {2, 3, 4});
        Figure figure =
                new Figure("title", "", List.of(new LineChart(LOGARITHMIC, LOGARITHMIC, List.of(curve))), Map.of());

        assertThat(figure.data().orElseThrow().toString()).contains("kind=lines", "name=a");
        Map<?, ?> line = (Map<?, ?>) ((List<?>)
                        ((Map<?, ?>) ((List<?>) figure.data().orElseThrow().get("charts")).get(0)).get("curves"))
                .get(0);
        assertThat((double[]) line.get("x")).containsExactly(1, 10);
    }
}
