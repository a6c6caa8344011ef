package io.github.l1bench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.figure.RunFigures;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.JmhRows;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.view.Peaks;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RowNames;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Sample;
import io.github.l1bench.view.Target;
import io.github.l1bench.view.TargetTime;
import io.github.l1bench.view.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimingsTest {
    @TempDir
    Path folder;

    private List<JmhRow> read(String... rows) throws IOException {
        return JmhRows.read(Files.writeString(folder.resolve(RunFolder.JMH), Sample.jmh(rows)))
                .all();
    }

    private static String row(
            String benchmark, String mode, String params, String unit, String rawData, String counters) {
        return """
                {"benchmark": "io.github.l1bench.bench.%s", "mode": "%s", "forks": 2, "params": {%s},
                 "primaryMetric": {"score": 40.0, "scoreError": 2.0, "scoreUnit": "%s", "rawData": %s},
                 "secondaryMetrics": {%s}}
                """.formatted(benchmark, mode, params, unit, rawData, counters);
    }

    private static String timeTo(String params) {
        return row(
                "TimeToTarget.solve",
                "ss",
                "\"solver\": \"solver-0\", \"target\": \"1e-3\"" + params,
                "s/op",
                "[[40.0], [40.0]]",
                "\"reached\": {\"score\": 2.0, \"rawData\": [[1.0], [1.0]]}");
    }

    @Test
    void noFileMeansNoRows() throws IOException {
        assertThat(JmhRows.read(folder.resolve("none.json")).all()).isEmpty();
    }

    @Test
    void everyUnitOfTimeBecomesSeconds() throws IOException {
        for (String unit : List.of("s/op 40", "ms/op 0.04", "us/op 4e-5", "ns/op 4e-8")) {
            String[] parts = unit.split(" ");
            JmhRow score = read(row("Kernels.axpy", "avgt", "", parts[0], "[[40.0]]", ""))
                    .get(0);

            assertThat(score.seconds()).isCloseTo(Double.parseDouble(parts[1]), within(1e-15));
            assertThat(score.secondsPerOperation().shots()[0][0])
                    .isCloseTo(Double.parseDouble(parts[1]), within(1e-15));
        }
    }

    @Test
    void solversThatWaitedForAProcessorAreRemarked() throws IOException {
        String counter = ", \"processorSeconds\": {\"score\": 0, \"rawData\": [[%s], [%s]]}";
        String unknown = timeTo("");
        String busy = timeTo("").replace("[[1.0], [1.0]]}", "[[1.0], [1.0]]}" + counter.formatted("20.0", "28.0"));
        String quiet = busy.replace("20.0", "39.0").replace("28.0", "41.0");

        assertThat(Waiting.remark(read(busy)))
                .hasValue(
                        "solvers had a processor for 60 % of the time on the clock (median of 1 row), and waited else,"
                                + " mostly for other programs");
        assertThat(Waiting.remark(read(quiet))).isEmpty();
        assertThat(Waiting.remark(read(unknown))).isEmpty();
    }

    @Test
    void aThroughputIsNoTime() throws IOException {
        assertThat(read(row("Kernels.axpy", "thrpt", "", "ops/s", "[[40.0]]", ""))
                        .get(0)
                        .seconds())
                .isNaN();
    }

    @Test
    void aCounterIsItsMeanEvenWhereJmhAddsItUp() throws IOException {
        JmhRow score = read(row(
                        "TimeToTarget.solve",
                        "ss",
                        "\"solver\": \"a\"",
                        "ms/op",
                        "[[1.0], [2.0]]",
                        "\"passes\": {\"score\": 30.0, \"rawData\": [[10.0], [20.0]]}"))
                .get(0);

        assertThat(score.counter("passes")).isEqualTo(15);
        assertThat(score.counter("unknown")).isNaN();
    }

    @Test
    void aPassCostsTimePerPassNotPerCall() throws IOException {
        JmhRow score = read(row(
                        "OnePass.onePass",
                        "avgt",
                        "\"solver\": \"a\"",
                        "ms/op",
                        "[[40.0]]",
                        "\"passes\": {\"score\": 20.0, \"scoreUnit\": \"ms/op\", \"rawData\": [[20.0]]}"))
                .get(0);

        assertThat(score.perPass().seconds()).isEqualTo(0.02);
        assertThat(score.perPass().secondsPerOperation().shots()).isDeepEqualTo(new double[][] {{0.02}});
    }

    @Test
    void everyNumberSaysInHowManyForksItWasMeasuredAndWhichWereNotSteady() throws IOException {
        String warming = timeTo("")
                .replace(
                        "[[40.0], [40.0]]",
                        "[[48.0, 45.0, 43.0, 42.0, 41.0], [40.0, 41.0, 40.0, 41.0, 40.0], [41.0, 40.0, 42.0, 40.0, 41.0],"
                                + " [39.0, 40.0, 39.0, 41.0, 40.0], [40.0]]");
        RunView view = new RunView(Sample.run(1, ""), read(warming));

        assertThat(Quantity.repetitions(view.times().all().get(0).shots()))
                .isEqualTo("5 forks, 21 shots, not steady in fork 1");
        assertThat(view.times().all().get(0).interval().isKnown()).isTrue();
        assertThat(BarePage.of(view)).contains("5 forks, 21 shots, not steady in fork 1");
    }

    @Test
    void theTableOfSolversBeginsWithTheFastestAndThoseThatMissedComeLast() throws IOException {
        String page = BarePage.of(new RunView(
                Sample.run(4, ""),
                read(
                        timeTo("").replace("40.0", "9.0"),
                        timeTo("").replace("solver-0", "solver-1").replace("[[1.0], [1.0]]", "[[0.0], [0.0]]"),
                        timeTo("").replace("solver-0", "solver-2").replace("40.0", "3.0"),
                        timeTo("").replace("solver-0", "solver-3").replace("40.0", "5.0"))));

        String table = page.substring(page.indexOf("Table of solvers"));
        assertThat(List.of("solver-2", "solver-3", "solver-0", "solver-1"))
                .isSortedAccordingTo(Comparator.comparingInt(table::indexOf));
    }

    @Test
    void timesOfOtherProblemsAreLeftOut() throws IOException {
        List<JmhRow> scores = read(
                timeTo(", \"data\": \"digits\", \"lambda\": \"0.02\""),
                timeTo(", \"data\": \"auto\""),
                timeTo(", \"data\": \"text\""),
                timeTo(", \"data\": \"digits\", \"lambda\": \"0.01\""));

        assertThat(new RunView(Sample.run(1, ""), scores).times().all()).hasSize(2);
    }

    @Test
    void theWarmTimesOfOneThreadComeFirstAndOthersByTheirManner() throws IOException {
        List<JmhRow> scores = read(
                timeTo(", \"start\": \"cold\", \"threads\": \"1\""),
                timeTo(", \"start\": \"warm\", \"threads\": \"2\""),
                timeTo(", \"start\": \"warm\", \"threads\": \"1\""));
        RunView view = new RunView(Sample.run(1, ""), scores);

        assertThat(view.times().main()).extracting(Target::manner).containsExactly("warm start, 1 thread");
        assertThat(view.times().byManner().keySet())
                .containsExactlyInAnyOrder("", "cold start, 1 thread", "warm start, 2 threads");
    }

    @Test
    void theBudgetIsNamedWhereTheTargetWasMissed() throws IOException {
        String missed = timeTo(", \"budget\": \"4\"").replace("[[1.0], [1.0]]", "[[0.0], [1.0]]");
        TargetTime time =
                new RunView(Sample.run(1, ""), read(missed)).times().all().get(0);

        assertThat(time.reached()).isFalse();
        assertThat(time.shortfall()).isEqualTo("not reached within 4.00\u00a0s in 50 % of the solves");
    }

    @Test
    void aVariantWrittenWithSemicolonsIsTheOneThatRunsWriteWithCommas() throws IOException {
        List<JmhRow> scores = read(
                timeTo("").replace("solver-0", "ista[step=4;shrink=0.7]"),
                timeTo("").replace("solver-0", "ista[shrink=0.5]"),
                timeTo("").replace("solver-0", "a;b"));

        assertThat(scores)
                .extracting(s -> s.params().get("solver"))
                .containsExactly("ista[shrink=0.7,step=4]", "ista[shrink=0.5]", "a;b");
    }

    @Test
    void allocationIsWhatTheProfilerCountsInOneSolve() throws IOException {
        String profiled = "\"reached\": {\"score\": 2.0, \"rawData\": [[1.0], [1.0]]},"
                + " \"NAMEgc.alloc.rate.norm\": {\"score\": 3.0, \"rawData\": [[2000.0], [4000.0]]}";
        for (String mark : List.of("", "·")) {
            String row = row(
                    "TimeToTarget.solve",
                    "ss",
                    "\"solver\": \"solver-0\", \"target\": \"1e-3\"",
                    "s/op",
                    "[[40.0], [40.0]]",
                    profiled.replace("NAME", mark));
            RunView view = new RunView(Sample.run(1, ""), read(row));

            assertThat(view.times().all().get(0).bytes()).isEqualTo(3000);
            assertThat(BarePage.of(view)).contains("3.00\u00a0kB");
        }
    }

    @Test
    void withoutItThePageSaysHowToMeasureIt() throws IOException {
        assertThat(BarePage.of(new RunView(Sample.run(1, ""), read(timeTo("")))))
                .contains("measure again");
    }

    @Test
    void rowsAreNamedInWordsWithTheParametersInWhichTheyDiffer() throws IOException {
        List<JmhRow> scores = read(
                timeTo(", \"start\": \"warm\", \"threads\": \"1\", \"budget\": \"3\""),
                timeTo(", \"start\": \"warm\", \"threads\": \"2\", \"budget\": \"3\""),
                row("Kernels.scoresOfFullWeights", "avgt", "\"data\": \"mnist\"", "us/op", "[[1.0]]", ""),
                row("OnePass.onePass", "avgt", "\"solver\": \"a\"", "us/op", "[[1.0]]", ""),
                row("ScalingInSamples.solve", "ss", "\"solver\": \"a\", \"n\": \"10\"", "us/op", "[[1.0]]", ""),
                row("ScalingInSamples.solve", "ss", "\"solver\": \"a\", \"n\": \"20\"", "us/op", "[[1.0]]", ""));
        RowNames names = new RowNames(scores);

        assertThat(scores)
                .extracting(names::name)
                .containsExactly(
                        "solver-0 to certified 10⁻³, warm, 1 thread",
                        "solver-0 to certified 10⁻³, warm, 2 threads",
                        "scores of full weights",
                        "a, one pass",
                        "a, scaling in samples, n = 10",
                        "a, scaling in samples, n = 20");
    }

    @Test
    void aPathThatDidNotReachEveryTargetHasNoTime() throws IOException {
        String params = "\"solver\": \"NAME\", \"data\": \"digits\", \"target\": \"1e-6\"";
        String reached = "\"reached\": {\"score\": 1.0, \"rawData\": [[1.0]]}";
        List<JmhRow> scores = read(
                row("RegularizationPath.path", "ss", params.replace("NAME", "a"), "ms/op", "[[40.0]]", reached),
                row(
                        "RegularizationPath.path",
                        "ss",
                        params.replace("NAME", "b"),
                        "ms/op",
                        "[[50.0]]",
                        reached.replace("1.0", "0.0")));

        assertThat(scores).extracting(TargetTime::counts).containsExactly(true, false);
        assertThat(new RunFigures(new RunView(Sample.run(1, ""), scores)).charts())
                .containsKey("path");
        assertThat(new RunView(Sample.run(1, ""), scores).times().all()).isEmpty();
    }

    @Test
    void kernelsStandBesideThePeaksOfTheMachineWhereBothWereMeasured() throws IOException {
        String kernel = rates("Kernels.gradient", rate("gigaflopsPerSecond", 5) + ", " + rate("gigabytesPerSecond", 2));
        String flops = rates("MachinePeaks.multiplyAdd", rate("gigaflopsPerSecond", 20));
        String bytes = rates("MachinePeaks.readMemory", rate("gigabytesPerSecond", 8));
        RunView view = new RunView(Sample.run(1, ""), read(kernel, flops, bytes));

        Peaks peaks = Peaks.of(view.scores());
        assertThat(peaks.highest(Peaks.Measure.FLOPS)).isEqualTo(20);
        assertThat(peaks.highest(Peaks.Measure.BYTES)).isEqualTo(8);
        assertThat(new RunFigures(view).charts()).containsKey("peaks");
        assertThat(BarePage.of(view)).contains("% of multiply add").contains("data-v=\"25.0\"");
        assertThat(BarePage.of(new RunView(Sample.run(1, ""), read(kernel)))).doesNotContain("Kernels and peaks");
    }

    private static String rates(String benchmark, String counters) {
        return row(benchmark, "avgt", "", "us/op", "[[1.0]]", counters);
    }

    private static String rate(String name, double value) {
        return "\"" + name + "\": {\"score\": " + value + ", \"rawData\": [[" + value + "]]}";
    }

    @Test
    void aGapThatItsCertificateDeniesIsNotReached() throws IOException {
        String claimed = row(
                "TimeToTarget.solve",
                "ss",
                "\"solver\": \"solver-0\", \"target\": \"1e-6\"",
                "s/op",
                "[[40.0]]",
                "\"reached\": {\"score\": 1.0, \"rawData\": [[1.0]]},"
                        + "\"relativeGap\": {\"score\": 2e-6, \"rawData\": [[2e-6]]}");

        assertThat(new RunView(Sample.run(1, ""), read(claimed))
                        .times()
                        .all()
                        .get(0)
                        .reached())
                .isFalse();
    }
}
