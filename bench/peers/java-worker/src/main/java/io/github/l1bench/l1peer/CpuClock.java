package io.github.l1bench.l1peer;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Processor time of this process: of the library, and of the compiler and the collector beside it. */
final class CpuClock {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private CpuClock() {}

    /** Nanoseconds since the process began. */
    static long nanos() {
        return SYSTEM.getProcessCpuTime();
    }
}
