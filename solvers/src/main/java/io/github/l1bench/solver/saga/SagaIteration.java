package io.github.l1bench.solver.saga;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Progress;

/** The state of one run of SAGA, and how it moves on. */
interface SagaIteration {
    /** n steps, after which all coefficients are up to date. */
    void epoch();

    /** A copy of the coefficients in the design's features; for the end of an epoch. */
    Coefficients coefficients();

    /** W = 0, b = 0, where a run of scikit-learn starts. */
    static Coefficients origin(MultinomialProblem problem) {
        return new Coefficients(new double[problem.classes()][problem.features()], new double[problem.classes()]);
    }

    /**
     * Runs epochs, one pass each, until {@code progress} says stop; returns the coefficients reached. A start is looked
     * at first: the first epoch remembers no gradients yet and leads away even from the optimum.
     */
    default Coefficients run(Progress progress) {
        if (progress.startSuffices()) {
            return coefficients();
        }
        do {
            epoch();
            progress.spend(1);
        } while (progress.goOn(this::coefficients));
        return coefficients();
    }
}
