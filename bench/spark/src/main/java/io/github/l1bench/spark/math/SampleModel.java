package io.github.l1bench.spark.math;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Design;
import java.util.Arrays;

/**
 * The quadratic model of a Newton step on the driver's rows. Its blocks within a class are formed, and between classes it
 * is applied: with z the scores of the change,
 *
 * <pre>
 *   e_k = p_k (z_k - sum_l p_l z_l),    slope of (j, k) = g_jk - x_j'e_k / m - extra_jk d_jk.
 * </pre>
 *
 * Coordinate descent class after class, each with its block alone; what the other classes see is added up when the class
 * is done.
 */
final class SampleModel {
    private static final int MAX_SWEEPS = 100;
    private static final int INNER_SWEEPS = 20;
    private static final double ACCURACY = 1e-2;
    private static final double INNER_ACCURACY = 0.1;
    private static final double RIDGE = 1e-9;

    private final WorkingPairs pairs;
    private final int rows;
    private final int classes;
    private final int[] begins;
    private final ClassBlock[] blocks;
    private final double[][] extra;
    private final double[][] p;
    private final double[][] z;
    private final double[] mean;
    private final double[] e;

    /**
     * Makes the working set's blocks.
     *
     * @param p probabilities, K rows of m; kept
     * @param extra what the diagonal has besides, K rows of p + 1, the intercept's last
     */
    SampleModel(Design design, WorkingPairs pairs, double[][] p, double[][] extra) {
        this.pairs = pairs;
        this.rows = design.rows();
        this.classes = p.length;
        this.begins = pairs.begins(classes);
        this.p = p;
        this.z = new double[classes][rows];
        this.mean = new double[rows];
        this.e = new double[rows];
        this.blocks = new ClassBlock[classes];
        this.extra = new double[classes][];
        for (int k = 0; k < classes; k++) {
            double[] q = Arrays.stream(p[k]).map(v -> v * (1 - v)).toArray();
            blocks[k] = new ClassBlock(design, Arrays.copyOfRange(pairs.features(), begins[k], begins[k + 1]), q);
            this.extra[k] = onDiagonal(blocks[k].curvature(), k, extra[k]);
        }
    }

    private double[] onDiagonal(double[][] h, int k, double[] all) {
        double[] added = new double[h.length];
        for (int s = 0; s < h.length; s++) {
            int place = s < h.length - 1 ? pairs.features()[begins[k] + s] : all.length - 1;
            added[s] = all[place] + RIDGE * h[s][s] + Double.MIN_NORMAL;
            h[s][s] += added[s];
        }
        return added;
    }

    /** The minimum; arguments as {@link PackedModel#solve} has them. */
    Step solve(Coefficients from, double[][] gradient, double[] residual, double lambda) {
        double[][] g = new double[classes][];
        double[][] w = new double[classes][];
        double[][] d = new double[classes][];
        for (int k = 0; k < classes; k++) {
            int size = blocks[k].size();
            g[k] = new double[size + 1];
            w[k] = new double[size + 1];
            d[k] = new double[size + 1];
            for (int s = 0; s < size; s++) {
                int j = pairs.features()[begins[k] + s];
                g[k][s] = gradient[k][j];
                w[k][s] = from.weights()[k][j];
            }
            g[k][size] = residual[k];
        }
        double first = 0;
        for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
            double worst = 0;
            for (int k = 0; k < classes; k++) {
                worst = Math.max(worst, ofClass(k, g[k], w[k], d[k], lambda));
            }
            first = Math.max(first, worst);
            if (worst <= Math.max(ACCURACY * first, 1e-11 * lambda)) {
                break;
            }
        }
        return step(from, gradient, residual, lambda, g, w, d);
    }

    // The largest change of a slope.
    private double ofClass(int k, double[] g, double[] w, double[] d, double lambda) {
        double[] slope = slopes(k, g, d);
        double[] change = new double[d.length];
        double first = 0;
        for (int inner = 0; inner < INNER_SWEEPS; inner++) {
            double worst = sweep(blocks[k].curvature(), slope, w, change, lambda);
            first = Math.max(first, worst);
            if (worst <= INNER_ACCURACY * first) {
                break;
            }
        }
        blocks[k].scores(change, e);
        for (int i = 0; i < rows; i++) {
            z[k][i] += e[i];
            mean[i] += p[k][i] * e[i];
        }
        for (int s = 0; s < d.length; s++) {
            d[s] += change[s];
        }
        return first;
    }

    private double[] slopes(int k, double[] g, double[] d) {
        for (int i = 0; i < rows; i++) {
            e[i] = p[k][i] * (z[k][i] - mean[i]);
        }
        double[] slope = new double[g.length];
        blocks[k].products(e, slope);
        for (int s = 0; s < slope.length; s++) {
            slope[s] = g[s] - slope[s] - extra[k][s] * d[s];
        }
        return slope;
    }

    private static double sweep(double[][] h, double[] slope, double[] w, double[] change, double lambda) {
        int size = slope.length - 1;
        double worst = 0;
        for (int s = 0; s <= size; s++) {
            double curvature = h[s][s];
            double target = w[s] + slope[s] / curvature;
            double next = s < size ? PackedModel.soft(target, lambda / curvature) : target;
            double by = next - w[s];
            if (by != 0) {
                w[s] = next;
                change[s] += by;
                PackedModel.subtract(by, h[s], slope);
                worst = Math.max(worst, Math.abs(by) * curvature);
            }
        }
        return worst;
    }

    private Step step(
            Coefficients from,
            double[][] gradient,
            double[] residual,
            double lambda,
            double[][] g,
            double[][] w,
            double[][] d) {
        double[] weights = new double[pairs.size()];
        double[] intercept = new double[classes];
        double[] slopes = new double[pairs.size() + classes];
        for (int k = 0; k < classes; k++) {
            int size = blocks[k].size();
            double[] slope = slopes(k, g[k], d[k]);
            System.arraycopy(w[k], 0, weights, begins[k], size);
            System.arraycopy(slope, 0, slopes, begins[k], size);
            intercept[k] = d[k][size];
            slopes[pairs.size() + k] = slope[size];
        }
        return Step.of(from, gradient, residual, lambda, pairs, weights, intercept, slopes);
    }
}
