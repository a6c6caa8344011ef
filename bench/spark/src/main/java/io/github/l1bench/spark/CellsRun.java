package io.github.l1bench.spark;

import io.github.l1bench.collection.CollectedRuns;
import io.github.l1bench.collection.Collection;
import io.github.l1bench.collection.CollectionFolder;
import io.github.l1bench.collection.Instance;
import io.github.l1bench.result.Machine;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.spark.cells.CellOutcome;
import io.github.l1bench.spark.cells.CellQueue;
import io.github.l1bench.spark.cells.CellSpec;
import io.github.l1bench.spark.cells.CellTask;
import io.github.l1bench.spark.cells.CellsFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Runs the cells that are missing in a folder, and merges what is there.
 *
 * @param sessions begins one, where a cell is missing
 * @param sent files that executors get
 * @param task what runs a cell
 * @param arguments further ones of every child's {@code run}
 * @param jmh what {@code jmh} is to time of every cell; null for nothing
 * @param command that does all of this again
 * @param out the folder
 * @param console is told what happens
 */
record CellsRun(
        Supplier<SparkSession> sessions,
        List<Path> sent,
        CellTask task,
        List<String> arguments,
        List<String> jmh,
        String command,
        Path out,
        PrintWriter console) {
    /** Runs solvers on data; whether all cells have a result. */
    boolean onData(List<String> data, List<String> variants) throws IOException {
        CellsFolder folder = new CellsFolder(out);
        folder.require(asked());
        List<CellSpec> cells = data.stream()
                .flatMap(name -> variants.stream()
                        .map(variant -> CellSpec.on(name, variant, arguments).timedBy(jmh)))
                .toList();
        int failed = run(folder, cells);
        for (String name : data) {
            tell(name, folder.of(name), folder.merge(name, variants, command));
        }
        return failed == 0;
    }

    /** Runs solvers on the instances of a collection; whether all cells have a result. */
    boolean onCollection(Collection collection, List<String> variants) throws IOException {
        CollectionFolder results = new CollectionFolder(out);
        CellsFolder folder = new CellsFolder(out.resolve(CollectionFolder.INSTANCES));
        List<String> asked = asked();
        asked.add("budget " + collection.budgetSeconds());
        folder.require(asked);
        List<CellSpec> cells = collection.instances().stream()
                .flatMap(instance -> variants.stream()
                        .map(variant -> CellSpec.on(instance, collection.budgetSeconds(), variant, arguments)))
                .toList();
        int failed = run(folder, cells);
        // The first machine that measured speaks for the page; this one has measured nothing.
        Provenance first = null;
        for (Instance instance : collection.instances()) {
            Optional<RunResult> run = folder.merge(instance.name(), variants, command);
            tell(instance.name(), folder.of(instance.name()), run);
            first = first == null ? run.map(RunResult::provenance).orElse(null) : first;
        }
        Provenance measured = first == null ? Machine.provenance(command) : first;
        results.write(CollectedRuns.of(collection, results, measured));
        say("Results of the collection are in " + results.file());
        return failed == 0;
    }

    private List<String> asked() {
        List<String> asked = new ArrayList<>(task.flags());
        asked.addAll(arguments);
        if (jmh != null) {
            asked.add("jmh");
            asked.addAll(jmh);
        }
        return asked;
    }

    private void tell(String problem, Path folder, Optional<RunResult> run) {
        run.ifPresent(merged -> say("Results on " + problem + " are in " + folder + ", measured on "
                + String.join(", ", CellsFolder.hosts(merged))));
    }

    // How many failed of those that were not here.
    private int run(CellsFolder folder, List<CellSpec> cells) throws IOException {
        List<CellSpec> missing = new ArrayList<>();
        for (CellSpec cell : cells) {
            if (!folder.has(cell)) {
                missing.add(cell);
            }
        }
        say((cells.size() - missing.size()) + " cells are here, " + missing.size() + " to run");
        int[] failed = {0};
        if (missing.isEmpty()) {
            return 0;
        }
        try (SparkSession spark = sessions.get()) {
            JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
            sent.forEach(file -> context.addFile(file.toAbsolutePath().toString()));
            new CellQueue(context, task).run(missing, outcome -> {
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

    private void say(String line) {
        console.println(line);
        console.flush();
    }
}
