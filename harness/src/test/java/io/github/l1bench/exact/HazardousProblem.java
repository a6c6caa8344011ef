package io.github.l1bench.exact;

import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.SparseDesign;
import io.github.l1bench.problem.Standardization;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;

/**
 * A problem that is drawn by its seed, to the bit: shape, class sizes, features of one {@link Hazard} or some of it,
 * standardisation, layout and penalty.
 *
 * @param name what was drawn
 * @param problem for the code under test
 * @param exact what it means
 */
record HazardousProblem(String name, MultinomialProblem problem, ExactProblem exact) {
    /** Seeds below this are small: up to 31 samples, 5 features, 4 classes. Others go to 200 and 8. */
    static final int SMALL_SEEDS = 20;

    private static final double[] SHARES = {1.5, 1, 0.5, 0.1, 1e-2, 1e-3, 1e-4};
    private static final long SPREAD_SEEDS = 0x9e3779b97f4a7c15L;

    /** How features are mapped. */
    private enum FeatureScaling {
        CENTRED,
        SCALED,
        NONE,
        // Centred at a sample's value, which may be far from the mean, and divided by the true spread.
        AT_A_SAMPLE
    }

    /** Draws one. */
    static HazardousProblem draw(Hazard hazard, int seed) {
        Random random = new Random((hazard.ordinal() + 1L) * SPREAD_SEEDS + seed * SPREAD_SEEDS * 31);
        return draw(hazard, seed, FeatureScaling.values()[random.nextInt(4)], random);
    }

    /** The same, centred and scaled as data are by default. */
    static HazardousProblem drawStandardized(Hazard hazard, int seed) {
        Random random = new Random((hazard.ordinal() + 1L) * SPREAD_SEEDS + seed * SPREAD_SEEDS * 37);
        return draw(hazard, seed, FeatureScaling.CENTRED, random);
    }

    private static HazardousProblem draw(Hazard hazard, int seed, FeatureScaling scaling, Random random) {
        boolean small = seed < SMALL_SEEDS;
        int classes = 2 + random.nextInt(3);
        int n = 2 * classes + random.nextInt(small ? 24 : 193);
        int[] labels = labels(n, classes, random);
        DMatrixRMaj raw = raw(hazard, labels, 1 + random.nextInt(small ? 5 : 8), classes, random);
        boolean sparse = random.nextBoolean();
        Design design = design(raw, scaling, sparse);
        double share = SHARES[random.nextInt(SHARES.length)];
        ExactProblem exact = new ExactProblem(raw, design.standardization(), labels, classes, 1);
        double largest = new Rescaling(exact).lambdaMax();
        double lambda = largest > 0 ? share * largest : share;
        String name = String.format(
                Locale.ROOT,
                "%s, seed %d: %d x %d, %d classes, %s, %s, lambda %.3g = %g lambda max",
                hazard,
                seed,
                n,
                raw.numCols,
                classes,
                sparse ? "sparse" : "dense",
                scaling.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                lambda,
                share);
        return new HazardousProblem(
                name, new MultinomialProblem(design, labels, classes, lambda), exact.withLambda(lambda));
    }

    // In turn; in one of three draws the last class has a single sample.
    private static int[] labels(int n, int classes, Random random) {
        boolean tiny = random.nextInt(3) == 0;
        return IntStream.range(0, n)
                .map(i -> tiny ? (i == 0 ? classes - 1 : i % Math.max(1, classes - 1)) : i % classes)
                .toArray();
    }

    private static DMatrixRMaj raw(Hazard hazard, int[] labels, int p, int classes, Random random) {
        DMatrixRMaj raw = new DMatrixRMaj(labels.length, p);
        double[] first = null;
        for (int j = 0; j < p; j++) {
            int feature = j;
            double[] values = IntStream.range(0, labels.length)
                    .mapToDouble(i -> random.nextGaussian() + (feature % classes == labels[i] ? 1 : 0))
                    .toArray();
            first = j == 0 ? values : first;
            Hazard own = j > 0 && random.nextInt(3) == 0 ? Hazard.ORDINARY : hazard;
            double[] column = own.column(values, first, random);
            IntStream.range(0, column.length).forEach(i -> raw.set(i, feature, column[i]));
        }
        return raw;
    }

    private static Design design(DMatrixRMaj raw, FeatureScaling scaling, boolean sparse) {
        if (!sparse) {
            return new DenseDesign(raw.copy(), map(raw, scaling, Standardization.of(raw)));
        }
        DMatrixSparseCSC nonzeros = DConvertMatrixStruct.convert(raw, (DMatrixSparseCSC) null, 0);
        return new SparseDesign(nonzeros, map(raw, scaling, Standardization.of(nonzeros)));
    }

    private static Standardization map(DMatrixRMaj raw, FeatureScaling scaling, Standardization usual) {
        return switch (scaling) {
            case CENTRED -> usual;
            case SCALED -> usual.withoutCentering();
            case NONE -> Standardization.none(raw.numCols);
            case AT_A_SAMPLE -> {
                double[] center = IntStream.range(0, raw.numCols)
                        .mapToDouble(j -> raw.get(0, j))
                        .toArray();
                double[] scale = IntStream.range(0, raw.numCols)
                        .mapToDouble(j -> spread(raw, j, center[j]))
                        .toArray();
                yield new Standardization(center, scale);
            }
        };
    }

    // The largest distance from the centre; 1 where there is none.
    private static double spread(DMatrixRMaj raw, int j, double center) {
        double largest = IntStream.range(0, raw.numRows)
                .mapToDouble(i -> Math.abs(raw.get(i, j) - center))
                .max()
                .orElseThrow();
        return largest > 0 ? largest : 1;
    }
}
