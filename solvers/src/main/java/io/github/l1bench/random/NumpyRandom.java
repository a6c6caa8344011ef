package io.github.l1bench.random;

import org.apache.commons.math3.random.MersenneTwister;

/** The parts of numpy's legacy {@code RandomState} that scikit-learn's example draws on; MT19937 by commons-math3. */
public final class NumpyRandom {
    private final MersenneTwister twister;

    /** {@code RandomState(seed)}, for seeds below 2^31. */
    public NumpyRandom(int seed) {
        if (seed < 0) {
            throw new IllegalArgumentException("the seed is " + seed + "; it must be 0 or more");
        }
        this.twister = new MersenneTwister(seed);
    }

    /** A whole number from 0 to {@code max}, both included, by numpy's masked rejection of 32-bit words. */
    public int bounded(int max) {
        if (max == 0) {
            return 0;
        }
        int mask = -1 >>> Integer.numberOfLeadingZeros(max);
        int value;
        do {
            value = twister.nextInt() & mask;
        } while (value > max);
        return value;
    }

    /** {@code permutation(n)}: 0 to n - 1, shuffled by Fisher and Yates from the end. */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = n - 1; i > 0; i--) {
            int j = bounded(i);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }

    /** {@code randint(low, high)}: from {@code low} to {@code high} - 1. */
    public int integer(int low, int high) {
        return low + bounded(high - 1 - low);
    }
}
