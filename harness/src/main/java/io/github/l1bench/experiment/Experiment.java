package io.github.l1bench.experiment;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.RunSnapshots;
import io.github.l1bench.solver.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Several cells on one data set, one after another.
 *
 * @param id name of the run
 * @param quick whether budgets were cut, for a check
 * @param dataset what to fit
 * @param lambda the penalty
 * @param seed of samplers
 * @param cells what to run, in this order
 * @param warmUpSeconds bound on the untraced run before each traced one
 */
public record Experiment(
        String id, boolean quick, Dataset dataset, double lambda, long seed, List<Cell> cells, double warmUpSeconds) {
    /** The solver that the published example used, and the tolerance at which it stopped. */
    static final String PUBLISHED_SOLVER = "saga-dense";

    static final double PUBLISHED_TOLERANCE = 0.1;

    /** The published run first, then every variant until it is certified or out of time. */
    public static List<Cell> standardCells(List<Variant> variants, double relativeGap, double maxSeconds) {
        List<Cell> cells = new ArrayList<>();
        for (Variant variant : variants) {
            if (variant.toString().equals(PUBLISHED_SOLVER)) {
                cells.add(Cell.published(variant, PUBLISHED_TOLERANCE));
            }
        }
        for (Variant variant : variants) {
            cells.add(Cell.certified(variant, relativeGap, maxSeconds));
        }
        return cells;
    }

    /**
     * Runs all cells.
     *
     * @param provenance where and with what this runs
     * @param before told each cell before it runs
     * @param after given the result so far after each cell, and how its weights came about, so that an interruption
     *     loses at most one
     */
    public RunResult run(Provenance provenance, Consumer<Cell> before, BiConsumer<RunResult, RunSnapshots> after) {
        CellRunner runner = new CellRunner(dataset, lambda, seed);
        List<CellResult> results = new ArrayList<>();
        RunResult result = null;
        for (Cell cell : cells) {
            before.accept(cell);
            results.add(runner.runTraced(cell, warmUpSeconds));
            result = new RunResult(
                    RunResult.SCHEMA,
                    id,
                    quick,
                    provenance,
                    dataset.info(),
                    seed,
                    lambda,
                    runner.problem().lambdaMax(),
                    List.copyOf(results));
            after.accept(result, new RunSnapshots(RunSnapshots.SCHEMA, runner.snapshots()));
        }
        return result;
    }
}
