package io.github.l1bench.cli;

import io.github.l1bench.collection.CollectionFolder;
import io.github.l1bench.index.RunIndex;
import io.github.l1bench.overview.OverviewReport;
import io.github.l1bench.page.Report;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
        description =
                "Renders the page and the figures of a run, and the list of all runs; or those of a collection and"
                        + " the pages of its instances. Exit status 0 when every page is there, 1 when a collection has"
                        + " instances whose own run cannot be read.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN",
            description =
                    "folder with run.json and, where JMH has run, jmh.json; or a collection's with collection.json")
    private Path run;

    @Option(
            names = "--index",
            paramLabel = "DIR",
            description = "the folder whose index.html lists the runs (default: the one above 'runs')")
    private Path index;

    @Option(
            names = "--background",
            paramLabel = "STORED",
            description = "folder of an earlier run of a collection, whose curves are drawn below this one's")
    private Path background;

    @Override
    public Integer call() throws IOException {
        CollectionFolder collection = new CollectionFolder(run);
        if (collection.exists()) {
            return render(collection);
        }
        if (background != null) {
            throw new IllegalArgumentException("only a collection's run is laid over another, and there is no "
                    + CollectionFolder.RESULTS + " in " + run + "; leave --background out");
        }
        if (!new RunFolder(run).has(RunFolder.RUN)) {
            throw new IllegalArgumentException("there is no " + RunFolder.RUN + " and no " + CollectionFolder.RESULTS
                    + " in " + run + "; name the folder of a run, which the command 'run' makes");
        }
        Report.render(run);
        return listed();
    }

    private int listed() throws IOException {
        Path folder = run.toAbsolutePath().normalize().getParent();
        Path reports = index != null ? index : folder.endsWith("runs") ? folder.getParent() : folder;
        RunIndex.write(reports);
        say("The report is in " + run.resolve("index.html") + ", all runs in " + reports.resolve("index.html"));
        return 0;
    }

    private int render(CollectionFolder collection) throws IOException {
        Map<String, String> unreadable = OverviewReport.render(
                collection, Optional.ofNullable(background).map(CollectionFolder::new), name -> say("page of " + name));
        unreadable.forEach(this::warn);
        listed();
        return unreadable.isEmpty() ? 0 : 1;
    }

    private void warn(String instance, String why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("there is no page of " + instance + ", all others are there: " + why
                + ": start the collection's run into the same folder again");
        err.flush();
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
