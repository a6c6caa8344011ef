package io.github.l1bench.history;

import io.github.l1bench.statistics.ChangePoints;
import io.github.l1bench.statistics.ChangePoints.ChangePoint;
import io.github.l1bench.statistics.ForkTimes;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The times of one solver to one target, over runs from the oldest to the newest.
 *
 * @param solver the variant
 * @param points one for each run that timed it
 * @param changes where it became faster or slower for good
 */
record Series(String solver, List<Point> points, List<ChangePoint> changes) {
    /**
     * One run.
     *
     * @param run its number among all runs shown, from 1
     * @param made the run
     * @param seconds the mean
     * @param times what was measured
     */
    record Point(int run, StoredRun made, double seconds, ForkTimes times) {}

    /** Finds the changes of the logarithms of {@code points}' times. */
    static Series of(String solver, List<Point> points) {
        double[] logarithms =
                points.stream().mapToDouble(p -> Math.log(p.seconds())).toArray();
        return new Series(solver, List.copyOf(points), ChangePoints.of(logarithms));
    }

    /** The indices at which a part without change begins, and the number of points. */
    List<Integer> borders() {
        return IntStream.concat(
                        IntStream.concat(IntStream.of(0), changes.stream().mapToInt(ChangePoint::index)),
                        IntStream.of(points.size()))
                .boxed()
                .toList();
    }

    /** The geometric mean of the times in the part that begins at the {@code i}-th border. */
    double level(int i) {
        return Math.exp(points.subList(borders().get(i), borders().get(i + 1)).stream()
                .mapToDouble(p -> Math.log(p.seconds()))
                .average()
                .orElseThrow());
    }

    /** By what factor the times changed at the last change point; 1 where there is none. */
    double lastRatio() {
        return changes.isEmpty() ? 1 : level(changes.size()) / level(changes.size() - 1);
    }

    /** The probability of the last change point if there were none; 1 where there is none. */
    double lastProbability() {
        return changes.isEmpty() ? 1 : changes.get(changes.size() - 1).p();
    }

    /** Whether a part without change begins at {@code point}. */
    boolean isChange(Point point) {
        return changes.stream().anyMatch(change -> points.get(change.index()) == point);
    }
}
