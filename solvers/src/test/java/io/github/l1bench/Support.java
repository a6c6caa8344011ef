package io.github.l1bench;

import io.github.l1bench.problem.Coefficients;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which weights are not zero, up to what the problem leaves open. One constant added to a feature's weights in all
 * classes changes no probability, and with an even number of classes not always the norm either: any point between the
 * two middle weights may serve as zero, so two optima can have different zeros. Midway is taken here.
 */
public final class Support {
    private Support() {}

    /** Pairs k p + j, ascending. */
    public static List<Integer> of(Coefficients coefficients) {
        int p = coefficients.features();
        double[] middle = new double[p];
        for (int j = 0; j < p; j++) {
            middle[j] = middle(coefficients, j);
        }
        return IntStream.range(0, coefficients.classes() * p)
                .filter(q -> coefficients.weights()[q / p][q % p] != middle[q % p])
                .boxed()
                .toList();
    }

    private static double middle(Coefficients coefficients, int j) {
        double[] ordered = Arrays.stream(coefficients.weights())
                .mapToDouble(w -> w[j])
                .sorted()
                .toArray();
        return (ordered[(ordered.length - 1) / 2] + ordered[ordered.length / 2]) / 2;
    }
}
