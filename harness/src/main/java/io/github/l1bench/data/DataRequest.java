package io.github.l1bench.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which data are wanted.
 *
 * @param name a source of {@link DataSources}: {@code mnist}, {@code digits}, {@code text}, {@code libsvm:PATH} or
 *     {@code auto}
 * @param mnistDir the folder to take MNIST from, and from nowhere else; empty for the usual places
 * @param offline whether downloading is forbidden
 * @param trainRows training samples, or empty for the source's default
 * @param testRows test samples, or empty for the source's default
 * @param seed of the split or the generator, 0 or more
 * @param standardize whether features are standardised; the source decides how
 */
public record DataRequest(
        String name,
        Optional<Path> mnistDir,
        boolean offline,
        OptionalInt trainRows,
        OptionalInt testRows,
        int seed,
        boolean standardize) {
    /** Checks the numbers. */
    public DataRequest {
        if (trainRows.isPresent() && trainRows.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "the number of training rows is " + trainRows.getAsInt() + "; it must be 1 or more");
        }
        if (testRows.isPresent() && testRows.getAsInt() < 0) {
            throw new IllegalArgumentException(
                    "the number of test rows is " + testRows.getAsInt() + "; it must be 0 or more");
        }
        if (seed < 0) {
            throw new IllegalArgumentException("the seed is " + seed + "; it must be 0 or more");
        }
    }

    /** The defaults of {@code name}: its own numbers of rows, seed 0, standardised, downloading allowed. */
    public static DataRequest of(String name) {
        return new DataRequest(name, Optional.empty(), false, OptionalInt.empty(), OptionalInt.empty(), 0, true);
    }

    /** The same with another name. */
    public DataRequest withName(String other) {
        return new DataRequest(other, mnistDir, offline, trainRows, testRows, seed, standardize);
    }

    /** The same with MNIST from {@code folder}. */
    public DataRequest withMnistDir(Path folder) {
        return new DataRequest(name, Optional.of(folder), offline, trainRows, testRows, seed, standardize);
    }

    /** The same with downloading forbidden. */
    public DataRequest withoutDownload() {
        return new DataRequest(name, mnistDir, true, trainRows, testRows, seed, standardize);
    }

    /** The same with {@code train} training and {@code test} test rows. */
    public DataRequest withRows(int train, int test) {
        return new DataRequest(name, mnistDir, offline, OptionalInt.of(train), OptionalInt.of(test), seed, standardize);
    }

    /** The same with another seed. */
    public DataRequest withSeed(int other) {
        return new DataRequest(name, mnistDir, offline, trainRows, testRows, other, standardize);
    }

    /** The same with features as they are. */
    public DataRequest withoutStandardization() {
        return new DataRequest(name, mnistDir, offline, trainRows, testRows, seed, false);
    }
}
