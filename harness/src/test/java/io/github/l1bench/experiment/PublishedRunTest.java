package io.github.l1bench.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.l1bench.MnistFiles;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** scikit-learn's example "MNIST classification using multinomial logistic + L1", with both its seeds set to 0. */
@Tag("truth")
class PublishedRunTest {
    @Test
    void isReplayedFromPixelsToCoefficients() throws IOException {
        JsonNode golden = golden();
        Dataset mnist = DataSources.load(MnistFiles.request());
        MultinomialProblem problem = mnist.problem(golden.required("lam").doubleValue());
        Stopping tolerance = Stopping.atRelativeChange(golden.required("tol").doubleValue());

        Solution solution = SolverRun.solve(Solvers.named("saga-dense"), problem, Request.until(tolerance));

        Coefficients reached = solution.coefficients();
        assertThat(solution.status()).isEqualTo(Status.RELATIVE_CHANGE);
        assertThat(solution.iterations()).isEqualTo(golden.required("epochs").intValue());
        assertThat(largestDifference(reached, coefficients(golden))).isLessThan(1e-12);
        assertThat(problem.objective(reached))
                .isCloseTo(golden.required("objective").doubleValue(), within(1e-12));
        assertThat(reached.sparsityPercent())
                .isCloseTo(golden.required("sparsity_percent").doubleValue(), within(1e-9));
        assertThat(mnist.testAccuracy(reached))
                .contains(golden.required("test_accuracy").doubleValue());
    }

    private static JsonNode golden() throws IOException {
        try (InputStream in = PublishedRunTest.class.getResourceAsStream("/golden/mnist-saga-dense-seed0.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static Coefficients coefficients(JsonNode golden) {
        double[][] weights = new double[golden.required("coef").size()][];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = array(golden.get("coef").get(k));
        }
        return new Coefficients(weights, array(golden.required("intercept"))).withCenteredIntercept();
    }

    private static double[] array(JsonNode node) {
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).doubleValue();
        }
        return values;
    }

    private static double largestDifference(Coefficients a, Coefficients b) {
        double largest = 0;
        for (int k = 0; k < a.classes(); k++) {
            largest = Math.max(largest, Math.abs(a.intercept()[k] - b.intercept()[k]));
            for (int j = 0; j < a.features(); j++) {
                largest = Math.max(largest, Math.abs(a.weights()[k][j] - b.weights()[k][j]));
            }
        }
        return largest;
    }
}
