package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Segments;
import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Design;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.ejml.data.DMatrixSparseCSC;

/**
 * Columns of one design, centred, as floats in the solver's order: a {@link Design#layout}, of which each column is made on
 * first demand. Several solves may read it at once.
 */
final class FloatLayout {
    private final RowOrder order;
    private final Segments segments;
    private final int[] segmentOf;
    private final int[] placeOf;
    private final AtomicReferenceArray<Column> columns;

    private FloatLayout(int n, int p) {
        this.order = RowOrder.spread(n);
        this.segments = new Segments(n);
        this.segmentOf = new int[n];
        this.placeOf = new int[n];
        this.columns = new AtomicReferenceArray<>(p);
        placeSamples();
    }

    /** That of {@code design}. */
    static FloatLayout of(Design design) {
        return design.layout(FloatLayout.class, () -> new FloatLayout(design.rows(), design.columns()));
    }

    // Where each sample stands in a column.
    private void placeSamples() {
        int[] rowOf = order.rowOfSample();
        int length = segments.samples(1);
        for (int i = 0; i < rowOf.length; i++) {
            segmentOf[i] = rowOf[i] / length;
            placeOf[i] = rowOf[i] % length;
        }
    }

    RowOrder order() {
        return order;
    }

    /** Column j of {@code design}, whose layout this is. */
    Column column(Design design, int j) {
        Column column = columns.get(j);
        if (column == null) {
            column = design.density() < 1 ? scatter(design, j) : copy(design, j);
            columns.set(j, column);
        }
        return column;
    }

    // A zero of the raw data, centred, is minus the mean.
    private Column scatter(Design design, int j) {
        DMatrixSparseCSC nonzeros = design.uncenteredColumns();
        int end = nonzeros.col_idx[j + 1];
        double sum = 0;
        for (int t = nonzeros.col_idx[j]; t < end; t++) {
            sum += nonzeros.nz_values[t];
        }
        double mean = sum / design.rows();
        float[][] values = segments.zeros();
        segments.fill(values, (float) -mean);
        for (int t = nonzeros.col_idx[j]; t < end; t++) {
            int i = nonzeros.nz_rows[t];
            values[segmentOf[i]][placeOf[i]] = (float) (nonzeros.nz_values[t] - mean);
        }
        return new Column(values, mean - design.shift()[j]);
    }

    private Column copy(Design design, int j) {
        int n = design.rows();
        double[] x = new double[n];
        design.column(j, x);
        double mean = Vectors.sum(x, n) / n;
        float[][] values = segments.zeros();
        for (int i = 0; i < n; i++) {
            values[segmentOf[i]][placeOf[i]] = (float) (x[i] - mean);
        }
        return new Column(values, mean);
    }

    /**
     * @param values in {@link Segments}. Do not modify
     * @param mean what was subtracted
     */
    record Column(float[][] values, double mean) {}
}
