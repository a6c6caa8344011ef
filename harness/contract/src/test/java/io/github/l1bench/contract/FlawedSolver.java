package io.github.l1bench.contract;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.Iterate;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Solver;
import java.util.List;

/** The plain proximal gradient method with one deliberate flaw, or none. */
final class FlawedSolver implements Solver {
    /** What is wrong with it, and the claim that it breaks. */
    enum Flaw {
        NONE(null),
        LAMBDA_OFF_BY_N(Claim.GAP),
        INTERCEPT_PENALISED(Claim.NULL_MODEL),
        ONE_VERSUS_REST(Claim.GAP),
        LAST_FLUSH_MISSING(Claim.GAP),
        PREVIOUS_ITERATE_RETURNED(Claim.LAST_MOMENT),
        WRONG_SIGN_IN_THRESHOLD(Claim.NULL_MODEL),
        START_MUTATED(Claim.INPUTS),
        DESIGN_MUTATED(Claim.INPUTS),
        BUDGET_IGNORED(Claim.PASSES),
        MONITOR_IGNORED(Claim.MONITOR),
        WORK_NOT_REPORTED(Claim.TRACE),
        CERTIFICATE_OF_ANOTHER_POINT(Claim.GAP),
        STUCK_AT_ZERO(Claim.NOT_NULL),
        SEED_IGNORED(Claim.OTHER_SEED),
        REMEMBERS_THE_LAST_RUN(Claim.SAME_SEED),
        START_IGNORED(Claim.FROM_OPTIMUM),
        LABELS_BY_THEIR_ORDER(Claim.GAP),
        FEATURES_NOT_CENTRED(Claim.MEANS),
        OVERLAPPING_SHARES(Claim.SHARED_WORK);

        private final Claim broken;

        Flaw(Claim broken) {
            this.broken = broken;
        }

        /** The claim that has to catch it; null for none. */
        Claim broken() {
            return broken;
        }
    }

    private static final int STUBBORN_ITERATIONS = 50;

    private final Flaw flaw;
    private int runs;

