package io.github.l1bench.problem;

/** What dense and sparse designs demand of their input. */
final class Shapes {
    // Its square, summed over ten thousand samples, is still a double.
    private static final double LARGEST = 1e152;

    private Shapes() {}

    static void requireNonEmpty(int rows, int columns) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "the design is " + rows + " x " + columns + "; it needs at least one sample and one feature");
        }
    }

    static void requireFeatures(int columns, Standardization standardization) {
        if (standardization.features() != columns) {
            throw new IllegalArgumentException("the standardisation is of " + standardization.features()
                    + " features but the design has " + columns);
        }
    }

    static void requireFinite(double value, int i, int j) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("sample " + i + ", feature " + j + " is " + value
                    + "; every value must be finite, so repair or remove that sample");
        }
        if (Math.abs(value) > LARGEST) {
            throw new IllegalArgumentException("sample " + i + ", feature " + j + " is " + value
                    + "; sums of squares of such values overflow, so rescale that feature");
        }
    }

    static void requireModerate(double shift, int j, Standardization standardization) {
        if (Math.abs(shift) > LARGEST) {
            throw new IllegalArgumentException(
                    "feature " + j + " has centre " + standardization.center()[j]
                            + " and scale " + standardization.scale()[j]
                            + ", whose ratio is too large; rescale or remove that feature");
        }
    }
}
