package io.github.l1bench.spark;

import io.github.l1bench.collection.CollectionFile;
import io.github.l1bench.run.NamePattern;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.spark.cells.CellTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.ZipFile;
import picocli.CommandLine.ArgGroup;
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

    @ArgGroup(multiplicity = "1")
    private Problems problems;

    /** What is solved. */
    static final class Problems {
        @Option(names = "--data", split = ";", description = "as 'run' takes it, several by semicolons")
        private List<String> data;

        @Option(names = "--collection", paramLabel = "NAME|FILE", description = "as 'run' takes it")
        private String collection;
    }

    @Option(names = "--arg", paramLabel = "WORD", description = "a further argument of 'run', such as --max-seconds=20")
    private List<String> arguments = List.of();

    @Option(
            names = "--jmh",
            split = " +",
            paramLabel = "WORDS",
            description = "also time every cell by JMH: benchmarks and options of 'jmh', such as 'TimeToTarget -f 3'")
    private List<String> jmh;

    @Option(names = "--jvm", paramLabel = "FLAG", description = "a flag of each cell's Java (default: -Xmx2g)")
    private List<String> flags = List.of("-Xmx2g", "-Djava.awt.headless=true", "-Djmh.ignoreLock=true");

    @Option(names = "--cell-seconds", defaultValue = "3600", description = "time of a cell (default: ${DEFAULT-VALUE})")
    private long seconds;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder of the runs")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Options.requirePositive("--cell-seconds", seconds);
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
        if (jmh != null && problems.collection != null) {
            throw new IllegalArgumentException(
                    "a collection is not timed by JMH; leave out --jmh, or name data by --data");
        }
        requireBenchmarks();
        SolveFolder.require(out);
        CellsRun run = new CellsRun(
                () -> master.session("l1bench cells"),
                sent,
                new CellTask(jars, flags, seconds),
                arguments,
                jmh,
                MasterOptions.typed(spec),
                out,
                spec.commandLine().getOut());
        boolean all = problems.collection == null
                ? run.onData(problems.data, variants())
                : run.onCollection(CollectionFile.read(problems.collection), variants());
        return all ? 0 : 1;
    }

    private void requireBenchmarks() {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            if (file.getEntry(CellTask.MAIN.replace('.', '/') + ".class") != null) {
                return;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(jar + " is no jar; --jar names the suite's benchmarks.jar", e);
        }
        throw new IllegalArgumentException(
                jar + " has no " + CellTask.MAIN + "; --jar names the suite's benchmarks.jar");
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
}
