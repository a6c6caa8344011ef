package io.github.l1bench.data.mnist;

import io.github.l1bench.data.ByteRows;
import io.github.l1bench.data.DataException;
import io.github.l1bench.data.download.CheckedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The 70,000 images of MNIST (LeCun, Cortes and Burges) in OpenML's order: the 60,000 training images, then the 10,000
 * test images. The files are in the IDX format: a header of 16 bytes before the images and of 8 before the labels, then
 * one unsigned byte a value; the hashes vouch for the headers too.
 */
final class MnistImages implements ByteRows {
    /** All rows there are. */
    static final int ROWS = 70_000;

    private static final int TRAIN = 60_000;
    private static final int TEST = ROWS - TRAIN;
    private static final int PIXELS = 28 * 28;
    private static final int IMAGES_HEADER = 16;
    private static final int LABELS_HEADER = 8;

    private static final CheckedFile TRAIN_IMAGES = new CheckedFile(
            "train-images-idx3-ubyte",
            IMAGES_HEADER + TRAIN * PIXELS,
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
    private static final CheckedFile TRAIN_LABELS = new CheckedFile(
            "train-labels-idx1-ubyte",
            LABELS_HEADER + TRAIN,
            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");
    private static final CheckedFile TEST_IMAGES = new CheckedFile(
            "t10k-images-idx3-ubyte",
            IMAGES_HEADER + TEST * PIXELS,
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");
    private static final CheckedFile TEST_LABELS = new CheckedFile(
            "t10k-labels-idx1-ubyte",
            LABELS_HEADER + TEST,
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    private final byte[] trainImages;
    private final byte[] trainLabels;
    private final byte[] testImages;
    private final byte[] testLabels;

    /**
     * Reads and checks the four files in {@code folder}, each of them gzip or plain.
     *
     * @throws DataException if one is missing or not the right one
     */
    MnistImages(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DataException("there is no folder " + folder + "; name the one that holds MNIST's four files");
        }
        // Decompressing and hashing the training images takes nearly all the time: another core does the rest.
        CompletableFuture<byte[]> large = CompletableFuture.supplyAsync(() -> TRAIN_IMAGES.read(folder));
        trainLabels = TRAIN_LABELS.read(folder);
        testImages = TEST_IMAGES.read(folder);
        testLabels = TEST_LABELS.read(folder);
        trainImages = join(large);
    }

    private static byte[] join(CompletableFuture<byte[]> content) {
        try {
            return content.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof DataException cause ? cause : e;
        }
    }

    /** The four files. */
    static List<CheckedFile> files() {
        return List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS);
    }

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public int columns() {
        return PIXELS;
    }

    @Override
    public int label(int row) {
        return row < TRAIN ? trainLabels[LABELS_HEADER + row] : testLabels[LABELS_HEADER + row - TRAIN];
    }

    @Override
    public byte[] bytes(int row) {
        return row < TRAIN ? trainImages : testImages;
    }

    @Override
    public int offset(int row) {
        return IMAGES_HEADER + PIXELS * (row < TRAIN ? row : row - TRAIN);
    }
}
