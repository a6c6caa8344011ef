package io.github.l1bench.spark.math;

import io.github.l1bench.problem.Coefficients;
import java.util.Arrays;

/**
 * The model of a step with the curvature that executors summed: min -g' d + d' H d / 2 + lambda |w + d|_1, the intercept
 * not penalised, by coordinate descent; rounds over all coordinates, and between them many over those that are not zero.
 */
final class PackedModel {
    private static final int MAX_ROUNDS = 60;
    private static final int INNER_ROUNDS = 60;
    private static final double ACCURACY = 1e-4;
    private static final double RIDGE = 1e-9;

    private final Facts facts;
    private final WorkingPairs pairs;
    private final int size;
    private final int order;
    private final double[][] h;

    /**
     * From the sums of a round.
     *
     * @param damping of the diagonal, that is added to it
     */
    PackedModel(Facts facts, WorkingPairs pairs, Answer answer, double damping) {
        this.facts = facts;
        this.pairs = pairs;
        this.size = pairs.size();
        this.order = size + facts.classes();
        this.h = new double[order][order];
        for (int q = 0; q < order; q++) {
            for (int s = 0; s <= q; s++) {
                double value = answer.curvature[q * (q + 1) / 2 + s] / answer.curvatureRows;
                h[q][s] = value;
                h[s][q] = value;
            }
        }
        centre();
        for (int q = 0; q < order; q++) {
            h[q][q] += (RIDGE + damping) * h[q][q] + Double.MIN_NORMAL;
        }
    }

    // x = u - m 1: m times the row, then the column, of the intercept of the same class is taken off.
    private void centre() {
        int classes = facts.classes();
        for (int q = 0; q < size; q++) {
            double shift = shift(q);
            double[] ofIntercept = h[size + pairs.classes()[q]];
            for (int s = 0; s < order; s++) {
                h[q][s] -= shift * ofIntercept[s];
            }
        }
        for (int s = 0; s < size; s++) {
            double shift = shift(s);
            for (int q = 0; q < order; q++) {
                h[q][s] -= shift * h[q][size + pairs.classes()[s]];
            }
        }
        double trace = 0;
        for (int k = size; k < order; k++) {
            trace += h[k][k];
        }
        for (int k = size; k < order; k++) { // definite along the same number for all intercepts
            for (int l = size; l < order; l++) {
                h[k][l] += trace / classes / classes;
            }
        }
    }

    private double shift(int q) {
        int j = pairs.features()[q];
        return facts.standardization().center()[j] / facts.standardization().scale()[j];
    }

    /**
     * The minimum.
     *
     * @param gradient X'R / n at {@code from}, K rows of p
     * @param residual column sums of R / n, K values
     */
    Step solve(Coefficients from, double[][] gradient, double[] residual, double lambda) {
        double[] g = new double[order];
        double[] w = new double[order];
        for (int q = 0; q < size; q++) {
            g[q] = gradient[pairs.classes()[q]][pairs.features()[q]];
            w[q] = from.weights()[pairs.classes()[q]][pairs.features()[q]];
        }
        System.arraycopy(residual, 0, g, size, residual.length);
        descend(g, w, lambda);
        return Step.of(from, gradient, residual, lambda, pairs, w, Arrays.copyOfRange(w, size, order), g);
    }

    private void descend(double[] g, double[] w, double lambda) {
        int[] all = java.util.stream.IntStream.range(0, order).toArray();
        double first = sweep(all, g, w, lambda);
        double enough = Math.max(ACCURACY * first, 1e-11 * lambda);
        for (int round = 1; round < MAX_ROUNDS; round++) {
            int[] free = Arrays.stream(all).filter(q -> q >= size || w[q] != 0).toArray();
            double worst = Double.POSITIVE_INFINITY;
            for (int inner = 0; inner < INNER_ROUNDS && worst > enough / 2; inner++) {
                worst = sweep(free, g, w, lambda);
            }
            if (sweep(all, g, w, lambda) <= enough) {
                return;
            }
        }
    }

    // The largest change of a slope.
    private double sweep(int[] coordinates, double[] g, double[] w, double lambda) {
        double worst = 0;
        for (int q : coordinates) {
            double curvature = h[q][q];
            double target = w[q] + g[q] / curvature;
            double next = q < size ? soft(target, lambda / curvature) : target;
            double change = next - w[q];
            if (change != 0) {
                w[q] = next;
                subtract(change, h[q], g);
                worst = Math.max(worst, Math.abs(change) * curvature);
            }
        }
        return worst;
    }

    static void subtract(double a, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] -= a * x[i];
        }
    }

    static double soft(double v, double threshold) {
        return v > threshold ? v - threshold : v < -threshold ? v + threshold : 0;
    }
}
