package io.github.l1bench.spark.math;

import io.github.l1bench.kernel.Softmax;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.DesignProducts;
import io.github.l1bench.problem.Kkt;
import io.github.l1bench.problem.MultinomialProblem;
import org.ejml.data.DMatrixSparseCSC;

/**
 * The loss of the driver's rows S, tilted so that its slopes where a step begins are those of all rows, after Shamir,
 * Srebro and Zhang (2014), ICML, "Communication-efficient distributed optimization using an approximate Newton-type
 * method":
 *
 * <pre>
 *   f_S(V) - (g - g_S)'(V - W) + |V - W|^2_extra / 2 + lambda |V|_1,    g = X'R / n at W.
 * </pre>
 *
 * Unlike a quadratic it knows how the loss of rows that W is wrong and sure about flattens, so that its minimum is no
 * further away than it should be. Minimised by proximal Newton over all features, with every search for a length here and
 * not in rounds.
 */
final class TiltedSample {
    private static final int MAX_STEPS = 25;
    private static final double SHARE = 0.95;
    private static final int GROWTH = 2;
    private static final int SPARE = 200;
    private static final double SUFFICIENT = 1e-3;
    private static final int MAX_HALVINGS = 12;

    private final MultinomialProblem sample;
    private final Coefficients origin;
    private final double lambda;
    private final int classes;
    private final DesignProducts products;
    private final Softmax softmax;
    private final double[][] z;
    private final double[][] residuals;
    private final double[][] tilt;
    private final double[] interceptTilt;
    private final double[][] extra;

    private double value;
    private double[][] gradient;
    private double[] residual;

    /**
     * Takes the slopes of all rows.
     *
     * @param origin where the step begins
     * @param gradient X'R / n there, K rows of p
     * @param residual column sums of R / n there, K values
     */
    TiltedSample(
            MultinomialProblem sample, Coefficients origin, double[][] gradient, double[] residual, Damping damping) {
        this.sample = sample;
        this.origin = origin;
        this.lambda = sample.lambda();
        this.classes = sample.classes();
        this.products = sample.design().products(classes);
        this.softmax = new Softmax(classes, sample.samples());
        this.z = new double[classes][sample.samples()];
        this.residuals = new double[classes][sample.samples()];
        this.tilt = new double[classes][sample.features()];
        this.interceptTilt = new double[classes];
        this.extra = new double[classes][sample.features() + 1];
        move(origin);
        double[][] probabilities = probabilities();
        for (int k = 0; k < classes; k++) {
            for (int j = 0; j < sample.features(); j++) {
                tilt[k][j] = gradient[k][j] - this.gradient[k][j];
            }
            interceptTilt[k] = residual[k] - this.residual[k];
            damping.extra(diagonal(sample.design(), probabilities[k]), k, extra[k]);
        }
    }

    // Means of p (1 - p) x_j^2, the intercept's last.
    private static double[] diagonal(Design design, double[] p) {
        DMatrixSparseCSC u = design.uncenteredColumns();
        double[] diagonal = new double[u.numCols + 1];
        double mass = 0;
        for (double v : p) {
            mass += v * (1 - v);
        }
        for (int j = 0; j < u.numCols; j++) {
            double shift = design.shift()[j];
            double sum = shift * shift * mass;
            for (int t = u.col_idx[j]; t < u.col_idx[j + 1]; t++) {
                double v = p[u.nz_rows[t]];
                sum += v * (1 - v) * u.nz_values[t] * (u.nz_values[t] - 2 * shift);
            }
            diagonal[j] = Math.max(0, sum / p.length);
        }
        diagonal[u.numCols] = mass / p.length;
        return diagonal;
    }

    private double[][] probabilities() {
        double[][] p = new double[classes][sample.samples()];
        for (int k = 0; k < classes; k++) {
            softmax.probabilities(k, p[k]);
        }
        return p;
    }

    /**
     * The minimum.
     *
     * @param accuracy by how much the KKT residual shall be smaller than where the step begins
     */
    Step minimum(double accuracy) {
        move(origin);
        double first = value;
        Coefficients at = origin;
        double enough = accuracy * Kkt.residual(at, gradient, residual, lambda);
        for (int step = 0; step < MAX_STEPS; step++) {
            WorkingPairs pairs = WorkingPairs.of(at.weights(), gradient, lambda, SHARE, GROWTH * at.nonzeros() + SPARE);
            Step newton = new SampleModel(sample.design(), pairs, probabilities(), extra)
                    .solve(at, gradient, residual, lambda);
            Coefficients next = search(at, newton);
            if (next == at) {
                break;
            }
            at = next;
            if (Kkt.residual(at, gradient, residual, lambda) <= enough) {
                break;
            }
        }
        return new Step(at, gradient, first - value);
    }

    private Coefficients search(Coefficients at, Step newton) {
        double before = value;
        double share = 1;
        for (int halving = 0; halving < MAX_HALVINGS; halving++) {
            Coefficients next = share == 1 ? newton.to() : between(at, newton.to(), share);
            move(next);
            if (value <= before - SUFFICIENT * share * newton.promise()) {
                return next;
            }
            share /= 2;
        }
        move(at);
        return at;
    }

    /** The point so far from one to the other. */
    static Coefficients between(Coefficients from, Coefficients to, double share) {
        Coefficients between = from.copy();
        for (int k = 0; k < from.classes(); k++) {
            for (int j = 0; j < from.features(); j++) {
                double w = from.weights()[k][j];
                between.weights()[k][j] = w + share * (to.weights()[k][j] - w);
            }
            double b = from.intercept()[k];
            between.intercept()[k] = b + share * (to.intercept()[k] - b);
        }
        return between;
    }

    // Value and slopes at a point.
    private void move(Coefficients to) {
        products.scores(to.weights(), to.intercept(), z);
        softmax.set(z);
        softmax.residuals(sample.labels(), residuals);
        gradient = new double[classes][sample.features()];
        residual = new double[classes];
        products.gradient(residuals, gradient);
        value = softmax.meanLoss(z, sample.labels()) + lambda * to.l1Norm();
        for (int k = 0; k < classes; k++) {
            for (double r : residuals[k]) {
                residual[k] += r;
            }
            residual[k] = residual[k] / sample.samples() + interceptTilt[k];
            double change = to.intercept()[k] - origin.intercept()[k];
            value += change * (extra[k][sample.features()] * change / 2 - interceptTilt[k]);
            residual[k] -= extra[k][sample.features()] * change;
            tilt(k, to.weights()[k]);
        }
    }

    private void tilt(int k, double[] w) {
        for (int j = 0; j < w.length; j++) {
            double change = w[j] - origin.weights()[k][j];
            value += change * (extra[k][j] * change / 2 - tilt[k][j]);
            gradient[k][j] += tilt[k][j] - extra[k][j] * change;
        }
    }
}
