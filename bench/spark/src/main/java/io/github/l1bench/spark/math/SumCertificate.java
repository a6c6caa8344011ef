package io.github.l1bench.spark.math;

import io.github.l1bench.problem.Coefficients;

/**
 * A certified gap from the sums of one round, with no refit of the intercept; docs/cluster.md has the proof.
 *
 * <p><b>The point.</b> With c the column sums of R = Y - P and pi_k = n_k - c_k those of P: a class with c_k < 0 gives the
 * share alpha_k = -c_k / pi_k < 1 of its probability away, in every row, and classes with c_k > 0 take the share delta_k
 * = c_k / sum of what is given in the row. The new P' has rows in the simplex and exact column sums n_k, and X'(Y - P')
 * follows from X'R and X'Y. Then Q = (1 - s) Y + s P' is feasible for s max |X'(Y - P')| / n <= lambda.
 *
 * <p><b>Its entropy</b>, h(q) = -q log q, from below. Off the label what gives is exact, h((1 - alpha) x) = (1 - alpha) h(x)
 * + x h(1 - alpha); on it 1 - s r' is a mixture of 1 - s r and 1 - s, and h is concave. What takes nu_i has
 * h(x_i + nu_i) >= h(x_i) - nu_i (1 + log(x_i + nu_i)), and by Jensen the sum over rows of -nu_i log(x_i + nu_i) is at
 * least -N log(T / N), N = sum nu_i, T = sum nu_i (x_i + nu_i), which the K x K sums tell. sum q log q over q = 1 - s r
 * is convex in s, and below the chord of two scales at which it was taken.
 */
final class SumCertificate {
    private final Facts facts;
    private final double lambda;
    private final RoundingBounds errors;
    private final int classes;
    private Answer answer;
    private final double[] alpha;
    private final double[] delta;
    private final double[] imbalance;
    private double given;

    SumCertificate(Facts facts, double lambda) {
        this.facts = facts;
        this.lambda = lambda;
        this.errors = new RoundingBounds(facts);
        this.classes = facts.classes();
        this.alpha = new double[classes];
        this.delta = new double[classes];
        this.imbalance = new double[classes];
    }

    /** P at {@code coefficients} for the answer of a round there. */
    double primal(Coefficients coefficients, double sumOfLosses) {
        return sumOfLosses / facts.samples() + lambda * coefficients.l1Norm();
    }

    /** What rounding may have taken from {@link #primal}. */
    double ofPrimal(Coefficients coefficients, double sumOfLosses) {
        return errors.ofPrimal(coefficients, sumOfLosses / facts.samples(), lambda * coefficients.l1Norm());
    }

    /**
     * A lower bound of P*, rounding included; minus infinity where there is none.
     *
     * @param gradient {@link Facts#gradient} of {@code answer}, K rows of p
     */
    double dual(Answer answer, double[][] gradient) {
        this.answer = answer;
        move();
        double mass = Double.POSITIVE_INFINITY;
        double share = 0;
        double moved = 0;
        for (int k = 0; k < classes; k++) {
            double rest = facts.counts()[k] - imbalance[k];
            mass = Math.min(mass, rest);
            share = Math.max(share, imbalance[k] / rest);
            moved += imbalance[k];
        }
        if (!(mass > 0) || share > 0.5) {
            return Double.NEGATIVE_INFINITY;
        }
        double largest = steepest(gradient, mass);
        double scale = largest <= lambda ? 1 : lambda / largest * (1 - errors.ofOperations(8));
        // A second move makes the columns exact where the first was rounded; its price is that of DualBound.
        double n = facts.samples();
        return entropy(scale) - moved / n * (Math.log(n / mass) + 4);
    }

    private void move() {
        given = 0;
        double taken = 0;
        double ofAll = 0;
        double[] error = new double[classes];
        for (int k = 0; k < classes; k++) {
            double c = answer.residual[k];
            given += Math.max(0, -c);
            taken += Math.max(0, c);
            error[k] = errors.ofSum() * (2 * answer.offMass[k] + Math.abs(c));
            ofAll += error[k];
        }
        for (int k = 0; k < classes; k++) {
            double c = answer.residual[k];
            alpha[k] = c < 0 ? -c / (facts.counts()[k] - c) : 0;
            delta[k] = c > 0 ? c / taken : 0;
            imbalance[k] = 2 * error[k] + 2 * delta[k] * ofAll + errors.ofOperations(16) * Math.abs(c);
        }
    }

