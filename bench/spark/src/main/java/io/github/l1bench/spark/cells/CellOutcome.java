package io.github.l1bench.spark.cells;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came of a cell.
 *
 * @param spec the cell
 * @param host on which it ran
 * @param before how quiet the host was before
 * @param after and after; null where the cell never ran
 * @param files of the run's folder by name; empty where there is no result
 * @param failure why there is none, in one sentence; null where there is
 * @param log the last lines that the child wrote
 */
public record CellOutcome(
        CellSpec spec, String host, Probe before, Probe after, Map<String, byte[]> files, String failure, String log)
        implements Serializable {
    private static final long serialVersionUID = 1;

    static CellOutcome failed(CellSpec spec, String host, Probe before, String failure, String log) {
        return new CellOutcome(spec, host, before, null, Map.of(), failure, log);
    }

    /** What kept the host busy, in words; null where it was quiet. */
    String disturbance() {
        List<String> seen = new ArrayList<>();
        if (before != null && !before.isQuiet()) {
            seen.add("a probe before the cell got " + before);
        }
        if (after != null && !after.isQuiet()) {
            seen.add("a probe after the cell got " + after);
        }
        return seen.isEmpty() ? null : String.join("; ", seen);
    }
}
