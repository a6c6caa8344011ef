package io.github.l1bench.problem;

/** The two products of a full gradient. Implementations own work arrays and serve one thread. */
public interface DesignProducts {
    /**
     * Z = X W + 1 b', half a pass.
     *
     * @param weights K rows of p, not modified
     * @param intercept K values, not modified
     * @param scores K rows of n, overwritten
     */
    void scores(double[][] weights, double[] intercept, double[][] scores);

    /**
     * G = X' R / n, half a pass.
     *
     * @param residuals K rows of n, not modified
     * @param gradient K rows of p, overwritten
     */
    void gradient(double[][] residuals, double[][] gradient);
}
