package io.github.l1bench.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** The virtual machine's account of what its threads allocate. */
final class Allocation {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /**
     * Bytes that the threads now alive have allocated so far; NaN where the virtual machine does not count them. Take the
     * difference of two calls between which no thread ends.
     */
    static double bytes() {
        if (!(THREADS instanceof com.sun.management.ThreadMXBean counting)
                || !counting.isThreadAllocatedMemorySupported()
                || !counting.isThreadAllocatedMemoryEnabled()) {
            return Double.NaN;
        }
        return Arrays.stream(counting.getThreadAllocatedBytes(counting.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
