package io.github.l1bench.problem;

import io.github.l1bench.kernel.Vectors;
import java.util.Arrays;

/** Products with a design held by rows and by columns: each is a sum of vectors. */
final class DenseProducts implements DesignProducts {
    // Below this share of nonzero weights it is cheaper to add up their columns class by class than all of them.
    private static final double FEW_WEIGHTS = 0.3;

    private final double[][] rows;
    private final double[][] columns;
    private final double[] factors;
    private final int[] index;

    DenseProducts(double[][] rows, double[][] columns) {
        this.rows = rows;
        this.columns = columns;
        this.factors = new double[columns.length];
        this.index = new int[columns.length];
    }

    @Override
    public void scores(double[][] weights, double[] intercept, double[][] scores) {
        for (int k = 0; k < weights.length; k++) {
            Arrays.fill(scores[k], intercept[k]);
        }
        if (nonzeros(weights) > FEW_WEIGHTS * weights.length * columns.length) {
            Vectors.combineAll(weights, columns, columns.length, scores, rows.length);
        } else {
            addNonzeros(weights, scores);
        }
    }

    private static long nonzeros(double[][] weights) {
        return Arrays.stream(weights)
                .flatMapToDouble(Arrays::stream)
                .filter(w -> w != 0)
                .count();
    }

    private void addNonzeros(double[][] weights, double[][] scores) {
        for (int k = 0; k < weights.length; k++) {
            int count = 0;
            for (int j = 0; j < columns.length; j++) {
                if (weights[k][j] != 0) {
                    factors[count] = weights[k][j];
                    index[count++] = j;
                }
            }
            Vectors.combine(factors, columns, index, count, scores[k], rows.length);
        }
    }

    @Override
    public void gradient(double[][] residuals, double[][] gradient) {
        for (double[] g : gradient) {
            Arrays.fill(g, 0);
        }
        Vectors.combineAll(residuals, rows, rows.length, gradient, columns.length);
        for (double[] g : gradient) {
            Vectors.scale(1.0 / rows.length, g, g.length);
        }
    }
}
