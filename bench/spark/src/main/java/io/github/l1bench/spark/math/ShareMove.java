package io.github.l1bench.spark.math;

/**
 * With c the column sums of R = Y - P and pi_k = n_k - c_k those of P: a class with c_k < 0 gives the share alpha_k =
 * -c_k / pi_k < 1 of its probability away, in every row, and classes with c_k > 0 take the share delta_k = c_k / sum of
 * what is given in the row. X'(Y - P') follows from X'R and X'Y.
 *
 * <p>Off the label what gives is exact, h((1 - alpha) x) = (1 - alpha) h(x) + x h(1 - alpha); on it 1 - s r' is a mixture
 * of 1 - s r and 1 - s, and h is concave. What takes nu_i has h(x_i + nu_i) >= h(x_i) - nu_i (1 + log(x_i + nu_i)), and by
 * Jensen the sum over rows of -nu_i log(x_i + nu_i) is at least -N log(T / N), N = sum nu_i, T = sum nu_i (x_i + nu_i),
 * which the K x K sums tell.
 */
final class ShareMove implements Move {
    private final Facts facts;
    private final RoundingBounds errors;
    private final Answer answer;
    private final double[][] gradient;
    private final int classes;
    private final double[] alpha;
    private final double[] delta;
    private final double[] imbalance;
    private double given;

    ShareMove(Facts facts, RoundingBounds errors, Answer answer, double[][] gradient) {
        this.facts = facts;
        this.errors = errors;
        this.answer = answer;
        this.gradient = gradient;
        this.classes = facts.classes();
        this.alpha = new double[classes];
        this.delta = new double[classes];
        this.imbalance = new double[classes];
        double taken = 0;
        double[] error = new double[classes];
        double ofAll = 0;
        for (int k = 0; k < classes; k++) {
            double c = answer.residual[k];
            given += Math.max(0, -c);
            taken += Math.max(0, c);
            error[k] = errors.ofColumn(answer, k);
            ofAll += error[k];
        }
        for (int k = 0; k < classes; k++) {
            double c = answer.residual[k];
            alpha[k] = c < 0 ? -c / (facts.counts()[k] - c) : 0;
            delta[k] = c > 0 ? c / taken : 0;
            imbalance[k] = 2 * error[k] + 2 * delta[k] * ofAll + errors.ofOperations(16) * Math.abs(c);
        }
    }

    @Override
    public double[] imbalance() {
        return imbalance;
    }

    @Override
    public double[] gradient(int j) {
        double[] moved = new double[classes];
        double offered = 0;
        for (int k = 0; k < classes; k++) {
            moved[k] = gradient[k][j];
            if (alpha[k] > 0) {
                double off = alpha[k] * (facts.xy()[k][j] - gradient[k][j]);
                moved[k] += off;
                offered += off;
            }
        }
        for (int k = 0; k < classes; k++) {
            moved[k] -= delta[k] * offered;
        }
        return moved;
    }

    @Override
    public double gradientError(int k) {
        double offered = 0;
        for (int l = 0; l < classes; l++) {
            offered += alpha[l] * sizes(l);
        }
        return errors.ofSum() * (errors.norm(answer, k) + alpha[k] * sizes(k) + delta[k] * offered);
    }

    // Of X'P.
    private double sizes(int k) {
        return errors.norm(answer, k) + Math.sqrt((double) facts.counts()[k] / facts.samples());
    }

    @Override
    public double gain(double s) {
        double gain = 0;
        double sizes = 0;
        for (int k = 0; k < classes; k++) {
            double a = alpha[k];
            double before = answer.offEntropy(k, s) + answer.onEntropy(k, s);
            double kept = s * answer.offMass[k] * Answer.entropyOf(1 - a);
            double ofGiven = facts.counts()[k] * Answer.entropyOf(1 - s);
            gain += a > 0 ? kept + a * (ofGiven - before) : -whatTakingCosts(k, s);
            sizes += a * before + (a + delta[k]) * facts.counts()[k] * 4;
        }
        return gain - 2 * errors.ofSum() * sizes;
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
}
