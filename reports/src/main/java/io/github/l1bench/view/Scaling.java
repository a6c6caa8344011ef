package io.github.l1bench.view;

import io.github.l1bench.data.DataInfo;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How times grow with one size of the problem: a sweep that JMH ran by one of its {@code ScalingIn...} classes.
 *
 * @param parameter the size that was swept: {@code n}, {@code lambda}, ...
 * @param lines one for each solver
 */
public record Scaling(String parameter, List<Line> lines) {
    /** Parameters that are no size of the problem. */
    private static final Set<String> SETTINGS =
            Set.of("solver", "data", "budget", "threads", "start", "target", "kernels");

    /**
     * A solver's times.
     *
     * @param solver the variant
     * @param sizes the sizes at which it reached its target, ascending
     * @param seconds its times there
     * @param halfWidths of their 95 % intervals, NaN where there is none
     * @param missed the sizes at which it did not reach its target
     */
    public record Line(String solver, double[] sizes, double[] seconds, double[] halfWidths, List<Double> missed) {
        /** The exponent a of the law seconds = c size^a that fits best, by least squares of logarithms. */
        public SimpleRegression fit() {
            SimpleRegression regression = new SimpleRegression();
            for (int i = 0; i < sizes.length; i++) {
                regression.addData(Math.log(sizes[i]), Math.log(seconds[i]));
            }
            return regression;
        }

        /** Whether there are points enough for an exponent with an interval. */
        public boolean isFitted() {
            return sizes.length >= 3;
        }

        /** The fitted law: {@code ∝ n^1.12}. */
        public String law(String parameter) {
            return isFitted() ? "∝ " + parameter + "^" + Quantity.fixed(fit().getSlope(), 2) : "";
        }
    }

    /** All sweeps among JMH's rows; a row counts in the sweep of the one size that varies in its class. */
    public static List<Scaling> all(List<JmhRow> scores) {
        Map<String, List<JmhRow>> byClass = scores.stream()
                .filter(s -> s.className().startsWith(Benchmarks.SCALING) && s.seconds() > 0)
                .collect(Collectors.groupingBy(JmhRow::className, LinkedHashMap::new, Collectors.toList()));
        List<Scaling> sweeps = new ArrayList<>();
        byClass.values().forEach(rows -> swept(rows).ifPresent(name -> sweeps.add(of(name, rows))));
        return sweeps;
    }

    private static Optional<String> swept(List<JmhRow> rows) {
        return rows.get(0).params().keySet().stream()
                .filter(name -> !SETTINGS.contains(name))
                .filter(name -> rows.stream().allMatch(r -> size(r, name) > 0))
                .filter(name -> rows.stream().map(r -> size(r, name)).distinct().count() > 1)
                .findFirst();
    }

    private static double size(JmhRow row, String name) {
        try {
            return Double.parseDouble(row.params().getOrDefault(name, ""));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Scaling of(String parameter, List<JmhRow> rows) {
        Map<String, List<JmhRow>> bySolver = rows.stream()
                .sorted(Comparator.comparingDouble(r -> size(r, parameter)))
                .collect(Collectors.groupingBy(Origins::solver, LinkedHashMap::new, Collectors.toList()));
        List<Line> lines = new ArrayList<>();
        bySolver.forEach((solver, own) -> lines.add(line(solver, parameter, own)));
        return new Scaling(parameter, lines);
    }

    private static Line line(String solver, String parameter, List<JmhRow> rows) {
        List<JmhRow> reached = rows.stream().filter(TargetTime::counts).toList();
        return new Line(
                solver,
                reached.stream().mapToDouble(r -> size(r, parameter)).toArray(),
                reached.stream().mapToDouble(JmhRow::seconds).toArray(),
                reached.stream().mapToDouble(Scaling::halfWidth).toArray(),
                rows.stream()
                        .filter(r -> !TargetTime.counts(r))
                        .map(r -> size(r, parameter))
                        .toList());
    }

    private static double halfWidth(JmhRow row) {
        Interval interval = row.secondsPerOperation().interval();
        return (interval.high() - interval.low()) / 2;
    }

    /** Whose sizes these are, for subtitles. */
    public static String caption(DataInfo data) {
        return data.title();
    }
}
