package io.github.l1bench.problem;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import java.util.Arrays;

/**
 * A block of doubles.
 *
 * @param rows n rows. Do not modify
 */
record DoubleBlock(double[][] rows) implements DenseBlock {
    @Override
    public void sums(double[][] factors, double[] totals, double[][] sums, int from, int to) {
        for (double[] ofClass : sums) {
            Arrays.fill(ofClass, from, to, 0);
        }
        KERNELS.combineAll(factors, rows, rows.length, sums, from, to);
    }

    @Override
    public DoubleBlock select(int[] samples) {
        return new DoubleBlock(Arrays.stream(samples).mapToObj(i -> rows[i]).toArray(double[][]::new));
    }
}
