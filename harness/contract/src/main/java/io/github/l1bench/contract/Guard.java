package io.github.l1bench.contract;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.solver.Monitor;
import io.github.l1bench.solver.Stopping;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches a run and keeps its trace; ends a run that goes on after it was told to stop, by an error, because nothing
 * else would.
 */
final class Guard implements Monitor {
    private static final long PATIENCE_SECONDS = 30;

    private final Stopping stopping;
    private final int wishedIterations;
    private final long begin = System.nanoTime();
    private final List<Moment> trace = new ArrayList<>();
    private Coefficients last;
    private boolean told;

    private Guard(Stopping stopping, int wishedIterations) {
        this.stopping = stopping;
        this.wishedIterations = wishedIterations;
    }

    /** Has no wish of its own. */
    static Guard of(Stopping stopping) {
        return new Guard(stopping, Integer.MAX_VALUE);
    }

    /** Wishes the end after {@code iterations} iterations. */
    static Guard endingAfter(int iterations, Stopping stopping) {
        return new Guard(stopping, iterations);
    }

    @Override
    public boolean goOn(Moment moment) {
        if (told) {
            throw new AssertionError("it goes on after it was told to stop, at iteration " + moment.iterations());
        }
        if (System.nanoTime() - begin > PATIENCE_SECONDS * 1_000_000_000L) {
            throw new AssertionError("it still runs after " + PATIENCE_SECONDS + " seconds");
        }
        trace.add(moment);
        last = moment.coefficients().get().copy();
        boolean wish = moment.iterations() < wishedIterations;
        told = !wish || moment.passes() >= stopping.maxPasses() || moment.seconds() >= stopping.maxSeconds();
        return wish;
    }

    /** The moments so far; their coefficients are no longer to be had. */
    List<Moment> trace() {
        return trace;
    }

    /** A copy of the coefficients of the last moment. */
    Coefficients last() {
        return last;
    }
}
