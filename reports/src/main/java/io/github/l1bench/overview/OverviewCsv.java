package io.github.l1bench.overview;

import io.github.l1bench.collection.Outcome;
import io.github.l1bench.page.Column;
import io.github.l1bench.page.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The numbers behind the figures. */
final class OverviewCsv {
    private record Reached(Outcome outcome, double gap, double seconds, double passes) {}

    private record Point(String measure, String run, String solver, double at, double share) {}

    private record Pair(String a, String b, double p, boolean differ) {}

    private OverviewCsv() {}

    /** A line for each outcome and each target that it reached: what that cost. */
    static String times(CollectionView view) {
        List<Reached> reached = new ArrayList<>();
        for (Outcome outcome : view.results().outcomes()) {
            for (int g = 0; g < view.gaps().size(); g++) {
                double seconds = outcome.seconds().get(g);
                if (Double.isFinite(seconds)) {
                    reached.add(new Reached(
                            outcome,
                            view.gaps().get(g),
                            seconds,
                            outcome.passes().get(g)));
                }
            }
        }
        return new Table<Reached>(
                        "Times",
                        "plain",
                        List.of(
                                Column.data("instance", r -> r.outcome().instance()),
                                Column.data("solver", r -> r.outcome().solver()),
                                Column.data("gap", Reached::gap),
                                Column.data("seconds", Reached::seconds),
                                Column.data("passes", Reached::passes)))
                .csv(reached);
    }

    /** A line for each outcome: how it ended. */
    static String outcomes(CollectionView view) {
        return new Table<Outcome>(
                        "Outcomes",
                        "plain",
                        List.of(
                                Column.data("instance", Outcome::instance),
                                Column.data("solver", Outcome::solver),
                                Column.data("repeats", Outcome::repeats),
                                Column.data("status", Outcome::status),
                                Column.data("relativeGap", Outcome::finalGap),
                                Column.data("seconds", Outcome::finalSeconds),
                                Column.data("failure", Outcome::failure)))
                .csv(view.results().outcomes());
    }

    /** The curves of the profiles to the target that pages show first; {@code at} is tau. */
    static String profiles(CollectionView view, Background background) {
        List<Point> points = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            Standing standing = new Standing(view, measure, view.start());
            add(points, measure, view.results().id(), Staircase.profiles(standing));
            background.idIfAny().ifPresent(id -> add(points, measure, id, background.profiles(standing)));
        }
        return points(points);
    }

    /** The curves of the runtime distributions; {@code at} is seconds or passes. */
    static String runtimes(CollectionView view, Background background) {
        List<Point> points = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            add(points, measure, view.results().id(), Staircase.runtimes(view, measure));
            background.idIfAny().ifPresent(id -> add(points, measure, id, background.runtimes(measure)));
        }
        return points(points);
    }

    private static void add(List<Point> points, Measure measure, String run, List<Staircase> curves) {
        for (Staircase curve : curves) {
            for (int i = 0; i < curve.at().length; i++) {
                points.add(new Point(measure.key(), run, curve.solver(), curve.at()[i], curve.share()[i]));
            }
        }
    }

    private static String points(List<Point> points) {
        return new Table<Point>(
                        "Curves",
                        "plain",
                        List.of(
                                Column.data("measure", Point::measure),
                                Column.data("run", Point::run),
                                Column.data("solver", Point::solver),
                                Column.data("at", Point::at),
                                Column.data("share", Point::share)))
                .csv(points);
    }

    /** A line for each pair of solvers: its adjusted probability. */
    static String pairs(Standing standing) {
        List<Pair> pairs = new ArrayList<>();
        int solvers = standing.solvers().size();
        for (int a = 0; standing.instances() > 0 && a < solvers; a++) {
            int from = a;
            IntStream.range(a + 1, solvers)
                    .mapToObj(b -> new Pair(
                            standing.solvers().get(from),
                            standing.solvers().get(b),
                            standing.ranking().p()[from][b],
                            standing.ranking().differ(from, b)))
                    .forEach(pairs::add);
        }
        return new Table<Pair>(
                        "Pairs",
                        "plain",
                        List.of(
                                Column.data("a", Pair::a),
                                Column.data("b", Pair::b),
                                Column.data("adjustedP", Pair::p),
                                Column.data("differ", Pair::differ)))
                .csv(pairs);
    }
}
