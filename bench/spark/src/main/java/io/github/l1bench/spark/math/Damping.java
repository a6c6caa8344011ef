package io.github.l1bench.spark.math;

/**
 * What is added to the diagonal of a curvature that only some rows tell. Along changes which these rows do not see a model
 * without it falls without end: a word that none of them has is curved for nobody but the others.
 *
 * <p>A coordinate's own curvature is never below that of all rows, which a round sums with its gradient. And a factor of it
 * is added, after Levenberg (1944) and Marquardt (1963), which grows where the objective falls by much less than the model
 * has promised and dwindles where it falls by as much.
 */
final class Damping {
    private static final double POOR = 0.25;
    private static final double FIRST = 0.1;
    private static final double LEAST = 1e-3;
    private static final double MOST = 1e6;

    private double growth = 2;
    private double factor;
    private double[][] ofAll = {};
    private double[] ofIntercepts = {};

    /** Of the diagonal; 0 as long as no step has been a disappointment. */
    double factor() {
        return factor;
    }

    /**
     * Takes over what all rows have told.
     *
     * @param curvature mean of p_k (1 - p_k) x_j^2, K rows of p; none where it was not asked for
     * @param ofOnes mean of p_k (1 - p_k), K values
     */
    void isKnown(double[][] curvature, double[] ofOnes) {
        ofAll = curvature;
        ofIntercepts = ofOnes;
    }

    /**
     * After a step that was to make the objective smaller by {@code promised}, as Nielsen (1999), "Damping parameter in
     * Marquardt's method", has it: little changes where half of the promise is kept.
     */
    void judge(double promised, double actual) {
        double kept = Math.min(1, actual / promised);
        if (!(kept > 0)) {
            factor = Math.min(MOST, Math.max(FIRST, growth * factor));
            growth *= 2;
            return;
        }
        growth = 2;
        double change = Math.max(1.0 / 3, 1 - Math.pow(2 * kept - 1, 3));
        factor = factor == 0 && kept < POOR ? FIRST : factor * change;
        factor = factor < LEAST ? 0 : factor;
    }

    /**
     * What is added to the curvature of one class.
     *
     * @param own that of some rows, p values and the intercept's
     * @param extra as many, overwritten
     */
    void extra(double[] own, int k, double[] extra) {
        for (int j = 0; j < own.length; j++) {
            double all = own[j];
            if (ofAll.length > 0) {
                all = Math.max(all, j < own.length - 1 ? ofAll[k][j] : ofIntercepts[k]);
            }
            extra[j] = all - own[j] + factor * all;
        }
    }
}
