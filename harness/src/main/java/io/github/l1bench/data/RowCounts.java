package io.github.l1bench.data;

/**
 * How many rows a source is to deliver.
 *
 * @param train training rows
 * @param test test rows
 */
public record RowCounts(int train, int test) {
    /**
     * What {@code request} asks for, or the source's own numbers.
     *
     * @param most rows that the source has in all
     * @throws IllegalArgumentException if more are asked for
     */
    public static RowCounts of(DataRequest request, int defaultTrain, int defaultTest, int most) {
        RowCounts counts = new RowCounts(
                request.trainRows().orElse(defaultTrain), request.testRows().orElse(defaultTest));
        if ((long) counts.train + counts.test > most) {
            throw new IllegalArgumentException(counts.train + " training and " + counts.test
                    + " test rows are asked for but " + request.name() + " has " + most + " in all; ask for fewer");
        }
        return counts;
    }
}
