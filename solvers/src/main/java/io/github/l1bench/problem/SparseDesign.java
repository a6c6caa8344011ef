package io.github.l1bench.problem;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.Team;
import java.util.Arrays;
import java.util.function.Supplier;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.sparse.csc.CommonOps_DSCC;

/**
 * A design that stores the nonzeros of the raw data. Scaling is applied to them; centring is implicit, a rank-one
 * correction in every product, so that the data are never densified, but for features that have few zeros: these are
 * stored centred, see {@link Storage}.
 */
public final class SparseDesign implements Design {
    // Rows with more nonzeros than this are kept as dense ones, which weigh less than their nonzeros then.
    private static final double DENSE = 2.0 / 3;
    // Where less than one row in so many is chosen, the others are passed over.
    private static final int FEW = 6;

    private final Standardization standardization;
    private final double[] shift;
    private final DMatrixSparseCSC columns;
    private final Layouts layouts = new Layouts();
    private final Lazy<double[]> magnitudes = new Lazy<>(this::computeMagnitudes);
    private final Lazy<DMatrixSparseCSC> rows = new Lazy<>(this::transpose);
    private final Lazy<double[][]> denseRows = new Lazy<>(this::densify);
    private final Lazy<FrequentFeatures> frequentFeatures;

    /**
     * @param raw n x p raw values, all finite; copied
     * @param standardization of p features
     * @throws IllegalArgumentException if a value is not finite or the sizes do not agree
     */
    public SparseDesign(DMatrixSparseCSC raw, Standardization standardization) {
        this(standardization, raw.copy(), KERNELS.favoursBytes());
    }

    /**
     * The same without a copy, for data that are large: the caller hands {@code raw} over and must not touch it again.
     *
     * @param raw n x p raw values, all finite; modified and kept
     * @param standardization of p features
     * @throws IllegalArgumentException if a value is not finite or the sizes do not agree
     */
    public static SparseDesign takingOver(DMatrixSparseCSC raw, Standardization standardization) {
        return new SparseDesign(standardization, raw, KERNELS.favoursBytes());
    }

    /** The same, with bytes where they are wanted and possible. */
    SparseDesign(Standardization standardization, DMatrixSparseCSC owned, boolean bytes) {
        Shapes.requireNonEmpty(owned.numRows, owned.numCols);
        Shapes.requireFeatures(owned.numCols, standardization);
        if (!owned.indicesSorted) {
            owned.sortIndices(null);
        }
        this.standardization = standardization;
        this.shift = Storage.shift(owned, standardization);
        this.columns = Storage.uncentered(owned, standardization, shift);
        this.frequentFeatures = new Lazy<>(() -> FrequentFeatures.of(columns, bytes));
        for (int j = 0; j < columns(); j++) {
            for (int t = columns.col_idx[j]; t < columns.col_idx[j + 1]; t++) {
                Shapes.requireFinite(columns.nz_values[t], columns.nz_rows[t], j);
            }
        }
    }

    private SparseDesign(SparseDesign other, DMatrixSparseCSC columns, int[] samples) {
        this.standardization = other.standardization;
        this.shift = other.shift;
        this.columns = columns;
        this.frequentFeatures = new Lazy<>(() -> other.frequentFeatures.get().select(samples));
    }

    private DMatrixSparseCSC transpose() {
        DMatrixSparseCSC transposed = CommonOps_DSCC.transpose(columns, null, null);
        transposed.indicesSorted = true;
        return transposed;
    }

    // Rows are held densely only where they are dense by nature; see rowReader.
    private double[][] densify() {
        double[][] dense = new double[rows()][];
        RowReader reader = scatteringReader();
        for (int i = 0; i < dense.length; i++) {
            dense[i] = reader.row(i).clone();
        }
        return dense;
    }

    @Override
    public int rows() {
        return columns.numRows;
    }

