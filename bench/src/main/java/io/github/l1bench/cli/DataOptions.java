package io.github.l1bench.cli;

import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The options that say which data to fit. */
final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "NAME",
            defaultValue = "auto",
            description = "mnist, digits, text, libsvm:PATH, or auto: mnist where it can be had, else digits"
                    + " (default: ${DEFAULT-VALUE})")
    String name;

    @Option(
            names = "--mnist-dir",
            paramLabel = "DIR",
            description = "folder with the four IDX files of MNIST, gzip or plain; else the system property mnist.dir,"
                    + " else the environment's MNIST_DIR, else the user's cache, filled by download")
    Path mnistDir;

    @Option(names = "--offline", description = "never download")
    boolean offline;

    @Option(names = "--train", paramLabel = "N", description = "training rows (mnist and digits: 5000)")
    Integer train;

    @Option(names = "--test", paramLabel = "N", description = "test rows (mnist and digits: 10000)")
    Integer test;

    @Option(
            names = "--seed",
            defaultValue = "0",
            paramLabel = "N",
            description = "of the split and of samplers (default: ${DEFAULT-VALUE})")
    int seed;

    @Option(
            names = "--standardize",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "standardise features by the training rows (default: ${DEFAULT-VALUE})")
    boolean standardize;

    Dataset load() {
        return load(name, seed);
    }

    /** What these options ask for, of another source and with another seed. */
    Dataset load(String source, int otherSeed) {
        return DataSources.load(new DataRequest(
                source,
                Optional.ofNullable(mnistDir),
                offline,
                optional(train),
                optional(test),
                otherSeed,
                standardize));
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
