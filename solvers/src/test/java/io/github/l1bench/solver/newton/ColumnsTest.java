package io.github.l1bench.solver.newton;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.kernel.Kernels;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.SparseDesign;
import io.github.l1bench.problem.Standardization;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The columns that Newton steps multiply with, against x_ij - mean_j and a column of ones, written out. */
class ColumnsTest {
    private static final int FEATURES = 4;

    private static final Standardization CENTRED =
            new Standardization(new double[] {1, 0, -2, 3}, new double[] {2, 1, 1, 0.5});
    // Columns of bytes, and those that were bytes, among the kinds of columns.
    private static final int BYTES = 2;
    private static final int ONCE_BYTES = 5;
    private static final int KINDS = 7;

    // Column 1 has ever other numbers, the others have at most 256 levels.
    private static DMatrixRMaj raw(int n) {
        Random random = new Random(n);
        DMatrixRMaj raw = new DMatrixRMaj(n, FEATURES);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < FEATURES; j++) {
                double level = j == 1 ? random.nextDouble() : j / 2.0 + (random.nextInt(256) - 128) / 64.0;
                raw.set(i, j, random.nextInt(3) == 0 ? level : 0);
            }
        }
        return raw;
    }

    /** All kinds, centred, and as many that are not. */
    private static List<WorkingColumns> all(int n) {
        List<WorkingColumns> columns = new ArrayList<>();
        for (Standardization standardization : List.of(CENTRED, Standardization.none(FEATURES))) {
            Design dense = new DenseDesign(raw(n), standardization);
            Design nonzeros =
                    new SparseDesign(DConvertMatrixStruct.convert(raw(n), (DMatrixSparseCSC) null, 0), standardization);
            columns.add(new DenseColumns(dense, Team.ALONE, Rules.ALL));
            columns.add(new SparseColumns(nonzeros, Team.ALONE));
            columns.add(new ByteColumns(dense, Team.ALONE, Rules.ALL, Kernels.PLAIN));
            columns.add(new DenseColumns(nonzeros, Team.ALONE, Rules.ALL));
            columns.add(new ByteColumns(nonzeros, Team.ALONE, Rules.ALL, Kernels.PLAIN));
            NarrowColumns onceBytes = new NarrowColumns(dense, Team.ALONE, Rules.ALL, Kernels.PLAIN);
            onceBytes.require(new int[] {0, 1});
            columns.add(onceBytes);
            columns.add(new NarrowColumns(nonzeros, Team.ALONE, Rules.ALL, Kernels.PLAIN));
        }
        return columns;
    }

    /** p + 1 columns in the order of the rows, and their means before they were centred. */
    private static double[][] expected(int n, int which, RowOrder order, double[] means) {
        DMatrixRMaj raw = raw(n);
        boolean centred = which < KINDS;
        double[] centers = centred ? new double[] {1, 0, -2, 3} : new double[FEATURES];
        double[] scales = centred ? new double[] {2, 1, 1, 0.5} : new double[] {1, 1, 1, 1};
        double[][] columns = new double[FEATURES + 1][n];
        for (int j = 0; j < FEATURES; j++) {
            double[] x = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = (raw.get(i, j) - centers[j]) / scales[j];
            }
            means[j] = Arrays.stream(x).sum() / n;
            int feature = j;
            Arrays.setAll(x, i -> x[i] - means[feature]);
            order.toRows(x, columns[j]);
        }
        Arrays.fill(columns[FEATURES], 1);
        return columns;
    }

    private static double sum(double[] w, double[] x, double[] y, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += w[i] * x[i] * y[i];
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 50, 700})
    void areCentredAndOnesInEveryProduct(int n) {
        int[] features = {0, 2, 3, FEATURES};
        int which = 0;
        for (WorkingColumns columns : all(n)) {
            double[] means = new double[FEATURES + 1];
            double[][] x = expected(n, which++, columns.order(), means);
            double[] v = new Random(1).doubles(n, -1, 1).toArray();
            double[] minus = new Random(2).doubles(n, -1, 1).toArray();
            double[] difference = new double[n];
            Arrays.setAll(difference, i -> v[i] - minus[i]);
            double[] ones = new double[n];
            Arrays.fill(ones, 1);
            columns.require(new int[] {0, 2, 3});
            columns.require(new int[] {0, 3});

            columns.setVector(v, minus);
            double[] dots = {7, 7, 7, 7};
            columns.dots(features, 3, dots);
            double[] factors = {0.5, 0, -2, 3};
            double[] combined = new double[n];
            columns.combine(features, factors, combined);

            for (int a = 0; a < 3; a++) {
                double tolerance = 1e-5 * n;
                assertThat(dots[a]).isCloseTo(sum(ones, difference, x[features[a]], n), within(tolerance));
                assertThat(columns.mean(features[a])).isCloseTo(means[features[a]], within(1e-12));
            }
            assertThat(dots[3]).isEqualTo(7);
            assertThat(columns.mean(FEATURES)).isZero();
            for (int i = 0; i < n; i++) {
                assertThat(combined[i]).isCloseTo(0.5 * x[0][i] - 2 * x[3][i] + 3, within(1e-4));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 50, 700})
    void gramProductsAreWeightedMeansOverAllRowsOfFewSamples(int n) {
        int[] features = {0, 2, 3, FEATURES};
        int which = 0;
        for (WorkingColumns columns : all(n)) {
            double[][] x = expected(n, which++, columns.order(), new double[FEATURES + 1]);
            double[] w = new Random(3).doubles(n, 0, 0.25).toArray();
            columns.require(new int[] {0, 2, 3});
            columns.setWeights(w, features);

            assertThat(columns.gramShare()).isEqualTo(1);
            assertThat(columns.growGram()).isFalse();
            for (int a : features) {
                WorkingColumns.Products products = columns.productsOf(a, 0);
                assertThat(products.withItself()).isCloseTo(sum(w, x[a], x[a], n) / n, within(1e-5));
                for (int b : features) {
                    assertThat(products.with(b)).isCloseTo(sum(w, x[a], x[b], n) / n, within(1e-5));
                }
            }
            int[] some = {3, FEATURES, 0};
            double[][] gram = {{7, 7, 7, 7}, {7, 7, 7, 7}, {7, 7, 7, 7}};
            double[] diagonal = new double[3];
            columns.gram(some, features, 3, 0, gram, diagonal);
            for (int r = 0; r < 3; r++) {
                assertThat(diagonal[r]).isCloseTo(sum(w, x[some[r]], x[some[r]], n) / n, within(1e-5));
                for (int q = 0; q < 3; q++) {
                    assertThat(gram[r][q]).isCloseTo(sum(w, x[some[r]], x[features[q]], n) / n, within(1e-5));
                }
                assertThat(gram[r][3]).isEqualTo(7);
            }
        }
    }

    /** And diagonal entries are never below those of all rows. */
    @ParameterizedTest
    @ValueSource(ints = {0, BYTES, ONCE_BYTES})
    void gramProductsOfManySamplesAreThoseOfTheFirstRowsUntilTheyGrow(int which) {
        int n = 9000;
        WorkingColumns columns = all(n).get(which);
        double[][] x = expected(n, which, columns.order(), new double[FEATURES + 1]);
        double[] w = new Random(4).doubles(n, 0, 0.25).toArray();
        columns.require(new int[] {0, 2});
        columns.setWeights(w, new int[] {0, 2, FEATURES});

        int rows = (int) Math.round(columns.gramShare() * n);
        assertThat(rows).isBetween(2500, 3000);
        WorkingColumns.Products products = columns.productsOf(0, 0);
        assertThat(products.with(2)).isCloseTo(sum(w, x[0], x[2], rows) / rows, within(1e-5));
        double diagonal = Math.max(sum(w, x[0], x[0], rows) / rows, sum(w, x[0], x[0], n) / n);
        assertThat(products.withItself()).isCloseTo(diagonal, within(1e-5));
        products = columns.productsOf(2, 0);
        diagonal = Math.max(sum(w, x[2], x[2], rows) / rows, sum(w, x[2], x[2], n) / n);
        assertThat(products.withItself()).isCloseTo(diagonal, within(1e-5));

        assertThat(columns.growGram()).isTrue();
        assertThat(columns.gramShare()).isCloseTo(2.0 * rows / n, within(1e-12));
        while (columns.growGram()) {
            assertThat(columns.gramShare()).isLessThanOrEqualTo(1);
        }
        assertThat(columns.gramShare()).isEqualTo(1);
        products = columns.productsOf(0, 0);
        assertThat(products.with(2)).isCloseTo(sum(w, x[0], x[2], n) / n, within(1e-5));
        assertThat(products.withItself()).isCloseTo(sum(w, x[0], x[0], n) / n, within(1e-5));
    }

    @Test
    void fewNonzerosAreReadInPlaceAndManyAreGathered() {
        DMatrixSparseCSC few = new DMatrixSparseCSC(100, 2);
        DMatrixSparseCSC many = new DMatrixSparseCSC(100, 2);
        for (int i = 0; i < 20; i++) {
            many.set(5 * i, 0, 1);
            if (i < 15) {
                few.set(5 * i, 1, 1);
            }
        }

        assertThat(WorkingColumns.of(new SparseDesign(few, Standardization.none(2)), Team.ALONE, Rules.ALL))
                .isInstanceOf(SparseColumns.class);
        assertThat(WorkingColumns.of(new SparseDesign(many, Standardization.none(2)), Team.ALONE, Rules.ALL))
                .isInstanceOf(KERNELS.favoursBytes() ? NarrowColumns.class : DenseColumns.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 50, 700})
    void rowsAreThoseOfTheColumns(int n) {
        int which = 0;
        for (WorkingColumns columns : all(n)) {
            double[][] x = expected(n, which++, columns.order(), new double[FEATURES + 1]);
            columns.require(new int[] {2, 3});
            double[][] rows = new double[n][3];

            columns.rows(new int[] {2, 3, FEATURES}, 1, n, rows);

            for (int i = 1; i < n; i++) {
                double[] expected = {x[2][i], x[3][i], 1};
                assertThat(rows[i - 1]).containsExactly(expected, within(1e-6));
            }
        }
    }

    @Test
    void columnsAreFloatsFromTheFirstOneOnThatIsNoBytesAndThoseBeforeItStay() {
        NarrowColumns columns = new NarrowColumns(new DenseDesign(raw(50)), Team.ALONE, Rules.ALL, Kernels.PLAIN);
        double[][] both = new double[2][50];

        columns.require(new int[] {0, 2});
        assertThat(columns.areBytes()).isTrue();
        columns.combine(new int[] {0, 2}, new double[] {2, -1}, both[0]);
        columns.require(new int[] {2, 1});
        assertThat(columns.areBytes()).isFalse();
        columns.combine(new int[] {0, 2}, new double[] {2, -1}, both[1]);

        assertThat(both[1]).containsExactly(both[0], within(1e-5));
        assertThat(columns.mean(1)).isNotZero();
        columns.require(new int[] {3});
        assertThat(columns.mean(3)).isNotZero();
    }

    @Test
    void columnsOfADesignAreMadeOnce() {
        Design design = new DenseDesign(raw(50));
        FloatLayout.Column floats = FloatLayout.of(design).column(design, 1);
        ByteColumns bytes = new ByteColumns(design, Team.ALONE, Rules.ALL, Kernels.PLAIN);
        bytes.require(new int[] {0});
        ByteLayout.Column column = ByteLayout.of(design).column(0, 50);

        new ByteColumns(design, Team.ALONE, Rules.ALL, Kernels.PLAIN).require(new int[] {0, 2});

        assertThat(FloatLayout.of(design).column(design, 1)).isSameAs(floats);
        assertThat(column).isNotNull();
        assertThat(ByteLayout.of(design).column(0, 50)).isSameAs(column);
        assertThat(ByteLayout.of(design).column(0, column.values().length + 1))
                .as("kept for narrower registers")
                .isNull();
        assertThat(ByteLayout.of(new DenseDesign(raw(50))).column(0, 50))
                .as("of another design")
                .isNull();
    }

    /** Or a solve would depend on those before it. */
    @Test
    void columnsOfBytesStayBytesInLaterSolvesOfADesignThatHasOthers() {
        Design design = new DenseDesign(raw(50));
        NarrowColumns first = new NarrowColumns(design, Team.ALONE, Rules.ALL, Kernels.PLAIN);
        first.require(new int[] {0, 1});

        NarrowColumns second = new NarrowColumns(design, Team.ALONE, Rules.ALL, Kernels.PLAIN);
        second.require(new int[] {0});

        assertThat(second.areBytes()).isTrue();
        second.require(new int[] {1});
        assertThat(second.areBytes()).isFalse();
    }

    @Test
    void aColumnThatIsNoBytesIsTriedOnce() {
        Design design = new DenseDesign(raw(50));
        assertThat(ByteLayout.of(design).column(1, 50)).isNull();

        new NarrowColumns(design, Team.ALONE, Rules.ALL, Kernels.PLAIN).require(new int[] {1});

        assertThat(ByteLayout.of(design).column(1, 50)).isSameAs(ByteLayout.NONE);
    }

    @Test
    void gramProductsLookAtNoFewerRowsOnceColumnsAreFloats() {
        NarrowColumns columns = new NarrowColumns(new DenseDesign(raw(8000)), Team.ALONE, Rules.ALL, Kernels.PLAIN);
        columns.require(new int[] {0, 2});
        assertThat(columns.growGram()).isTrue();
        double share = columns.gramShare();

        columns.require(new int[] {1});

        assertThat(columns.areBytes()).isFalse();
        assertThat(columns.gramShare()).isBetween(share, 0.99);
    }

    /** A default would hide what floats do better, as Gram products in tiles. */
    @Test
    void columnsThatChangeHandEveryCallOn() {
        assertThat(Arrays.stream(WorkingColumns.class.getDeclaredMethods())
                        .filter(Method::isDefault)
                        .map(Method::getName))
                .isNotEmpty()
                .isSubsetOf(Arrays.stream(NarrowColumns.class.getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
    }

    @Test
    void bytesAreRefusedWhereColumnsAreNone() {
        ByteColumns columns = new ByteColumns(new DenseDesign(raw(50)), Team.ALONE, Rules.ALL, Kernels.PLAIN);

        assertThatThrownBy(() -> columns.require(new int[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("256 evenly spaced levels");
    }
}
