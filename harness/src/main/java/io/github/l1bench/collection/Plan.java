package io.github.l1bench.collection;

import io.github.l1bench.experiment.Cell;
import io.github.l1bench.experiment.PeerCell;
import io.github.l1bench.experiment.SolverCell;
import io.github.l1bench.result.MissingPeer;
import io.github.l1bench.solver.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is run on every instance, and how long.
 *
 * @param named solvers that shall be computed
 * @param others solvers whose stored results may be shown
 * @param namedPeers peers that shall be computed, to the smallest gap and within the budget
 * @param otherPeers peers whose stored results may be shown
 * @param absent peers that were asked for and are not ready
 * @param budgetSeconds time for one solver on one instance, repeats included
 * @param repeats how many runs the times shall be medians of
 * @param patienceSeconds how long after its time is up a solver may take to return
 * @param quick whether budgets are cut, for a check and not for a comparison
 * @param fresh whether nothing is taken from an earlier start into the same folder
 */
public record Plan(
        List<Variant> named,
        List<Variant> others,
        List<PeerCell> namedPeers,
        List<PeerCell> otherPeers,
        List<MissingPeer> absent,
        double budgetSeconds,
        int repeats,
        double patienceSeconds,
        boolean quick,
        boolean fresh) {
    private static final double MOST_WARM_UP = 0.25;
    private static final double WARM_UP_SHARE = 0.25;

    /** Bound on the untraced runs before each traced one. */
    double warmUpSeconds() {
        return Math.min(MOST_WARM_UP, WARM_UP_SHARE * budgetSeconds);
    }

    /** Labels of the cells that shall be computed. */
    Set<String> labels() {
        return cells(named, namedPeers).stream().map(Cell::label).collect(Collectors.toSet());
    }

    /** All cells that may be shown: those to compute first. */
    List<Cell> cells() {
        List<Cell> cells = cells(named, namedPeers);
        cells.addAll(cells(others, otherPeers));
        return cells;
    }

    private List<Cell> cells(List<Variant> variants, List<PeerCell> peers) {
        List<Cell> cells = new ArrayList<>();
        for (Variant variant : variants) {
            cells.add(
                    SolverCell.certified(variant, Gaps.SMALLEST, budgetSeconds).repeated(repeats));
        }
        cells.addAll(peers);
        return cells;
    }
}
