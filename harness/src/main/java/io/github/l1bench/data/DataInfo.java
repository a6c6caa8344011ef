package io.github.l1bench.data;

import java.util.List;

/**
 * What a data set is, for results and pages.
 *
 * @param name of the source and what it was given, such as {@code mnist} or {@code libsvm:FILE}
 * @param title what people call it, for headings
 * @param notice what must be said wherever this data set's results are shown ("procedural digits, not MNIST ..."), or
 *     empty
 * @param origin where the data came from: a folder, a file, or the generator and its parameters
 * @param sha256 hash of the content, hexadecimal: of training and test rows and labels as the problem sees them
 * @param seed of the split or the generator
 * @param trainRows samples for training, n
 * @param testRows samples for testing, 0 where there are none
 * @param features p
 * @param classes K
 * @param labels names of the K classes, in the order of their indices
 * @param nonzeroPercent share of nonzero raw values in the training rows, in percent
 * @param standardization {@code centred and scaled}, {@code scaled}, the same with {@code features with few zeros centred},
 *     or {@code none}
 * @param imageWidth width of the picture that a sample is, row by row; 0 where it is none
 * @param imageHeight height of that picture; 0 where it is none
 */
public record DataInfo(
        String name,
        String title,
        String notice,
        String origin,
        String sha256,
        long seed,
        int trainRows,
        int testRows,
        int features,
        int classes,
        List<String> labels,
        double nonzeroPercent,
        String standardization,
        int imageWidth,
        int imageHeight) {
    /** Whether a sample, and so a class's weights, can be drawn as a picture. */
    public boolean isImage() {
        return imageWidth > 0;
    }
}
