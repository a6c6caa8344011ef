package io.github.l1bench.spark.math;

import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;

/**
 * What one round found.
 *
 * @param number of the round, the summary of the data being the first
 * @param lambda the penalty
 * @param certificate P, the best lower bound of P* so far, and the KKT residual
 * @param nonzeros nonzero weights
 * @param workingSet pairs whose curvature was asked for; 0 where the driver's rows told it
 * @param curvatureRows rows it was taken on
 * @param accuracy share of rows classified correctly
 * @param seconds since the solve began
 * @param bytes of the sums that each task sends back, about
 * @param coefficients of which all of that is true; not to be modified
 */
public record Round(
        int number,
        double lambda,
        Certificate certificate,
        int nonzeros,
        int workingSet,
        long curvatureRows,
        double accuracy,
        double seconds,
        long bytes,
        Coefficients coefficients) {
    /** The same, come by in so many rounds and seconds. */
    public Round after(int rounds, double time) {
        return new Round(
                rounds, lambda, certificate, nonzeros, workingSet, curvatureRows, accuracy, time, bytes, coefficients);
    }

    /** P. */
    public double primal() {
        return certificate.primal();
    }

    /** A bound on (P - P*) / P. */
    public double gap() {
        return certificate.relativeGap();
    }
}
