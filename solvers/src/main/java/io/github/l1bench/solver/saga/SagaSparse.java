package io.github.l1bench.solver.saga;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Solver;
import java.util.List;

/**
 * SAGA with just-in-time updates: a step costs as much as its sample has nonzeros. The path is that of
 * {@link SagaDense} on the uncentred rows, to rounding; with {@code intercept-decay=0.01} and {@code lag=scikit-learn}
 * it is that of scikit-learn's {@code solver="saga"} on a CSR array.
 *
 * <p>A centred design is read uncentred: the optimal weights are the same, and the intercept is converted.
 */
public final class SagaSparse implements Solver {
    private static final Option INTERCEPT_DECAY = Option.positive(
            "intercept-decay", 1, "damps the intercept's average gradient; scikit-learn takes 0.01 on sparse arrays");

    @Override
    public String name() {
        return "saga-sparse";
    }

    @Override
    public List<String> aliases() {
        return List.of("scikit-learn-saga", "sklearn-saga", "stochastic-average-gradient");
    }

    @Override
    public String description() {
        return "SAGA, only the weights of a sample's nonzeros updated, the others caught up exactly when needed";
    }

    @Override
    public String formula() {
        return "W_j <- soft(W_j - gamma (x_ij d' + A_j), gamma lambda) where x_ij is not 0, for a random sample i; before it, the"
                + " steps that W_j missed, soft(W_j - gamma A_j, gamma lambda) again and again, all at once";
    }

    @Override
    public String reference() {
        return "Defazio, Bach and Lacoste-Julien (2014), arXiv:1407.0202; just-in-time updates of Schmidt, Le Roux"
                + " and Bach (2017)";
    }

    @Override
    public List<Option> options() {
        return List.of(SampleMemory.SEED, SampleMemory.STEP_FACTOR, INTERCEPT_DECAY, Lag.OPTION);
    }

    @Override
    public void prepare(MultinomialProblem problem) {
        problem.design().uncenteredRows();
    }

    @Override
    public Coefficients minimize(MultinomialProblem problem, Progress progress) {
        Coefficients start = progress.start().orElseGet(() -> SagaIteration.origin(problem));
        double decay = progress.options().number(INTERCEPT_DECAY);
        return new SparseIteration(problem, progress.options(), start, decay).run(progress);
    }
}
