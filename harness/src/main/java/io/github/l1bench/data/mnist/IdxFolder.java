package io.github.l1bench.data.mnist;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.input.Quote;
import io.github.l1bench.data.input.UnpackedBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with four IDX files under MNIST's names, each of them plain or, with {@code .gz} behind its name, as gzip.
 *
 * @param path of the folder
 */
record IdxFolder(Path path) {
    /** Names of the plain files. */
    static final String TRAIN_IMAGES = "train-images-idx3-ubyte";

    static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    /** Dimensions of a file of images: number, height, width. */
    static final int IMAGES = 3;
    /** Dimensions of a file of labels: number. */
    static final int LABELS = 1;

    /**
     * Reads the four files.
     *
     * @throws DataException if there is no such folder, a file is missing or is no such file, or they do not agree
     */
    IdxImages read() {
        requireFolder();
        IdxFile trainLabels = read(TRAIN_LABELS, LABELS);
        IdxFile testLabels = read(TEST_LABELS, LABELS);
        IdxFile testImages = read(TEST_IMAGES, IMAGES);
        try {
            return new IdxImages(read(TRAIN_IMAGES, IMAGES), trainLabels, testImages, testLabels);
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    "the files in " + path + " do not belong together: " + e.getMessage()
                            + "; put four files of one data set there",
                    e);
        }
    }

    /** Refuses a folder that is none. */
    void requireFolder() {
        if (!Files.isDirectory(path)) {
            throw new DataException("there is no folder " + path + "; name the one that holds the four files "
                    + TRAIN_IMAGES + ", " + TRAIN_LABELS + ", " + TEST_IMAGES + " and " + TEST_LABELS);
        }
    }

    /** What else there is to do, to be put behind a sentence, where {@code name} is not the file of MNIST. */
    String advice(String name, int dimensions) {
        if (find(name).isEmpty()) {
            return renaming(name).map(words -> ", or " + words).orElse("");
        }
        try {
            read(name, dimensions);
            return ", or choose idx:" + path + " if it holds other data in MNIST's format, such as Fashion-MNIST";
        } catch (DataException e) {
            return "";
        }
    }

    private Optional<Path> find(String name) {
        return Stream.of(name, name + ".gz")
                .map(path::resolve)
                .filter(Files::exists)
                .findFirst();
    }

    private IdxFile read(String name, int dimensions) {
        Path file = find(name)
                .orElseThrow(() -> new DataException("the file " + path.resolve(name) + " is missing; "
                        + renaming(name).orElse("put it there, plain or with .gz behind its name as gzip")));
        try (InputStream stored = Files.newInputStream(file);
                InputStream in = new UnpackedBytes(file.toString(), Files.size(file), stored)) {
            return IdxFile.read(in, dimensions);
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    "the file " + file + " " + e.getMessage() + "; put an IDX file with " + dimensions
                            + (dimensions == 1 ? " dimension" : " dimensions") + " there",
                    e);
        } catch (IOException e) {
            throw new DataException("the file " + file + " cannot be read (" + e + "); make it readable", e);
        }
    }

    /** What to do where {@code name} is missing and a file in the folder seems to be it under another name. */
    Optional<String> renaming(String name) {
        String start = name.substring(0, name.indexOf("-idx"));
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(path, file -> plain(file).contains(start))) {
            for (Path file : files) {
                String other = file.getFileName().toString();
                String end = other.toLowerCase(Locale.ROOT).endsWith(".gz") ? ".gz" : "";
                return Optional.of("rename " + Quote.of(other) + " to " + name + end);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // then there is nothing to advise
        }
        return Optional.empty();
    }

    // Some distribute train-images.idx3-ubyte, or put the name of a variant before it.
    private static String plain(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
