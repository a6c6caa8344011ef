package io.github.l1bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.Rule;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.JmhRows;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final String OK = "3.0";

    @TempDir
    Path folder;

    private Comparison compare(String before, String after, double margin) throws IOException {
        Path a = Sample.write(folder.resolve("a"), Sample.run(2, ""), before);
        Path b = Sample.write(folder.resolve("b"), Sample.run(2, ""), after);
        return Comparison.of(a, b, terms(Double.toString(margin)));
    }

    private static Comparison.Terms terms(String... margins) {
        return new Comparison.Terms(Margins.parse(List.of(margins)), false, false);
    }

    private static Comparison compare(List<JmhRow> before, List<JmhRow> after, String... margins) {
        return Comparison.of(
                new RunView(Sample.run(2, ""), before), new RunView(Sample.run(2, ""), after), terms(margins));
    }

    private static JmhRow row(String mode, String params, String unit, String metric, String more) {
        return Sample.rows("""
                {"benchmark": "a.Kernels.dot", "mode": "%s", "params": {%s}, "threads": 1, "forks": 3,
                 "primaryMetric": {"score": 4.0, "scoreUnit": "%s", %s} %s}
                """.formatted(mode, params, unit, metric, more)).get(0);
    }

    private static JmhRow row(String mode, String unit, double... values) {
        return row(mode, "", unit, raw(values), "");
    }

    private static String raw(double... values) {
        return Arrays.stream(values)
                .mapToObj(v -> "[" + v + "]")
                .collect(Collectors.joining(",", "\"rawData\": [", "]"));
    }

    private static String time(double milliseconds) {
        return Sample.jmh(Sample.timeRow("solver-0", "1e-6", milliseconds, OK, true));
    }

    @Test
    void aTimeThatDoubledIsARegression() throws IOException {
        Comparison comparison = compare(time(100), time(200), 0.1);

        assertThat(comparison.isRegression()).isTrue();
        assertThat(comparison.text()).contains("slower").contains("2.000  [");
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

    private static JmhRow twoClocks(double[] clock, double[] processor) {
        return row("ss", "", "ms/op", raw(clock), """
                , "secondaryMetrics": {"processorSeconds": {"score": "NaN", "scoreUnit": "#", %s}}
                """.formatted(raw(processor)));
    }

    private static TimeChange.Verdict verdict(JmhRow before, JmhRow after) {
        return compare(List.of(before), List.of(after), "0.1").times().get(0).verdict();
    }

    @Test
    void aSlowdownThatWaitingHidesOnTheClockIsSeenOnTheProcessor() {
        double[] waiting = {100, 180, 120, 260, 150};
        JmhRow before = twoClocks(waiting, new double[] {0.100, 0.101, 0.102, 0.103, 0.104});
        JmhRow same = twoClocks(waiting, new double[] {0.104, 0.100, 0.101, 0.103, 0.102});
        JmhRow slower = twoClocks(waiting, new double[] {0.120, 0.121, 0.122, 0.123, 0.124});

        assertThat(verdict(before, same)).isEqualTo(TimeChange.Verdict.SAME);
        assertThat(verdict(before, slower)).isEqualTo(TimeChange.Verdict.SLOWER);
        assertThat(verdict(slower, before)).isEqualTo(TimeChange.Verdict.FASTER);
        Comparison comparison = compare(List.of(before), List.of(slower), "0.1");
        assertThat(comparison.isRegression()).isTrue();
        assertThat(comparison.text()).contains("Processor's", "1.196  [", "slower, by the processor");
        assertThat(comparison.json()).contains("\"processor\" : {\n      \"ratio\" : 1.196");
    }

    @Test
    void moreWorkOnTheProcessorIsNoSlowdownWhereTheClockShowsLessTime() {
        double[] work = {0.100, 0.101, 0.102, 0.103, 0.104};
        double[] more = {0.150, 0.151, 0.152, 0.153, 0.154};
        JmhRow before = twoClocks(new double[] {100, 101, 102, 103, 104}, work);
        JmhRow threads = twoClocks(new double[] {80, 81, 82, 83, 84}, more);

        assertThat(verdict(before, threads)).isEqualTo(TimeChange.Verdict.FASTER);
        assertThat(verdict(threads, before)).isEqualTo(TimeChange.Verdict.SLOWER);
    }

    @Test
    void moreWorkIsTolerableWhereTheClockShowsThatItTakesNoLonger() {
        double[] clock = {100, 101, 102, 103, 104};
        JmhRow before = twoClocks(clock, new double[] {0.100, 0.101, 0.102, 0.103, 0.104});
        JmhRow more = twoClocks(clock, new double[] {0.150, 0.151, 0.152, 0.153, 0.154});

        assertThat(verdict(before, more)).isEqualTo(TimeChange.Verdict.TOLERATED);
    }

    @Test
    void aTableOfManyRowsMissesNoLargeChange() {
        for (int forks : new int[] {5, 10}) {
            Comparison comparison = compare(many(forks, 1), many(forks, 10), "0.1");

            assertThat(comparison.times()).hasSize(300).allMatch(c -> c.verdict() == TimeChange.Verdict.SLOWER);
        }
    }

    private static List<JmhRow> many(int forks, double scale) {
        Random random = new Random(forks);
        return IntStream.range(0, 300)
                .mapToObj(i -> row(
                        "ss",
                        "\"row\": \"" + i + "\"",
                        "ms/op",
                        raw(random.doubles(forks, 100, 104).map(v -> scale * v).toArray()),
                        ""))
                .toList();
    }

    @Test
    void aSolverThatWaitsIsSlowerThoughItsProcessorDoesNoMore() {
        double[] work = {0.100, 0.101, 0.102, 0.103, 0.104};
        JmhRow before = twoClocks(new double[] {100, 101, 102, 103, 104}, work);
        JmhRow waits = twoClocks(new double[] {150, 151, 152, 153, 154}, work);

        assertThat(verdict(before, waits)).isEqualTo(TimeChange.Verdict.SLOWER);
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
        assertThat(comparison.headline())
                .isEqualTo("0 of 1 times slower beyond 10 %, 0 faster; 1 target is no longer reached.");
        assertThat(compare(lost, time(100), 0.1).isRegression()).isFalse();
    }

    @Test
    void aMarginOfATenthOfAPercentIsSaidAsItIs() throws IOException {
        assertThat(compare(time(100), time(100), 0.001).headline()).contains("beyond 0.1 %");
        assertThat(compare(time(100), time(100), 1).headline()).contains("beyond 100 %");
    }

    @Test
    void aResultTakenOutOfARunIsMissingThoughItsSnapshotsAreThere() throws IOException {
        Path before = Sample.write(folder.resolve("before"), Sample.run(3, ""), null);
        Path after = Sample.write(folder.resolve("after"), Sample.run(2, ""), null);
        ResultFiles.write(after.resolve(RunFolder.SNAPSHOTS), Sample.snapshots(Sample.run(3, "")));
        Comparison comparison = Comparison.of(before, after, terms());

        assertThat(comparison.isRegression()).isTrue();
        assertThat(comparison.text()).contains("solver-2").contains("missing in the second run");
    }

    @Test
    void iterationsOfAnotherNumberOfCallsDoNotCompare() {
        JmhRow one = row("ss", "", "ms/op", "\"rawData\": [[1.0]]", "");
        JmhRow ten = row("ss", "", "ms/op", "\"rawData\": [[1.0]]", ", \"measurementBatchSize\": 10");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> compare(List.of(one), List.of(ten)))
                .withMessageContaining("measured iterations 0 x ? and 0 x ?, 10 calls each");
    }

    @Test
    void aSolverThatFailsNowIsARegression() throws IOException {
        Path a = Sample.write(folder.resolve("a"), Sample.run(1, ""), null);
        List<CellResult> failed = List.of(Sample.failed("solver-0", "the weights are not finite"));
        Path b = Sample.write(folder.resolve("b"), Sample.run("b", "", failed), null);
        Comparison comparison = Comparison.of(a, b, terms());

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
            after[i] = Sample.timeRow("solver-0", (i + 1) + "e-9", i == 0 ? 112 : 100, OK, true);
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
                .isThrownBy(() -> Comparison.of(here, there, terms()))
                .withMessageContaining("A processor with 2 cores")
                .withMessageContaining("another processor with 2 cores");
        assertThat(Comparison.of(here, there, new Comparison.Terms(Margins.parse(List.of()), true, false))
                        .text())
                .contains("different machines");
    }

    /** The seen fault: a solver that was removed was dropped without a word. */
    @Test
    void whatIsMissingInTheSecondRunIsNamedAndARegression() {
        RunView before = new RunView(Sample.run(2, ""), two());
        RunView after = new RunView(Sample.run(1, ""), two().subList(0, 1));
        Comparison lost = Comparison.of(before, after, terms());

        assertThat(lost.isRegression()).isTrue();
        assertThat(lost.headline()).contains("1 time is missing", "1 result is missing");
        assertThat(lost.text()).containsSubsequence("solver-1 to", "missing in the second run", "solver-1", "missing");

        Comparison more = Comparison.of(after, before, terms());
        assertThat(more.isRegression()).isFalse();
        assertThat(more.text()).containsSubsequence("solver-1 to", "only in the second run", "solver-1", "only in");
    }

    private static List<JmhRow> two() {
        return Sample.rows(
                Sample.timeRow("solver-0", "1e-6", 100, OK, true), Sample.timeRow("solver-1", "1e-6", 100, OK, true));
    }

    @Test
    void aBenchmarkThatFailsNowIsNamedWithItsReasonAndARegression() throws IOException {
        Path a = Sample.write(folder.resolve("a"), Sample.run(2, ""), time(100));
        Path b = Sample.write(folder.resolve("b"), Sample.run(2, ""), null);
        JmhNotes.Failure died = new JmhNotes.Failure(
                "io.github.l1bench.bench.TimeToTarget.solve",
                Map.of("target", "1e-6", "solver", "solver-0", "data", "digits"),
                "its last words");
        RunFolder second = new RunFolder(b);
        second.write(new JmhRows(List.of(), second.run().provenance(), List.of(), List.of(died)));
        Comparison comparison = Comparison.of(a, b, terms());

        assertThat(comparison.isRegression()).isTrue();
        assertThat(comparison.text()).contains("fails now: its last words").doesNotContain("missing");
        assertThat(Comparison.of(b, a, terms()).isRegression()).isFalse();
        assertThat(Comparison.of(b, b, terms()).isRegression()).isFalse();
    }

    @Test
    void rowsOfSeveralModesAndParametersAreEachComparedWithThemselves() {
        List<JmhRow> rows = List.of(
                row("avgt", "us/op", 1, 1.01, 0.99),
                row("ss", "us/op", 50, 51, 49),
                row("avgt", "\"n\": \"5\"", "us/op", "\"rawData\": [[7], [7.1], [6.9]]", ""),
                row("thrpt", "ops/us", 3, 3.1, 2.9),
                row("sample", "", "us/op", "\"rawDataHistogram\": [[[[9.0, 5]]], [[[9.1, 5]]], [[[8.9, 5]]]]", ""));
        Comparison comparison = compare(rows, rows);

        assertThat(comparison.times())
                .extracting(TimeChange::verdict)
                .hasSize(rows.size())
                .containsOnly(TimeChange.Verdict.SAME);
        assertThat(comparison.text())
                .contains("dot, average time", "dot, single shot", "dot, throughput", "dot, sampled");
        assertThat(comparison.isRegression()).isFalse();
    }

    @Test
    void aThroughputThatFellIsSlower() {
        JmhRow before = row("thrpt", "ops/us", 3, 3.1, 2.9);
        JmhRow after = row("thrpt", "ops/us", 1.5, 1.55, 1.45);

        assertThat(compare(List.of(before), List.of(after)).times().get(0).verdict())
                .isEqualTo(TimeChange.Verdict.SLOWER);
        assertThat(compare(List.of(after), List.of(before)).times().get(0).verdict())
                .isEqualTo(TimeChange.Verdict.FASTER);
    }

    @Test
    void aHistogramThatMovedIsSlower() {
        String before = "\"rawDataHistogram\": [[[[1.0, 5]]], [[[1.1, 5]]], [[[0.9, 5]]]]";
        JmhRow slow = row(
                "sample",
                "",
                "us/op",
                before.replace("1.0, 5", "2.1, 5").replace("[1.1", "[2.0").replace("0.9", "1.9"),
                "");

        assertThat(compare(List.of(row("sample", "", "us/op", before, "")), List.of(slow))
                        .isRegression())
                .isTrue();
    }

    @Test
    void aSlowdownByForksTooFewToTellIsARegressionThatSaysSo() {
        Comparison slower = compare(List.of(row("ss", "s/op", 1)), List.of(row("ss", "s/op", 2)));
        assertThat(slower.isRegression()).isTrue();
        assertThat(slower.text()).contains("cannot be told");

        Comparison within = compare(List.of(row("ss", "s/op", 1)), List.of(row("ss", "s/op", 1.05)));
        assertThat(within.isRegression()).isFalse();
        assertThat(within.text()).contains("too few forks");
    }

    @Test
    void conditionsThatMakeTimesIncomparableAreRefusedUnlessAllowedAndThenNamed() {
        String usual = ", \"jdkVersion\": \"17\", \"jvmArgs\": [\"-Xmx1g\", \"-Dmnist.dir=a\","
                + " \"-Dl1bench.data.mnist-dir=a\"], \"warmupIterations\": 3";
        List<JmhRow> before = List.of(conditioned(usual));
        for (String[] change : new String[][] {
            {"\"17\"", "\"25\"", "JDK of the forks"},
            {"-Xmx1g", "-Xmx9g", "JVM arguments of the forks -Xmx1g and -Xmx9g"},
            {"warmupIterations\": 3", "warmupIterations\": 0", "warm-up 3 x ? and 0 x ?"}
        }) {
            List<JmhRow> after = List.of(conditioned(usual.replace(change[0], change[1])));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> compare(before, after))
                    .withMessageContaining(change[2])
                    .withMessageContaining("--different-conditions");
            Comparison.Terms anyhow = new Comparison.Terms(Margins.parse(List.of()), false, true);
            RunView a = new RunView(Sample.run(2, ""), before);
            RunView b = new RunView(Sample.run(2, ""), after);
            assertThat(Comparison.of(a, b, anyhow).text())
                    .contains("Different " + change[2].split(" ")[0], "in 1 row");
        }
        assertThat(compare(before, List.of(conditioned(usual.replace("dir=a", "dir=b"))))
                        .remarks())
                .as("where the images lie changes no time")
                .isEmpty();
        assertThat(compare(before, List.of(conditioned(usual + ", \"measurementIterations\": 9")))
                        .text())
                .as("less precise, but comparable")
                .contains("Different measured iterations in 1 row: 0 x ? before, 9 x ? after.");
    }

    private static JmhRow conditioned(String more) {
        return row("ss", "", "s/op", "\"rawData\": [[1.0], [1.05], [1.1]]", more);
    }

    @Test
    void anotherGapOrBudgetIsAnotherCondition() {
        String raw = "\"rawData\": [[1.0], [1.05], [1.1]]";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compare(
                        List.of(row("ss", "\"budget\": \"3\"", "s/op", raw, "")),
                        List.of(row("ss", "\"budget\": \"5\"", "s/op", raw, ""))))
                .withMessageContaining("budget of a solve 3 s and 5 s");
        CellResult cell = Sample.cell("a", 0);
        CellResult looser = Sample.asked(cell, new Rule(1e-3, null, 1000.0, 20.0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(view(cell), view(looser), terms()))
                .withMessageContaining("asked gap 1.0E-6 and 0.001");
    }

    private static RunView view(CellResult cell) {
        return new RunView(Sample.run("a", "", List.of(cell)), List.of());
    }

    @Test
    void marginsMayBeOfSomeSolversOrBenchmarksAndAMisspeltOneIsRefused() {
        List<JmhRow> before = two();
        List<JmhRow> after = Sample.rows(
                Sample.timeRow("solver-0", "1e-6", 300, OK, true), Sample.timeRow("solver-1", "1e-6", 100, OK, true));

        assertThat(compare(before, after, "3").isRegression()).isFalse();
        assertThat(compare(before, after, "3", "solver-0=0.05").isRegression()).isTrue();
        assertThat(compare(before, after, "solver-?=3").isRegression()).isFalse();
        assertThat(compare(before, after, "TimeToTarget.solve=3", "solver-1=0").isRegression())
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compare(before, after, "solver-7=0.05"))
                .withMessageContaining("'solver-7' is of no solver and no benchmark");
        for (String wrong : List.of("x", "solver-0=", "-1", "ista[step=4]", "NaN", "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Margins.parse(List.of(wrong)))
                    .withMessageContaining("the margin is '" + wrong + "'");
        }
    }

    @Test
    void longNamesKeepTheColumnsAligned() {
        String name = "solver[" + "option=1,".repeat(12) + "z=2]";
        Comparison comparison = compare(
                Sample.rows(Sample.timeRow(name, "1e-6", 100, OK, true), Sample.timeRow("a", "1e-6", 100, OK, true)),
                Sample.rows(Sample.timeRow(name, "1e-6", 100, OK, true), Sample.timeRow("a", "1e-6", 100, OK, true)));

        assertThat(comparison
                        .text()
                        .lines()
                        .filter(line -> line.contains("100 ms"))
                        .map(line -> line.indexOf("100 ms")))
                .hasSize(2)
                .containsOnly(comparison
                        .text()
                        .lines()
                        .filter(line -> line.startsWith("solver["))
                        .findFirst()
                        .orElseThrow()
                        .indexOf("100 ms"));
    }

    @Test
    void jsonAndMarkdownTellTheSameAndEscapeWhatTheyShow() throws IOException {
        List<CellResult> cells = List.of(Sample.cell("a|<b>", 0));
        RunView before = new RunView(Sample.run("x", "", cells), two());
        RunView after = new RunView(Sample.run("y", "", List.of()), two().subList(0, 1));
        Comparison comparison = Comparison.of(before, after, terms());

        JsonNode json = new ObjectMapper().readTree(comparison.json());
        assertThat(json.get("regression").booleanValue()).isTrue();
        assertThat(json.at("/times/0/verdict").textValue()).isEqualTo("missing");
        assertThat(json.at("/times/0/params/solver").textValue()).isEqualTo("solver-1");
        assertThat(json.at("/times/0/after").isNull()).isTrue();
        assertThat(json.at("/times/1/ratio").doubleValue()).isEqualTo(1);
        assertThat(json.at("/results/0/verdict").textValue()).isEqualTo("missing");
        assertThat(comparison.markdown())
                .startsWith("### ❌ x → y\n")
                .contains("| a\\|&lt;b> |", "missing in the second run")
                .doesNotContain("<b>");
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
                p.host(),
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
                .isThrownBy(() -> Comparison.of(new RunView(run, List.of()), new RunView(changed, List.of()), terms()))
                .withMessageContaining("different data (%s, %d × %d, hash %.8s and %s, 500 × %d, hash beef)"
                        .formatted(d.title(), d.trainRows(), d.features(), d.sha256(), d.title(), d.features()));
    }

    @Test
    void aRunAndItsCopyAreToldApartByTheirFolders() throws IOException {
        assertThat(compare(time(100), time(100), 0.1).text())
                .as("one run, written twice")
                .contains("(" + folder.resolve("a") + ") -> ", "(" + folder.resolve("b") + "): ");
    }

    @Test
    void thePageHoldsTheVerdictAndEscapesWhatItShows() throws IOException {
        String attack = "<script>alert(1)</script>";
        Path a = Sample.write(folder.resolve("a"), Sample.run("a", "", List.of(Sample.cell(attack, 0))), time(100));
        Path b = Sample.write(
                folder.resolve("b"), Sample.run("b", "", List.of(Sample.failed(attack, attack))), time(200));
        Path page = folder.resolve("compare.html");
        Comparison.of(a, b, terms()).write(page);

        assertThat(Files.readString(page)).contains("times slower beyond 10 %").doesNotContain(attack);
    }
}
