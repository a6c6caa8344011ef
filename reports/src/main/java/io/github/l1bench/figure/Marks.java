package io.github.l1bench.figure;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.view.Origins;
import io.github.l1bench.view.RunView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The marks of a run's solvers, the same in every figure and table. */
public final class Marks {
    private final RunView view;
    private final Map<String, Mark> bySolver;

    /** The marks of {@code view}; those of a part of a run are those of the run. */
    public Marks(RunView view) {
        this.view = view;
        this.bySolver = Mark.assign(
                Solvers.all().stream().map(Solver::name).toList(),
                Stream.concat(
                                view.run().cells().stream().map(CellResult::solver),
                                view.scores().stream().map(Origins::solver))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList());
        peers(view).forEach(peer -> bySolver.computeIfPresent(peer, (name, mark) -> mark.rungs()));
    }

    private static Set<String> peers(RunView view) {
        return view.run().cells().stream()
                .filter(CellResult::isPeer)
                .map(CellResult::solver)
                .collect(Collectors.toSet());
    }

    /** The colour of a cell's solver; dotted where the cell is its replay of the published rule. */
    public Mark of(CellResult cell) {
        Mark mark = of(cell.solver());
        return cell.published() && !view.isMain(cell) ? mark.dotted() : mark;
    }

    /** The mark of {@code solver}; a neutral one where it is none of the run. */
    public Mark of(String solver) {
        return bySolver.getOrDefault(solver, Mark.NEUTRAL);
    }

    /** Names and marks of {@code cells}, for a legend. */
    public Map<String, Mark> legend(List<CellResult> cells) {
        Map<String, Mark> legend = new LinkedHashMap<>();
        cells.forEach(cell -> legend.put(cell.label(), of(cell)));
        return legend;
    }
}