    // An upper bound of max |X'(Y - P')| / n.
    private double steepest(double[][] gradient, double mass) {
        double[] error = gradientErrors(mass);
        double largest = 0;
        for (int j = 0; j < facts.features(); j++) {
            double offered = 0;
            for (int k = 0; k < classes; k++) {
                offered += alpha[k] == 0 ? 0 : alpha[k] * (facts.xy()[k][j] - gradient[k][j]);
            }
            for (int k = 0; k < classes; k++) {
                double g = alpha[k] == 0
                        ? gradient[k][j] - delta[k] * offered
                        : gradient[k][j] + alpha[k] * (facts.xy()[k][j] - gradient[k][j]);
                largest = Math.max(largest, Math.abs(g) + error[k] * facts.magnitudes()[j]);
            }
        }
        return largest;
    }

    // For each class, relative to the magnitude of a feature.
    private double[] gradientErrors(double mass) {
        double n = facts.samples();
        double[] own = new double[classes];
        double offered = 0;
        for (int k = 0; k < classes; k++) {
            double norm = Math.sqrt(answer.squares[k] / n);
            own[k] = norm + alpha[k] * (norm + Math.sqrt(facts.counts()[k] / n));
            offered += alpha[k] * (norm + Math.sqrt(facts.counts()[k] / n));
        }
        double[] errorOf = new double[classes];
        for (int k = 0; k < classes; k++) {
            errorOf[k] = errors.ofSum() * (own[k] + delta[k] * offered) + imbalance[k] / Math.sqrt(n * mass);
        }
        return errorOf;
    }

    // (1/n) sum h(q), from below.
    private double entropy(double s) {
        double logScale = Math.log(s);
        double total = 0;
        double sizes = 0;
        for (int k = 0; k < classes; k++) {
            double off = s * answer.offEntropy[k] - s * logScale * answer.offMass[k];
            double on = -own(k, s);
            double a = alpha[k];
            double value = a > 0 ? whatGives(k, s, off, on) : off + on - whatTakingCosts(k, s);
            total += value;
            sizes += off + Math.abs(on) + (a + delta[k]) * facts.counts()[k] * 4;
        }
        double n = facts.samples();
        return total / n - 2 * errors.ofSum() * sizes / n - errors.ofOwn();
    }

    private double whatGives(int k, double s, double off, double on) {
        double a = alpha[k];
        double kept = entropyOf(1 - a);
        double given = entropyOf(1 - s);
        return (1 - a) * (off + on) + s * answer.offMass[k] * kept + a * facts.counts()[k] * given;
    }

    // N (1 + log(T / N)); not positive where those that take are unlikely enough.
    private double whatTakingCosts(int k, double s) {
        double taken = s * delta[k] * given;
        if (taken == 0) {
            return 0;
        }
        double meeting = 0;
        for (int l = 0; l < classes; l++) {
            if (alpha[l] > 0) {
                double both = s * answer.joint[l * classes + k] + (1 - s) * answer.confusion[l * classes + k];
                for (int m = 0; m < classes; m++) {
                    both += s * delta[k] * alpha[m] * answer.joint[l * classes + m];
                }
                meeting += s * delta[k] * alpha[l] * both;
            }
        }
        // On the label p is 1 - r, off by more than its own rounding; a mean is at most 1.
        double mean = Math.min(1, meeting / taken * (1 + 2 * errors.ofSum()) + 2 * errors.ofSum());
        return taken * (1 + Math.log(mean));
    }

    private double own(int k, double s) {
        double[] grid = Answer.GRID;
        int g = 0;
        while (g + 2 < grid.length && grid[g + 1] <= s) {
            g++;
        }
        double t = (s - grid[g]) / (grid[g + 1] - grid[g]);
        int at = k * grid.length + g;
        return (1 - t) * answer.own[at] + t * answer.own[at + 1];
    }

    private static double entropyOf(double q) {
        return q > 0 ? -q * Math.log(q) : 0;
    }
}
