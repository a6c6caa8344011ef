package io.github.l1bench.experiment;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.CellSnapshots;
import io.github.l1bench.result.Conditions;
import io.github.l1bench.result.Machine;
import io.github.l1bench.result.Made;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.RunSnapshots;
import io.github.l1bench.solver.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param patienceSeconds how long after its time is up a solver may take to return
 */
public record Experiment(
        String id,
        boolean quick,
        Dataset dataset,
        double lambda,
        long seed,
        List<Cell> cells,
        double warmUpSeconds,
        double patienceSeconds) {
    /** The published run first, then every variant until it is certified or out of time. */
    public static List<Cell> standardCells(List<Variant> variants, double relativeGap, double maxSeconds) {
        List<Cell> cells = new ArrayList<>();
        for (Variant variant : variants) {
            if (variant.toString().equals(PublishedExample.SOLVER)) {
                cells.add(SolverCell.published(variant));
            }
        }
        for (Variant variant : variants) {
            cells.add(SolverCell.certified(variant, relativeGap, maxSeconds));
        }
        return cells;
    }

    /** What stored results have to agree with, to stand for cells of this experiment. */
    public Conditions conditions(Provenance provenance) {
        return new Conditions(dataset.info().sha256(), lambda, seed, quick, provenance);
    }

    /**
     * Fingerprints of the code that makes each cell, by the cell's label; null where it is unknown.
     */
    public Map<String, String> code() {
        Map<String, String> code = new HashMap<>();
        cells.forEach(cell -> code.put(cell.label(), cell.code()));
        return code;
    }

    /**
     * Runs all cells but those that are known.
     *
     * @param provenance where and with what this runs
     * @param known results that need not be computed, by the label of their cell
     * @param before told each cell before it runs
     * @param after given the result so far, and how its weights came about: once before the first cell runs, if some
     *     are known, and after each cell, so that an interruption loses at most one
     */
    public RunResult run(
            Provenance provenance,
            Map<String, KnownCell> known,
            Consumer<Cell> before,
            BiConsumer<RunResult, RunSnapshots> after) {
        try (LadderRunner ladders = new LadderRunner(dataset, lambda, seed)) {
            CellRunner runner = new CellRunner(dataset, lambda, seed, patienceSeconds);
            return run(new Runners(runner, ladders), provenance, known, before, after);
        }
    }

    private record Runners(CellRunner solvers, LadderRunner peers) {
        CellResult run(Cell cell, double warmUpSeconds) {
            return cell instanceof PeerCell peer
                    ? peers.run(peer, warmUpSeconds > 0, rung -> {})
                    : solvers.runTraced((SolverCell) cell, warmUpSeconds);
        }
    }

    private RunResult run(
            Runners runners,
            Provenance provenance,
            Map<String, KnownCell> known,
            Consumer<Cell> before,
            BiConsumer<RunResult, RunSnapshots> after) {
        CellRunner runner = runners.solvers();
        Map<String, String> code = code();
        Map<String, CellResult> results = new HashMap<>();
        List<CellSnapshots> snapshots = new ArrayList<>();
        known.forEach((label, cell) -> {
            results.put(label, cell.result());
            cell.snapshots().ifPresent(snapshots::add);
        });
        double lambdaMax = runner.problem().lambdaMax();
        if (!known.isEmpty()) {
            after.accept(result(provenance, lambdaMax, results), snapshots(snapshots, runner));
        }
        for (Cell cell : cells) {
            if (known.containsKey(cell.label())) {
                continue;
            }
            before.accept(cell);
            List<String> noise = runner.stillRunning();
            String disturbance = noise.isEmpty()
                    ? null
                    : String.join(", ", noise) + ", which had not returned, still ran and kept a core busy";
            Provenance now = Machine.now(provenance);
            CellResult result = runners.run(cell, warmUpSeconds);
            int repeats = result.made() == null ? 1 : result.made().repeats();
            Made made = new Made(code.get(cell.label()), warmUpSeconds, disturbance, now, null, repeats);
            results.put(cell.label(), result.with(made));
            after.accept(result(provenance, lambdaMax, results), snapshots(snapshots, runner));
        }
        return result(provenance, lambdaMax, results);
    }

    private RunResult result(Provenance provenance, double lambdaMax, Map<String, CellResult> results) {
        List<CellResult> ordered = cells.stream()
                .map(cell -> results.get(cell.label()))
                .filter(Objects::nonNull)
                .toList();
        return new RunResult(RunResult.SCHEMA, id, quick, provenance, dataset.info(), seed, lambda, lambdaMax, ordered);
    }

    private static RunSnapshots snapshots(List<CellSnapshots> known, CellRunner runner) {
        List<CellSnapshots> all = new ArrayList<>(known);
        all.addAll(runner.snapshots());
        return new RunSnapshots(RunSnapshots.SCHEMA, List.copyOf(all));
    }
}
