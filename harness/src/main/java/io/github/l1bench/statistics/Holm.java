package io.github.l1bench.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Several tests at once, so that all of them together err at a level (S. Holm, Scand. J. Statist. 6, 1979). */
public final class Holm {
    private Holm() {}

    /**
     * Those that are significant: the smallest probabilities while the i-th of m, from 0, is at most level / (m - i).
     *
     * @param probability of each under its hypothesis
     */
    public static <T> List<T> significant(List<T> tests, double level, ToDoubleFunction<T> probability) {
        List<T> sorted =
                tests.stream().sorted(Comparator.comparingDouble(probability)).toList();
        int kept = 0;
        while (kept < sorted.size() && probability.applyAsDouble(sorted.get(kept)) <= level / (sorted.size() - kept)) {
            kept++;
        }
        return sorted.subList(0, kept);
    }

    /** Each probability as the lowest level at which its test is significant among all of them, in their order. */
    public static double[] adjusted(double[] probabilities) {
        int m = probabilities.length;
        int[] order = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> probabilities[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[m];
        double largest = 0;
        for (int i = 0; i < m; i++) {
            largest = Math.max(largest, Math.min(1, (m - i) * probabilities[order[i]]));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }
}
