package io.github.l1bench.view;

import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.ProcessorTimes;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;

/** Whether threads that were timed had to wait for a processor, which lengthens their times on the clock. */
public final class Waiting {
    // Less is what an idle machine takes as well.
    private static final double NOTABLE = 0.1;

    private Waiting() {}

    /** A remark; none where threads did not wait, or nobody knows. */
    public static Optional<String> remark(List<JmhRow> rows) {
        double[] shares = rows.stream()
                .mapToDouble(ProcessorTimes::share)
                .filter(Double::isFinite)
                .toArray();
        if (shares.length == 0) {
            return Optional.empty();
        }
        double median = StatUtils.percentile(shares, 50);
        return median > 1 - NOTABLE
                ? Optional.empty()
                : Optional.of("solvers had a processor for " + Quantity.fixed(100 * median, 0)
                        + " % of the time on the clock (median of " + shares.length
                        + (shares.length == 1 ? " row" : " rows") + "), and waited else, mostly for other programs");
    }
}
