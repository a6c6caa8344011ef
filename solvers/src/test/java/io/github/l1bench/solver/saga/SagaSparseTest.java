package io.github.l1bench.solver.saga;

import static io.github.l1bench.solver.saga.SagaRuns.largestDifference;
import static io.github.l1bench.solver.saga.SagaRuns.solve;
import static io.github.l1bench.solver.saga.SagaRuns.solveFrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.Golden;
import io.github.l1bench.SmallProblem;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.Iterate;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.SparseDesign;
import io.github.l1bench.problem.Standardization;
import io.github.l1bench.solver.Options;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Stopping;
import java.util.Map;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("truth")
class SagaSparseTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.01", "0.002"})
    void repeatsScikitLearnsRunsOnSparseArrays(String lambda) {
        Golden golden = Golden.read("small-saga-csr-lambda" + lambda);
        SagaRuns.assertRepeats(
                golden,
                "saga-sparse[seed=7,intercept-decay=0.01,lag=scikit-learn]",
                SmallProblem.sparse(Double.parseDouble(lambda)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.01, 0.002, 0.0001})
    void isTheDenseFormAfterEachPass(double lambda) {
        for (int passes : new int[] {1, 2, 3, 40}) {
            Stopping stopping = Stopping.afterPasses(passes);
            Coefficients sparse = solve("saga-sparse[seed=3]", SmallProblem.sparse(lambda), stopping)
                    .coefficients();
            Coefficients dense = solve("saga-dense[seed=3]", SmallProblem.dense(lambda), stopping)
                    .coefficients();
            assertThat(largestDifference(sparse, dense)).isLessThan(1e-11);
        }
    }

    /** Features in a tenth of the rows, one feature and one row empty; rows unseen for several passes. */
    @ParameterizedTest
    @CsvSource({"2, 0.02, 1", "3, 0.003, 1", "3, 0.003, 6.7", "7, 0.0003, 6.7", "12, 0.01, 2"})
    void isTheDenseFormAtAnyStep(int classes, double lambda, String factor) {
        DMatrixRMaj raw = sparseRandom(classes, 150, 60, 0.1);
        DMatrixSparseCSC compressed = DConvertMatrixStruct.convert(raw, (DMatrixSparseCSC) null, 0);
        int[] labels = new Random(classes).ints(150, 0, classes).toArray();
        for (int k = 0; k < classes; k++) {
            labels[k] = k;
        }
        Standardization none = Standardization.none(60);
        MultinomialProblem sparse = new MultinomialProblem(new SparseDesign(compressed, none), labels, classes, lambda);
        MultinomialProblem dense = new MultinomialProblem(new DenseDesign(raw, none), labels, classes, lambda);
        int nonzeros = 0;
        for (int steps : new int[] {1, 2, 7, 40, 149, 150, 151, 290, 777, 3001}) {
            DenseIteration twin = new DenseIteration(
                    dense, stepFactor(new SagaDense(), factor), Iterate.of(SagaIteration.origin(dense)));
            SparseIteration lazy =
                    new SparseIteration(sparse, stepFactor(new SagaSparse(), factor), SagaIteration.origin(sparse), 1);
            twin.steps(steps);
            lazy.steps(steps);
            lazy.catchUp();
            Coefficients expected = twin.coefficients();
            assertThat(largestDifference(lazy.coefficients(), expected)).isLessThan(1e-10);
            nonzeros += expected.nonzeros();
        }
        assertThat(nonzeros).isGreaterThan(100);
    }

    @Test
    void isNotDisturbedByCatchingUp() {
        MultinomialProblem problem = SmallProblem.sparse(0.003);
        Coefficients origin = SagaIteration.origin(problem);
        SparseIteration undisturbed = new SparseIteration(problem, Options.defaults(), origin, 1);
        SparseIteration disturbed = new SparseIteration(problem, Options.defaults(), origin, 1);
        undisturbed.steps(1000);
        for (int t = 0; t < 1000; t++) {
            disturbed.steps(1);
            disturbed.catchUp();
        }
        undisturbed.catchUp();
        assertThat(largestDifference(disturbed.coefficients(), undisturbed.coefficients()))
                .isLessThan(1e-11);
    }

    @Test
    void readsACentredDesignUncentredAndConvertsTheIntercept() {
        Standardization centred = Standardization.of(SmallProblem.sparseRaw());
        MultinomialProblem scaled = new MultinomialProblem(
                new SparseDesign(SmallProblem.sparseRaw(), centred.withoutCentering()), SmallProblem.labels(), 4, 0.01);
        MultinomialProblem problem = SmallProblem.standardizedSparse(0.01);
        Coefficients start = randomCoefficients();
        Stopping stopping = Stopping.afterPasses(3);
        Coefficients solved = solveFrom(start, "saga-sparse", problem, stopping).coefficients();
        Coefficients twin = solveFrom(moved(start, problem, -1), "saga-sparse", scaled, stopping)
                .coefficients();
        assertThat(largestDifference(solved, moved(twin, problem, 1).withCenteredIntercept()))
                .isLessThan(1e-12);
        assertThat(problem.objective(solved)).isLessThan(problem.objective(start));
    }

    @Test
    void givesBackAStartThatItCannotLeave() {
        MultinomialProblem problem = SmallProblem.standardizedSparse(0.01);
        Coefficients start = randomCoefficients();
        Coefficients solved = solveFrom(start, "saga-sparse[step-factor=1e-14]", problem, Stopping.afterPasses(1))
                .coefficients();
        assertThat(largestDifference(solved, start.withCenteredIntercept())).isLessThan(1e-11);
    }

    // b + sign sum_j shift_j W_jk
    private static Coefficients moved(Coefficients coefficients, MultinomialProblem problem, int sign) {
        Iterate copy = Iterate.of(coefficients);
        for (int k = 0; k < problem.classes(); k++) {
            for (int j = 0; j < problem.features(); j++) {
                copy.intercept()[k] += sign * problem.design().shift()[j] * copy.weights()[k][j];
            }
        }
        return copy.coefficients();
    }

    private static Coefficients randomCoefficients() {
        Random random = new Random(4);
        double[][] weights = new double[SmallProblem.CLASSES][];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = random.doubles(SmallProblem.FEATURES, -1, 1).toArray();
        }
        return new Coefficients(
                weights, random.doubles(SmallProblem.CLASSES, -1, 1).toArray());
    }

    private static Options stepFactor(Solver solver, String factor) {
        return Options.of(solver, Map.of("step-factor", factor, "seed", "5"));
    }

    private static DMatrixRMaj sparseRandom(int seed, int n, int p, double density) {
        Random random = new Random(seed);
        DMatrixRMaj raw = new DMatrixRMaj(n, p);
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < p; j++) {
                raw.set(i, j, random.nextDouble() < density ? random.nextGaussian() : 0);
            }
        }
        return raw;
    }
}
