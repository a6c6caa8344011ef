package io.github.l1bench.exact;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.Standardization;
import org.ejml.data.DMatrixRMaj;

/**
 * The problem that raw data, a standardisation, labels and a penalty mean, without rounding: x_ij = (raw_ij - center_j) /
 * scale_j and P(W, b) as {@link io.github.l1bench.problem} states it. It reads no product, score or objective of the
 * project.
 *
 * @param raw n x p
 * @param map from raw features to those that weights are for
 * @param labels n classes, 0 to K - 1
 * @param classes K
 * @param lambda the penalty
 */
record ExactProblem(DMatrixRMaj raw, Standardization map, int[] labels, int classes, double lambda) {
    /** What {@code problem} means, whose design was made of {@code raw}. */
    static ExactProblem of(DMatrixRMaj raw, MultinomialProblem problem) {
        return new ExactProblem(
                raw, problem.design().standardization(), problem.labels(), problem.classes(), problem.lambda());
    }

    int samples() {
        return raw.numRows;
    }

    int features() {
        return raw.numCols;
    }

    ExactProblem withLambda(double other) {
        return new ExactProblem(raw, map, labels, classes, other);
    }

    /** P(W, b). Its error is about 1e-30 of the largest |W_jk x_ij| and |b_k|. */
    DoubleDouble objective(Coefficients coefficients) {
        DoubleDouble loss = SoftmaxLoss.of(scores(coefficients), labels).mean();
        return loss.plus(norm(coefficients).times(lambda));
    }

    /** z_ik = sum_j W_jk x_ij + b_k, n rows of K. */
    DoubleDouble[][] scores(Coefficients coefficients) {
        DoubleDouble[][] scores = new DoubleDouble[samples()][classes];
        for (int i = 0; i < samples(); i++) {
            DoubleDouble[] x = row(i);
            for (int k = 0; k < classes; k++) {
                DoubleDouble sum = DoubleDouble.of(coefficients.intercept()[k]);
                double[] weights = coefficients.weights()[k];
                for (int j = 0; j < features(); j++) {
                    // Most are zero, and add nothing.
                    sum = weights[j] == 0 ? sum : sum.plus(x[j].times(weights[j]));
                }
                scores[i][k] = sum;
            }
        }
        return scores;
    }

    private DoubleDouble[] row(int i) {
        DoubleDouble[] x = new DoubleDouble[features()];
        for (int j = 0; j < x.length; j++) {
            x[j] = DoubleDouble.difference(raw.get(i, j), map.center()[j]).dividedBy(map.scale()[j]);
        }
        return x;
    }

    private static DoubleDouble norm(Coefficients coefficients) {
        DoubleDouble norm = DoubleDouble.ZERO;
        for (double[] row : coefficients.weights()) {
            for (double w : row) {
                norm = norm.plus(DoubleDouble.of(Math.abs(w)));
            }
        }
        return norm;
    }
}
