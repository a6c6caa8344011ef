package io.github.l1bench.jmh;

import io.github.l1bench.run.StoredTimes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** In which parts the benchmarks are run: those of one solver together, and before them those of none. */
final class Plan {
    private static final List<String> COLD_TARGETS = List.of("1e-6");
    private static final String PUBLISHED = "published";

    private final CommandLineOptions options;
    private final Selection selection;
    private final List<String> data;
    private final StoredTimes known;
    private final StoredTimes finished;
    private final List<Part> parts = new ArrayList<>();

    /**
     * What runs together, after which the results are written.
     *
     * @param words what is timed
     * @param combinations one for each row of results
     */
    record Part(String words, List<Combination> combinations) {}

    /**
     * Plans what is asked for and not known yet.
     *
     * @param options the user's
     * @param data names of data sets
     * @param known times of other runs; of benchmarks that time no solver none is measured that is among them
     * @param finished what an earlier start of the same run has measured
     */
    Plan(
            CommandLineOptions options,
            Selection selection,
            List<String> data,
            List<Lineup> lineups,
            StoredTimes known,
            StoredTimes finished) {
        this.options = options;
        this.selection = selection;
        this.data = data;
        this.known = known;
        this.finished = finished;
        List<String> starts = List.copyOf(options.getParameter("start").orElse(List.of("warm")));
        for (String start : starts) {
            for (Lineup lineup : lineups) {
                add(start, lineup, start.equals(starts.get(0)), lineup.equals(lineups.get(0)));
            }
        }
    }

    // A benchmark without a parameter that the next start or number of threads changes would repeat itself.
    private void add(String start, Lineup lineup, boolean firstStart, boolean firstThreads) {
        Set<String> needed = new HashSet<>();
        if (!firstStart) {
            needed.add("start");
        }
        if (!firstThreads) {
            needed.add("threads");
        }
        if (needed.isEmpty()) {
            Set<String> found = new HashSet<>(known.needNotRun());
            found.addAll(finished.needNotRun());
            add(
                    "benchmarks of no solver",
                    combinations(start, lineup, p -> !p.contains("solver")).stream()
                            .filter(combination -> !found.contains(combination.benchmark()))
                            .toList());
        }
        needed.add("solver");
        for (String solver : lineup.solvers()) {
            Lineup own = new Lineup(List.of(solver), lineup.threads());
            add(
                    solver + (start.equals("warm") ? "" : ", " + start),
                    combinations(start, own, p -> p.containsAll(needed)));
        }
    }

    private List<Combination> combinations(String start, Lineup lineup, Predicate<Set<String>> parameters) {
        return selection.combinations(parameters, name -> values(name, start, lineup)).stream()
                .filter(combination -> !finished.holds(combination.benchmark(), combination.canonical()))
                .toList();
    }

    private List<String> values(String parameter, String start, Lineup lineup) {
        return switch (parameter) {
            case "solver" -> lineup.solvers();
            case "threads" -> lineup.threads();
            case "data" -> data;
            case "start" -> List.of(start);
            case "target" -> start.equals("cold") ? coldTargets() : given(parameter, List.of());
            default -> given(parameter, List.of());
        };
    }

    private List<String> coldTargets() {
        List<String> targets = given("target", COLD_TARGETS);
        if (targets.contains(PUBLISHED)) {
            throw new IllegalArgumentException("the target '" + PUBLISHED + "' has no cold start, because finding it"
                    + " warms the machine; give -p target= with relative gaps");
        }
        return targets;
    }

    private List<String> given(String parameter, List<String> otherwise) {
        return List.copyOf(options.getParameter(parameter).orElse(otherwise));
    }

    private void add(String words, List<Combination> combinations) {
        if (!combinations.isEmpty()) {
            parts.add(new Part(words, combinations));
        }
    }

    /** The parts, in their order. */
    List<Part> parts() {
        return List.copyOf(parts);
    }
}
