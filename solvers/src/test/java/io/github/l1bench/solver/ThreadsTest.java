package io.github.l1bench.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.SparseDesign;
import io.github.l1bench.problem.Standardization;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On samples and features enough that loops are dealt out in many blocks. */
class ThreadsTest {
    private static final int SAMPLES = 2300;
    private static final int FEATURES = 150;
    private static final int CLASSES = 6;

    private static MultinomialProblem problem(double density, boolean sparse) {
        Random random = new Random(5);
        DMatrixRMaj raw = new DMatrixRMaj(SAMPLES, FEATURES);
        int[] labels = new int[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            labels[i] = i < CLASSES ? i : random.nextInt(CLASSES);
            for (int j = 0; j < FEATURES; j++) {
                boolean present = random.nextDouble() < density;
                raw.set(i, j, present ? random.nextGaussian() + (j % CLASSES == labels[i] ? 1 : 0) : 0);
            }
        }
        DMatrixSparseCSC compressed = DConvertMatrixStruct.convert(raw, (DMatrixSparseCSC) null, 0);
        Design design = sparse
                ? new SparseDesign(compressed, Standardization.none(FEATURES))
                : new DenseDesign(raw, Standardization.none(FEATURES));
        return new MultinomialProblem(design, labels, CLASSES, 0.004);
    }

    static Stream<Solver> solversWithThreads() {
        return Solvers.all().stream().filter(solver -> solver.options().contains(Option.THREADS));
    }

    @ParameterizedTest
    @MethodSource("solversWithThreads")
    void theResultIsTheSameToTheBitWhateverTheirNumber(Solver solver) {
        for (MultinomialProblem problem :
                new MultinomialProblem[] {problem(0.5, true), problem(0.05, true), problem(0.5, false)}) {
            Request request = Request.until(Stopping.atRelativeGap(1e-7).withinPasses(60));
            Solution alone = SolverRun.solve(solver, problem, request);
            for (int threads = 2; threads <= 3; threads++) {
                Options options = Options.of(solver, Map.of("threads", Integer.toString(threads)));
                Solution shared = SolverRun.solve(solver, problem, request.with(options));
                assertThat(shared.coefficients().weights())
                        .isDeepEqualTo(alone.coefficients().weights());
                assertThat(shared.coefficients().intercept())
                        .isEqualTo(alone.coefficients().intercept());
                assertThat(shared.passes()).isEqualTo(alone.passes());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("solversWithThreads")
    void noneIsRefused(Solver solver) {
        assertThatThrownBy(() -> Options.of(solver, Map.of("threads", "0")))
                .hasMessage("option threads is '0'; it takes a whole number, 1 or more");
    }
}
