package io.github.l1bench.solver.coordinate;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Solver;
import java.util.List;

/**
 * Cyclic coordinate descent with an active set:
 *
 * <pre>
 *   repeat
 *     scan:   G = full gradient; stop if the KKT violation certifies the gap
 *     set:    pairs (j, k) with a nonzero weight, and the zero ones of largest |G_jk|
 *     repeat  for each class k                                            {@link ClassDescent}
 *               model the loss in the scores of class k by a quadratic, weights p_ik (1 - p_ik)
 *               cycle over the features of the set: W_jk = soft(h_j W_jk - g_j, lambda) / h_j
 *               search along the line to the model's minimum on the true objective
 *     until   the KKT violation within the set is small beside that of the scan
 * </pre>
 *
 * <p>Before each sweep the median over the classes is subtracted from each feature's weights, which changes no
 * probability and lowers the norm; with it the solution is as unique as the problem allows.
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
    // A look at the certificate that nothing calls for comes after this many passes, and as many and a share more
    // later.
    private static final double FIRST_LOOK = 20;
    private static final double LOOK_GROWTH = 1.2;
    // Scans without any gain after which rounding must be the reason.
    private static final int FRUITLESS_SCANS = 3;

    @Override
    public String name() {
        return "coordinate-descent";
    }

    @Override
    public List<String> aliases() {
        return List.of("cd", "cdn", "bcd", "glmnet", "liblinear", "block-coordinate-descent");
    }

    @Override
    public String description() {
        return "cyclic coordinate descent on an active set, class by class, with a line search";
    }

    @Override
    public String formula() {
        return "W_jk <- soft(h_j W_jk - g_j, lambda) / h_j, feature after feature; g_j and h_j are gradient and"
                + " curvature of a quadratic model of the loss in the scores of class k";
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
        return new Run(problem, progress).minimize();
    }

    /** The state of one run. */
    private static final class Run {
        private final Progress progress;
        private final DescentState state;
        private final Scan scan;
        private final ClassDescent step;
        private final double target;
        private final double rounding;
        private double caution = 1;
        private double nextLook = FIRST_LOOK;
        private double bestObjective = Double.POSITIVE_INFINITY;
        private double bestViolation = Double.POSITIVE_INFINITY;
        private int fruitless;

        Run(MultinomialProblem problem, Progress progress) {
            this.progress = progress;
            this.state = new DescentState(problem, progress.start().orElseGet(problem::nullModel));
            this.scan = new Scan(problem);
            this.step = new ClassDescent(problem, state);
            this.target = progress.stopping().relativeGap().orElse(0);
            this.rounding = ROUNDING * problem.lambda();
        }

        Coefficients minimize() {
            boolean goOn = true;
            while (goOn) {
                scan.run(state);
                goOn = !certified() && descend(scan.activeSet(state.weights));
                if (goOn && exhausted()) {
                    progress.certified(state::coefficients);
                    goOn = false;
                }
            }
            return state.coefficients();
        }

        // Looks at the certificate when the violation says that it should hold, and rarely otherwise: where the weights
        // are large it holds sooner.
        private boolean certified() {
            boolean expected = scan.violation() <= target * scan.violationOfGap();
            if (!expected && progress.passes() < nextLook) {
                return false;
            }
            caution = expected ? caution / 2 : caution;
            boolean reached = progress.certified(state::coefficients);
            nextLook = FIRST_LOOK + LOOK_GROWTH * progress.passes();
            return reached;
        }

        // Sweeps over the set until its violation is small; false if a rule to stop holds.
        private boolean descend(int[][] set) {
            double wanted = Math.max(SET_ACCURACY * scan.violation(), 0.5 * caution * target * scan.violationOfGap());
            double enough = Math.max(wanted, rounding);
            double violation = Double.POSITIVE_INFINITY;
            for (int sweep = 0; sweep < MAX_SWEEPS && violation > enough; sweep++) {
                violation = sweep(set);
                progress.spend(step.passes());
                if (!progress.withinLimits(state::coefficients)) {
                    return false;
                }
            }
            return true;
        }

        private double sweep(int[][] set) {
            state.subtractMedians();
            state.refreshExponentials();
            double violation = 0;
            for (int k = 0; k < set.length; k++) {
                violation = Math.max(violation, step.take(k, set[k]));
            }
            return violation;
        }

        // Whether neither objective nor violation has gained anything for several scans.
        private boolean exhausted() {
            boolean better = scan.objective() < bestObjective * (1 - 1e-14) || scan.violation() < 0.9 * bestViolation;
            bestObjective = Math.min(bestObjective, scan.objective());
            bestViolation = Math.min(bestViolation, scan.violation());
            fruitless = better ? 0 : fruitless + 1;
            return fruitless == FRUITLESS_SCANS;
        }
    }
}