    FlawedSolver(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public String name() {
        return "flawed-solver";
    }

    @Override
    public String description() {
        return "plain proximal gradient method with this flaw: " + flaw;
    }

    @Override
    public String reference() {
        return "none";
    }

    @Override
    public List<Option> options() {
        return switch (flaw) {
            case SEED_IGNORED -> List.of(Option.count("seed", 0, "has no effect"));
            case OVERLAPPING_SHARES -> List.of(Option.THREADS);
            default -> List.of();
        };
    }

    @Override
    public Coefficients minimize(MultinomialProblem problem, Progress progress) {
        Iterate at = start(problem, progress);
        if (flaw != Flaw.START_IGNORED && progress.startSuffices()) {
            return at.coefficients();
        }
        double[][] x = rows(problem.design());
        // As if the shares of several threads overlapped a little.
        int shares = flaw == Flaw.OVERLAPPING_SHARES ? progress.team().size() : 1;
        double length = (1 + 1e-9 * (shares - 1)) / PlainDescent.lipschitz(x);
        Iterate previous;
        Iterate unflushed;
        boolean goOn;
        do {
            previous = at.copy();
            unflushed = descend(problem, x, at, length);
            threshold(at, unflushed, length * penalty(problem));
            progress.spend(flaw == Flaw.WORK_NOT_REPORTED ? 0 : 1);
            goOn = progress.goOn(flaw == Flaw.STUCK_AT_ZERO ? problem::nullModel : at::coefficients);
        } while (goOn || isStubborn(progress));
        return switch (flaw) {
            case LAST_FLUSH_MISSING -> unflushed.coefficients();
            case PREVIOUS_ITERATE_RETURNED -> previous.coefficients();
            case CERTIFICATE_OF_ANOTHER_POINT -> stretched(at);
            case STUCK_AT_ZERO -> problem.nullModel();
            default -> at.coefficients();
        };
    }

    private Iterate start(MultinomialProblem problem, Progress progress) {
        if (flaw == Flaw.START_IGNORED || progress.start().isEmpty()) {
            Iterate start = Iterate.of(problem.nullModel());
            start.intercept()[0] += flaw == Flaw.REMEMBERS_THE_LAST_RUN ? 0.01 * runs++ : 0;
            return start;
        }
        Coefficients start = progress.start().orElseThrow();
        start.intercept()[0] += flaw == Flaw.START_MUTATED ? 1e-3 : 0;
        return Iterate.of(start);
    }

    private double[][] rows(Design design) {
        Design.RowReader reader = design.rowReader();
        double[][] x = new double[design.rows()][];
        for (int i = 0; i < x.length; i++) {
            x[i] = flaw == Flaw.FEATURES_NOT_CENTRED
                    ? uncentred(design, reader.row(i))
                    : reader.row(i).clone();
        }
        if (flaw == Flaw.DESIGN_MUTATED) {
            design.uncenteredRows().nz_values[0] += 1e-3;
        }
        return x;
    }

    // As if it took the raw features, only scaled.
    private static double[] uncentred(Design design, double[] row) {
        double[] u = row.clone();
        for (int j = 0; j < u.length; j++) {
            u[j] += design.standardization().center()[j]
                    / design.standardization().scale()[j];
        }
        return u;
    }

    private boolean isStubborn(Progress progress) {
        boolean ignores = flaw == Flaw.BUDGET_IGNORED || flaw == Flaw.MONITOR_IGNORED;
        return ignores && progress.passes() < STUBBORN_ITERATIONS;
    }

    private double penalty(MultinomialProblem problem) {
        return flaw == Flaw.LAMBDA_OFF_BY_N ? problem.lambda() / problem.samples() : problem.lambda();
    }

    // Moves the intercept of `at`; returns the weights moved but not yet thresholded.
    private Iterate descend(MultinomialProblem problem, double[][] x, Iterate at, double length) {
        Iterate moved = at.copy();
        for (int i = 0; i < x.length; i++) {
            double[] p = probabilities(at, x[i]);
            int label = problem.labels()[flaw == Flaw.LABELS_BY_THEIR_ORDER ? (i + 1) % x.length : i];
            for (int k = 0; k < p.length; k++) {
                double step = length * (p[k] - (k == label ? 1 : 0)) / x.length;
                moved.intercept()[k] -= step;
                for (int j = 0; j < x[i].length; j++) {
                    moved.weights()[k][j] -= step * x[i][j];
                }
            }
        }
        System.arraycopy(moved.intercept(), 0, at.intercept(), 0, problem.classes());
        return moved;
    }

    private double[] probabilities(Iterate at, double[] row) {
        double[] z = at.intercept().clone();
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < z.length; k++) {
            for (int j = 0; j < row.length; j++) {
                z[k] += at.weights()[k][j] * row[j];
            }
            largest = Math.max(largest, z[k]);
        }
        double sum = 0;
        double[] p = new double[z.length];
        for (int k = 0; k < z.length; k++) {
            p[k] = flaw == Flaw.ONE_VERSUS_REST ? 1 / (1 + Math.exp(-z[k])) : Math.exp(z[k] - largest);
            sum += p[k];
        }
        for (int k = 0; k < z.length && flaw != Flaw.ONE_VERSUS_REST; k++) {
            p[k] /= sum;
        }
        return p;
    }

    private void threshold(Iterate at, Iterate moved, double threshold) {
        double sign = flaw == Flaw.WRONG_SIGN_IN_THRESHOLD ? -1 : 1;
        for (int k = 0; k < at.weights().length; k++) {
            for (int j = 0; j < at.weights()[k].length; j++) {
                at.weights()[k][j] = soft(moved.weights()[k][j], sign * threshold);
            }
            if (flaw == Flaw.INTERCEPT_PENALISED) {
                at.intercept()[k] = soft(at.intercept()[k], threshold);
            }
        }
    }

    private static double soft(double v, double threshold) {
        return Math.signum(v) * Math.max(0, Math.abs(v) - threshold);
    }

    private static Coefficients stretched(Iterate at) {
        Iterate copy = at.copy();
        copy.intercept()[0] += 0.01;
        return copy.coefficients();
    }
}
