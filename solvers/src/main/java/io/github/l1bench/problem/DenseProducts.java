package io.github.l1bench.problem;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.Team;
import io.github.l1bench.kernel.Vectors;
import java.util.Arrays;

/** Products with a design held by rows and by columns: each is a sum of vectors. */
final class DenseProducts implements DesignProducts {
    // Below this share of nonzero weights it is cheaper to add up their columns class by class than all of them.
    private static final double FEW_WEIGHTS = 0.3;

    // Elements that are dealt out together.
    private static final int GRAIN = 128;

    private final double[][] rows;
    private final double[][] columns;
    private final Team team;
    private final double[][] factors;
    private final int[][] index;

    DenseProducts(double[][] rows, double[][] columns, Team team) {
        this.rows = rows;
        this.columns = columns;
        this.team = team;
        this.factors = new double[team.size()][columns.length];
        this.index = new int[team.size()][columns.length];
    }

    @Override
    public void scores(double[][] weights, double[] intercept, double[][] scores) {
        for (int k = 0; k < weights.length; k++) {
            Arrays.fill(scores[k], intercept[k]);
        }
        if (nonzeros(weights) > FEW_WEIGHTS * weights.length * columns.length) {
            team.run(
                    rows.length,
                    GRAIN,
                    (from, to, member) -> KERNELS.combineAll(weights, columns, columns.length, scores, from, to));
        } else {
            team.run(weights.length, 1, (from, to, member) -> {
                for (int k = from; k < to; k++) {
                    addNonzeros(weights[k], factors[member], index[member], scores[k]);
                }
            });
        }
    }

    private static long nonzeros(double[][] weights) {
        return Arrays.stream(weights)
                .flatMapToDouble(Arrays::stream)
                .filter(w -> w != 0)
                .count();
    }

    private void addNonzeros(double[] weights, double[] factors, int[] index, double[] scores) {
        int count = 0;
        for (int j = 0; j < columns.length; j++) {
            if (weights[j] != 0) {
                factors[count] = weights[j];
                index[count++] = j;
            }
        }
        Vectors.combine(factors, columns, index, count, scores, rows.length);
    }

    @Override
    public void gradient(double[][] residuals, double[][] gradient) {
        for (double[] g : gradient) {
            Arrays.fill(g, 0);
        }
        team.run(
                columns.length,
                GRAIN,
                (from, to, member) -> KERNELS.combineAll(residuals, rows, rows.length, gradient, from, to));
        for (double[] g : gradient) {
            Vectors.scale(1.0 / rows.length, g, g.length);
        }
    }
}
