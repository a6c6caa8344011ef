package io.github.l1bench.problem;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.CompensatedSum;
import io.github.l1bench.kernel.Softmax;
import io.github.l1bench.kernel.Team;

/**
 * A lower bound of P* from the residuals of a softmax, rounding included.
 *
 * <p><b>The point.</b> The computed off-label probabilities p_ik, doubles, define P exactly: on the label stands
 * 1 - sum_{k != y} p_ik. So rows lie in the simplex and how accurate the scores were does not matter. What is left of the
 * column sums c of R = Y - P after the refit is moved: a class with c_k < 0 gives the share |c_k| / pi_k of its
 * probabilities away, pi_k its column sum of P, and classes with c_k > 0 take it in proportion. Rows stay in the simplex,
 * columns sum to zero. Then Q = Y - s R is feasible for s M <= lambda, where M bounds |X' R|_jk / n.
 *
 * <p><b>The cost of the move.</b> By Cauchy and Schwarz it changes x_j' r_k / n by at most
 * a_j |c_k| / (n sqrt(min pi)), a_j = ||x_j|| or more. Of the entropy h(q) = -q log q, giving the share alpha <= 1/2 of
 * q away costs at most alpha (h(q) + q), and sum_i h(q_ik) <= n_k log(n / n_k) + n_k / 2 by concavity; taking m costs at
 * most m. Together no more than (1/n) sum_k |c_k| (log(n / min pi) + 4).
 *
 * <p><b>M.</b> From the gradient by {@link RoundingErrors#ofGradient}; where that is too coarse, {@link #refine} takes
 * inner products anew for the pairs that decide.
 */
final class DualBound {
    // Features that are dealt out together.
    private static final int GRAIN = 4;
    private static final double LARGEST_SHARE = 0.5;

    private final MultinomialProblem problem;
    private final Softmax softmax;
    private final Team team;
    private final RoundingErrors errors;
    private final double[] magnitudes;
    private final double[] norms;
    private final double[] imbalance;
    private double[][] residuals;
    private double[][] gradient;
    private double costOfMove;
    private double changeByMove;
    private boolean feasible;
    private double value;
    private double rounding;

    DualBound(MultinomialProblem problem, Softmax softmax, RoundingErrors errors, Team team) {
        this.problem = problem;
        this.softmax = softmax;
        this.team = team;
        this.errors = errors;
        this.magnitudes = problem.design().magnitudes();
        this.norms = new double[problem.classes()];
        this.imbalance = new double[problem.classes()];
    }

    /** Makes rows of {@code residuals}, K rows of n, sum to zero but for rounding: the on-label ones are modified. */
    void closeRows(double[][] residuals) {
        int[] labels = problem.labels();
        for (int i = 0; i < labels.length; i++) {
            double sum = 0;
            for (int k = 0; k < residuals.length; k++) {
                sum -= k == labels[i] ? 0 : residuals[k][i];
            }
            residuals[labels[i]][i] = sum;
        }
    }

    /**
     * Computes the bound; both arrays are kept and may be read until the next call.
     *
     * @param scores those that the softmax was set to, K rows of n
     * @param residuals closed, K rows of n
     * @param gradient X' R / n, K rows of p
     */
    void set(double[][] scores, double[][] residuals, double[][] gradient) {
        this.residuals = residuals;
        this.gradient = gradient;
        measureMove();
        double largest = 0;
        double exact = 0;
        for (int k = 0; k < gradient.length; k++) {
            for (int j = 0; j < gradient[k].length; j++) {
                largest = Math.max(largest, upper(k, j));
                exact = Math.max(exact, Math.abs(gradient[k][j]));
            }
        }
        evaluate(scores, largest, exact);
    }

    // What the gradient of the moved point is below.
    private double upper(int k, int j) {
        return Math.abs(gradient[k][j])
                + errors.ofGradient(magnitudes[j], norms[k])
                + magnitudes[j] * changeByMove * imbalance[k];
    }

    private void measureMove() {
        int n = problem.samples();
        double[] onLabel = onLabelSums();
        double total = 0;
        double smallest = n;
        double share = 0;
        for (int k = 0; k < imbalance.length; k++) {
            double sum = CompensatedSum.of(residuals[k], n);
            imbalance[k] = Math.abs(sum) + errors.ofColumnSum(sum, onLabel[k]);
            norms[k] = Math.sqrt(KERNELS.dot(residuals[k], residuals[k], n));
            double mass = problem.classCount(k) - imbalance[k];
            share = Math.max(share, imbalance[k] / mass);
            smallest = Math.min(smallest, mass);
            total += imbalance[k];
        }
        feasible = smallest > 0 && share <= LARGEST_SHARE;
        changeByMove = 1 / (n * Math.sqrt(smallest));
        costOfMove = total / n * (Math.log(n / smallest) + 4);
    }

