package io.github.l1bench.problem;

import io.github.l1bench.kernel.Team;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.ejml.data.DMatrixSparseCSC;

/** A design whose products report their work, in passes, as they are asked for; all else is the design's own. */
final class MeteredDesign implements Design {
    private static final double HALF_PASS = 0.5;

    private final Design design;
    private final int samples;
    private final int classes;
    private final DoubleConsumer meter;

    /**
     * @param samples those of the whole problem, of which a pass looks at all
     * @param classes those of the problem, for all of which a pass multiplies
     * @param meter takes the passes of every product
     */
    MeteredDesign(Design design, int samples, int classes, DoubleConsumer meter) {
        this.design = design;
        this.samples = samples;
        this.classes = classes;
        this.meter = meter;
    }

    private void count(int multiplied) {
        meter.accept(HALF_PASS * rows() / samples * multiplied / classes);
    }

    /** Its products cost that share of a pass that the chosen samples are of all. */
    @Override
    public Design select(int[] chosen) {
        return part(design.select(chosen));
    }

    @Override
    public Design sample(int[] chosen) {
        return part(design.sample(chosen));
    }

    private Design part(Design chosen) {
        return new MeteredDesign(chosen, samples, classes, meter);
    }

    @Override
    public <L> L layout(Class<L> kind, Supplier<L> maker) {
        return design.layout(kind, maker);
    }

    @Override
    public DesignProducts products(int width, Team team) {
        DesignProducts products = design.products(width, team);
        return new DesignProducts() {
            @Override
            public void scores(double[][] weights, double[] intercept, double[][] scores) {
                count(weights.length);
                products.scores(weights, intercept, scores);
            }

            @Override
            public void gradient(double[][] residuals, double[][] gradient) {
                count(residuals.length);
                products.gradient(residuals, gradient);
            }
        };
    }

    @Override
    public int rows() {
        return design.rows();
    }

    @Override
    public int columns() {
        return design.columns();
    }

    @Override
    public Standardization standardization() {
        return design.standardization();
    }

    @Override
    public double[] shift() {
        return design.shift();
    }

    @Override
    public double[] magnitudes() {
        return design.magnitudes();
    }

    @Override
    public long entries() {
        return design.entries();
    }

    @Override
    public double density() {
        return design.density();
    }

    @Override
    public void column(int j, double[] out) {
        design.column(j, out);
    }

    @Override
    public RowReader rowReader() {
        return design.rowReader();
    }

    @Override
    public DMatrixSparseCSC uncenteredRows() {
        return design.uncenteredRows();
    }

    @Override
    public DMatrixSparseCSC uncenteredColumns() {
        return design.uncenteredColumns();
    }

    @Override
    public String toString() {
        return design.toString();
    }
}
