package io.github.l1bench.data;

import io.github.l1bench.random.NumpyRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which rows train and which test.
 *
 * @param train indices of the training rows
 * @param test indices of the test rows, none of which trains
 */
public record Split(int[] train, int[] test) {
    /** The first rows train, those that follow test. */
    public static Split inOrder(RowCounts counts) {
        int train = counts.train();
        return new Split(
                IntStream.range(0, train).toArray(),
                IntStream.range(train, train + counts.test()).toArray());
    }

    /**
     * Chooses among {@code rows} rows as scikit-learn's {@code check_random_state(0).permutation(rows)} and then
     * {@code train_test_split(train_size=..., test_size=..., random_state=seed)}, to the same rows in the same order.
     */
    public static Split ofShuffled(int rows, RowCounts counts, int seed) {
        int[] shuffled = new NumpyRandom(0).permutation(rows);
        int[] order = new NumpyRandom(seed).permutation(rows);
        int[] chosen = new int[counts.train() + counts.test()];
        Arrays.setAll(chosen, i -> shuffled[order[i]]);
        // train_test_split takes the test rows first.
        return new Split(
                Arrays.copyOfRange(chosen, counts.test(), chosen.length), Arrays.copyOfRange(chosen, 0, counts.test()));
    }
}
