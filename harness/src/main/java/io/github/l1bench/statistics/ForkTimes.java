package io.github.l1bench.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Positive times measured in several forks. A fork, not a shot, is the independent unit: shots of one virtual machine
 * share its luck with compilation and memory (T. Kalibera, R. Jones, Rigorous benchmarking in reasonable time, 2013).
 *
 * @param shots the times of each fork, in the order in which they were measured
 */
public record ForkTimes(double[][] shots) {
    /** With fewer forks nothing is said of how far chance reaches. */
    public static final int FEWEST_FORKS = 3;

    /** {@link #logarithms} are not more exact than this. */
    static final double ROUNDING = 1e-14;

    /** Leaves out times that are not positive and finite, and forks that have no other. */
    public ForkTimes {
        shots = Stream.of(shots)
                .map(fork -> DoubleStream.of(fork)
                        .filter(time -> time > 0 && time < Double.POSITIVE_INFINITY)
                        .toArray())
                .filter(fork -> fork.length > 0)
                .toArray(double[][]::new);
    }

    /** How many forks there are. */
    public int forks() {
        return shots.length;
    }

    /** How many shots there are in all. */
    public int count() {
        return Stream.of(shots).mapToInt(fork -> fork.length).sum();
    }

    /** The mean of all shots, NaN where there are none. */
    public double mean() {
        return Stream.of(shots).flatMapToDouble(DoubleStream::of).average().orElse(Double.NaN);
    }

    /** Whether there are forks enough for an interval. */
    public boolean isTested() {
        return forks() >= FEWEST_FORKS;
    }

    /** The 95 % interval of the time, by a {@link HierarchicalBootstrap}; none with too few forks. */
    public Interval interval() {
        return isTested() ? new HierarchicalBootstrap(this).interval() : Interval.NONE;
    }

    /** The logarithm of each fork's mean. */
    double[] logarithms() {
        return Stream.of(shots)
                .mapToDouble(fork -> Math.log(DoubleStream.of(fork).average().orElseThrow()))
                .toArray();
    }

    /** The forks, from 1, whose shots still became faster or slower while they were measured, see {@link Drift}. */
    public List<Integer> drifting() {
        return IntStream.range(0, forks())
                .filter(fork -> Drift.of(shots[fork]).isRelevant())
                .mapToObj(fork -> fork + 1)
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForkTimes times && Arrays.deepEquals(shots, times.shots);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(shots);
    }
}
