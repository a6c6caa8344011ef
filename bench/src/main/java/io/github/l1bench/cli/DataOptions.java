package io.github.l1bench.cli;

import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.PublishedExample;
import java.util.OptionalInt;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which data to fit. */
final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "NAME",
            defaultValue = "auto",
            description = "one of those that 'datasets' lists (default: ${DEFAULT-VALUE})")
    String name;

    @Mixin
    private SourceOptions sourceOptions;

    @Option(
            names = "--train",
            paramLabel = "N",
            description = "training rows (mnist and digits: " + PublishedExample.TRAIN_ROWS + ")")
    Integer train;

    @Option(
            names = "--test",
            paramLabel = "N",
            description = "test rows (mnist and digits: " + PublishedExample.TEST_ROWS + ")")
    Integer test;

    @Option(
            names = "--seed",
            defaultValue = "" + PublishedExample.SEED,
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

    /** Whether downloading is forbidden. */
    boolean isOffline() {
        return sourceOptions.offline;
    }

    Dataset load() {
        return load(name, seed);
    }

    /** What these options ask for, of another source and with another seed. */
    Dataset load(String source, int otherSeed) {
        return DataSources.load(new DataRequest(
                source,
                sourceOptions.values,
                sourceOptions.offline,
                optional(train),
                optional(test),
                otherSeed,
                standardize));
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
