package io.github.l1bench.spark;

import java.lang.management.ManagementFactory;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** What a solve has cost: jobs, bytes of results, processor seconds of executors and of this process. */
final class Usage extends SparkListener {
    private static final double NANOS = 1e9;

    private final long processAtStart = processNanos();
    private int jobs;
    private long bytes;
    private long executorNanos;

    /**
     * So much of each.
     *
     * @param jobs that have ended
     * @param bytes of the results of tasks
     * @param executorSeconds of processors, in tasks
     * @param driverSeconds of processors, in this process; with a master in this process, that of its tasks too
     */
    record Spent(int jobs, long bytes, double executorSeconds, double driverSeconds) {
        /** Nothing yet. */
        static final Spent NOTHING = new Spent(0, 0, 0, 0);

        private static final double MEGABYTE = 1e6;

        /** Bytes in millions. */
        double megabytes() {
            return bytes / MEGABYTE;
        }

        /** What has come since {@code earlier}. */
        Spent since(Spent earlier) {
            return new Spent(
                    jobs - earlier.jobs,
                    bytes - earlier.bytes,
                    executorSeconds - earlier.executorSeconds,
                    driverSeconds - earlier.driverSeconds);
        }
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd end) {
        jobs++;
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.taskMetrics() != null) {
            bytes += end.taskMetrics().resultSize();
            executorNanos += end.taskMetrics().executorCpuTime();
        }
    }

    /** So far; what ended a moment ago may be missing. */
    synchronized Spent spent() {
        return new Spent(jobs, bytes, executorNanos / NANOS, (processNanos() - processAtStart) / NANOS);
    }

    private static long processNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
