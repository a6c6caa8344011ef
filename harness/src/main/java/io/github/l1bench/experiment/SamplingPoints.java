package io.github.l1bench.experiment;

import io.github.l1bench.solver.Monitor.Moment;

/**
 * Which moments of a run its trace holds: the start, each of the first iterations, then moments that grow by a tenth in
 * passes, so that a trace has some hundred points however long the run, and tells when a gap was reached to a tenth of
 * the passes, or to one iteration where that is more.
 */
final class SamplingPoints {
    private static final int EVERY_ITERATION_UP_TO = 30;
    private static final double GROWTH = 1.1;

    private double nextPasses;

    /** Whether {@code moment}, the next of the run, is one of them. */
    boolean include(Moment moment) {
        boolean included = moment.iterations() <= EVERY_ITERATION_UP_TO || moment.passes() >= nextPasses;
        if (included) {
            nextPasses = GROWTH * moment.passes();
        }
        return included;
    }
}
