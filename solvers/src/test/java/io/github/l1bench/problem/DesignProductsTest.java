package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both products, rows and columns of every design against the definition x_ij = (raw_ij - center_j) / scale_j. */
@Tag("truth")
class DesignProductsTest {
    private static DMatrixRMaj raw(int n, int p, double density) {
        Random random = new Random(31L * n + p);
        DMatrixRMaj raw = new DMatrixRMaj(n, p);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < p; j++) {
                if (random.nextDouble() < density) {
                    raw.set(i, j, 3 * random.nextGaussian() + 1);
                }
            }
        }
        return raw;
    }

    private static DMatrixSparseCSC sparse(DMatrixRMaj raw) {
        return DConvertMatrixStruct.convert(raw, (DMatrixSparseCSC) null, 0);
    }

    private static double x(DMatrixRMaj raw, Standardization s, int i, int j) {
        return (raw.get(i, j) - s.center()[j]) / s.scale()[j];
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 2, 1",
        "7, 3, 2, 0.5",
        "600, 21, 3, 0.2",
        "40, 530, 10, 0.1",
        "130, 9, 12, 1",
        "130, 40, 12, 1",
        "60, 200, 3, 0.25"
    })
    void productsEqualTheirDefinitionInEveryLayout(int n, int p, int classes, double density) {
        DMatrixRMaj raw = raw(n, p, density);
        for (Standardization s : List.of(
                Standardization.none(p),
                Standardization.of(raw),
                Standardization.of(raw).withoutCentering())) {
            for (Design design : List.of(new DenseDesign(raw, s), new SparseDesign(sparse(raw), s))) {
                for (double share : new double[] {0.05, 0.5, 1}) {
                    checkScores(design, raw, classes, share);
                }
                checkGradient(design, raw, classes);
                checkEntries(design, raw);
            }
        }
    }

    private static void checkScores(Design design, DMatrixRMaj raw, int classes, double share) {
        Random random = new Random(5);
        double[][] weights = new double[classes][design.columns()];
        for (double[] row : weights) {
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextDouble() < share ? random.nextGaussian() : 0;
            }
        }
        double[] intercept = random.doubles(classes).toArray();
        double[][] scores = new double[classes][design.rows()];
        DesignProducts products = design.products(classes);
        products.scores(weights, intercept, scores);
        products.scores(weights, intercept, scores); // nothing may be left over from the first time
        for (int k = 0; k < classes; k++) {
            for (int i = 0; i < design.rows(); i++) {
                double z = intercept[k];
                for (int j = 0; j < design.columns(); j++) {
                    z += x(raw, design.standardization(), i, j) * weights[k][j];
                }
                assertThat(scores[k][i]).isCloseTo(z, within(1e-11));
            }
        }
    }

    private static void checkGradient(Design design, DMatrixRMaj raw, int classes) {
        Random random = new Random(6);
        double[][] residuals = new double[classes][];
        for (int k = 0; k < classes; k++) {
            residuals[k] = random.doubles(design.rows(), -1, 1).toArray();
        }
        double[][] gradient = new double[classes][design.columns()];
        DesignProducts products = design.products(classes);
        products.gradient(residuals, gradient);
        products.gradient(residuals, gradient);
        for (int k = 0; k < classes; k++) {
            for (int j = 0; j < design.columns(); j++) {
                double g = 0;
                for (int i = 0; i < design.rows(); i++) {
                    g += x(raw, design.standardization(), i, j) * residuals[k][i];
                }
                assertThat(gradient[k][j]).isCloseTo(g / design.rows(), within(1e-11));
            }
        }
    }

    private static void checkEntries(Design design, DMatrixRMaj raw) {
        Standardization s = design.standardization();
        double[] column = new double[design.rows()];
        Design.RowReader rows = design.rowReader();
        for (int j = 0; j < design.columns(); j++) {
            design.column(j, column);
            for (int i = 0; i < design.rows(); i++) {
                double x = x(raw, s, i, j);
                assertThat(column[i]).isCloseTo(x, within(1e-12));
                assertThat(rows.row(i)[j]).isCloseTo(x, within(1e-12));
                double u = x + design.shift()[j];
                assertThat(design.uncenteredColumns().get(i, j)).isCloseTo(u, within(1e-12));
                assertThat(design.uncenteredRows().get(j, i)).isCloseTo(u, within(1e-12));
            }
        }
    }
}
