package io.github.l1bench.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks from 1 for the least; equal values share the mean of their ranks, infinite ones are equal. */
public final class Ranks {
    private Ranks() {}

    /** The rank of each of {@code values}. */
    public static double[] of(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    /**
     * The mean ranks within each block of problems.
     *
     * @param costs of each problem (first index) and solver
     * @param blocks the block of each problem, numbered from 0 without gaps
     * @return of each block (first index) and solver; with one problem in each block its ranks
     */
    public static double[][] byBlock(double[][] costs, int[] blocks) {
        int count = Arrays.stream(blocks).max().orElse(-1) + 1;
        int solvers = costs.length == 0 ? 0 : costs[0].length;
        double[][] sums = new double[count][solvers];
        int[] sizes = new int[count];
        for (int i = 0; i < costs.length; i++) {
            double[] ranks = of(costs[i]);
            sizes[blocks[i]]++;
            for (int s = 0; s < solvers; s++) {
                sums[blocks[i]][s] += ranks[s];
            }
        }
        for (int b = 0; b < count; b++) {
            for (int s = 0; s < solvers; s++) {
                sums[b][s] /= sizes[b];
            }
        }
        return sums;
    }

    /** The mean over the blocks of {@link #byBlock}, for each solver. */
    public static double[] mean(double[][] byBlock) {
        int solvers = byBlock.length == 0 ? 0 : byBlock[0].length;
        return IntStream.range(0, solvers)
                .mapToDouble(s -> Arrays.stream(byBlock)
                        .mapToDouble(row -> row[s])
                        .average()
                        .orElse(Double.NaN))
                .toArray();
    }
}
