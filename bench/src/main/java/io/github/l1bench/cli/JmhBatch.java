package io.github.l1bench.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What runs together, after which the results are written: the benchmarks of one solver, or those of none.
 *
 * @param start warm or cold
 * @param parameters what to run it with
 * @param benchmarks full names
 */
record JmhBatch(String start, Lineup parameters, List<String> benchmarks) {
    /**
     * All batches of a run, one after another. A benchmark without a parameter that the next start or number of threads
     * changes would repeat itself, so it is in the first only.
     *
     * @param known full names of benchmarks that need not run
     * @param finished rows that need not be measured again
     */
    static List<JmhBatch> plan(
            List<String> starts,
            List<Lineup> lineups,
            JmhBenchmarks selected,
            Set<String> known,
            StoredTimes finished) {
        List<JmhBatch> batches = new ArrayList<>();
        for (String start : starts) {
            for (Lineup lineup : lineups) {
                Set<String> needed = new HashSet<>();
                if (!start.equals(starts.get(0))) {
                    needed.add("start");
                }
                if (!lineup.equals(lineups.get(0))) {
                    needed.add("threads");
                }
                if (needed.isEmpty()) {
                    List<String> others = selected.having(p -> !p.contains("solver"), known);
                    others.removeAll(finished.needNotRun());
                    add(batches, new JmhBatch(start, lineup, others));
                }
                needed.add("solver");
                List<String> timed = selected.having(p -> p.containsAll(needed), known);
                for (String solver : lineup.solvers()) {
                    if (!finished.holds(solver, start, lineup.threads())) {
                        add(batches, new JmhBatch(start, new Lineup(List.of(solver), lineup.threads()), timed));
                    }
                }
            }
        }
        return batches;
    }

    private static void add(List<JmhBatch> batches, JmhBatch batch) {
        if (!batch.benchmarks.isEmpty()) {
            batches.add(batch);
        }
    }

    /** Whose benchmarks these are. */
    String title() {
        return parameters.solvers().size() == 1 ? parameters.solvers().get(0) : "benchmarks of no solver";
    }
}
