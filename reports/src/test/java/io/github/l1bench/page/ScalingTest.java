package io.github.l1bench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.figure.RunFigures;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Sample;
import io.github.l1bench.view.Scaling;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingTest {
    private static JmhRow row(String solver, int n, double seconds, boolean reached) {
        String params = "\"solver\": \"" + solver + "\", \"data\": \"digits\", \"n\": " + n
                + ", \"budget\": \"20\", \"threads\": \"1\"";
        return row(
                "ScalingInSamples.solve", "ss", params, seconds, "\"reached\": {\"score\": " + (reached ? 1 : 0) + "}");
    }

    private static JmhRow row(String benchmark, String mode, String params, double seconds, String counters) {
        return Sample.rows("""
                {"benchmark": "a.%s", "mode": "%s", "params": {%s}, "secondaryMetrics": {%s},
                 "primaryMetric": {"score": %s, "scoreError": %s, "scoreUnit": "s/op", "rawData": [[%s], [%s]]}}
                """.formatted(benchmark, mode, params, counters, seconds, 0.1 * seconds, seconds, seconds))
                .get(0);
    }

    private static List<JmhRow> sweep() {
        List<JmhRow> rows = new ArrayList<>();
        for (int n : new int[] {20000, 1250, 5000, 2500}) {
            rows.add(row("solver-0", n, 1e-5 * Math.pow(n, 1.5), true));
            rows.add(row("solver-1", n, 1e-3 * n, n < 20000));
        }
        return rows;
    }

    @Test
    void theExponentIsThatOfTheLaw() {
        Scaling scaling = Scaling.all(sweep()).get(0);

        assertThat(scaling.parameter()).isEqualTo("n");
        assertThat(scaling.lines()).extracting(Scaling.Line::solver).containsExactly("solver-0", "solver-1");
        assertThat(scaling.lines().get(0).fit().getSlope()).isCloseTo(1.5, within(1e-9));
        assertThat(scaling.lines().get(0).sizes()).containsExactly(1250, 2500, 5000, 20000);
    }

    @Test
    void sizesThatWereNotReachedAreNamedAndNotFitted() {
        Scaling.Line line = Scaling.all(sweep()).get(0).lines().get(1);

        assertThat(line.sizes()).containsExactly(1250, 2500, 5000);
        assertThat(line.missed()).containsExactly(20000.0);
        Html html = new Html();
        ScalingTable.write(html, Scaling.all(sweep()).get(0));
        assertThat(html.toString()).contains(">20,000<").contains(">1.50<");
    }

    @Test
    void otherBenchmarksAreNoSweep() {
        JmhRow kernel = row("Kernels.axpy", "avgt", "\"n\": 3", 1, "");

        assertThat(Scaling.all(List.of(kernel))).isEmpty();
        assertThat(Scaling.all(List.of(row("solver-0", 5000, 1, true)))).isEmpty();
    }

    @Test
    void thePageShowsTheSweepAndItsFigure() {
        RunView view = new RunView(Sample.run(2, Sample.NOTICE), sweep());

        assertThat(new RunFigures(view).charts()).containsKey("scaling-n");
    }
}
