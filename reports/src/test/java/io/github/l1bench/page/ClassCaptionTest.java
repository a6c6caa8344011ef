package io.github.l1bench.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.data.ClassNames;
import io.github.l1bench.figure.RunFigures;
import io.github.l1bench.figure.StudyFigures;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.RunSnapshots;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Sample;
import io.github.l1bench.view.SampleStudy;
import io.github.l1bench.view.StudyView;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.internal.chartpart.IChart;

/** Where a class is shown it has its own name, and nowhere a number that is not its name. */
class ClassCaptionTest {
    private static final String LONG = "a name that goes on & on <and on>";
    private static final List<String> NAMES =
            List.of("-1", "20", "T-shirt/top", LONG, "<script>window.hit=1</script>", "", "e\u202Ef", "g", "h", "i");

    @Test
    void mapsOnPagesHaveTheNamesOfTheirClasses() throws IOException {
        String page = page(NAMES);

        assertThat(page)
                .contains("<span>Class -1</span>", "<span>Class 20</span>", "<span>Class T-shirt/top</span>")
                .contains(
                        "<span title=\"a name that goes on &amp; on &lt;and on&gt;\">Class a name that goes on &amp; o…</span>")
                .contains("<span title=\"\">Class (blank)</span>", "Class e\uFFFDf</span>")
                .contains("alt=\"Weights of class T-shirt/top by solver-0\"")
                .contains("alt=\"Weights of class 20 after 5 epochs\"")
                .contains(
                        "<td>10: -1, 20, T-shirt/top, a name that goes on &amp; o…, &lt;script&gt;window.hit=1&lt;/s…")
                .doesNotContain("Class 0", "Class 1<", "class 0 ", "class 3 ", "<script>window");
    }

    @Test
    void thePagesScriptIsGivenTheNamesAndTheWholeOfLongOnes() throws IOException {
        assertThat(page(NAMES))
                .contains("{\"name\":\"-1\",\"title\":null},{\"name\":\"20\",\"title\":null}")
                .contains(
                        "{\"name\":\"a name that goes on \\u0026 o…\",\"title\":\"a name that goes on \\u0026 on \\u003cand on");
    }

    @Test
    void classesWithoutNamesAreCalledByNumberAsBefore() throws IOException {
        assertThat(page(ClassNames.numbered(10)))
                .contains("<span>Class 0</span>", "<span>Class 9</span>", "<td>10: 0 to 9</td>");
    }

    @Test
    void figuresDrawTheNamesAndShortenThemToTheirPictures() {
        List<String> others = new ArrayList<>(NAMES);
        others.set(1, "21");
        String endless = "W".repeat(10_000_000);

        assertThat(drawn(NAMES)).isEqualTo(drawn(NAMES)).isNotEqualTo(drawn(others));
        assertThat(drawn(Collections.nCopies(10, endless))).isEqualTo(drawn(Collections.nCopies(10, endless + "x")));
    }

    private static String page(List<String> names) throws IOException {
        RunResult run = Sample.withLabels(Sample.run(1, ""), names);
        StudyView study = new StudyView(run, SampleStudy.of("c0ffee", "solver"));
        RunSnapshots none = new RunSnapshots(RunSnapshots.SCHEMA, List.of());
        return BarePage.of(new RunView(run, List.of(), Optional.of(study), none, List.of()));
    }

    // The maps and the filmstrip, pixel by pixel.
    private static List<Integer> drawn(List<String> names) {
        RunResult run = Sample.withLabels(Sample.run(1, ""), names);
        IChart maps =
                new RunFigures(new RunView(run, List.of())).maps(run.cells().get(0));
        IChart strip = new StudyFigures(new StudyView(run, SampleStudy.of("c0ffee", "solver")), "").strip();
        List<Integer> pixels = new ArrayList<>();
        for (IChart chart : List.of(maps, strip)) {
            BufferedImage image = new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
            chart.paint(image.createGraphics(), chart.getWidth(), chart.getHeight());
            Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                    .forEach(pixels::add);
        }
        return pixels;
    }
}
