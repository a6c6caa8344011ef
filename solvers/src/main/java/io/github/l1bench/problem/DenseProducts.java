package io.github.l1bench.problem;

import io.github.l1bench.kernel.Vectors;
import java.util.Arrays;

/** Products with a design held by rows and by columns: each is a sum of vectors, skipping zero factors. */
final class DenseProducts implements DesignProducts {
    private final double[][] rows;
    private final double[][] columns;
    private final double[] factors;
    private final int[] index;

    DenseProducts(double[][] rows, double[][] columns) {
        this.rows = rows;
        this.columns = columns;
        int longest = Math.max(rows.length, columns.length);
        this.factors = new double[longest];
        this.index = new int[longest];
    }

    @Override
    public void scores(double[][] weights, double[] intercept, double[][] scores) {
        for (int k = 0; k < weights.length; k++) {
            Arrays.fill(scores[k], intercept[k]);
            addCombination(weights[k], 1, columns, scores[k]);
        }
    }

    @Override
    public void gradient(double[][] residuals, double[][] gradient) {
        for (int k = 0; k < residuals.length; k++) {
            Arrays.fill(gradient[k], 0);
            addCombination(residuals[k], 1.0 / rows.length, rows, gradient[k]);
        }
    }

    // y += scale * sum_q a_q vectors_q
    private void addCombination(double[] a, double scale, double[][] vectors, double[] y) {
        int count = 0;
        for (int q = 0; q < vectors.length; q++) {
            if (a[q] != 0) {
                factors[count] = scale * a[q];
                index[count++] = q;
            }
        }
        Vectors.combine(factors, vectors, index, count, y, y.length);
    }
}
