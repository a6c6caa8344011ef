package io.github.l1bench.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

/**
 * The virtual machine's account of what its threads have taken so far; the compiler's and the collector's are not among
 * them. What a thread took that has ended is lost.
 *
 * @param allocatedBytes by the threads now alive; NaN where they are not counted
 * @param processorSeconds that these threads had a processor; NaN where they are not counted
 * @param started how many threads were started so far
 */
record ThreadAccount(double allocatedBytes, double processorSeconds, long started) {
    /** Of what is not counted. */
    static final ThreadAccount UNKNOWN = new ThreadAccount(Double.NaN, Double.NaN, 0);

    private static final ThreadMXBean THREADS =
            ManagementFactory.getThreadMXBean() instanceof ThreadMXBean counting ? counting : null;

    /** The account as it stands. */
    static ThreadAccount now() {
        if (THREADS == null) {
            return UNKNOWN;
        }
        long[] ids = THREADS.getAllThreadIds();
        boolean bytes = THREADS.isThreadAllocatedMemorySupported() && THREADS.isThreadAllocatedMemoryEnabled();
        boolean time = THREADS.isThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();
        return new ThreadAccount(
                bytes ? sum(THREADS.getThreadAllocatedBytes(ids)) : Double.NaN,
                time ? 1e-9 * sum(THREADS.getThreadCpuTime(ids)) : Double.NaN,
                THREADS.getTotalStartedThreadCount());
    }

    // Of a thread that has ended it says -1.
    private static double sum(long[] values) {
        return LongStream.of(values).filter(value -> value > 0).sum();
    }

    /**
     * What was taken since {@code earlier}. Where threads were started in between, which may have ended, it is not known how
     * long they had a processor.
     */
    ThreadAccount since(ThreadAccount earlier) {
        long helpers = started - earlier.started;
        return new ThreadAccount(
                allocatedBytes - earlier.allocatedBytes,
                helpers == 0 ? processorSeconds - earlier.processorSeconds : Double.NaN,
                helpers);
    }
}