    @Override
    public int columns() {
        return columns.numCols;
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
    public double[] magnitudes() {
        return magnitudes.get();
    }

    private double[] computeMagnitudes() {
        double[] magnitudes = Storage.magnitudes(columns, shift);
        if (frequentFeatures.get().block() instanceof ByteBlock bytes) {
            addLevels(frequentFeatures.get().features(), bytes, magnitudes);
        }
        return magnitudes;
    }

    private void addLevels(int[] features, ByteBlock bytes, double[] magnitudes) {
        double root = Math.sqrt(rows());
        double[] ofLevels = bytes.magnitudes();
        for (int a = 0; a < features.length; a++) {
            int j = features[a];
            magnitudes[j] = Math.max(magnitudes[j], ofLevels[a] + root * Math.abs(shift[j]));
        }
    }

    private boolean isCentredImplicitly() {
        return Arrays.stream(shift).anyMatch(s -> s != 0);
    }

    @Override
    public long entries() {
        return isCentredImplicitly() ? (long) rows() * columns() : columns.nz_length;
    }

    @Override
    public double density() {
        return columns.nz_length / ((double) rows() * columns());
    }

    @Override
    public Design select(int[] samples) {
        int[] rowOf = new int[rows()];
        Arrays.fill(rowOf, -1);
        for (int i = 0; i < samples.length; i++) {
            rowOf[samples[i]] = i;
        }
        int expected = (int) (columns.nz_length * (long) samples.length / rows());
        DMatrixSparseCSC chosen = new DMatrixSparseCSC(samples.length, columns(), expected + expected / 8 + 2 * rows());
        for (int j = 0; j < columns(); j++) {
            chosen.nz_length = chosen.col_idx[j];
            chosen.growMaxLength(chosen.nz_length + columns.col_idx[j + 1] - columns.col_idx[j], true);
            chosen.col_idx[j + 1] = samples.length < rows() / FEW
                    ? copyFewRows(columns, j, rowOf, chosen, chosen.nz_length)
                    : copyRows(columns, j, rowOf, chosen, chosen.nz_length);
        }
        chosen.nz_length = chosen.col_idx[columns()];
        chosen.indicesSorted = true;
        return new SparseDesign(this, chosen, samples.clone());
    }

    // Where few are wanted, the branch is foreseen and values of other rows need not be read.
    private static int copyFewRows(DMatrixSparseCSC from, int j, int[] rowOf, DMatrixSparseCSC to, int start) {
        int[] rows = from.nz_rows;
        int[] outRows = to.nz_rows;
        int end = from.col_idx[j + 1];
        int count = start;
        for (int t = from.col_idx[j]; t < end; t++) {
            int row = rowOf[rows[t]];
            if (row >= 0) {
                outRows[count] = row;
                to.nz_values[count++] = from.nz_values[t];
            }
        }
        return count;
    }

    // Without a branch: every entry is written, and the place moves on where its row is wanted.
    private static int copyRows(DMatrixSparseCSC from, int j, int[] rowOf, DMatrixSparseCSC to, int start) {
        int[] rows = from.nz_rows;
        int[] outRows = to.nz_rows;
        int end = from.col_idx[j + 1];
        int count = start;
        for (int t = from.col_idx[j]; t < end; t++) {
            int row = rowOf[rows[t]];
            outRows[count] = row;
            to.nz_values[count] = from.nz_values[t];
            count += row >= 0 ? 1 : 0;
        }
        return count;
    }

    @Override
    public <L> L layout(Class<L> kind, Supplier<L> maker) {
        return layouts.get(kind, maker);
    }

    @Override
    public DesignProducts products(int classes, Team team) {
        return new SparseProducts(this, frequentFeatures.get(), classes, team);
    }

    @Override
    public void column(int j, double[] out) {
        Arrays.fill(out, 0, rows(), -shift[j]);
        for (int t = columns.col_idx[j]; t < columns.col_idx[j + 1]; t++) {
            out[columns.nz_rows[t]] += columns.nz_values[t];
        }
    }

    /** Rows that are dense by nature are made once and kept; others are scattered one by one. */
    @Override
    public RowReader rowReader() {
        if (isCentredImplicitly() || density() >= DENSE) {
            double[][] dense = denseRows.get();
            return i -> dense[i];
        }
        return scatteringReader();
    }

    private RowReader scatteringReader() {
        DMatrixSparseCSC samples = uncenteredRows();
        double[] row = new double[columns()];
        return i -> {
            for (int j = 0; j < row.length; j++) {
                row[j] = -shift[j];
            }
            for (int t = samples.col_idx[i]; t < samples.col_idx[i + 1]; t++) {
                row[samples.nz_rows[t]] += samples.nz_values[t];
            }
            return row;
        };
    }

    @Override
    public DMatrixSparseCSC uncenteredRows() {
        return rows.get();
    }

    @Override
    public DMatrixSparseCSC uncenteredColumns() {
        return columns;
    }

    @Override
    public String toString() {
        return "sparse design, " + rows() + " x " + columns() + ", " + columns.nz_length + " nonzeros"
                + (isCentredImplicitly() ? ", centred implicitly" : "");
    }
}
