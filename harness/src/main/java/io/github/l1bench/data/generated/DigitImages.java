package io.github.l1bench.data.generated;

import io.github.l1bench.data.ByteRows;
import java.util.stream.IntStream;

/**
 * Procedural digits: training rows first, then test rows. A training row depends on the seed and its number only, and so
 * does a test row, so that more rows add to a data set and change nothing in it.
 */
final class DigitImages implements ByteRows {
    private final int[] labels;
    private final byte[][] images;

    DigitImages(int seed, int trainRows, int testRows) {
        labels = new int[Math.addExact(trainRows, testRows)];
        images = new byte[labels.length][InkCanvas.SIDE * InkCanvas.SIDE];
        ThreadLocal<DigitPainter> painter = ThreadLocal.withInitial(DigitPainter::new);
        IntStream.range(0, labels.length).parallel().forEach(i -> {
            long row = i < trainRows ? i : trainRows - 1L - i;
            labels[i] = painter.get().paint(seed, row, images[i]);
        });
    }

    @Override
    public int rows() {
        return labels.length;
    }

    @Override
    public int columns() {
        return InkCanvas.SIDE * InkCanvas.SIDE;
    }

    @Override
    public int label(int row) {
        return labels[row];
    }

    @Override
    public byte[] bytes(int row) {
        return images[row];
    }

    @Override
    public int offset(int row) {
        return 0;
    }
}
