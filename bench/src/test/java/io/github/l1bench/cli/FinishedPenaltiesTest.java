package io.github.l1bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.SolutionPath;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Stopping;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinishedPenaltiesTest {
    @ParameterizedTest
    @ValueSource(strings = {"prox-newton", "coordinate-descent"})
    void aPathShowsEachPenaltyThatIsDoneAndIsNotChangedByIt(String name) {
        Solver solver = Solvers.named(name);
        MultinomialProblem problem =
                DataSources.load(DataRequest.of("digits").withRows(100, 0)).problem(0.05);
        double[] lambdas = SolutionPath.grid(problem.lambdaMax(), 0.05, 6);
        List<Integer> done = new ArrayList<>();
        Request request = Request.until(Stopping.atRelativeGap(1e-3));

        List<SolutionPath.Point> watched =
                SolutionPath.solve(solver, problem, lambdas, request.watchedBy(new FinishedPenalties(done::add)));

        assertThat(done).containsExactly(1, 2, 3, 4, 5);
        assertThat(watched)
                .extracting(point -> point.solution().passes())
                .isEqualTo(SolutionPath.solve(solver, problem, lambdas, request).stream()
                        .map(point -> point.solution().passes())
                        .toList());
    }
}
