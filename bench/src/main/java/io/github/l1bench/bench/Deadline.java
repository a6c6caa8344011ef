package io.github.l1bench.bench;

import java.util.function.Supplier;

/**
 * Ends a benchmark's virtual machine where a solver does not return, so that the benchmarks after it are run. JMH itself
 * interrupts a benchmark that takes too long, and then waits for it for ever.
 */
public final class Deadline {
    /** The exit status of a virtual machine that was ended for this. */
    public static final int EXIT_STATUS = 124;

    /** Seconds that a solver may take to return after its time is up; set in forked virtual machines only. */
    public static final String PATIENCE = "l1bench.patience";

    // For solves without a limit of time: longer than any takes that comes to an end.
    private static final double UNLIMITED_SECONDS = 600;
    private static final long LOOK_EVERY_MILLIS = 1000;
    private static final long NEVER = Long.MAX_VALUE;

    private static volatile long deadline = NEVER;
    private static Thread watch;

    private Deadline() {}

    /** Does {@code work}, which should take {@code seconds} at most. */
    static <T> T within(double seconds, Supplier<T> work) {
        String patience = System.getProperty(PATIENCE);
        if (patience == null) {
            return work.get();
        }
        startWatch();
        double limit = Math.min(seconds, UNLIMITED_SECONDS) + Double.parseDouble(patience);
        deadline = System.nanoTime() + (long) (1e9 * limit);
        try {
            return work.get();
        } finally {
            deadline = NEVER;
        }
    }

    private static synchronized void startWatch() {
        if (watch == null) {
            watch = new Thread(Deadline::look, "deadline");
            watch.setDaemon(true);
            watch.start();
        }
    }

    private static void look() {
        while (true) {
            long end = deadline;
            if (end != NEVER && System.nanoTime() - end > 0) {
                Runtime.getRuntime().halt(EXIT_STATUS);
            }
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
