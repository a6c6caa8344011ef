package io.github.l1bench.data.generated;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Numbers from 0 on, each with a probability of its own, drawn by inverting their sums. */
final class Discrete {
    private final double[] sums;

    /**
     * @param count how many numbers
     * @param weight of each, positive, in proportion to its probability
     */
    Discrete(int count, IntToDoubleFunction weight) {
        this.sums = new double[count];
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += weight.applyAsDouble(i);
            sums[i] = total;
        }
        for (int i = 0; i < count; i++) {
            sums[i] /= total;
        }
    }

    /** One of the numbers. */
    int draw(RowRandom random) {
        int at = Arrays.binarySearch(sums, random.uniform());
        return Math.min(at < 0 ? -at - 1 : at + 1, sums.length - 1);
    }
}
