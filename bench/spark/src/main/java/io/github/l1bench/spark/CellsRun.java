package io.github.l1bench.spark;

import io.github.l1bench.collection.CollectedRuns;
import io.github.l1bench.collection.Collection;
import io.github.l1bench.collection.CollectionFolder;
import io.github.l1bench.collection.Instance;
import io.github.l1bench.result.Machine;
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
 * @param out the folder
 * @param console is told what happens
 */
record CellsRun(
        Supplier<SparkSession> sessions,
        List<Path> sent,
        CellTask task,
        List<String> arguments,
        Path out,
        PrintWriter console) {
    /** Runs solvers on data; whether all cells have a result. */
    boolean onData(List<String> data, List<String> variants) throws IOException {
        CellsFolder folder = new CellsFolder(out);
        int failed = run(
                folder,
                data.stream()
                        .flatMap(name -> variants.stream().map(variant -> CellSpec.on(name, variant, arguments)))
                        .toList());
        for (String name : data) {
            tell(name, folder.merge(name, variants));
        }
        return failed == 0;
    }

    /** Runs solvers on the instances of a collection; whether all cells have a result. */
    boolean onCollection(Collection collection, List<String> variants) throws IOException {
        CollectionFolder results = new CollectionFolder(out);
        CellsFolder folder = new CellsFolder(out.resolve(CollectionFolder.INSTANCES));
        List<CellSpec> cells = collection.instances().stream()
                .flatMap(instance -> variants.stream()
                        .map(variant -> CellSpec.on(instance, collection.budgetSeconds(), variant, arguments)))
                .toList();
        int failed = run(folder, cells);
        for (Instance instance : collection.instances()) {
            tell(instance.name(), folder.merge(instance.name(), variants));
        }
        results.write(CollectedRuns.of(collection, results, Machine.provenance("cells of l1bench-spark")));
        say("Results of the collection are in " + results.file());
        return failed == 0;
    }

    private void tell(String problem, Optional<RunResult> run) {
        run.ifPresent(merged -> say("Results on " + problem + " are in " + merged.id() + ", measured on "
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
