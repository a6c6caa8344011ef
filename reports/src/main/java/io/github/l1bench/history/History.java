package io.github.l1bench.history;

import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.NamePattern;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.statistics.ChangePoints;
import io.github.l1bench.statistics.Holm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The times to one target over all runs of a folder that compare with the newest one: same data, penalty, seed, machine
 * and Java. Each solver's times are divided where they change for good, see
 * {@link ChangePoints}.
 */
public final class History {
    private static final double SIGNIFICANCE = 0.05;
    private static final int FEWEST_RUNS = 2 * ChangePoints.SHORTEST;

    private final String target;
    private final StoredRun newest;
    private final List<Series> series;
    private final List<String> leftOut;

    private History(String target, StoredRun newest, List<Series> series, List<String> leftOut) {
        this.target = target;
        this.newest = newest;
        this.series = series;
        this.leftOut = leftOut;
    }

    /**
     * Reads the runs in folders within {@code runs}.
     *
     * @param target {@code published} or a relative gap; null for the tightest gap that the newest run has a time of
     * @param solvers which solvers
     * @throws IllegalArgumentException in one sentence, if there is no run with times, or none of that target
     * @throws IOException if a folder cannot be read
     */
    public static History read(Path runs, String target, List<NamePattern> solvers) throws IOException {
        List<String> leftOut = new ArrayList<>();
        List<StoredRun> all = stored(runs, leftOut);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no run in " + runs
                    + " has a time to a target; name a folder of runs that 'run' and 'jmh TimeToTarget' have filled");
        }
        StoredRun newest = all.get(all.size() - 1);
        String chosen = target == null ? headline(newest) : target;
        Map<String, List<Series.Point>> points = new LinkedHashMap<>();
        int number = 0;
        for (StoredRun run : all) {
            List<String> differences = run.differences(newest);
            if (!differences.isEmpty()) {
                leftOut.add("run " + run.id() + " is left out: " + String.join(", ", differences));
                continue;
            }
            number++;
            for (JmhRow row : run.rows()) {
                if (isTarget(row, chosen) && solvers.stream().anyMatch(pattern -> pattern.matches(row.solver()))) {
                    points.computeIfAbsent(row.solver(), solver -> new ArrayList<>())
                            .add(new Series.Point(number, run, row.seconds(), row.secondsPerOperation()));
                }
            }
        }
        if (points.isEmpty()) {
            throw new IllegalArgumentException("no run in " + runs + " has a time to the target " + chosen + " of "
                    + solvers.stream().map(NamePattern::toString).collect(Collectors.joining(";"))
                    + "; the newest, " + newest.id() + ", has "
                    + distinct(newest, History::target) + " of " + distinct(newest, JmhRow::solver));
        }
        List<Series> series = points.entrySet().stream()
                .map(entry -> Series.of(entry.getKey(), entry.getValue()))
                .toList();
        return new History(chosen, newest, series, leftOut);
    }

    private static String distinct(StoredRun run, Function<JmhRow, String> what) {
        return run.rows().stream().map(what).distinct().collect(Collectors.joining(", "));
    }

    // From the oldest to the newest.
    private static List<StoredRun> stored(Path runs, List<String> leftOut) throws IOException {
        if (!Files.isDirectory(runs)) {
            throw new IllegalArgumentException(runs + " is no folder; name one that holds folders of runs");
        }
        List<StoredRun> stored = new ArrayList<>();
        for (RunFolder folder : RunFolder.within(runs)) {
            if (folder.has(RunFolder.JMH)) {
                try {
                    stored.add(StoredRun.read(folder));
                } catch (IllegalArgumentException e) {
                    leftOut.add("run " + folder.id() + " is left out: " + e.getMessage());
                }
            }
        }
        stored.removeIf(run -> run.rows().isEmpty());
        stored.sort(Comparator.comparing((StoredRun run) -> run.made().instant()));
        return stored;
    }

    private static String headline(StoredRun newest) {
        return newest.rows().stream()
                .map(History::target)
                .min(Comparator.comparingDouble(History::gap))
                .orElseThrow();
    }

    static String target(JmhRow row) {
        return row.params().getOrDefault("target", "?");
    }

    private static boolean isTarget(JmhRow row, String target) {
        return target(row).equals(target) || gap(target(row)) == gap(target) && Double.isFinite(gap(target));
    }

    private static double gap(String target) {
        try {
            return Double.parseDouble(target);
        } catch (NumberFormatException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** The target. */
    public String target() {
        return target;
    }

    /** The newest run. */
    StoredRun newest() {
        return newest;
    }

    /** One for each solver. */
    List<Series> series() {
        return series;
    }

    /**
     * Solvers whose times rose at their last change point; the points are held to 5 % for all solvers together, after
     * Holm.
     */
    List<Series> slower() {
        return Holm.significant(series, SIGNIFICANCE, Series::lastProbability).stream()
                .filter(one -> one.lastRatio() > 1)
                .toList();
    }

    /** Whether a solver became slower at its last change point. */
    public boolean isRegression() {
        return !slower().isEmpty();
    }

    /** What is to be said, a sentence a line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(leftOut);
        for (Series one : series) {
            String name = one.solver() + " to " + target + ": " + one.points().size()
                    + (one.points().size() == 1 ? " run, " : " runs, ");
            if (one.changes().isEmpty()) {
                lines.add(name + (one.points().size() < FEWEST_RUNS ? "too few to tell a change" : "no change"));
            } else {
                Series.Point point = one.points()
                        .get(one.changes().get(one.changes().size() - 1).index());
                lines.add(String.format(
                        Locale.ROOT,
                        "%s%s since run %s: %.3g to %.3g s, a factor of %.3f, p = %.2g%s",
                        name,
                        one.lastRatio() > 1 ? "slower" : "faster",
                        point.made().id(),
                        one.level(one.changes().size() - 1),
                        one.level(one.changes().size()),
                        one.lastRatio(),
                        one.lastProbability(),
                        one.lastRatio() > 1 && !slower().contains(one)
                                ? ", which is not significant among so many solvers"
                                : ""));
            }
        }
        return lines;
    }
}
