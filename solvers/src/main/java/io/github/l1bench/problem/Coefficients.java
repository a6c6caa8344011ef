package io.github.l1bench.problem;

import io.github.l1bench.kernel.CompensatedSum;
import java.util.Arrays;

/** Weights and intercept of a fitted model, in the features of the design (standardised where the design is). */
public final class Coefficients {
    private final double[][] weights;
    private final double[] intercept;

    /**
     * @param weights K rows of p, kept, not copied
     * @param intercept K values, kept, not copied
     */
    public Coefficients(double[][] weights, double[] intercept) {
        if (weights.length != intercept.length) {
            throw new IllegalArgumentException(
                    weights.length + " rows of weights do not fit an intercept of " + intercept.length + " classes");
        }
        for (int k = 1; k < weights.length; k++) {
            if (weights[k].length != weights[0].length) {
                throw new IllegalArgumentException("class " + k + " has " + weights[k].length
                        + " weights but class 0 has " + weights[0].length + "; the rows must not be ragged");
            }
        }
        this.weights = weights;
        this.intercept = intercept;
    }

    /** Weights, K rows of p: {@code weights()[k][j]} is W_jk. Do not modify. */
    public double[][] weights() {
        return weights;
    }

    /** Intercept, K values. Do not modify. */
    public double[] intercept() {
        return intercept;
    }

    /** Number of classes K. */
    public int classes() {
        return intercept.length;
    }

    /** Number of features p. */
    public int features() {
        return weights[0].length;
    }

    /** Nonzero weights; the intercept does not count. */
    public int nonzeros() {
        int count = 0;
        for (double[] row : weights) {
            for (double w : row) {
                count += w != 0 ? 1 : 0;
            }
        }
        return count;
    }

    /** Share of weights that are exactly zero, in percent. */
    public double sparsityPercent() {
        return 100 * (1 - nonzeros() / ((double) classes() * features()));
    }

    /** sum_jk |W_jk|. */
    public double l1Norm() {
        CompensatedSum norm = new CompensatedSum();
        for (double[] row : weights) {
            for (double w : row) {
                if (w != 0) {
                    norm.add(Math.abs(w));
                }
            }
        }
        return norm.value();
    }

    /** Whether every weight and intercept is a finite number. */
    public boolean isFinite() {
        return Arrays.stream(intercept).allMatch(Double::isFinite)
                && Arrays.stream(weights).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }

    /** The same model with an intercept of mean zero; one constant added to all classes changes no prediction. */
    public Coefficients withCenteredIntercept() {
        double mean = Arrays.stream(intercept).average().orElse(0);
        return new Coefficients(
                weights, Arrays.stream(intercept).map(b -> b - mean).toArray());
    }

    /** A deep copy. */
    public Coefficients copy() {
        double[][] w = new double[classes()][];
        for (int k = 0; k < w.length; k++) {
            w[k] = weights[k].clone();
        }
        return new Coefficients(w, intercept.clone());
    }
}
