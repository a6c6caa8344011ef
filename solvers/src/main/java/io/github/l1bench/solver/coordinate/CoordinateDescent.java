package io.github.l1bench.solver.coordinate;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Solver;
import java.util.function.Supplier;

/**
 * Cyclic coordinate descent with an active set:
 *
 * <pre>
 *   repeat
 *     scan:   G = full gradient; stop if the KKT violation certifies the gap
 *     set:    pairs (j, k) with a nonzero weight, and the zero ones of largest |G_jk|
 *     repeat  for each class k                                            {@link ClassStep}
 *               model the loss in the scores of class k by a quadratic, weights p_ik (1 - p_ik)
 *               cycle over the features of the set: W_jk = soft(h_j W_jk - g_j, lambda) / h_j
 *               search along the line to the model's minimum on the true objective
 *     until   the KKT violation within the set is small beside that of the scan
 * </pre>
 *
 * <p>Classes follow one another with exact residuals and every step of a class lowers the objective, so that it cannot
 * cycle as one quadratic model for all classes with a diagonal Hessian can.
 */
public final class CoordinateDescent implements Solver {
    // Sweeps on a set end when the violation within it is this share of the last scan's.
    private static final double SET_ACCURACY = 0.1;
    private static final int MAX_SWEEPS = 200;
    // A violation of this share of lambda is rounding.
    private static final double ROUNDING = 1e-13;
    // Scans without any gain after which rounding must be the reason.
    private static final int FRUITLESS_SCANS = 3;

    @Override
    public String name() {
        return "coordinate-descent";
    }

    @Override
    public String description() {
        return "cyclic coordinate descent on an active set, class by class, with a line search";
    }

    @Override
    public String reference() {
        return "Friedman, Hastie and Tibshirani (2010), J. Stat. Softw. 33; Yuan, Chang, Hsieh and Lin (2010), JMLR 11";
    }

    @Override
    public void prepare(MultinomialProblem problem) {
        problem.design().products(problem.classes());
        problem.design().uncenteredColumns();
    }

    @Override
    public Coefficients minimize(MultinomialProblem problem, Progress progress) {
        State state = new State(problem, progress.start().orElseGet(problem::nullModel));
        Supplier<Coefficients> current = state::coefficients;
        if (progress.startSuffices()) {
            return current.get();
        }
        Scan scan = new Scan(problem);
        ClassStep step = new ClassStep(problem, state);
        double target = progress.stopping().relativeGap().orElse(0);
        double caution = 1;
        double bestObjective = Double.POSITIVE_INFINITY;
        double bestViolation = Double.POSITIVE_INFINITY;
        int fruitless = 0;
        while (fruitless < FRUITLESS_SCANS) {
            scan.run(state);
            progress.spend(1);
            double tolerance = target * scan.violationOfGap();
            if (scan.violation() <= tolerance) {
                if (progress.certified(current)) {
                    return current.get();
                }
                caution /= 2;
            }
            boolean better = scan.objective() < bestObjective * (1 - 1e-14) || scan.violation() < 0.9 * bestViolation;
            fruitless = better ? 0 : fruitless + 1;
            bestObjective = Math.min(bestObjective, scan.objective());
            bestViolation = Math.min(bestViolation, scan.violation());
            int[][] set = scan.activeSet(state.weights);
            double wanted = Math.max(SET_ACCURACY * scan.violation(), 0.5 * caution * tolerance);
            double enough = Math.max(wanted, ROUNDING * problem.lambda());
            double violation = Double.POSITIVE_INFINITY;
            for (int sweep = 0; sweep < MAX_SWEEPS && violation > enough; sweep++) {
                violation = sweep(step, state, set);
                if (!progress.withinLimits(step.passes(), current)) {
                    return current.get();
                }
            }
        }
        return current.get();
    }

    private static double sweep(ClassStep step, State state, int[][] set) {
        state.refreshExponentials();
        double violation = 0;
        for (int k = 0; k < set.length; k++) {
            violation = Math.max(violation, step.take(k, set[k]));
        }
        return violation;
    }
}
