package io.github.l1bench.cli;

import io.github.l1bench.report.Comparison;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two runs; serves as a gate against regressions. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Compares two runs: ratios of times with intervals and a test of significance, and changes of"
                + " results. Exit status 1 when something is slower beyond the margin or worse, 2 when the runs cannot"
                + " be compared.")
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "folder of the run to compare with")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "folder of the run to judge")
    private Path after;

    @Option(
            names = "--margin",
            defaultValue = "0.1",
            paramLabel = "M",
            description = "how much slower counts: 0.1 is 10 %% (default: ${DEFAULT-VALUE})")
    private double margin;

    @Option(
            names = "--different-machines",
            description = "compare times of different machines all the same; the result then says so")
    private boolean differentMachines;

    @Option(names = "--html", paramLabel = "FILE", description = "write the comparison as a page too")
    private Path html;

    @Override
    public Integer call() throws IOException {
        Comparison comparison = Comparison.of(before, after, margin, differentMachines);
        PrintWriter out = spec.commandLine().getOut();
        out.println(comparison.text());
        out.flush();
        if (html != null) {
            comparison.write(html);
        }
        return comparison.isRegression() ? 1 : 0;
    }
}
