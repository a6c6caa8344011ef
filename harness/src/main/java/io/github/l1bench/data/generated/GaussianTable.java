package io.github.l1bench.data.generated;

import io.github.l1bench.data.SparseRows;
import java.util.Arrays;

/**
 * A table of numbers: a class is drawn, and then a normal row about the mean of that class, with one covariance for all
 * classes, so that the classes' log odds are linear in the features (linear discriminant analysis). Rows depend on the
 * seed and their own number only.
 */
final class GaussianTable implements NumberedRows {
    /**
     * What the table is like.
     *
     * @param features p
     * @param classes K
     * @param rho correlation within a class: of neighbours, and rho^|i-j| of features i and j; with blocks, of any two of
     *     one block
     * @param block features in a block, 0 for none
     * @param active features in which a class's mean is not 0
     * @param signal by how much it differs there, in standard deviations
     * @param balance share of a class over that of the class before it
     * @param decades over how many powers of ten the features' scales range
     * @param copies how often each row is there
     * @param twins how often each feature is there
     */
    record Shape(
            int features,
            int classes,
            double rho,
            int block,
            int active,
            double signal,
            double balance,
            double decades,
            int copies,
            int twins) {}

    private final Shape shape;
    private final int seed;
    private final double[][] means;
    private final double[] scales;
    private final Discrete labels;

    GaussianTable(int seed, Shape shape) {
        this.seed = seed;
        this.shape = shape;
        RowRandom random = new RowRandom(seed, Long.MIN_VALUE);
        this.means = new double[shape.classes()][distinct()];
        for (double[] mean : means) {
            for (int a = 0; a < Math.min(shape.active(), mean.length); a++) {
                int j = random.below(mean.length);
                mean[j] = random.below(2) == 0 ? shape.signal() : -shape.signal();
            }
        }
        this.scales = new double[shape.features()];
        Arrays.setAll(scales, j -> StrictMath.pow(10, random.uniform(-0.5, 0.5) * shape.decades()));
        this.labels = new Discrete(shape.classes(), k -> StrictMath.pow(shape.balance(), k)); // geometric
    }

    // Features of which none is another's twin.
    private int distinct() {
        return Math.max(1, shape.features() / shape.twins());
    }

    @Override
    public void write(long row, SparseRows out) {
        RowRandom random = new RowRandom(seed, Math.floorDiv(row, shape.copies()));
        int label = labels.draw(random);
        double[] values = shape.block() > 0 ? blocks(random) : neighbours(random);
        out.startRow(label);
        for (int j = 0; j < shape.features(); j++) {
            int own = j % values.length;
            out.add(j, scales[j] * (values[own] + means[label][own]));
        }
    }

    // An autoregression of first order along the features.
    private double[] neighbours(RowRandom random) {
        double[] values = new double[distinct()];
        double fresh = StrictMath.sqrt(1 - shape.rho() * shape.rho());
        for (int j = 0; j < values.length; j++) {
            values[j] = j == 0 ? random.normal() : shape.rho() * values[j - 1] + fresh * random.normal();
        }
        return values;
    }

    // One factor that the features of a block share.
    private double[] blocks(RowRandom random) {
        double[] values = new double[distinct()];
        double common = StrictMath.sqrt(shape.rho());
        double fresh = StrictMath.sqrt(1 - shape.rho());
        double factor = 0;
        for (int j = 0; j < values.length; j++) {
            if (j % shape.block() == 0) {
                factor = random.normal();
            }
            values[j] = common * factor + fresh * random.normal();
        }
        return values;
    }
}
