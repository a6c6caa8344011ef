package io.github.l1bench.exact;

import java.util.stream.IntStream;

/**
 * Minimises a {@link ScaledProblem} to the last digits: Newton's method with the full Hessian for the loss and the
 * penalty as it is (Lee, Sun and Saunders, Proximal Newton-type methods for minimizing composite functions, 2014), each
 * model minimised exactly, steps halved until they descend. Close to the optimum the error squares with every step.
 */
final class ProximalNewton {
    // Keeps the model definite where classes share a constant or features are twins; the share costs no accuracy.
    private static final double RIDGE = 1e-26;
    private static final DoubleDouble SUFFICIENT = DoubleDouble.of(0.1);
    // Beneath this share of P the step is too short to be judged by objectives, and too good to need it.
    private static final DoubleDouble CLOSE = DoubleDouble.of(1e-22);
    private static final int CLOSE_STEPS = 3;
    private static final int MOST_STEPS = 500;
    private static final int MOST_HALVINGS = 80;

    private final ScaledProblem problem;
    private DoubleDouble[] v;
    private DoubleDouble objective;

    private ProximalNewton(ScaledProblem problem, DoubleDouble[] start) {
        this.problem = problem;
        this.v = start;
        this.objective = problem.objective(v);
    }

    /**
     * The minimiser.
     *
     * @param start from where no Newton step leaps into a region without curvature; not modified
     * @throws ArithmeticException if it is not reached
     */
    static DoubleDouble[] minimize(ScaledProblem problem, DoubleDouble[] start) {
        ProximalNewton newton = new ProximalNewton(problem, start);
        int close = 0;
        for (int step = 0; close < CLOSE_STEPS; step++) {
            if (step == MOST_STEPS) {
                throw new ArithmeticException("Newton's method does not converge");
            }
            close += newton.step() ? 1 : 0;
        }
        return newton.v;
    }

    // Returns whether the optimum is close.
    private boolean step() {
        DoubleDouble[][] probabilities = problem.loss(v).probabilities();
        DoubleDouble[] gradient = problem.gradient(probabilities);
        DoubleDouble[] target = new FeatureSignSearch(gradient, model(probabilities), penalties(), v).minimize();
        DoubleDouble gain = problem.norm(v).minus(problem.norm(target));
        for (int a = 0; a < v.length; a++) {
            gain = gain.minus(gradient[a].times(target[a].minus(v[a])));
        }
        if (CLOSE.times(objective).exceeds(gain)) {
            v = target;
            objective = problem.objective(v);
            return true;
        }
        descend(target, gain);
        return false;
    }

    private DoubleDouble[][] model(DoubleDouble[][] probabilities) {
        DoubleDouble[][] hessian = problem.hessian(probabilities);
        for (int a = 0; a < v.length; a++) {
            // Zero where a feature is.
            DoubleDouble diagonal = hessian[a][a].max(DoubleDouble.of(Double.MIN_NORMAL));
            hessian[a][a] = diagonal.plus(diagonal.times(RIDGE));
        }
        return hessian;
    }

    private DoubleDouble[] penalties() {
        return IntStream.range(0, v.length).mapToObj(problem::penalty).toArray(DoubleDouble[]::new);
    }

    private void descend(DoubleDouble[] target, DoubleDouble gain) {
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            DoubleDouble[] trial = halfway(target, halving);
            DoubleDouble reached = problem.objective(trial);
            if (objective.minus(reached).exceeds(SUFFICIENT.times(gain).scaled(-halving))) {
                v = trial;
                objective = reached;
                return;
            }
        }
        throw new ArithmeticException("no step along a direction of descent descends");
    }

    private DoubleDouble[] halfway(DoubleDouble[] target, int halvings) {
        DoubleDouble[] trial = target.clone();
        for (int a = 0; halvings > 0 && a < v.length; a++) {
            trial[a] = v[a].plus(target[a].minus(v[a]).scaled(-halvings));
        }
        return trial;
    }
}
