package io.github.l1bench.exact;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Mean softmax loss plus weighted absolute values, in features of size one: minimise over v, K rows of q,
 *
 * <pre>
 *   (1/n) sum_i [ logsumexp_k(z_ik) - z_{i,y_i} ] + sum_kj penalty_j |v_kj|,    z_ik = offset_ik + sum_j v_kj u_ij.
 * </pre>
 *
 * The intercept is the feature of ones, the last one, whose penalty is zero. Variables are one array, v_kj at k q + j.
 *
 * @param features u, n rows of q, exact
 * @param penalties q values, zero where a variable is free
 * @param offsets n rows of K
 * @param labels n classes
 * @param classes K
 */
record ScaledProblem(
        DoubleDouble[][] features, DoubleDouble[] penalties, DoubleDouble[][] offsets, int[] labels, int classes) {
    /** The problem of the intercept alone, for scores without it. */
    static ScaledProblem ofIntercept(DoubleDouble[][] scores, int[] labels, int classes) {
        DoubleDouble[] one = {DoubleDouble.ONE};
        DoubleDouble[][] ones =
                IntStream.range(0, labels.length).mapToObj(i -> one).toArray(DoubleDouble[][]::new);
        return new ScaledProblem(ones, new DoubleDouble[] {DoubleDouble.ZERO}, scores, labels, classes);
    }

    int samples() {
        return labels.length;
    }

    /** Features of a class, the intercept's included. */
    int width() {
        return penalties.length;
    }

    int variables() {
        return classes * width();
    }

    DoubleDouble penalty(int variable) {
        return penalties[variable % width()];
    }

    /** All variables zero but the intercept, which is the logarithm of the class frequencies. */
    DoubleDouble[] nullModel() {
        DoubleDouble[] v = new DoubleDouble[variables()];
        Arrays.fill(v, DoubleDouble.ZERO);
        for (int k = 0; k < classes; k++) {
            DoubleDouble frequency = DoubleDouble.of(count(k)).dividedBy(samples());
            v[(k + 1) * width() - 1] = Logarithm.of(frequency);
        }
        return v;
    }

    /** Samples of class k. */
    int count(int k) {
        return (int) Arrays.stream(labels).filter(label -> label == k).count();
    }

    SoftmaxLoss loss(DoubleDouble[] v) {
        DoubleDouble[][] scores = new DoubleDouble[samples()][classes];
        for (int i = 0; i < samples(); i++) {
            for (int k = 0; k < classes; k++) {
                DoubleDouble sum = offsets[i][k];
                for (int j = 0; j < width(); j++) {
                    sum = sum.plus(v[k * width() + j].times(features[i][j]));
                }
                scores[i][k] = sum;
            }
        }
        return SoftmaxLoss.of(scores, labels);
    }

    /** sum penalty |v|. */
    DoubleDouble norm(DoubleDouble[] v) {
        DoubleDouble norm = DoubleDouble.ZERO;
        for (int a = 0; a < v.length; a++) {
            norm = norm.plus(penalty(a).times(v[a].abs()));
        }
        return norm;
    }

    DoubleDouble objective(DoubleDouble[] v) {
        return loss(v).mean().plus(norm(v));
    }

    /** The derivatives of the loss by each variable: (1/n) sum_i u_ij (p_ik - y_ik). */
    DoubleDouble[] gradient(DoubleDouble[][] probabilities) {
        DoubleDouble[] gradient = new DoubleDouble[variables()];
        Arrays.fill(gradient, DoubleDouble.ZERO);
        for (int i = 0; i < samples(); i++) {
            for (int k = 0; k < classes; k++) {
                DoubleDouble r = probabilities[i][k].minus(labels[i] == k ? DoubleDouble.ONE : DoubleDouble.ZERO);
                for (int j = 0; j < width(); j++) {
                    int a = k * width() + j;
                    gradient[a] = gradient[a].plus(r.times(features[i][j]));
                }
            }
        }
        return Arrays.stream(gradient).map(g -> g.dividedBy(samples())).toArray(DoubleDouble[]::new);
    }

    /** Second derivatives of the loss: (1/n) sum_i u_ij u_im p_ik (delta_kl - p_il). */
    DoubleDouble[][] hessian(DoubleDouble[][] probabilities) {
        DoubleDouble[][] hessian = new DoubleDouble[variables()][variables()];
        for (int a = 0; a < variables(); a++) {
            for (int b = 0; b <= a; b++) {
                hessian[a][b] = curvature(probabilities, a, b);
                hessian[b][a] = hessian[a][b];
            }
        }
        return hessian;
    }

    private DoubleDouble curvature(DoubleDouble[][] probabilities, int a, int b) {
        int k = a / width();
        int l = b / width();
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int i = 0; i < samples(); i++) {
            DoubleDouble[] p = probabilities[i];
            DoubleDouble weight = p[k].times(k == l ? complement(p, k) : p[l].negated());
            DoubleDouble[] u = features[i];
            sum = sum.plus(weight.times(u[a % width()].times(u[b % width()])));
        }
        return sum.dividedBy(samples());
    }

    // 1 - p_k, which would cancel where p_k is nearly 1.
    private static DoubleDouble complement(DoubleDouble[] p, int k) {
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int l = 0; l < p.length; l++) {
            sum = l == k ? sum : sum.plus(p[l]);
        }
        return sum;
    }
}
