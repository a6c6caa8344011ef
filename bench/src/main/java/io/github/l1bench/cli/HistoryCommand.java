package io.github.l1bench.cli;

import io.github.l1bench.history.History;
import io.github.l1bench.history.HistoryChart;
import io.github.l1bench.history.HistoryCsv;
import io.github.l1bench.history.ServiceExport;
import io.github.l1bench.io.WholeFile;
import io.github.l1bench.run.NamePattern;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows times over the runs of a folder, and where they changed for good. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description =
                "Shows the times to one target over all runs of a folder that compare with the newest one, and where"
                        + " they changed for good (E-divisive means). Exit status 1 when a solver became slower at its last"
                        + " change, 2 when there is no time to show.")
final class HistoryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUNS",
            arity = "0..1",
            description = "folder that holds folders of runs (default: reports/runs)")
    private Path runs = Path.of("reports", "runs");

    @Option(
            names = "--target",
            paramLabel = "T",
            description = "'published' or a relative gap (default: the tightest that the newest run has a time of)")
    private String target;

    @Option(
            names = "--solvers",
            split = RunOptions.BETWEEN_VARIANTS,
            splitSynopsisLabel = ";",
            paramLabel = "NAMES",
            description = "names or variants, with * and ?, separated by semicolons (default: all)")
    private List<String> solvers = List.of("*");

    @Option(names = "--csv", paramLabel = "FILE", description = "write every point; - for the terminal alone")
    private Path csv;

    @Option(names = "--chart", paramLabel = "FILE", description = "write a chart, as .svg or .png by the file's name")
    private Path chart;

    @Option(
            names = "--github-benchmark",
            paramLabel = "FILE",
            description = "write all times of the newest run for github-action-benchmark (customSmallerIsBetter)")
    private Path github;

    @Option(
            names = "--bencher",
            paramLabel = "FILE",
            description = "write all times of the newest run in Bencher's Metric Format")
    private Path bencher;

    @Override
    public Integer call() throws IOException {
        History history = History.read(
                runs, target, solvers.stream().map(NamePattern::new).toList());
        PrintWriter out = spec.commandLine().getOut();
        boolean onlyCsv = csv != null && csv.toString().equals("-");
        if (onlyCsv) {
            out.print(HistoryCsv.of(history));
        } else {
            history.lines().forEach(out::println);
        }
        out.flush();
        if (csv != null && !onlyCsv) {
            WholeFile.write(csv, HistoryCsv.of(history));
        }
        if (chart != null) {
            HistoryChart.write(history, chart);
        }
        if (github != null) {
            WholeFile.write(github, ServiceExport.githubActionBenchmark(history));
        }
        if (bencher != null) {
            WholeFile.write(bencher, ServiceExport.bencher(history));
        }
        return history.isRegression() ? 1 : 0;
    }
}
