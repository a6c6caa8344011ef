package io.github.l1bench.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

/**
 * The virtual machine's account of what its threads have taken so far. Take the difference of two between which no thread
 * ends. The compiler's and the collector's threads are not among them.
 *
 * @param allocatedBytes by the threads now alive; NaN where they are not counted
 * @param processorSeconds that these threads had a processor; NaN where they are not counted
 */
record ThreadAccount(double allocatedBytes, double processorSeconds) {
    /** Of what is not counted. */
    static final ThreadAccount UNKNOWN = new ThreadAccount(Double.NaN, Double.NaN);

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
                time ? 1e-9 * sum(THREADS.getThreadCpuTime(ids)) : Double.NaN);
    }

    // Of a thread that has ended it says -1.
    private static double sum(long[] values) {
        return LongStream.of(values).filter(value -> value > 0).sum();
    }

    /** What was taken since {@code earlier}. */
    ThreadAccount since(ThreadAccount earlier) {
        return new ThreadAccount(allocatedBytes - earlier.allocatedBytes, processorSeconds - earlier.processorSeconds);
    }
}
