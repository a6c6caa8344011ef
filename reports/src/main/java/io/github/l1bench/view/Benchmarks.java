package io.github.l1bench.view;

/** The classes of benchmarks of which pages tell more than a row of a table. */
public final class Benchmarks {
    /** A solver to a target. */
    public static final String TIME_TO_TARGET = "TimeToTarget";

    /** The cost of a pass. */
    public static final String ONE_PASS = "OnePass";

    /** A whole path of penalties. */
    public static final String PATH = "RegularizationPath";

    /** The hot loops. */
    public static final String KERNELS = "Kernels";

    /** Loops that do nothing but compute, or read from one level of memory. */
    public static final String PEAKS = "MachinePeaks";

    /** Begins the names of sweeps over one size of the problem. */
    public static final String SCALING = "ScalingIn";

    private Benchmarks() {}
}
