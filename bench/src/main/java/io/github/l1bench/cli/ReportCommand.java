package io.github.l1bench.cli;

import io.github.l1bench.page.Report;
import io.github.l1bench.page.RunIndex;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Renders a run's pages and figures, and the list of runs. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Renders the page and the figures of a run, and the list of all runs.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "folder with run.json and, where JMH has run, jmh.json")
    private Path run;

    @Option(
            names = "--index",
            paramLabel = "DIR",
            description = "the folder whose index.html lists the runs (default: the one above 'runs')")
    private Path index;

    @Override
    public Integer call() throws IOException {
        if (!new RunFolder(run).has(RunFolder.RUN)) {
            throw new IllegalArgumentException("there is no " + RunFolder.RUN + " in " + run
                    + "; name the folder of a run, which the command 'run' makes");
        }
        Report.render(run);
        Path folder = run.toAbsolutePath().normalize().getParent();
        Path reports = index != null ? index : folder.endsWith("runs") ? folder.getParent() : folder;
        RunIndex.write(reports);
        PrintWriter out = spec.commandLine().getOut();
        out.println("The report is in " + run.resolve("index.html") + ", all runs in " + reports.resolve("index.html"));
        out.flush();
        return 0;
    }
}
