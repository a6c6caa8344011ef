package io.github.l1bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.data.DataInfo;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final String OK = "3.0";

    @TempDir
    Path folder;

    private Comparison compare(String before, String after, double margin) throws IOException {
        Path a = Sample.write(folder.resolve("a"), Sample.run(2, ""), before);
        Path b = Sample.write(folder.resolve("b"), Sample.run(2, ""), after);
        return Comparison.of(a, b, margin, false);
    }

    private static String time(double milliseconds) {
        return Sample.jmh(Sample.timeRow("solver-0", "1e-6", milliseconds, OK, true));
    }

    @Test
    void aTimeThatDoubledIsARegression() throws IOException {
        Comparison comparison = compare(time(100), time(200), 0.1);

        assertThat(comparison.isRegression()).isTrue();
        assertThat(comparison.text()).contains("slower").contains("2.000 [");
        assertThat(comparison.headline()).isEqualTo("1 of 1 times slower beyond 10 %, 0 faster.");
    }

    @Test
    void aTimeThatHalvedIsNone() throws IOException {
        Comparison comparison = compare(time(200), time(100), 0.1);

        assertThat(comparison.isRegression()).isFalse();
        assertThat(comparison.times().get(0).verdict()).isEqualTo(TimeChange.Verdict.FASTER);
    }

    @Test
    void noiseIsNoRegression() throws IOException {
        assertThat(compare(time(100), time(104), 0).isRegression()).isFalse();
    }

    @Test
    void slowingDownWithinTheMarginIsTolerated() throws IOException {
        assertThat(compare(time(100), time(200), 1.5).isRegression()).isFalse();
    }

    @Test
    void aTargetThatIsNoLongerReachedIsARegressionAndHasNoRatio() throws IOException {
        String lost = Sample.jmh(Sample.timeRow("solver-0", "1e-6", 20000, OK, false));
        Comparison comparison = compare(time(100), lost, 0.1);

        assertThat(comparison.isRegression()).isTrue();
        assertThat(comparison.times().get(0).ratio()).isNull();
        assertThat(comparison.text()).contains("no longer reached").contains("missed");
        assertThat(compare(lost, time(100), 0.1).isRegression()).isFalse();
    }

    @Test
    void aSolverThatFailsNowIsARegression() throws IOException {
        Path a = Sample.write(folder.resolve("a"), Sample.run(1, ""), null);
        List<CellResult> failed = List.of(Sample.failed("solver-0", "the weights are not finite"));
        Path b = Sample.write(folder.resolve("b"), Sample.run("b", "", failed), null);
        Comparison comparison = Comparison.of(a, b, 0.1, false);

        assertThat(comparison.isRegression()).isTrue();
        assertThat(comparison.text()).contains("the weights are not finite");
    }

    /** Of twenty times that did not change, one is below 5 % by chance; that must not count. */
    @Test
    void manyRowsAreCorrectedFor() throws IOException {
        String[] before = new String[20];
        String[] after = new String[20];
        for (int i = 0; i < before.length; i++) {
            before[i] = Sample.timeRow("solver-0", (i + 1) + "e-9", 100, OK, true);
            after[i] = Sample.timeRow("solver-0", (i + 1) + "e-9", i == 0 ? 130 : 100, OK, true);
        }
        Comparison comparison = compare(Sample.jmh(before), Sample.jmh(after), 0);

        assertThat(comparison.times().get(0).ratio().pSlower()).isLessThan(0.05);
        assertThat(comparison.isRegression()).isFalse();
    }

    @Test
    void differentMachinesAreRefusedUnlessAllowedAndThenNamed() {
        RunView here = new RunView(Sample.run(1, ""), List.of());
        RunView there = new RunView(onMachine("another processor"), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(here, there, 0.1, false))
                .withMessageContaining("A processor with 2 cores")
                .withMessageContaining("another processor with 2 cores");
        assertThat(Comparison.of(here, there, 0.1, true).text()).contains("different machines");
    }

    private static RunResult onMachine(String cpu) {
        RunResult run = Sample.run(1, "");
        Provenance p = run.provenance();
        Provenance moved = new Provenance(
                p.created(),
                p.command(),
                p.revision(),
                p.version(),
                p.java(),
                p.flags(),
                p.os(),
                cpu,
                p.cores(),
                p.load(),
                p.maxHeapBytes());
        return new RunResult(1, "moved", false, moved, run.data(), 0, run.lambda(), run.lambdaMax(), run.cells());
    }

    @Test
    void differentDataAreAlwaysRefused() {
        RunResult run = Sample.run(1, "");
        DataInfo d = run.data();
        DataInfo other = new DataInfo(
                d.name(),
                d.title(),
                "",
                d.origin(),
                "beef",
                0,
                500,
                100,
                d.features(),
                10,
                d.labels(),
                19,
                "none",
                28,
                28);
        RunResult changed = new RunResult(
                1, "other", false, run.provenance(), other, 0, run.lambda(), run.lambdaMax(), run.cells());

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Comparison.of(new RunView(run, List.of()), new RunView(changed, List.of()), 0.1, true))
                .withMessageContaining("different data");
    }

    @Test
    void thePageHoldsTheVerdictAndEscapesWhatItShows() throws IOException {
        String attack = "<script>alert(1)</script>";
        Path a = Sample.write(folder.resolve("a"), Sample.run("a", "", List.of(Sample.cell(attack, 0))), time(100));
        Path b = Sample.write(
                folder.resolve("b"), Sample.run("b", "", List.of(Sample.failed(attack, attack))), time(200));
        Path page = folder.resolve("compare.html");
        Comparison.of(a, b, 0.1, false).write(page);

        assertThat(Files.readString(page)).contains("times slower beyond 10 %").doesNotContain(attack);
    }
}
