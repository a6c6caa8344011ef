package io.github.l1bench.random;

/**
 * scikit-learn's sampler of rows, with replacement: Marsaglia's xorshift of 32 bits, seeded by {@code randint(1, 2^31 -
 * 1)} of numpy's {@code RandomState(seed)}.
 */
public final class XorshiftSampler {
    private final int rows;
    private int state;

    /**
     * @param seed from 0 to 2^31 - 1
     * @param rows the number of rows to draw from, at least one
     */
    public XorshiftSampler(int seed, int rows) {
        this.rows = rows;
        this.state = new NumpyRandom(seed).integer(1, Integer.MAX_VALUE);
    }

    /** The next row, 0 to {@code rows} - 1. */
    public int next() {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        return (state & Integer.MAX_VALUE) % rows;
    }
}
