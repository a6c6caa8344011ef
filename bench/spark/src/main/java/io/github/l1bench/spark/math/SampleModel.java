package io.github.l1bench.spark.math;

import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;

/**
 * The model of a step on a working set too large for its curvature to be sent: that of the rows which the driver holds,
 * never formed. Coordinate descent, class after class, with e_k = p_k (z_k - sum_l p_l z_l), z the scores of the change:
 *
 * <pre>
 *   slope of (j, k) = g_jk - x_j' e_k / m,    curvature x_j' diag(p_k (1 - p_k)) x_j / m.
 * </pre>
 *
 * Within a class a change of w_jk moves e_k by p_k (1 - p_k) x_j; what the other classes see of it is added up when the
 * class is done.
 */
final class SampleModel {
    private static final int MAX_SWEEPS = 60;
    private static final int INNER_SWEEPS = 3;
    private static final double ACCURACY = 1e-2;

    private final MultinomialProblem sample;
    private final WorkingPairs pairs;
    private final int rows;
    private final int classes;
    private final int[] begins;
    private final double[][] columns;
    private final int[] columnOf;
    private final double[][] p;
    private final double[][] q;
    private final double[][] z;
    private final double[] mean;
    private final double[] e;
    private final double[] moved;

    /**
     * Makes the working set's columns.
     *
     * @param sample rows that stand for all
     * @param at where curvature is taken
     */
    SampleModel(MultinomialProblem sample, WorkingPairs pairs, Coefficients at) {
        this.sample = sample;
        this.pairs = pairs;
        this.rows = sample.samples();
        this.classes = sample.classes();
        this.begins = pairs.begins(classes);
        int[] distinct = pairs.distinctFeatures();
        this.columns = new double[distinct.length + 1][rows];
        for (int u = 0; u < distinct.length; u++) {
            sample.design().column(distinct[u], columns[u]);
        }
        Arrays.fill(columns[distinct.length], 1);
        this.columnOf = Arrays.stream(pairs.features())
                .map(j -> Arrays.binarySearch(distinct, j))
                .toArray();
        this.p = new double[classes][rows];
        this.q = new double[classes][rows];
        this.z = new double[classes][rows];
        this.mean = new double[rows];
        this.e = new double[rows];
        this.moved = new double[rows];
        probabilities(at);
    }

    private void probabilities(Coefficients at) {
        sample.design().products(classes).scores(at.weights(), at.intercept(), p);
        for (int i = 0; i < rows; i++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < classes; k++) {
                largest = Math.max(largest, p[k][i]);
            }
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                p[k][i] = Math.exp(p[k][i] - largest);
                sum += p[k][i];
            }
            for (int k = 0; k < classes; k++) {
                p[k][i] /= sum;
                q[k][i] = p[k][i] * (1 - p[k][i]);
            }
        }
    }

    /** The minimum; arguments as {@link PackedModel#solve} has them. */
    Step solve(Coefficients from, double[][] gradient, double[] residual, double lambda) {
        double[] w = new double[pairs.size()];
        double[] curvature = new double[pairs.size()];
        for (int s = 0; s < w.length; s++) {
            w[s] = from.weights()[pairs.classes()[s]][pairs.features()[s]];
            curvature[s] = curvature(columns[columnOf[s]], q[pairs.classes()[s]]);
        }
        double[] intercept = new double[classes];
        double first = 0;
        for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
            double worst = 0;
            for (int k = 0; k < classes; k++) {
                worst = Math.max(worst, ofClass(k, w, curvature, intercept, gradient, residual, lambda));
            }
            first = Math.max(first, worst);
            if (worst <= Math.max(ACCURACY * first, 1e-11 * lambda)) {
                break;
            }
        }
        return Step.of(from, gradient, pairs, w, intercept, slopes(gradient));
    }

    private double curvature(double[] x, double[] weights) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += weights[i] * x[i] * x[i];
        }
        return sum / rows * (1 + 1e-9) + Double.MIN_NORMAL;
    }

    private double ofClass(
            int k,
            double[] w,
            double[] curvature,
            double[] intercept,
            double[][] gradient,
            double[] residual,
            double lambda) {
        errors(k);
        Arrays.fill(moved, 0);
        double[] ones = columns[columns.length - 1];
        double ofOnes = curvature(ones, q[k]);
        double first = 0;
        for (int inner = 0; inner < INNER_SWEEPS; inner++) {
            double worst = 0;
            double change = (residual[k] - Vectors.sum(e, rows) / rows) / ofOnes;
            intercept[k] += change;
            move(change, ones, k);
            for (int s = begins[k]; s < begins[k + 1]; s++) {
                double[] x = columns[columnOf[s]];
                double slope = gradient[k][pairs.features()[s]] - Vectors.dot(x, e, rows) / rows;
                double next = PackedModel.soft(w[s] + slope / curvature[s], lambda / curvature[s]);
                change = next - w[s];
                if (change != 0) {
                    w[s] = next;
                    move(change, x, k);
                    worst = Math.max(worst, Math.abs(change) * curvature[s]);
                }
            }
            first = Math.max(first, worst);
        }
        for (int i = 0; i < rows; i++) {
            z[k][i] += moved[i];
            mean[i] += p[k][i] * moved[i];
        }
        return first;
    }

    private void errors(int k) {
        for (int i = 0; i < rows; i++) {
            e[i] = p[k][i] * (z[k][i] - mean[i]);
        }
    }

    private void move(double change, double[] x, int k) {
        double[] weights = q[k];
        for (int i = 0; i < rows; i++) {
            double v = change * x[i];
            moved[i] += v;
            e[i] += weights[i] * v;
        }
    }

    private double[] slopes(double[][] gradient) {
        double[] slopes = new double[pairs.size()];
        for (int k = 0; k < classes; k++) {
            errors(k);
            for (int s = begins[k]; s < begins[k + 1]; s++) {
                slopes[s] = gradient[k][pairs.features()[s]] - Vectors.dot(columns[columnOf[s]], e, rows) / rows;
            }
        }
        return slopes;
    }
}
