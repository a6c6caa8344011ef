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

    private final DenseBlock block;
    private final double[][] columns;
    private final int samples;
    private final int features;
    private final Team team;
    private final double[][] factors;
    private final int[][] index;
    private final int[] all;

    /** @param columns of X; null where {@code block} has bytes */
    DenseProducts(DenseBlock block, double[][] columns, int samples, int features, Team team) {
        this.block = block;
        this.columns = columns;
        this.samples = samples;
        this.features = features;
        this.team = team;
        this.factors = new double[team.size()][features];
        this.index = new int[team.size()][features];
        this.all = new int[features];
        Arrays.setAll(all, j -> j);
    }

    @Override
    public void scores(double[][] weights, double[] intercept, double[][] scores) {
        for (int k = 0; k < weights.length; k++) {
            Arrays.fill(scores[k], intercept[k]);
        }
        if (nonzeros(weights) > FEW_WEIGHTS * weights.length * features) {
            team.run(samples, GRAIN, (from, to, member) -> addAll(weights, scores, from, to));
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

    private void addAll(double[][] weights, double[][] scores, int from, int to) {
        if (block instanceof ByteBlock bytes) {
            bytes.addAll(weights, scores, from, to);
        } else {
            KERNELS.combineAll(weights, columns, features, scores, from, to);
        }
    }

    private void addNonzeros(double[] weights, double[] factors, int[] index, double[] scores) {
        if (block instanceof ByteBlock bytes) {
            bytes.add(weights, all, scores);
            return;
        }
        int count = 0;
        for (int j = 0; j < features; j++) {
            if (weights[j] != 0) {
                factors[count] = weights[j];
                index[count++] = j;
            }
        }
        Vectors.combine(factors, columns, index, count, scores, samples);
    }

    @Override
    public void gradient(double[][] residuals, double[][] gradient) {
        double[] totals = new double[residuals.length];
        Arrays.setAll(totals, k -> KERNELS.sum(residuals[k], samples));
        team.run(features, GRAIN, (from, to, member) -> block.sums(residuals, totals, gradient, from, to));
        for (double[] g : gradient) {
            Vectors.scale(1.0 / samples, g, features);
        }
    }
}
