package io.github.l1bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.l1bench.statistics.ForkTimes;

/**
 * How long threads had a processor for the shots of one of JMH's rows. Other programs of the machine lengthen the time on
 * the clock, by waiting, and leave this one nearly as it is. What a solver itself waits for shows on the clock alone.
 */
public final class ProcessorTimes {
    private static final String COUNTER = "processorSeconds";

    private ProcessorTimes() {}

    /** Seconds of each measured shot; of no fork where they were not counted. */
    public static ForkTimes of(JmhRow row) {
        JsonNode counter =
                row.failed() ? null : row.json().path("secondaryMetrics").path(COUNTER);
        return new ForkTimes(counter == null ? new double[0][] : JmhRow.forkSamples(counter));
    }

    /** The share of the mean time on the clock that threads had a processor; NaN where it was not counted. */
    public static double share(JmhRow row) {
        return of(row).mean() / row.secondsPerOperation().mean();
    }
}
