package io.github.l1bench.solver;

import io.github.l1bench.problem.Coefficients;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What is asked of a solver, apart from the problem.
 *
 * @param stopping when to stop
 * @param options values of the solver's options
 * @param start where to start, or empty for the solver's own start
 * @param monitor who watches
 * @param nanoTime the clock, in nanoseconds from any origin
 */
public record Request(
        Stopping stopping, Options options, Optional<Coefficients> start, Monitor monitor, LongSupplier nanoTime) {
    /** Checks that nothing is null. */
    public Request {
        Objects.requireNonNull(stopping, "stopping");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(monitor, "monitor");
        Objects.requireNonNull(nanoTime, "nanoTime");
    }

    /** Default options, the solver's own start, nobody watching, the system's clock. */
    public static Request until(Stopping stopping) {
        return new Request(stopping, Options.defaults(), Optional.empty(), Monitor.NONE, System::nanoTime);
    }

    /** The same with other options. */
    public Request with(Options other) {
        return new Request(stopping, other, start, monitor, nanoTime);
    }

    /** The same with a start of one's own; it is not modified. */
    public Request from(Coefficients warmStart) {
        return new Request(stopping, options, Optional.of(warmStart), monitor, nanoTime);
    }

    /** The same with somebody watching. */
    public Request watchedBy(Monitor other) {
        return new Request(stopping, options, start, other, nanoTime);
    }
}
