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
     * Chooses among {@code rows} rows as scikit-learn's {@code train_test_split(train_size=..., test_size=...,
     * random_state=seed)}, to the same rows in the same order: where one of the numbers is not asked for, it is that of all
     * other rows. Where neither is, all rows train, in the order in which they are.
     *
     * @throws IllegalArgumentException if more rows are asked for than there are
     */
    public static Split requested(DataRequest request, int rows) {
        if (request.trainRows().isEmpty() && request.testRows().isEmpty()) {
            return inOrder(new RowCounts(rows, 0));
        }
        int train =
                request.trainRows().orElse(Math.max(1, rows - request.testRows().orElse(0)));
        RowCounts counts = RowCounts.of(request, train, Math.max(0, rows - train), rows);
        return testFirst(new NumpyRandom(request.seed()).permutation(rows), counts);
    }

    /**
     * Chooses among {@code rows} rows as scikit-learn's {@code check_random_state(0).permutation(rows)} and then
     * {@code train_test_split(train_size=..., test_size=..., random_state=seed)}, to the same rows in the same order.
     */
    public static Split ofShuffled(int rows, RowCounts counts, int seed) {
        int[] shuffled = new NumpyRandom(0).permutation(rows);
        int[] order = new NumpyRandom(seed).permutation(rows);
        Arrays.setAll(order, i -> shuffled[order[i]]);
        return testFirst(order, counts);
    }

    // train_test_split takes the test rows first.
    private static Split testFirst(int[] order, RowCounts counts) {
        return new Split(
                Arrays.copyOfRange(order, counts.test(), counts.test() + counts.train()),
                Arrays.copyOfRange(order, 0, counts.test()));
    }
}
