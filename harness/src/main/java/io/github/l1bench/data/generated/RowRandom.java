package io.github.l1bench.data.generated;

/**
 * Random numbers of one row of generated data, so that a row depends on the seed and its own number only. SplitMix64
 * (Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014), written out because the bits
 * have to be the same on every Java release.
 */
final class RowRandom {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    /** The numbers of {@code row} under {@code seed}. */
    RowRandom(long seed, long row) {
        this.state = mix(mix(seed + GOLDEN_GAMMA) + row);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform on [0, 1). */
    double uniform() {
        return (next() >>> 11) * 0x1p-53;
    }

    /** Uniform on [from, to). */
    double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** One of 0 to {@code bound} - 1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Bell-shaped about 0 with standard deviation {@code deviation}, never beyond three of them: a sum of three uniforms. */
    double bell(double deviation) {
        return deviation * 2 * (uniform() + uniform() + uniform() - 1.5);
    }

    /** Normal with mean 0 and variance 1, after Box and Muller (1958), one of the two numbers that they give. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }
}
