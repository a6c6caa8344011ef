package io.github.l1bench.problem;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;
import static io.github.l1bench.kernel.Kernels.EXCESS;

import io.github.l1bench.kernel.Vectors;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A block whose features are at most 256 evenly spaced {@link Levels} each, as pixels are, as bytes b:
 *
 * <pre>
 *   v_ia = origin_a + step_a (b_ia + 128),    origin_a the lowest level.
 * </pre>
 *
 * Sums are of the numbers b + 128 from 0 to 255, in doubles; step and origin are applied to them. It is taken only where
 * every v_ia, as computed, is that to {@link RoundingErrors#OF_LEVELS} units of roundoff of
 * |origin_a| + step_a (b_ia + 128): what a sum of these sizes is bounded by holds for the sum of the v_ia, too.
 */
final class ByteBlock implements DenseBlock {
    // Samples whose columns are worth a copy: below, going from nonzero to nonzero takes no longer.
    private static final int MANY = 2048;
    // Sizes of what is added up, from the lowest level, against the numbers themselves: more would cost the digits that
    // tight certificates need, as a single outlier far below does.
    private static final double LARGEST_RATIO = 16;

    private final byte[][] rows;
    private final double[] step;
    private final double[] origin;
    private final Lazy<byte[][]> columns = new Lazy<>(this::transpose);

    private ByteBlock(byte[][] rows, double[] step, double[] origin) {
        this.rows = rows;
        this.step = step;
        this.origin = origin;
    }

    /**
     * That of {@code features} features, if all of them are such levels.
     *
     * @param column the n values of a feature, valid until the next call
     */
    static Optional<ByteBlock> of(int n, int features, IntFunction<double[]> column) {
        ByteBlock block = new ByteBlock(new byte[n][features], new double[features], new double[features]);
        Levels levels = new Levels();
        byte[] encoded = new byte[n];
        for (int a = 0; a < features; a++) {
            double[] values = column.apply(a);
            if (!levels.encode(values, n, 0, encoded) || !block.take(a, values, encoded)) {
                return Optional.empty();
            }
        }
        return Optional.of(block);
    }

    // Origin and step from the extremes, as accurate as these are; returns whether they give all values, and no others
    // that are much larger.
    private boolean take(int a, double[] values, byte[] encoded) {
        int low = 0;
        int high = 0;
        for (int i = 1; i < encoded.length; i++) {
            low = encoded[i] < encoded[low] ? i : low;
            high = encoded[i] > encoded[high] ? i : high;
        }
        int range = encoded[high] - encoded[low];
        origin[a] = values[low];
        step[a] = range == 0 ? 0 : (values[high] - values[low]) / range;
        boolean exact = true;
        double sizes = 0;
        double squares = 0;
        for (int i = 0; i < encoded.length; i++) {
            int level = encoded[i] - encoded[low];
            rows[i][a] = (byte) (level - EXCESS);
            double above = step[a] * level;
            double term = Math.abs(origin[a]) + above;
            exact &= Math.abs(origin[a] + above - values[i]) <= RoundingErrors.OF_LEVELS * RoundingErrors.UNIT * term;
            sizes += term * term;
            squares += values[i] * values[i];
        }
        return exact && Math.sqrt(sizes) <= LARGEST_RATIO * Math.sqrt(squares);
    }

    private byte[][] transpose() {
        byte[][] transposed = new byte[step.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            byte[] row = rows[i];
            for (int a = 0; a < row.length; a++) {
                transposed[a][i] = row[a];
            }
        }
        return transposed;
    }

    @Override
    public void sums(double[][] factors, double[] totals, double[][] sums, int from, int to) {
        for (double[] ofClass : sums) {
            Arrays.fill(ofClass, from, to, 0);
        }
        KERNELS.combineAllBytes(factors, rows, rows.length, sums, from, to);
        for (int k = 0; k < sums.length; k++) {
            for (int a = from; a < to; a++) {
                sums[k][a] = step[a] * sums[k][a] + origin[a] * totals[k];
            }
        }
    }

    /** Whether {@link #add} is faster than going from nonzero to nonzero. */
    boolean hasColumns() {
        return rows.length >= MANY;
    }

    /**
     * {@code out[i] += sum_a weights[features[a]] v_ia}, from the columns of nonzero weights.
     *
     * @param features where the weights of this block's features stand
     */
    void add(double[] weights, int[] features, double[] out) {
        byte[][] all = columns.get();
        double[] factors = new double[features.length];
        byte[][] chosen = new byte[features.length][];
        double offset = 0;
        int count = 0;
        for (int a = 0; a < features.length; a++) {
            double w = weights[features[a]];
            if (w != 0) {
                offset += w * origin[a];
                factors[count] = w * step[a];
                chosen[count++] = all[a];
            }
        }
        KERNELS.combineAllBytes(new double[][] {factors}, chosen, count, new double[][] {out}, 0, rows.length);
        if (offset != 0) {
            Vectors.add(offset, out, rows.length);
        }
    }

    /** {@code out[k][i] += sum_a weights[k][a] v_ia} for the samples from {@code from} to {@code to - 1}. */
    void addAll(double[][] weights, double[][] out, int from, int to) {
        double[][] factors = new double[weights.length][step.length];
        for (int k = 0; k < weights.length; k++) {
            double offset = 0;
            for (int a = 0; a < step.length; a++) {
                offset += weights[k][a] * origin[a];
                factors[k][a] = weights[k][a] * step[a];
            }
            for (int i = from; i < to; i++) {
                out[k][i] += offset;
            }
        }
        KERNELS.combineAllBytes(factors, columns.get(), step.length, out, from, to);
    }

    /** For each feature a bound of sqrt(sum_i (|origin_a| + step_a (b_ia + 128))^2). */
    double[] magnitudes() {
        double[] magnitudes = new double[step.length];
        for (byte[] row : rows) {
            for (int a = 0; a < row.length; a++) {
                double level = row[a] + EXCESS;
                magnitudes[a] += level * level;
            }
        }
        double root = Math.sqrt(rows.length);
        Arrays.setAll(magnitudes, a -> root * Math.abs(origin[a]) + step[a] * Math.sqrt(magnitudes[a]));
        return magnitudes;
    }

    @Override
    public ByteBlock select(int[] samples) {
        return new ByteBlock(Arrays.stream(samples).mapToObj(i -> rows[i]).toArray(byte[][]::new), step, origin);
    }
}
