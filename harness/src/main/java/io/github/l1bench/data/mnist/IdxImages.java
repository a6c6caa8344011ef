package io.github.l1bench.data.mnist;

import io.github.l1bench.data.ByteRows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Images and their labels from four IDX files, the training images first. Labels are any of 0 to 255; those that occur are
 * the classes, in ascending order.
 */
final class IdxImages implements ByteRows {
    private static final int LABELS = 256;

    private final IdxFile trainImages;
    private final IdxFile trainLabels;
    private final IdxFile testImages;
    private final IdxFile testLabels;
    private final int columns;
    private final int[] labels;
    private final int[] classes = new int[LABELS];

    /**
     * @param trainImages n images, all of one size
     * @param trainLabels n labels
     * @param testImages m images of the same size
     * @param testLabels m labels
     * @throws IllegalArgumentException if the numbers or the sizes do not agree
     */
    IdxImages(IdxFile trainImages, IdxFile trainLabels, IdxFile testImages, IdxFile testLabels) {
        requireAsMany("training", trainImages, trainLabels);
        requireAsMany("test", testImages, testLabels);
        if (height(trainImages) != height(testImages) || width(trainImages) != width(testImages)) {
            throw new IllegalArgumentException("the training images are " + height(trainImages) + " x "
                    + width(trainImages) + " and the test images " + height(testImages) + " x " + width(testImages));
        }
        this.trainImages = trainImages;
        this.trainLabels = trainLabels;
        this.testImages = testImages;
        this.testLabels = testLabels;
        this.columns = trainImages.columns();
        this.labels = IntStream.range(0, rows())
                .map(this::givenLabel)
                .sorted()
                .distinct()
                .toArray();
        Arrays.setAll(classes, label -> Arrays.binarySearch(labels, label));
    }

    private static void requireAsMany(String part, IdxFile images, IdxFile labels) {
        if (images.rows() != labels.rows()) {
            throw new IllegalArgumentException("there are " + images.rows() + " " + part + " images and "
                    + labels.rows() + " " + part + " labels");
        }
    }

    private static int height(IdxFile images) {
        return images.lengths()[1];
    }

    private static int width(IdxFile images) {
        return images.lengths()[2];
    }

    /** Number of training images, which are the first rows. */
    int trainRows() {
        return trainImages.rows();
    }

    /** Number of test images. */
    int testRows() {
        return testImages.rows();
    }

    /** Of an image. */
    int height() {
        return height(trainImages);
    }

    /** Of an image. */
    int width() {
        return width(trainImages);
    }

    /** The labels of the classes. */
    List<String> labels() {
        return Arrays.stream(labels).mapToObj(Integer::toString).toList();
    }

    @Override
    public int rows() {
        return Math.addExact(trainRows(), testRows());
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int label(int row) {
        return classes[givenLabel(row)];
    }

    private int givenLabel(int row) {
        return row < trainRows() ? trainLabels.first(row) : testLabels.first(row - trainRows());
    }

    @Override
    public byte[] bytes(int row) {
        return row < trainRows() ? trainImages.bytes() : testImages.bytes();
    }

    @Override
    public int offset(int row) {
        return row < trainRows() ? trainImages.offset(row) : testImages.offset(row - trainRows());
    }
}
