package io.github.l1bench.solver.saga;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.Golden;
import io.github.l1bench.SmallProblem;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.solver.Stopping;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("truth")
class SagaDenseTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.01", "0.002"})
    void repeatsScikitLearnsRunsOnDenseArrays(String lambda) {
        Golden golden = Golden.read("small-saga-dense-lambda" + lambda);
        SagaRuns.assertRepeats(golden, "saga-dense[seed=7]", SmallProblem.dense(Double.parseDouble(lambda)));
    }

    @Test
    void takesTheSamePathWhereRowsAreScattered() {
        Stopping stopping = Stopping.afterPasses(3);
        Coefficients dense =
                SagaRuns.solve("saga-dense", SmallProblem.dense(0.01), stopping).coefficients();
        Coefficients scattered = SagaRuns.solve("saga-dense", SmallProblem.sparse(0.01), stopping)
                .coefficients();
        assertThat(SagaRuns.largestDifference(dense, scattered)).isZero();
    }
}
