package io.github.l1bench.spark.math;

/**
 * A Newton step of the intercept, to first order: p'_ik = p_ik (1 + u_ik), u_ik = sum_l p_il e_kl, e_kl = delta_k - delta_l,
 * where delta makes columns exact, sum_l e_kl J_kl = c_k with J = P'P. Rows stay in the simplex if delta spans a = max
 * - min <= 1, for |u| <= a. X'(Y - P') follows from X'R and X'(p_k o p_l).
 *
 * <p>A relative change v >= -a of q leaves h(q (1 + v)) >= (1 + v) h(q) - q (v + kappa v^2 / 2), kappa = 1 + a (1 + 2 a)
 * / 3. Off the label v = u, on it v = s p u / q, which is no larger. The sum of q v is zero in each row, and that of
 * q v^2 over all of them at most s / 2 sum e^2 J. What is left, v h(q), is known but for log(1 - s r) on the label:
 * -p log(1 - s r) lies between h(p) - (1 - s) r and h(p).
 */
final class NewtonMove implements Move {
    private final Facts facts;
    private final RoundingBounds errors;
    private final Answer answer;
    private final double[][] gradient;
    private final int classes;
    private final double[] delta;
    private final double spread;
    private final double[] imbalance;

    NewtonMove(Facts facts, RoundingBounds errors, Answer answer, double[][] gradient) {
        this.facts = facts;
        this.errors = errors;
        this.answer = answer;
        this.gradient = gradient;
        this.classes = facts.classes();
        this.delta = step();
        double least = 0;
        double most = 0;
        for (double d : delta) {
            least = Math.min(least, d);
            most = Math.max(most, d);
        }
        this.spread = most - least;
        this.imbalance = new double[classes];
        for (int k = 0; k < classes; k++) {
            double left = answer.residual[k];
            for (int l = 0; l < classes; l++) {
                left -= (delta[k] - delta[l]) * joint(k, l);
            }
            double mass = 3 * facts.counts()[k] + 2 * Math.abs(answer.residual[k]);
            imbalance[k] = Math.abs(left) + 2 * errors.ofColumn(answer, k) + 2 * errors.ofSum() * spread * mass;
        }
    }

    /** Whether there is one, and it leaves rows in the simplex. */
    boolean isPossible() {
        return spread <= 1;
    }

    private double joint(int k, int l) {
        return answer.joint[k * classes + l];
    }

    // The Laplacian of J, which elimination solves without pivots; the last is 0. Not finite where classes never meet.
    private double[] step() {
        double[][] a = new double[classes][classes];
        double[] d = answer.residual.clone();
        for (int k = 0; k < classes; k++) {
            for (int l = 0; l < classes; l++) {
                if (l != k) {
                    a[k][l] = -joint(k, l);
                    a[k][k] += joint(k, l);
                }
            }
        }
        int last = classes - 1;
        for (int k = 0; k < last; k++) {
            for (int m = k + 1; m < last; m++) {
                double factor = a[m][k] / a[k][k];
                d[m] -= factor * d[k];
                for (int l = k; l < last; l++) {
                    a[m][l] -= factor * a[k][l];
                }
            }
        }
        d[last] = 0;
        for (int k = last - 1; k >= 0; k--) {
            for (int l = k + 1; l < last; l++) {
                d[k] -= a[k][l] * d[l];
            }
            d[k] /= a[k][k];
        }
        return d;
    }

    @Override
    public double[] imbalance() {
        return imbalance;
    }

    @Override
    public double[] gradient(int j) {
        double center = facts.standardization().center()[j];
        double factor = 1 / (facts.standardization().scale()[j] * facts.samples());
        double[] moved = new double[classes];
        int at = j * Answer.meetings(classes);
        for (int k = 0; k < classes; k++) {
            moved[k] += gradient[k][j];
            for (int l = 0; l < k; l++) {
                double both = (answer.meeting[at++] - center * joint(k, l)) * factor;
                moved[k] -= (delta[k] - delta[l]) * both;
                moved[l] += (delta[k] - delta[l]) * both;
            }
        }
        return moved;
    }

    // On the label p is off by no more than a sum is; X'(p_k o p_l) is of size 1, and both of its factors may be that
    // p.
    @Override
    public double gradientError(int k) {
        double sizes = errors.norm(answer, k);
        for (int l = 0; l < classes; l++) {
            sizes += 3 * Math.abs(delta[k] - delta[l]);
        }
        return errors.ofSum() * sizes;
    }

    @Override
    public double gain(double s) {
        double logScale = Math.log(s);
        double bend = 1 + spread * (1 + 2 * spread) / 3;
        double gain = 0;
        for (int k = 0; k < classes; k++) {
            for (int l = 0; l < classes; l++) {
                double e = delta[k] - delta[l];
                double own = answer.ownJoint[l * classes + k];
                double unlike = e > 0 ? (1 - s) * (answer.confusion[l * classes + k] - own) : 0;
                gain += e * (answer.jointEntropy[l * classes + k] - logScale * (joint(l, k) - own) - unlike);
                gain -= bend / 4 * e * e * joint(l, k);
            }
        }
        // Sizes are sums of p_l, and of p_l h(p_k), at most n and n log K; on the label p and h(p) are off by ofOwn.
        double sizes = spread * facts.samples() * (Math.log(classes) + 3 - 2 * logScale);
        return s * gain - 2 * (errors.ofSum() + errors.ofOwn()) * sizes;
    }
}
