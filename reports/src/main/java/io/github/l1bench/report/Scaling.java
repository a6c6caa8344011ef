package io.github.l1bench.report;

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
record Scaling(String parameter, List<Line> lines) {
    private static final String PREFIX = "ScalingIn";

    /** Parameters that are no size of the problem. */
    private static final Set<String> SETTINGS = Set.of("solver", "data", "budget", "threads", "start", "target");

    /**
     * A solver's times.
     *
     * @param solver the variant
     * @param sizes the sizes at which it reached its target, ascending
     * @param seconds its times there
     * @param halfWidths of their 95 % intervals, NaN where there is none
     * @param missed the sizes at which it did not reach its target
     */
    record Line(String solver, double[] sizes, double[] seconds, double[] halfWidths, List<Double> missed) {
        /** The exponent a of the law seconds = c size^a that fits best, by least squares of logarithms. */
        SimpleRegression fit() {
            SimpleRegression regression = new SimpleRegression();
            for (int i = 0; i < sizes.length; i++) {
                regression.addData(Math.log(sizes[i]), Math.log(seconds[i]));
            }
            return regression;
        }

        /** Whether there are points enough for an exponent with an interval. */
        boolean isFitted() {
            return sizes.length >= 3;
        }

        /** The fitted law: {@code ∝ n^1.12}. */
        String law(String parameter) {
            return isFitted() ? "∝ " + parameter + "^" + Quantity.fixed(fit().getSlope(), 2) : "";
        }
    }

    /** All sweeps among JMH's rows; a row counts in the sweep of the one size that varies in its class. */
    static List<Scaling> all(List<JmhRow> scores) {
        Map<String, List<JmhRow>> byClass = scores.stream()
                .filter(s -> s.className().startsWith(PREFIX) && s.seconds() > 0)
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
    static String caption(DataInfo data) {
        return data.title();
    }

    /** Writes the fitted exponents as a table. */
    void write(Html html) {
        html.open("div", "class", "scroll")
                .open("table", "class", "plain sortable fits")
                .open("thead")
                .open("tr");
        html.element("th", "Solver", "scope", "col", "class", "text");
        html.element("th", "Exponent of " + parameter, "scope", "col", "class", "num");
        html.element("th", "95 % ±", "scope", "col", "class", "num");
        html.element("th", "Points", "scope", "col", "class", "num");
        html.element("th", "Not reached at", "scope", "col", "class", "text")
                .close("tr")
                .close("thead")
                .open("tbody");
        lines.forEach(line -> row(html, line));
        html.close("tbody").close("table").close("div");
    }

    private static void row(Html html, Line line) {
        boolean fitted = line.isFitted();
        double slope = fitted ? line.fit().getSlope() : Double.NaN;
        double half = fitted ? line.fit().getSlopeConfidenceInterval() : Double.NaN;
        html.open("tr").element("th", line.solver(), "scope", "row", "class", "text");
        html.element("td", Quantity.fixed(slope, 2), "class", "num", "data-v", fitted ? "" + slope : "");
        html.element("td", Quantity.fixed(half, 2), "class", "num", "data-v", fitted ? "" + half : "");
        html.element("td", "" + line.sizes().length, "class", "num");
        String missed = line.missed().stream()
                .map(size -> Quantity.digits(size, 6).replaceAll("\\.?0+$", ""))
                .collect(Collectors.joining(", "));
        html.element("td", missed, "class", "text").close("tr");
    }
}
