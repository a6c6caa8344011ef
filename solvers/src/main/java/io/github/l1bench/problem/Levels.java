package io.github.l1bench.problem;

import io.github.l1bench.kernel.Vectors;

/**
 * Numbers that are at most 256 evenly spaced levels, as bytes: pixels and counts are, standardised or not. Then x_i =
 * {@code origin + step b_i} with signed bytes b_i, as near to zero as their range allows; the step is the greatest that
 * divides all differences.
 *
 * <p>Sums are plain: columns are encoded once, before anything is compiled, and vector code is slow then.
 *
 * <p>A level may be off by 1e-9 steps, the rounding of what standardised it: a float would be off by more.
 */
public final class Levels {
    private static final int MOST = 256;
    private static final double TOLERANCE = 1e-9;
    // Numbers that are looked at together: their largest error is no larger than the root of the sum of squares.
    private static final int BLOCK = 512;
    // Added to a number below 2^51 and taken away again, it leaves the nearest whole one.
    private static final double ROUNDER = 0x1.8p52;

    private final double[] level = new double[BLOCK];
    private final double[] whole = new double[BLOCK];
    private double origin;
    private double step;
    private double mean;
    private int lowest;
    private int highest;

    /**
     * Encodes the first {@code count} of {@code x}, if these are such numbers.
     *
     * @param more how many times more the first of them stands for, which counts for the mean
     * @param bytes as many, overwritten
     * @return whether they are; {@code bytes} holds nothing of use if not
     */
    public boolean encode(double[] x, int count, int more, byte[] bytes) {
        step = firstDifference(x, count);
        int done;
        while ((done = encodeWhileOnLevels(x, count, more, bytes)) < count) {
            double difference = Math.abs(x[done] - x[0]);
            double finer = difference / Math.rint(difference / divisor(step, difference));
            if (!(finer < step && difference < MOST * finer)) {
                return false;
            }
            step = finer;
        }
        return highest - lowest < MOST;
    }

    private static double firstDifference(double[] x, int count) {
        for (int i = 1; i < count; i++) {
            if (x[i] != x[0]) {
                return Math.abs(x[i] - x[0]);
            }
        }
        return 1;
    }

    // Levels above that of the first number, modulo 256; returns where a number is that lies on none, or far off.
    private int encodeWhileOnLevels(double[] x, int count, int more, byte[] bytes) {
        lowest = 0;
        highest = 0;
        double sum = 0;
        for (int from = 0; from < count; from += BLOCK) {
            int n = Math.min(BLOCK, count - from);
            System.arraycopy(x, from, level, 0, n);
            round(level, x[0], 1 / step, whole, n);
            if (!areLevels(n)) {
                return from + farthestOff(n);
            }
            store(from, n, bytes);
            sum += Vectors.sum(whole, n);
        }
        centre(x[0], sum / (count + more), count, bytes);
        return count;
    }

    // C2 has vector code for loops whose arrays have one index.
    private static void round(double[] level, double base, double perStep, double[] whole, int n) {
        for (int i = 0; i < n; i++) {
            double exact = (level[i] - base) * perStep;
            level[i] = exact;
            whole[i] = (exact + ROUNDER) - ROUNDER;
        }
    }

    // The squares' sum of whole numbers keeps them in the range where they are right.
    private boolean areLevels(int n) {
        return Vectors.dotOfDifferences(level, whole, level, whole, n) <= TOLERANCE * TOLERANCE
                && Vectors.dot(whole, whole, n) < (double) MOST * MOST * n;
    }

    private int farthestOff(int n) {
        int farthest = 0;
        double most = -1;
        for (int i = 0; i < n; i++) {
            double off = Math.abs(whole[i]) < MOST ? Math.abs(level[i] - whole[i]) : Double.MAX_VALUE;
            if (off > most) {
                farthest = i;
                most = off;
            }
        }
        return farthest;
    }

    // The low bits of a whole number are those of its sum with the rounder; branches cost less than minima do.
    private void store(int from, int n, byte[] bytes) {
        double least = lowest;
        double most = highest;
        for (int i = 0; i < n; i++) {
            double w = whole[i];
            bytes[from + i] = (byte) Double.doubleToRawLongBits(w + ROUNDER);
            if (w < least) {
                least = w;
            } else if (w > most) {
                most = w;
            }
        }
        lowest = (int) least;
        highest = (int) most;
    }

    // Euclid's algorithm; what is left of two multiples of a step is rounding.
    private static double divisor(double a, double b) {
        double large = Math.max(a, b);
        double small = Math.min(a, b);
        double noise = TOLERANCE * large;
        while (small > noise) {
            double left = Math.abs(large - Math.rint(large / small) * small);
            large = small;
            small = left;
        }
        return large;
    }

    private void centre(double first, double average, int count, byte[] bytes) {
        int middle = (int) Math.rint(average);
        middle = Math.max(highest - Byte.MAX_VALUE, Math.min(lowest - Byte.MIN_VALUE, middle));
        subtract((byte) middle, count, bytes);
        mean = first + step * average;
        origin = first + step * middle;
    }

    private static void subtract(byte by, int count, byte[] bytes) {
        for (int i = 0; i < count; i++) {
            bytes[i] -= by;
        }
    }

    /** What byte 0 stands for. */
    public double origin() {
        return origin;
    }

    /** The distance between two levels. */
    public double step() {
        return step;
    }

    /** The mean of the numbers. */
    public double mean() {
        return mean;
    }
}
