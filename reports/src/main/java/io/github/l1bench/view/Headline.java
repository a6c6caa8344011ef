package io.github.l1bench.view;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.TracePoint;
import io.github.l1bench.statistics.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The answer in a sentence: who reaches the tightest certified target fastest, and by how much.
 *
 * @param winner the fastest solver, empty where none reached a target
 * @param rest the sentence that follows the winner's name, or the whole sentence where there is none
 */
public record Headline(String winner, String rest) {
    private static final double[] GAPS = {1e-9, 1e-6, 1e-3};

    /** The headline of a run: from JMH's timings where there are any, else from the watched runs. */
    public static Headline of(RunView view) {
        List<Target> targets = new ArrayList<>(
                view.times().main().stream().filter(Target::isGap).toList());
        for (int i = targets.size() - 1; i >= 0; i--) {
            List<TargetTime> ranking = view.times().ranking(targets.get(i));
            if (!ranking.isEmpty()) {
                return timed(targets.get(i), ranking);
            }
        }
        return targets.isEmpty() ? watched(view) : new Headline("", "No solver reached a timed target.");
    }

    private static Headline timed(Target target, List<TargetTime> ranking) {
        TargetTime first = ranking.get(0);
        String sentence =
                " is fastest to " + target.phrase() + ": " + Quantity.seconds(first.seconds()) + interval(first);
        if (ranking.size() == 1) {
            return new Headline(first.solver(), sentence + ", the only one to reach it.");
        }
        TargetTime next = ranking.get(1);
        String other = next.solver() + " (" + Quantity.seconds(next.seconds()) + ")";
        Ratio ratio = Ratio.of(first.shots(), next.shots(), 0);
        if (!ratio.tested()) {
            return new Headline(
                    first.solver(), sentence + ", before " + other + ", measured in too few forks to be sure.");
        }
        if (ratio.interval().low() <= 1) {
            return new Headline(
                    first.solver(), sentence + ", but not clearly: it may be no faster than " + other + ".");
        }
        return new Headline(
                first.solver(),
                sentence + ", " + Quantity.times(next.seconds() / first.seconds()) + " faster than " + next.solver()
                        + ", the next.");
    }

    private static String interval(TargetTime time) {
        String interval = Quantity.interval(time.interval(), time.seconds());
        return interval.isEmpty() ? "" : " (95 % interval " + interval + ")";
    }

    private static Headline watched(RunView view) {
        for (double gap : GAPS) {
            List<CellResult> ranking = view.solved().stream()
                    .filter(c ->
                            c.compares() && c.sameProblem() && secondsTo(c, gap).isPresent())
                    .sorted(Comparator.comparingDouble(c -> secondsTo(c, gap).getAsDouble()))
                    .toList();
            if (!ranking.isEmpty()) {
                String time = Quantity.seconds(secondsTo(ranking.get(0), gap).getAsDouble());
                return new Headline(
                        ranking.get(0).label(),
                        " was first at a certified relative gap of " + Quantity.power(gap) + ", after " + time
                                + (repeats(ranking.get(0)) > 1
                                        ? ", the median of " + repeats(ranking.get(0)) + " watched runs"
                                        : " of one watched run")
                                + "; it was not timed by JMH.");
            }
        }
        return new Headline("", "No solver came to a certified relative gap of 10⁻³.");
    }

    /** Of how many watched runs the times of {@code cell} are medians. */
    public static int repeats(CellResult cell) {
        return cell.made() == null ? 1 : cell.made().repeats();
    }

    /** Seconds of the watched run until its certified gap was first at most {@code gap}. */
    public static OptionalDouble secondsTo(CellResult cell, double gap) {
        return cell.trace().stream()
                .filter(p -> p.fit().relativeGap() <= gap)
                .mapToDouble(TracePoint::seconds)
                .findFirst();
    }

    @Override
    public String toString() {
        return winner + rest;
    }
}
