package io.github.l1bench.experiment;

import io.github.l1bench.result.CellSnapshots;
import io.github.l1bench.result.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the weights of some points of a trace, and when their support last changed. However long the trace, between
 * half of {@value #MOST} and {@value #MOST} points are kept, evenly spread over the trace, and the result.
 */
final class WeightHistory {
    static final int MOST = 22;

    private final boolean drawable;
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Long> supports = new ArrayList<>();
    private int stride = 1;

    /** @param drawable whether weights are pixels and worth keeping; if not, only the changes of support are told */
    WeightHistory(boolean drawable) {
        this.drawable = drawable;
    }

    /** Adds the trace's next point. */
    void add(double passes, double[][] weights) {
        int point = supports.size();
        supports.add(support(weights));
        if (!drawable || point % stride != 0) {
            return;
        }
        if (snapshots.size() == MOST) {
            stride *= 2;
            snapshots.removeIf(s -> s.point() % stride != 0);
        }
        if (point % stride == 0) {
            snapshots.add(Snapshot.of(point, passes, weights));
        }
    }

    /** What is known at the end; the last point is that of {@code result}, the weights returned. */
    CellSnapshots finish(String label, double passes, double[][] result) {
        int last = supports.size() - 1;
        supports.set(last, support(result));
        int settled = last;
        while (settled > 0 && supports.get(settled - 1).equals(supports.get(last))) {
            settled--;
        }
        if (drawable) {
            snapshots.removeIf(s -> s.point() == last);
            snapshots.add(Snapshot.of(last, passes, result));
        }
        return new CellSnapshots(label, settled, List.copyOf(snapshots));
    }

    /** A number that two sets of weights share if their supports are the same, and hardly ever otherwise. */
    private static long support(double[][] weights) {
        long hash = 0;
        for (double[] row : weights) {
            for (int j = 0; j < row.length; j++) {
                hash = 0x9E3779B97F4A7C15L * (hash ^ hash >>> 29) + (row[j] != 0 ? 1 : 0);
            }
        }
        return hash;
    }
}
