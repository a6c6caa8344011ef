package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Solver;

/** Proximal Newton on a working set. */
public final class ProxNewton implements Solver {
    @Override
    public String name() {
        return "prox-newton";
    }

    @Override
    public String description() {
        return "proximal Newton steps, class by class, on a working set of weights, with Anderson acceleration";
    }

    @Override
    public String reference() {
        return "Friedman, Hastie, Tibshirani (2010), J. Stat. Softw. 33(1); Johnson, Guestrin (2015), ICML;"
                + " Lee, Sun, Saunders (2014), SIAM J. Optim. 24(3)";
    }

    @Override
    public void prepare(MultinomialProblem problem) {
        problem.design().products(problem.classes());
    }

    @Override
    public Coefficients minimize(MultinomialProblem problem, Progress progress) {
        WorkingColumns columns = WorkingColumns.of(problem.design());
        Coefficients start = progress.start().orElseGet(problem::nullModel);
        State state = new State(problem, columns.order(), start);
        Reference reference = new Reference(problem, columns.order());
        Sweeps sweeps = new Sweeps(state, reference, columns, progress);
        Schedule schedule = new Schedule(problem, progress.stopping());
        do {
            reference.look(state);
            progress.spend(Reference.PASSES);
            if (progress.claim(reference.relativeGap()) || !schedule.plan(state, reference)) {
                break;
            }
        } while (sweeps.run(schedule.workingSet(), schedule.tolerance(), schedule.sweeps()));
        return state.coefficients().copy();
    }
}
