package io.github.l1bench.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Performance profiles (E. D. Dolan and J. J. More, Mathematical Programming 91, 2002): for each solver the share of
 * problems that it solves within a factor of the fastest.
 *
 * @param ratios of each problem (first index) and solver to the fastest on that problem, at least 1; positive infinity
 *     where the solver does not solve it, also where none does
 */
public record PerformanceProfile(double[][] ratios) {
    /**
     * The profiles of {@code costs}.
     *
     * @param costs positive, of each problem (first index) and solver; positive infinity where it was not solved
     */
    public static PerformanceProfile of(double[][] costs) {
        return against(costs, best(costs));
    }

    /**
     * The profiles of {@code costs} against given ones, so that ratios below 1 may occur.
     *
     * @param best what counts as 1 on each problem
     */
    public static PerformanceProfile against(double[][] costs, double[] best) {
        double[][] ratios = new double[costs.length][];
        for (int i = 0; i < costs.length; i++) {
            double one = best[i];
            ratios[i] = Arrays.stream(costs[i])
                    .map(cost -> Double.isFinite(cost) && Double.isFinite(one) ? cost / one : Double.POSITIVE_INFINITY)
                    .toArray();
        }
        return new PerformanceProfile(ratios);
    }

    /** The least cost on each problem; positive infinity where no solver solves it. */
    public static double[] best(double[][] costs) {
        return Arrays.stream(costs)
                .mapToDouble(row -> Arrays.stream(row).min().orElse(Double.POSITIVE_INFINITY))
                .toArray();
    }

    /** The ratios of one solver as a distribution: {@code share(tau)} is the profile at tau. */
    public Steps of(int solver) {
        return Steps.of(Arrays.stream(ratios).mapToDouble(row -> row[solver]));
    }

    /** On which problems {@code solver} is the fastest, alone or with others. */
    public List<Integer> wins(int solver) {
        return IntStream.range(0, ratios.length)
                .filter(i -> ratios[i][solver] <= 1)
                .boxed()
                .toList();
    }
}
