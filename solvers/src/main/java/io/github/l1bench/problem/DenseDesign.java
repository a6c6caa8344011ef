package io.github.l1bench.problem;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.Team;
import io.github.l1bench.kernel.Vectors;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.csc.CommonOps_DSCC;

/** A design stored entry by entry, from an EJML row-major matrix. */
public final class DenseDesign implements Design {
    private final Standardization standardization;
    private final double[] shift;
    private final double[][] rows;
    private final Supplier<DMatrixRMaj> raw;
    private final Lazy<double[][]> columns = new Lazy<>(this::transpose);
    private final Lazy<DenseBlock> block;
    private final Layouts layouts = new Layouts();
    private final Lazy<double[]> magnitudes = new Lazy<>(this::magnitudesOfRows);
    private final Lazy<DMatrixSparseCSC> uncenteredColumns = new Lazy<>(this::uncentered);
    private final Lazy<DMatrixSparseCSC> uncenteredRows =
            new Lazy<>(() -> CommonOps_DSCC.transpose(uncenteredColumns(), null, null));

    /**
     * @param raw n x p raw values, all finite, kept but not modified
     * @param standardization of p features
     * @throws IllegalArgumentException if a value is not finite or the sizes do not agree
     */
    public DenseDesign(DMatrixRMaj raw, Standardization standardization) {
        this(raw, standardization, KERNELS.favoursBytes());
    }

    /** The same, with bytes where they are wanted and possible. */
    DenseDesign(DMatrixRMaj raw, Standardization standardization, boolean bytes) {
        Shapes.requireNonEmpty(raw.numRows, raw.numCols);
        Shapes.requireFeatures(raw.numCols, standardization);
        this.raw = () -> raw;
        this.standardization = standardization;
        this.rows = new double[raw.numRows][raw.numCols];
        int[] nonzeros = new int[raw.numCols];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < nonzeros.length; j++) {
                double v = raw.unsafe_get(i, j);
                Shapes.requireFinite(v, i, j);
                nonzeros[j] += v != 0 ? 1 : 0;
                rows[i][j] = (v - standardization.center()[j]) / standardization.scale()[j];
                Shapes.requireFinite(rows[i][j], i, j);
            }
        }
        this.shift = Storage.shift(nonzeros, raw.numRows, standardization);
        this.block = new Lazy<>(() -> DenseBlock.of(bytes, rows(), columns(), gatherer(), () -> rows));
    }

    /** A design of raw values as they are. */
    public DenseDesign(DMatrixRMaj raw) {
        this(raw, Standardization.none(raw.numCols));
    }

    private DenseDesign(DenseDesign other, int[] samples) {
        this.rows = Arrays.stream(samples).mapToObj(i -> other.rows[i]).toArray(double[][]::new);
        this.standardization = other.standardization;
        this.shift = other.shift;
        this.raw = () -> other.rawRows(samples);
        this.block = new Lazy<>(() -> other.block.get().select(samples));
    }

    private IntFunction<double[]> gatherer() {
        double[] column = new double[rows()];
        return j -> {
            Arrays.setAll(column, i -> rows[i][j]);
            return column;
        };
    }

    private double[][] transpose() {
        double[][] transposed = new double[columns()][rows()];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                transposed[j][i] = rows[i][j];
            }
        }
        return transposed;
    }

    private DMatrixSparseCSC uncentered() {
        DMatrixSparseCSC sparse = DConvertMatrixStruct.convert(raw.get(), (DMatrixSparseCSC) null, 0);
        return Storage.uncentered(sparse, standardization, shift);
    }

    @Override
    public double[] magnitudes() {
        return magnitudes.get();
    }

    private double[] magnitudesOfRows() {
        double[] magnitudes = Storage.magnitudes(rows);
        if (block.get() instanceof ByteBlock bytes) {
            Vectors.maximum(bytes.magnitudes(), magnitudes, 0, magnitudes.length);
        }
        return magnitudes;
    }

    @Override
    public int rows() {
        return rows.length;
    }

    @Override
    public int columns() {
        return shift.length;
    }

    @Override
    public Standardization standardization() {
        return standardization;
    }

    @Override
    public double[] shift() {
        return shift;
    }

    @Override
    public long entries() {
        return (long) rows() * columns();
    }

    @Override
    public double density() {
        return 1;
    }

    @Override
    public Design select(int[] samples) {
        return new DenseDesign(this, samples.clone());
    }

    private DMatrixRMaj rawRows(int[] samples) {
        DMatrixRMaj chosen = new DMatrixRMaj(samples.length, columns());
        for (int i = 0; i < samples.length; i++) {
            System.arraycopy(raw.get().data, samples[i] * columns(), chosen.data, i * columns(), columns());
        }
        return chosen;
    }

    @Override
    public <L> L layout(Class<L> kind, Supplier<L> maker) {
        return layouts.get(kind, maker);
    }

    @Override
    public DesignProducts products(int classes, Team team) {
        boolean bytes = block.get() instanceof ByteBlock;
        return new DenseProducts(block.get(), bytes ? null : columns.get(), rows(), columns(), team);
    }

    @Override
    public void column(int j, double[] out) {
        System.arraycopy(columns.get()[j], 0, out, 0, rows());
    }

    @Override
    public RowReader rowReader() {
        return i -> rows[i];
    }

    @Override
    public DMatrixSparseCSC uncenteredRows() {
        return uncenteredRows.get();
    }

    @Override
    public DMatrixSparseCSC uncenteredColumns() {
        return uncenteredColumns.get();
    }

    @Override
    public String toString() {
        return "dense design, " + rows() + " x " + columns() + (standardization.centers() ? ", centred" : "");
    }
}
