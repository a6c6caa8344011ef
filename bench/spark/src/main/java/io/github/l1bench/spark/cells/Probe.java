package io.github.l1bench.spark.cells;

import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How quiet a host is: the same arithmetic several times over.
 *
 * @param share of a processor that the thread got, 0 to 1
 * @param spread the median of the times over the smallest
 * @param load one-minute load average, negative where unknown
 */
public record Probe(double share, double spread, double load) implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int REPEATS = 9;
    private static final int STEPS = 4_000_000;
    private static final double QUIET_SHARE = 0.95;
    private static final double QUIET_SPREAD = 1.1;

    // Not a constant: of 1, which the arithmetic leaves as it is, the compiler knows that and does none of it.
    private static volatile double start = 1;

    /** Measures for about a tenth of a second. */
    public static Probe take() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        work();
        double[] seconds = new double[REPEATS];
        long cpu = threads.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        for (int r = 0; r < REPEATS; r++) {
            long start = System.nanoTime();
            work();
            seconds[r] = System.nanoTime() - start;
        }
        double share = (threads.getCurrentThreadCpuTime() - cpu) / (double) (System.nanoTime() - begin);
        java.util.Arrays.sort(seconds);
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new Probe(Math.min(1, share), seconds[REPEATS / 2] / seconds[0], load);
    }

    private static void work() {
        double x = start;
        for (int i = 0; i < STEPS; i++) {
            x = x * 0.999999 + 1e-6;
        }
        start = x;
    }

    /** Whether a time measured now would be one's own. */
    public boolean isQuiet() {
        return share >= QUIET_SHARE && spread <= QUIET_SPREAD;
    }

    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "%.0f %% of a core, times spread by %.0f %%, load %.1f",
                100 * share,
                100 * (spread - 1),
                load);
    }
}
