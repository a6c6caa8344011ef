package io.github.l1bench.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The 70,000 images of MNIST in OpenML's order: the 60,000 training images, then the 10,000 test images. */
final class MnistImages implements ByteRows {
    private static final int TRAIN = 60_000;
    private static final int ROWS = 70_000;

    private final Map<MnistFile, byte[]> files;

    private MnistImages(Map<MnistFile, byte[]> files) {
        this.files = files;
    }

    /**
     * Reads and checks the four files in {@code folder}, each of them gzip or plain.
     *
     * @throws DataException if one is missing or not the right one
     */
    static MnistImages read(Path folder) {
        // Decompressing and hashing the training images takes nearly all the time: a second core does the rest.
        CompletableFuture<byte[]> large = CompletableFuture.supplyAsync(() -> read(folder, MnistFile.TRAIN_IMAGES));
        Map<MnistFile, byte[]> files = new EnumMap<>(MnistFile.class);
        for (MnistFile file : MnistFile.values()) {
            if (file != MnistFile.TRAIN_IMAGES) {
                files.put(file, read(folder, file));
            }
        }
        try {
            files.put(MnistFile.TRAIN_IMAGES, large.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof DataException cause ? cause : e;
        }
        return new MnistImages(files);
    }

    private static byte[] read(Path folder, MnistFile file) {
        Path plain = folder.resolve(file.plainName());
        return file.read(Files.exists(plain) ? plain : folder.resolve(file.gzipName()));
    }

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public int columns() {
        return MnistFile.PIXELS;
    }

    @Override
    public int label(int row) {
        return row < TRAIN ? value(MnistFile.TRAIN_LABELS, row) : value(MnistFile.TEST_LABELS, row - TRAIN);
    }

    private int value(MnistFile file, int index) {
        return files.get(file)[file.headerSize() + index] & 0xff;
    }

    @Override
    public byte[] bytes(int row) {
        return files.get(row < TRAIN ? MnistFile.TRAIN_IMAGES : MnistFile.TEST_IMAGES);
    }

    @Override
    public int offset(int row) {
        return MnistFile.TRAIN_IMAGES.headerSize() + MnistFile.PIXELS * (row < TRAIN ? row : row - TRAIN);
    }
}
