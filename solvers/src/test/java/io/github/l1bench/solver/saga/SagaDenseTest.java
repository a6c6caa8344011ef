package io.github.l1bench.solver.saga;

import io.github.l1bench.Golden;
import io.github.l1bench.SmallProblem;
import org.junit.jupiter.api.Tag;
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
}
