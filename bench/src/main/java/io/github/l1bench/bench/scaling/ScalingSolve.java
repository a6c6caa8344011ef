package io.github.l1bench.bench.scaling;

import io.github.l1bench.bench.TimedSolve;
import org.openjdk.jmh.annotations.Param;

/** A solve to a certified gap of 1e-6, for sweeps over one size. */
public abstract class ScalingSolve extends TimedSolve {
    /** Seconds after which a shot gives up. */
    @Param("20")
    public double budget;

    @Override
    protected String target() {
        return "1e-6";
    }

    @Override
    protected double budget() {
        return budget;
    }
}
