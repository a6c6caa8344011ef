package io.github.l1bench.solver.saga;

import static io.github.l1bench.solver.saga.SagaDenseTest.largestDifference;
import static io.github.l1bench.solver.saga.SagaDenseTest.solve;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.Golden;
import io.github.l1bench.SmallProblem;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SagaSparseTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.01", "0.002"})
    void repeatsScikitLearnsRunOnSparseInput(String lambda) {
        Golden golden = Golden.read("small-saga-csr-lambda" + lambda);
        MultinomialProblem problem = SmallProblem.sparse(Double.parseDouble(lambda));
        Solution solution = solve(
                "saga-sparse[seed=7,intercept-decay=0.01,lag=scikit-learn]", problem, Stopping.atRelativeChange(1e-3));
        assertThat(solution.status()).isEqualTo(Status.RELATIVE_CHANGE);
        assertThat(solution.iterations()).isEqualTo((int) golden.number("epochs"));
        assertThat(largestDifference(
                        solution.coefficients(), golden.coefficients().withCenteredIntercept()))
                .isLessThan(1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.01", "0.002", "0.0001"})
    void isTheDenseFormStepForStep(double lambda) {
        for (int passes : new int[] {1, 2, 3, 30}) {
            Solution sparse = solve("saga-sparse[seed=3]", SmallProblem.sparse(lambda), Stopping.afterPasses(passes));
            Solution dense = solve("saga-dense[seed=3]", SmallProblem.dense(lambda), Stopping.afterPasses(passes));
            assertThat(largestDifference(sparse.coefficients(), dense.coefficients()))
                    .isLessThan(1e-11);
        }
    }
}
