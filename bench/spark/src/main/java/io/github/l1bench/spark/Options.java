package io.github.l1bench.spark;

/** Checks of options that several commands have. */
final class Options {
    private Options() {}

    /**
     * Checks that {@code value} is at least 1.
     *
     * @throws IllegalArgumentException in one sentence that names {@code option}, if not
     */
    static void requirePositive(String option, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(option + " is " + value + "; it must be at least 1");
        }
    }
}
