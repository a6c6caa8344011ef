package io.github.l1bench.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.l1bench.data.ClassNames;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.NamePattern;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final List<NamePattern> ALL = List.of(new NamePattern("*"));
    private static final double[] STEP = {100, 101, 99, 100, 102, 100, 120, 121, 119, 122, 120, 121};

    @TempDir
    private Path runs;

    private void write(int day, String cpu, String... rows) throws IOException {
        Provenance made = new Provenance(
                String.format(Locale.ROOT, "2026-01-%02dT03:04:05Z", day),
                "run",
                "revision" + day,
                "0.1.0",
                "17",
                List.of(),
                "host",
                "Linux",
                cpu,
                2,
                0,
                1L << 30);
        DataInfo data = new DataInfo(
                "digits", "Digits", "", "here", "c0ffee", 0, 500, 100, 4, 2, ClassNames.numbered(2), 19, "none", 0, 0);
        Path folder = Files.createDirectories(runs.resolve("run-" + day));
        ResultFiles.write(
                folder.resolve(RunFolder.RUN),
                new RunResult(RunResult.SCHEMA, "run-" + day, false, made, data, 0, 0.02, 0.15, List.of()));
        Files.writeString(folder.resolve(RunFolder.JMH), "[" + String.join(",", rows) + "]");
    }

    private static String row(String solver, String target, double milliseconds, boolean reached) {
        return String.format(
                Locale.ROOT,
                """
                {"benchmark": "io.github.l1bench.bench.TimeToTarget.solve", "mode": "ss", "forks": 5,
                 "params": {"solver": "%s", "data": "digits", "target": "%s", "start": "warm", "threads": "1"},
                 "primaryMetric": {"score": %s, "scoreUnit": "ms/op", "rawData": [[%s], [%s], [%s], [%s], [%s]]},
                 "secondaryMetrics": {"reached": {"score": 3, "rawData": [[%d], [%d], [%d]]}}}
                """,
                solver,
                target,
                milliseconds,
                0.98 * milliseconds,
                0.99 * milliseconds,
                milliseconds,
                1.01 * milliseconds,
                1.02 * milliseconds,
                1,
                reached ? 1 : 0,
                1);
    }

    private History step(double factor) throws IOException {
        for (int i = 0; i < STEP.length; i++) {
            write(
                    i + 1,
                    "cpu",
                    row("a", "1e-6", factor > 1 ? STEP[i] : 10000 / STEP[i], true),
                    row("a", "1e-3", 10, true));
        }
        return History.read(runs, null, ALL);
    }

    @Test
    void aSolverThatBecameSlowerForGoodIsARegressionFromThatRunOn() throws IOException {
        History history = step(1.2);

        assertThat(history.target()).as("the tightest").isEqualTo("1e-6");
        assertThat(history.isRegression()).isTrue();
        assertThat(history.lines()).singleElement().asString().contains("slower since run run-7: 0.100 to 0.120 s");
    }

    @Test
    void oneThatBecameFasterIsNone() throws IOException {
        History history = step(0.8);

        assertThat(history.isRegression()).isFalse();
        assertThat(history.lines()).singleElement().asString().contains("faster since run run-7");
    }

    @Test
    void anotherTargetHasItsOwnHistory() throws IOException {
        step(1.2);

        assertThat(History.read(runs, "0.001", ALL).lines()).containsExactly("a to 0.001: 12 runs, no change");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> History.read(runs, "1e-9", ALL))
                .withMessageContaining("no run in " + runs + " has a time to the target 1e-9")
                .withMessageContaining("1e-6, 1e-3");
    }

    @Test
    void whatDoesNotCompareWithTheNewestRunIsLeftOutAndNamed() throws IOException {
        write(1, "another", row("a", "1e-6", 50, true));
        write(2, "cpu", row("a", "1e-6", 50, true), row("b", "1e-6", 50, false));
        Files.writeString(Files.createDirectories(runs.resolve("damaged")).resolve(RunFolder.RUN), "{");
        Files.writeString(runs.resolve("damaged").resolve(RunFolder.JMH), "[]");

        assertThat(History.read(runs, null, ALL).lines())
                .anyMatch(line -> line.startsWith("run damaged is left out: "))
                .contains("run run-1 is left out: other machine", "a to 1e-6: 1 run, too few to tell a change")
                .noneMatch(line -> line.startsWith("b"));
    }

    @Test
    void aSolverWithoutATimeIsNamedAndThoseThatHaveOneToo() throws IOException {
        step(1.2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> History.read(runs, null, List.of(new NamePattern("nosuch"))))
                .withMessageContaining(" of nosuch; the newest, run-12, has ")
                .withMessageContaining(" of a");
    }

    @Test
    void aFolderWithoutTimesIsSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> History.read(runs, null, ALL))
                .withMessageContaining("name a folder of runs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> History.read(runs.resolve("none"), null, ALL))
                .withMessageContaining("is no folder");
    }

    @Test
    void theCsvHasEveryPointAndMarksChanges() throws IOException {
        List<String> lines = HistoryCsv.of(step(1.2)).lines().toList();

        assertThat(lines).hasSize(13);
        assertThat(lines.get(0))
                .isEqualTo("run,created,revision,solver,target,seconds,low95,high95,forks,shots,change");
        assertThat(lines.get(7))
                .startsWith("run-7,2026-01-07T03:04:05Z,revision7,a,1e-6,0.12,")
                .endsWith(",5,5,1");
        assertThat(lines.stream().filter(line -> line.endsWith(",1"))).hasSize(1);
    }

    @Test
    void servicesGetTheNewestRunInTheirOwnWords() throws IOException {
        History history = step(1.2);
        JsonNode github = new ObjectMapper().readTree(ServiceExport.githubActionBenchmark(history));
        JsonNode bencher = new ObjectMapper().readTree(ServiceExport.bencher(history));

        assertThat(github).hasSize(2);
        assertThat(github.get(0).get("name").textValue()).isEqualTo("a to 1e-6");
        assertThat(github.get(0).get("unit").textValue()).isEqualTo("s");
        assertThat(github.get(0).get("value").doubleValue()).isEqualTo(0.121);
        assertThat(bencher.at("/a to 1e-6/latency/value").doubleValue()).isEqualTo(0.121e9);
        assertThat(bencher.at("/a to 1e-6/latency/lower_value").doubleValue()).isBetween(0.05e9, 0.121e9);
    }

    @Test
    void theChartIsDrawnAsTheNameOfItsFileSays() throws IOException {
        History history = step(1.2);
        Path svg = runs.resolve("history.svg");
        Path png = runs.resolve("history.png");
        HistoryChart.write(history, svg);
        HistoryChart.write(history, png);

        assertThat(Files.readString(svg)).contains("<svg");
        assertThat(ImageIO.read(png.toFile()).getWidth()).isGreaterThan(500);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistoryChart.write(history, runs.resolve("history.bmp")))
                .withMessageContaining("an .svg or a .png");
    }
}
