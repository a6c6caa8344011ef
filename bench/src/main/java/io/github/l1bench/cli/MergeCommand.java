package io.github.l1bench.cli;

import io.github.l1bench.run.Merge;
import io.github.l1bench.run.NamePattern;
import io.github.l1bench.run.RunFolder;
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

/** Puts results of one run beside those of another. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description =
                "Writes a new run with the results of RUN and, beside them, results of OTHER. Those made under the"
                        + " same conditions are marked as reused, those of another machine or Java are named so, and those"
                        + " of other data or rules foreign, wherever they stand. Exit status 2 where the two"
                        + " solved different problems, unless --other-problem is given.")
final class MergeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RUN", description = "folder of the run to add to; it is not changed")
    private Path base;

    @Parameters(index = "1", paramLabel = "OTHER", description = "folder of the run to take results from")
    private Path other;

    @Option(
            names = "--solvers",
            split = RunOptions.BETWEEN_VARIANTS,
            splitSynopsisLabel = ";",
            paramLabel = "NAMES",
            description =
                    "which results of OTHER: names or variants, with * and ?, separated by semicolons (default: all)")
    private List<String> solvers = List.of("*");

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder of the new run")
    private Path out;

    @Option(
            names = "--other-problem",
            description = "merge results of other data, another penalty or another seed too; they are named foreign")
    private boolean otherProblem;

    @Override
    public Integer call() throws IOException {
        RunFolder merged = new RunFolder(out);
        if (merged.has(RunFolder.RUN)) {
            throw new IllegalArgumentException("there is a run in " + out + " already; name another folder with --out");
        }
        List<NamePattern> patterns = solvers.stream().map(NamePattern::new).toList();
        Merge merge = new Merge(new RunFolder(base), new RunFolder(other), patterns, otherProblem);
        WritableFolder.require(out);
        merge.write(merged);
        PrintWriter terminal = spec.commandLine().getOut();
        merge.taken()
                .forEach(cell ->
                        terminal.println("Taken from run " + merge.other().id() + ": " + cell.key()));
        merge.left().forEach(cell -> terminal.println("In both and left as it is in " + base + ": " + cell.key()));
        merge.withoutResult()
                .forEach(name -> terminal.println(
                        "Times left in " + other + ", as they have no result there to stand beside: " + name));
        terminal.println("The merged run is in " + out + "; draw it with 'report'");
        terminal.flush();
        return 0;
    }
}
