package io.github.l1bench.overview;

import io.github.l1bench.statistics.PerformanceProfile;
import io.github.l1bench.statistics.Steps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A curve of shares, thinned to what a figure shows; every point is a share of {@link Steps}.
 *
 * @param solver whose
 * @param at abscissas, ascending: ratios, seconds or passes
 * @param share of instances, or of pairs of instance and target, at most there; 0 to 1
 */
record Staircase(String solver, double[] at, double[] share) {
    private static final int POINTS = 240;

    /** The performance profiles of a standing. */
    static List<Staircase> profiles(Standing standing) {
        PerformanceProfile profile = standing.profile();
        return of(standing.solvers(), profile::of);
    }

    /** The runtime distributions over all instances and targets. */
    static List<Staircase> runtimes(CollectionView view, Measure measure) {
        List<double[]> costs = Arrays.asList(view.allCosts(measure));
        return of(view.solvers(measure), s -> column(costs, s));
    }

    /** The distribution of one solver's costs. */
    static Steps column(List<double[]> costs, int solver) {
        return Steps.of(costs.stream().mapToDouble(row -> row[solver]));
    }

    /** The curves of {@code solvers} over one range of abscissas. */
    static List<Staircase> of(List<String> solvers, IntFunction<Steps> steps) {
        List<Steps> all = IntStream.range(0, solvers.size()).mapToObj(steps).toList();
        double[] reached =
                all.stream().flatMapToDouble(s -> Arrays.stream(s.reached())).toArray();
        double low = Arrays.stream(reached).min().orElse(1);
        double high = Math.max(low * 1.1, Arrays.stream(reached).max().orElse(10));
        return IntStream.range(0, solvers.size())
                .mapToObj(s -> curve(solvers.get(s), all.get(s), low, high))
                .toList();
    }

    private static Staircase curve(String solver, Steps steps, double low, double high) {
        double[] corners = steps.reached().length <= POINTS ? steps.reached() : grid(low, high);
        double[] at = DoubleStream.concat(
                        DoubleStream.concat(DoubleStream.of(low), Arrays.stream(corners)), DoubleStream.of(high))
                .sorted()
                .distinct()
                .toArray();
        return new Staircase(solver, at, Arrays.stream(at).map(steps::share).toArray());
    }

    private static double[] grid(double low, double high) {
        return IntStream.rangeClosed(0, POINTS)
                .mapToDouble(i -> i == POINTS ? high : low * Math.pow(high / low, i / (double) POINTS))
                .toArray();
    }

    /** Abscissas with each step's both ends. */
    double[] drawnAt() {
        List<Double> drawn = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            if (i > 0) {
                drawn.add(at[i]);
            }
            drawn.add(at[i]);
        }
        return drawn.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Shares in percent, for {@link #drawnAt}. */
    double[] drawnPercent() {
        List<Double> drawn = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            if (i > 0) {
                drawn.add(100 * share[i - 1]);
            }
            drawn.add(100 * share[i]);
        }
        return drawn.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
