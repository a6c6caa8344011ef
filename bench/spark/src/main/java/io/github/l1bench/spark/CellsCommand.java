package io.github.l1bench.spark;

import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.NamePattern;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.spark.cells.CellOutcome;
import io.github.l1bench.spark.cells.CellQueue;
import io.github.l1bench.spark.cells.CellSpec;
import io.github.l1bench.spark.cells.CellTask;
import io.github.l1bench.spark.cells.CellsFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs solvers on data sets, one cell an executor at a time. */
@Command(
        name = "cells",
        mixinStandardHelpOptions = true,
        description = "Runs every solver on every data set, each cell in a virtual machine of its own that an executor"
                + " starts, and writes an ordinary run for each data set. Started again, it goes on. Exit status 0 when"
                + " all cells have a result, 1 when one has not, 2 for bad input.")
final class CellsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private MasterOptions master;

    @Option(names = "--jar", required = true, paramLabel = "FILE", description = "benchmarks.jar, sent to executors")
    private Path jar;

    @Option(names = "--plugins", split = ",", paramLabel = "FILES", description = "jars with further solvers, sent too")
    private List<Path> plugins = List.of();

    @Option(names = "--files", split = ",", paramLabel = "FILES", description = "data, sent too: {file:NAME} in --data")
    private List<Path> files = List.of();

    @Option(
            names = "--solvers",
            split = ";(?![^\\[]*\\])",
            defaultValue = "*",
            description = "as 'run' takes them; those of plug-ins by their names (default: ${DEFAULT-VALUE})")
    private List<String> solvers;

    @Option(names = "--data", split = ";", required = true, description = "as 'run' takes it, several by semicolons")
    private List<String> data;

    @Option(names = "--arg", paramLabel = "WORD", description = "a further argument of 'run', such as --max-seconds=20")
    private List<String> arguments = List.of();

    @Option(names = "--jvm", paramLabel = "FLAG", description = "a flag of each cell's Java (default: -Xmx2g)")
    private List<String> flags = List.of("-Xmx2g", "-Djava.awt.headless=true");

    @Option(names = "--cell-seconds", defaultValue = "3600", description = "time of a cell (default: ${DEFAULT-VALUE})")
    private long seconds;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder of the runs")
    private Path out;

    @Override
    public Integer call() throws IOException {
        List<Path> sent = new ArrayList<>(List.of(jar));
        sent.addAll(plugins);
        List<String> jars =
                sent.stream().map(path -> path.getFileName().toString()).toList();
        sent.addAll(files);
        for (Path file : sent) {
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException("there is no file " + file + " to send to the executors");
            }
        }
        CellsFolder folder = new CellsFolder(out);
        Files.createDirectories(out);
        List<CellSpec> missing = new ArrayList<>();
        List<String> variants = variants();
        for (CellSpec cell : cells(variants)) {
            if (!folder.has(cell)) {
                missing.add(cell);
            }
        }
        say((data.size() * variants.size() - missing.size()) + " cells are here, " + missing.size() + " to run");
        int failed = missing.isEmpty() ? 0 : run(sent, jars, missing, folder);
        for (String name : data) {
            Optional<Path> merged = folder.merge(name, variants);
            if (merged.isPresent()) {
                RunResult run = new RunFolder(merged.get()).run();
                say("Results on " + name + " are in " + merged.get() + ", measured on "
                        + String.join(", ", CellsFolder.hosts(run)));
            }
        }
        return failed == 0 ? 0 : 1;
    }

    private int run(List<Path> sent, List<String> jars, List<CellSpec> missing, CellsFolder folder) throws IOException {
        int[] failed = {0};
        try (SparkSession spark = master.session("l1bench cells")) {
            JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
            sent.forEach(file -> context.addFile(file.toAbsolutePath().toString()));
            new CellQueue(context, new CellTask(jars, flags, seconds)).run(missing, outcome -> {
                folder.keep(outcome);
                failed[0] += outcome.failure() == null ? 0 : 1;
                say(told(outcome));
            });
        }
        return failed[0];
    }

    private static String told(CellOutcome outcome) {
        return outcome.failure() == null
                ? outcome.spec() + ": done on " + outcome.host()
                        + (outcome.after().isQuiet() ? "" : ", which was busy: " + outcome.after())
                : outcome.spec() + ": FAILED on " + outcome.host() + ", " + outcome.failure();
    }

    // Names of the registry by their patterns; what matches none may be a plug-in's, or a variant with options.
    private List<String> variants() {
        List<String> known = Solvers.all().stream().map(Solver::name).toList();
        List<String> variants = new ArrayList<>();
        for (String asked : solvers) {
            NamePattern pattern = new NamePattern(asked);
            List<String> matching = known.stream().filter(pattern::matches).toList();
            variants.addAll(matching.isEmpty() ? List.of(asked) : matching);
        }
        return variants.stream().distinct().toList();
    }

    private List<CellSpec> cells(List<String> variants) {
        return data.stream()
                .flatMap(name -> variants.stream().map(variant -> new CellSpec(name, variant, arguments)))
                .toList();
    }

    private void say(String line) {
        PrintWriter console = spec.commandLine().getOut();
        console.println(line);
        console.flush();
    }
}
