package io.github.l1bench.view;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.CellSnapshots;
import io.github.l1bench.result.TracePoint;
import java.util.Optional;

/**
 * When the support of a cell became that of its result.
 *
 * @param point the first point of its trace from which on it was; empty where that was not recorded
 * @param last whether that point is the trace's last, so that the support changed until the end
 */
public record Settling(Optional<TracePoint> point, boolean last) {
    public static Settling of(CellResult cell, Optional<CellSnapshots> snapshots) {
        return snapshots
                .map(own -> new Settling(
                        Optional.of(cell.trace().get(own.settled())),
                        own.settled() == cell.trace().size() - 1))
                .orElse(new Settling(Optional.empty(), false));
    }

    /** For tables and cards. */
    public String words() {
        return point.map(p -> last
                        ? "changed until the end"
                        : "after " + Quantity.passes(p.passes()) + (p.passes() == 1 ? " pass" : " passes"))
                .orElse("not recorded");
    }
}
