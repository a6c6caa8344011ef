package io.github.l1bench.experiment;

import io.github.l1bench.result.CellSnapshots;
import io.github.l1bench.result.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Keeps the weights of a trace's points, and when their support last changed. What is handed on is at most
 * {@value #MOST} points however long the trace: the first, the last, and those nearest to equal ratios of passes.
 */
final class WeightHistory {
    static final int MOST = 24;
    private static final double LEAST_PASSES = 0.01;

    private final boolean drawable;
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Long> supports = new ArrayList<>();

    /** @param drawable whether weights are pixels and worth keeping; if not, only the changes of support are told */
    WeightHistory(boolean drawable) {
        this.drawable = drawable;
    }

    /** Adds the trace's next point. */
    void add(double passes, double[][] weights) {
        if (drawable) {
            snapshots.add(Snapshot.of(supports.size(), passes, weights));
        }
        supports.add(support(weights));
    }

    /** What is known at the end; the last point added is that of {@code result}, the weights returned. */
    CellSnapshots finish(String label, double[][] result) {
        int last = supports.size() - 1;
        supports.set(last, support(result));
        int settled = last;
        while (settled > 0 && supports.get(settled - 1).equals(supports.get(last))) {
            settled--;
        }
        if (drawable) {
            snapshots.set(last, Snapshot.of(last, snapshots.get(last).passes(), result));
        }
        return new CellSnapshots(label, settled, drawable ? chosen() : List.of());
    }

    private List<Snapshot> chosen() {
        if (snapshots.size() <= MOST) {
            return List.copyOf(snapshots);
        }
        int last = snapshots.size() - 1;
        double first = logPasses(1);
        double length = logPasses(last) - first;
        TreeSet<Integer> points = new TreeSet<>(List.of(0, last));
        for (int step = 0; step < MOST - 2; step++) {
            points.add(nearest(first + length * step / (MOST - 2)));
        }
        return points.stream().map(snapshots::get).toList();
    }

    private int nearest(double wanted) {
        int best = 1;
        for (int i = 2; i < snapshots.size(); i++) {
            if (Math.abs(logPasses(i) - wanted) < Math.abs(logPasses(best) - wanted)) {
                best = i;
            }
        }
        return best;
    }

    // A solver may have made steps that it counts as no work.
    private double logPasses(int point) {
        return Math.log(Math.max(snapshots.get(point).passes(), LEAST_PASSES));
    }

    /** A number that two sets of weights share if their supports are the same, and hardly ever otherwise. */
    private static long support(double[][] weights) {
        long hash = 0;
        for (double[] row : weights) {
            for (double weight : row) {
                hash = 0x9E3779B97F4A7C15L * (hash ^ hash >>> 29) + (weight != 0 ? 1 : 0);
            }
        }
        return hash;
    }
}
