package io.github.l1bench.data;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Which data are wanted.
 *
 * @param name a source of {@link DataSources}, with its argument where it takes one: {@code mnist},
 *     {@code libsvm:PATH}
 * @param options values of the source's own options by name, empty for those without a value
 * @param offline whether downloading is forbidden
 * @param trainRows training samples, or empty for the source's default
 * @param testRows test samples, or empty for the source's default
 * @param seed of the split or the generator, 0 or more
 * @param standardize whether features are standardised; the source decides how
 */
public record DataRequest(
        String name,
        Map<String, String> options,
        boolean offline,
        OptionalInt trainRows,
        OptionalInt testRows,
        int seed,
        boolean standardize) {
    /** Checks the numbers. */
    public DataRequest {
        options = Map.copyOf(options);
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
        return new DataRequest(name, Map.of(), false, OptionalInt.empty(), OptionalInt.empty(), 0, true);
    }

    /** What follows the first colon of the name, or empty. */
    public String argument() {
        return name.substring(name.indexOf(':') + 1, name.contains(":") ? name.length() : 0);
    }

    /** The value that {@code option} is given; empty where it is not given. */
    public Optional<String> option(DataOption option) {
        return Optional.ofNullable(options.get(option.name()));
    }

    /** Whether {@code option} is given. */
    public boolean has(DataOption option) {
        return options.containsKey(option.name());
    }

    /**
     * The whole number that {@code option} is given; empty where it is not given.
     *
     * @throws IllegalArgumentException if it is given anything but a number from {@code least} on
     */
    public OptionalInt number(DataOption option, int least) {
        if (!has(option)) {
            return OptionalInt.empty();
        }
        String text = options.get(option.name());
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        throw new IllegalArgumentException(
                option + " is given '" + text + "'; it takes a whole number from " + least + " on");
    }

    /** The same of another source. */
    public DataRequest withName(String other) {
        return new DataRequest(other, options, offline, trainRows, testRows, seed, standardize);
    }

    /** The same with {@code value} for {@code option}. */
    public DataRequest with(DataOption option, String value) {
        Map<String, String> more = new TreeMap<>(options);
        more.put(option.name(), value);
        return new DataRequest(name, more, offline, trainRows, testRows, seed, standardize);
    }

    /** The same with downloading forbidden. */
    public DataRequest withoutDownload() {
        return new DataRequest(name, options, true, trainRows, testRows, seed, standardize);
    }

    /** The same with {@code train} training and {@code test} test rows. */
    public DataRequest withRows(int train, int test) {
        return new DataRequest(name, options, offline, OptionalInt.of(train), OptionalInt.of(test), seed, standardize);
    }

    /** The same with another seed. */
    public DataRequest withSeed(int other) {
        return new DataRequest(name, options, offline, trainRows, testRows, other, standardize);
    }

    /** The same with features as they are. */
    public DataRequest withoutStandardization() {
        return new DataRequest(name, options, offline, trainRows, testRows, seed, false);
    }
}
