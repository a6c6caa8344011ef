package io.github.l1bench.solver;

import io.github.l1bench.problem.Coefficients;
import java.util.function.Supplier;

/** Watches a run: called at the start and after every iteration, while the run's clock stands still. */
@FunctionalInterface
public interface Monitor {
    /** Watches nothing and ends nothing. */
    Monitor NONE = (moment) -> true;

    /** Returns false to end the run. */
    boolean goOn(Moment moment);

    /**
     * A moment of a run.
     *
     * @param passes passes so far, looks at the certificate included
     * @param iterations iterations so far: epochs of a stochastic solver, gradients or sweeps of others
     * @param seconds seconds so far, without those spent in monitors
     * @param coefficients the coefficients of this moment, a copy, made when asked for
     */
    record Moment(double passes, int iterations, double seconds, Supplier<Coefficients> coefficients) {}
}
