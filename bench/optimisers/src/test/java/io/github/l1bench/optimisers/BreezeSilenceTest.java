package io.github.l1bench.optimisers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Stopping;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class BreezeSilenceTest {
    /** A solve in a process of its own, as its linear algebra speaks once in a process, from C too. */
    @Test
    void itsLinearAlgebraSaysNothing() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dslf4j.internal.verbosity=ERROR", // benchmarks.jar has a logger for it
                        "-cp",
                        System.getProperty("java.class.path"),
                        Solve.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.strip()).isEqualTo("certified");
    }

    static final class Solve {
        private Solve() {}

        public static void main(String[] arguments) {
            DMatrixRMaj rows = new DMatrixRMaj(new double[][] {{1, 2}, {3, 5}, {-1, 0.5}, {0, 4}});
            MultinomialProblem problem = new MultinomialProblem(new DenseDesign(rows), new int[] {0, 1, 0, 1}, 2, 0.1);
            System.out.println(SolverRun.solve(new BreezeOwlQn(), problem, Request.until(Stopping.atRelativeGap(1e-3)))
                    .status()
                    .label());
        }
    }
}
