package io.github.l1bench.spark.cells;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.JavaSparkContext;

/** Cells that wait for executors: each a job of its own, so that one that fails takes no other along. */
public final class CellQueue {
    private static final int MOST_AT_ONCE = 256;

    private final JavaSparkContext context;
    private final CellTask task;

    public CellQueue(JavaSparkContext context, CellTask task) {
        this.context = context;
        this.task = task;
    }

    /** Is given each outcome as it arrives. */
    public interface Receiver {
        /** Takes {@code outcome}. */
        void take(CellOutcome outcome) throws java.io.IOException;
    }

    /** Runs {@code cells} and hands out what comes of each, in the order in which they are done. */
    public void run(List<CellSpec> cells, Receiver receiver) throws java.io.IOException {
        if (cells.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(cells.size(), MOST_AT_ONCE));
        try {
            ExecutorCompletionService<CellOutcome> done = new ExecutorCompletionService<>(threads);
            cells.forEach(cell -> done.submit(() -> on(cell)));
            for (int c = 0; c < cells.size(); c++) {
                receiver.take(done.take().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private CellOutcome on(CellSpec cell) {
        CellTask run = task;
        try {
            return context.parallelize(List.of(cell), 1)
                    .map(spec -> run.run(spec, SparkFiles::get))
                    .collect()
                    .get(0);
        } catch (Exception e) { // whatever Spark throws is this cell's failure and no other's
            String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown error");
            return CellOutcome.failed(cell, "unknown host", null, "was lost on the cluster: " + first, "");
        }
    }
}
