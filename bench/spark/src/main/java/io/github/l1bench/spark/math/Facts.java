package io.github.l1bench.spark.math;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Standardization;

/**
 * The data as the driver knows them: what the first round tells, on the scale of the standardised features.
 *
 * @param samples n
 * @param counts rows of each class
 * @param standardization of p features
 * @param xy X'Y / n, K rows of p
 * @param magnitudes of p features: at least sqrt(sum_i (|u_ij| + |shift_j|)^2 / n), what products with a feature add up
 * @param terms how many numbers a sum over rows adds one after the other, at most
 */
record Facts(
        long samples, long[] counts, Standardization standardization, double[][] xy, double[] magnitudes, int terms) {
    /** @throws IllegalArgumentException in one sentence, if a class has no row */
    static Facts of(Summary summary) {
        long n = summary.samples;
        int classes = summary.classes;
        for (int k = 0; k < classes; k++) {
            if (summary.counts[k] == 0) {
                throw new IllegalArgumentException("class " + k + " of " + classes
                        + " has no row, so its intercept has no finite optimum; leave that class out");
            }
        }
        int p = summary.mean.length;
        double[] scale = new double[p];
        double[] magnitudes = new double[p];
        double[][] xy = new double[classes][p];
        for (int j = 0; j < p; j++) {
            double variance = summary.squares[j] / n;
            double mean = summary.mean[j];
            scale[j] = scale(variance, mean, n);
            magnitudes[j] = (Math.sqrt(variance + mean * mean) + Math.abs(mean)) / scale[j];
            for (int k = 0; k < classes; k++) {
                xy[k][j] = (summary.ofClass[j * classes + k] - mean * summary.counts[k]) / scale[j] / n;
            }
        }
        return new Facts(
                n,
                summary.counts,
                new Standardization(summary.mean, scale),
                xy,
                magnitudes,
                summary.longestBlock + summary.depth);
    }

    // As Standardization has it: rounding leaves a constant feature a tiny variance.
    private static double scale(double variance, double mean, long n) {
        double eps = Math.ulp(1.0);
        double rounding = n * eps * variance + Math.pow(n * mean * eps, 2);
        return variance <= rounding ? 1 : Math.sqrt(variance);
    }

    int classes() {
        return counts.length;
    }

    int features() {
        return magnitudes.length;
    }

    /** max |X'(Y - 1 ybar')| / n, and columns of X sum to zero but for rounding. */
    double lambdaMax() {
        double largest = 0;
        for (double[] row : xy) {
            for (double v : row) {
                largest = Math.max(largest, Math.abs(v));
            }
        }
        return largest;
    }

    /** W = 0 and the intercept that goes with it. */
    Coefficients nullModel() {
        double[] intercept = new double[classes()];
        for (int k = 0; k < intercept.length; k++) {
            intercept[k] = Math.log((double) counts[k] / samples);
        }
        return new Coefficients(new double[classes()][features()], intercept).withCenteredIntercept();
    }

    /** {@code coefficients} for raw values. */
    Point point(Coefficients coefficients) {
        double[][] w = coefficients.weights();
        int[] support = java.util.stream.IntStream.range(0, features())
                .filter(j -> java.util.Arrays.stream(w).anyMatch(row -> row[j] != 0))
                .toArray();
        double[] weights = new double[support.length * classes()];
        double[] intercept = coefficients.intercept().clone();
        for (int f = 0; f < support.length; f++) {
            int j = support[f];
            for (int k = 0; k < classes(); k++) {
                double raw = w[k][j] / standardization.scale()[j];
                weights[f * classes() + k] = raw;
                intercept[k] -= standardization.center()[j] * raw;
            }
        }
        return new Point(support, weights, intercept);
    }

    /** Column sums of R / n, K values. */
    double[] residual(Answer answer) {
        return java.util.Arrays.stream(answer.residual).map(c -> c / samples).toArray();
    }

    /** Means of p_k (1 - p_k), K values. */
    double[] spread(Answer answer) {
        double[] spread = new double[classes()];
        for (int k = 0; k < spread.length; k++) {
            double mass = counts[k] - answer.residual[k];
            spread[k] = Math.max(0, mass - answer.joint[k * classes() + k]) / samples;
        }
        return spread;
    }

    /** Means of p_k (1 - p_k) x_j^2 of the standardised features, K rows of p; none where it was not asked for. */
    double[][] diagonal(Answer answer) {
        if (answer.diagonal.length == 0) {
            return new double[0][];
        }
        double[] spread = spread(answer);
        double[][] diagonal = new double[classes()][features()];
        for (int j = 0; j < features(); j++) {
            double center = standardization.center()[j];
            double scale = standardization.scale()[j];
            for (int k = 0; k < classes(); k++) {
                double ofRaw = answer.diagonal[j * classes() + k] / samples + center * center * spread[k];
                diagonal[k][j] = Math.max(0, ofRaw) / (scale * scale);
            }
        }
        return diagonal;
    }

    /** X'R / n of the standardised features, K rows of p. */
    double[][] gradient(Answer answer) {
        double[][] gradient = new double[classes()][features()];
        for (int j = 0; j < features(); j++) {
            double center = standardization.center()[j];
            double factor = 1 / (standardization.scale()[j] * samples);
            for (int k = 0; k < classes(); k++) {
                gradient[k][j] = (answer.gradient[j * classes() + k] - center * answer.residual[k]) * factor;
            }
        }
        return gradient;
    }
}
