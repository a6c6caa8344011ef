package io.github.l1bench.data.mnist;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.download.CheckedFile;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The 70,000 images of MNIST (LeCun, Cortes and Burges) in OpenML's order: the 60,000 training images, then the 10,000
 * test images. The hashes of the files vouch for all that is in them.
 */
final class MnistImages {
    /** All rows there are. */
    static final int ROWS = 70_000;

    private static final CheckedFile TRAIN_IMAGES = new CheckedFile(
            IdxFolder.TRAIN_IMAGES, 47_040_016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
    private static final CheckedFile TRAIN_LABELS = new CheckedFile(
            IdxFolder.TRAIN_LABELS, 60_008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");
    private static final CheckedFile TEST_IMAGES = new CheckedFile(
            IdxFolder.TEST_IMAGES, 7_840_016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");
    private static final CheckedFile TEST_LABELS = new CheckedFile(
            IdxFolder.TEST_LABELS, 10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    private MnistImages() {}

    /**
     * Reads and checks the four files in {@code folder}, each of them gzip or plain.
     *
     * @throws DataException if one is missing or not the right one
     */
    static IdxImages read(IdxFolder folder) {
        folder.requireFolder();
        // Decompressing and hashing the training images takes nearly all the time: another core does the rest.
        CompletableFuture<IdxFile> large =
                CompletableFuture.supplyAsync(() -> read(folder, TRAIN_IMAGES, IdxFolder.IMAGES));
        IdxFile trainLabels = read(folder, TRAIN_LABELS, IdxFolder.LABELS);
        IdxFile testImages = read(folder, TEST_IMAGES, IdxFolder.IMAGES);
        IdxFile testLabels = read(folder, TEST_LABELS, IdxFolder.LABELS);
        return new IdxImages(join(large), trainLabels, testImages, testLabels);
    }

    private static IdxFile read(IdxFolder folder, CheckedFile file, int dimensions) {
        try {
            return IdxFile.of(file.read(folder.path()), dimensions);
        } catch (DataException e) {
            throw new DataException(e.getMessage() + folder.advice(file.name(), dimensions), e);
        }
    }

    private static IdxFile join(CompletableFuture<IdxFile> file) {
        try {
            return file.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof DataException cause ? cause : e;
        }
    }

    /** The four files. */
    static List<CheckedFile> files() {
        return List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS);
    }
}