    private double[] onLabelSums() {
        double[] sums = new double[imbalance.length];
        int[] labels = problem.labels();
        for (int i = 0; i < labels.length; i++) {
            sums[labels[i]] += residuals[labels[i]][i];
        }
        return sums;
    }

    /**
     * Sharpens the bound by compensated inner products for the pairs whose gradients may exceed both lambda and what
     * another pair's is at least. The arrays given to {@link #set} must still be what they were.
     */
    void refine(double[][] scores) {
        if (!feasible) {
            return;
        }
        double threshold = threshold();
        int p = problem.features();
        double[] upper = new double[team.size()];
        double[] exact = new double[team.size()];
        double[][] column = new double[team.size()][problem.samples()];
        team.run(p, GRAIN, (from, to, member) -> {
            for (int j = from; j < to; j++) {
                refine(j, threshold, column[member], member, upper, exact);
            }
        });
        double largest = threshold;
        double largestExact = 0;
        for (int member = 0; member < upper.length; member++) {
            largest = Math.max(largest, upper[member]);
            largestExact = Math.max(largestExact, exact[member]);
        }
        evaluate(scores, largest, largestExact);
    }

    private double threshold() {
        double threshold = problem.lambda();
        for (int k = 0; k < gradient.length; k++) {
            for (int j = 0; j < gradient[k].length; j++) {
                double g = Math.abs(gradient[k][j]);
                threshold = Math.max(threshold, 2 * g - upper(k, j));
            }
        }
        return threshold;
    }

    private void refine(int j, double threshold, double[] column, int member, double[] upper, double[] exact) {
        boolean gathered = false;
        for (int k = 0; k < gradient.length; k++) {
            if (upper(k, j) > threshold) {
                if (!gathered) {
                    problem.design().column(j, column);
                    gathered = true;
                }
                double g = CompensatedSum.dot(column, residuals[k], column.length) / column.length;
                double error = errors.ofCompensatedGradient(magnitudes[j], norms[k], g);
                double bound = Math.abs(g) + error + magnitudes[j] * changeByMove * imbalance[k];
                upper[member] = Math.max(upper[member], bound);
                exact[member] = Math.max(exact[member], Math.abs(g));
            }
        }
    }

    // largest bounds |X' R| / n; the computed maximum is only used to tell how much of the loss is due to rounding.
    private void evaluate(double[][] scores, double largest, double computed) {
        double lambda = problem.lambda();
        double scale = largest <= lambda ? 1 : lambda / largest * (1 - 4 * RoundingErrors.UNIT);
        double unscathed = computed <= lambda ? 1 : lambda / computed;
        double entropy = entropy(scores, scale);
        double error = rounding + costOfMove;
        value = entropy - error;
        rounding = error + Math.max(0, unscathed - scale) * entropy;
        if (!feasible || !(value > 0)) {
            value = problem.nullModelDual();
            rounding = 0;
        }
    }

    // D at Q, and its error in `rounding`. Off the label q = s p and log q = log s + x - log sum exp x: no n K
    // logarithms.
    private double entropy(double[][] scores, double scale) {
        double logScale = Math.log(scale);
        int[] labels = problem.labels();
        CompensatedSum total = new CompensatedSum();
        double ofOwn = 0;
        for (int i = 0; i < labels.length; i++) {
            double base = logScale - softmax.logSum(i);
            double sum = 0;
            for (int k = 0; k < scores.length; k++) {
                if (k != labels[i]) {
                    sum += residuals[k][i] * (softmax.exponent(scores[k][i], i) + base);
                }
            }
            double own = 1 - scale * residuals[labels[i]][i];
            double error = errors.ofOwnProbability(scale * residuals[labels[i]][i]);
            double log = own > 2 * error ? Math.log(own) : 0; // h(q) >= 0 serves where q may be zero
            ofOwn += own > 2 * error ? error * (2 - log) : 0;
            total.add(scale * sum - own * log);
        }
        double entropy = total.value() / labels.length;
        rounding = errors.ofEntropy(logScale, Math.abs(entropy)) + ofOwn / labels.length;
        return entropy;
    }

    /** A lower bound of P*. */
    double value() {
        return value;
    }

    /** How much lower rounding makes it, about. */
    double rounding() {
        return rounding;
    }
}
