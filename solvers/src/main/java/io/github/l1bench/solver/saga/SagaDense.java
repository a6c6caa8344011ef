package io.github.l1bench.solver.saga;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Iterate;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Solver;
import java.util.List;

/**
 * SAGA on dense rows, the algorithm of the published example: with the seed, tolerance and data of a run of
 * scikit-learn's {@code solver="saga"} on a dense array it repeats that run to rounding.
 */
public final class SagaDense implements Solver {
    @Override
    public String name() {
        return "saga-dense";
    }

    @Override
    public List<String> aliases() {
        return List.of("scikit-learn-saga", "sklearn-saga", "stochastic-average-gradient");
    }

    @Override
    public String description() {
        return "SAGA, every weight updated at every step; repeats scikit-learn's runs on dense arrays";
    }

    @Override
    public String formula() {
        return "W <- soft(W - gamma (x_i d' + A), gamma lambda) for a random sample i; d is the change of its gradient"
                + " in the scores since it was last drawn, A the average of all remembered gradients";
    }

    @Override
    public String reference() {
        return "Defazio, Bach and Lacoste-Julien (2014), arXiv:1407.0202; scikit-learn 1.2.1, solver 'saga'";
    }

    @Override
    public List<Option> options() {
        return List.of(SampleMemory.SEED, SampleMemory.STEP_FACTOR);
    }

    @Override
    public void prepare(MultinomialProblem problem) {
        problem.design().rowReader();
    }

    @Override
    public Coefficients minimize(MultinomialProblem problem, Progress progress) {
        Iterate start = Iterate.of(progress.start().orElseGet(() -> SagaIteration.origin(problem)));
        return new DenseIteration(problem, progress.options(), start).run(progress);
    }
}
