package io.github.l1bench.jmh;

import io.github.l1bench.run.StoredTimes;
import io.github.l1bench.solver.Variant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** In which parts the benchmarks are run: those of one solver together, and before them those of none. */
public final class Plan {
    private final Selection selection;
    private final Set<String> known;
    private final StoredTimes finished;
    private final List<Part> parts = new ArrayList<>();

    /**
     * What runs together, after which the results are written.
     *
     * @param start {@code warm} or {@code cold}
     * @param parameters solvers and threads to run it with
     * @param benchmarks full names
     */
    public record Part(String start, Lineup parameters, List<String> benchmarks) {
        /** What is timed, in words. */
        public String words() {
            return parameters.solvers().size() == 1 ? parameters.solvers().get(0) : "benchmarks of no solver";
        }
    }

    /**
     * Plans what is asked for and not known yet.
     *
     * @param starts values of that parameter
     * @param known benchmarks that time no solver and need not be run
     * @param finished what an earlier start of the same run has measured
     */
    public Plan(
            Selection selection, List<String> starts, List<Lineup> lineups, Set<String> known, StoredTimes finished) {
        this.selection = selection;
        this.known = known;
        this.finished = finished;
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
            List<String> others = selection.names(p -> !p.contains("solver"));
            others.removeAll(known);
            others.removeAll(finished.needNotRun());
            add(start, lineup, others);
        }
        needed.add("solver");
        List<String> timed = selection.names(p -> p.containsAll(needed));
        for (String solver : lineup.solvers()) {
            String name = Variant.canonical(solver);
            List<String> open = timed.stream()
                    .filter(benchmark -> !finished.holds(benchmark, name, start, lineup.threads()))
                    .toList();
            add(start, new Lineup(List.of(solver), lineup.threads()), open);
        }
    }

    private void add(String start, Lineup lineup, List<String> benchmarks) {
        if (!benchmarks.isEmpty()) {
            parts.add(new Part(start, lineup, benchmarks));
        }
    }

    /** The parts, in their order. */
    public List<Part> parts() {
        return List.copyOf(parts);
    }
}
