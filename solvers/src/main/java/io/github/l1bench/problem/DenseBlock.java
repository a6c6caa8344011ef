package io.github.l1bench.problem;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** A matrix V that is held entry by entry, one row for each of n samples: all of a design, or some features of U. */
interface DenseBlock {
    /** Entries from which on doubles are more than a second-level cache holds, so that bytes are faster. */
    int MANY_ENTRIES = 1 << 18;

    /**
     * Of bytes, where they are wanted and all features are such; of doubles elsewhere.
     *
     * @param wanted whether bytes are, as {@link io.github.l1bench.kernel.Kernels#favoursBytes} says
     * @param column the n values of a feature, valid until the next call
     * @param rows n rows of the same values
     */
    static DenseBlock of(boolean wanted, int n, int features, IntFunction<double[]> column, Supplier<double[][]> rows) {
        Optional<ByteBlock> bytes =
                wanted && (long) n * features >= MANY_ENTRIES ? ByteBlock.of(n, features, column) : Optional.empty();
        return bytes.<DenseBlock>map(block -> block).orElseGet(() -> new DoubleBlock(rows.get()));
    }

    /**
     * {@code sums[k][a] = sum_i factors[k][i] v_ia} for the features a from {@code from} to {@code to - 1}.
     *
     * @param factors K rows of n
     * @param totals the sums of these rows
     * @param sums K rows, overwritten there
     */
    void sums(double[][] factors, double[] totals, double[][] sums, int from, int to);

    /** The block of some of the samples; rows are shared, not copied. */
    DenseBlock select(int[] samples);
}
