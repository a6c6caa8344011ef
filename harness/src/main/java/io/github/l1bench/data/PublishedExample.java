package io.github.l1bench.data;

/**
 * What is repeated here: scikit-learn's example "MNIST classification using multinomial logistic + L1". Its own names for
 * these are {@code train_samples}, {@code test_size}, {@code C = 50 / train_samples} and {@code tol}; it leaves its seeds
 * open.
 */
public final class PublishedExample {
    /** Training rows. */
    public static final int TRAIN_ROWS = 5_000;

    /** Test rows. */
    public static final int TEST_ROWS = 10_000;

    /** The penalty, 1 / (C n). */
    public static final double LAMBDA = 0.02;

    /** The solver that repeats its run. */
    public static final String SOLVER = "saga-dense";

    /** The relative change of the weights over one epoch at which it stops. */
    public static final double TOLERANCE = 0.1;

    /** The usual seed of split and sampler. */
    public static final int SEED = 0;

    /** What one version of it prints: zero weights in percent, and the share of test rows classified correctly. */
    public static final Printed PRINTED = new Printed(74.57, 0.8253);

    /** Zero weights in percent as another version prints them. */
    public static final double PRINTED_ROUGHLY = 84;

    private PublishedExample() {}

    /**
     * Figures that it prints.
     *
     * @param sparsityPercent zero weights in percent
     * @param testAccuracy share of test rows classified correctly
     */
    public record Printed(double sparsityPercent, double testAccuracy) {}

    /** Whether {@code data} under {@code lambda} is its problem, with the split of any seed. */
    public static boolean is(DataInfo data, double lambda) {
        return data.name().equals("mnist")
                && data.trainRows() == TRAIN_ROWS
                && data.testRows() == TEST_ROWS
                && data.standardization().equals("centred and scaled")
                && lambda == LAMBDA;
    }
}
