package io.github.l1bench.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Solvers and the numbers of threads to run them with.
 *
 * @param solvers as users write them
 * @param threads values of the benchmark's parameter; empty for its default
 */
public record Lineup(List<String> solvers, List<String> threads) {
    private static final String ONE = "1";

    /**
     * What to run so that no solver is asked for a number of threads that it cannot be told: all of them with one thread,
     * where that is among {@code threads}, and those that can with the others.
     *
     * @param canBeTold whether a solver can be told a number of threads
     * @throws IllegalArgumentException if there is nothing to run
     */
    public static List<Lineup> of(List<String> solvers, List<String> threads, Predicate<String> canBeTold) {
        List<String> several = threads.stream().filter(t -> !t.equals(ONE)).toList();
        if (several.isEmpty()) {
            return List.of(new Lineup(solvers, threads));
        }
        List<String> able = solvers.stream().filter(canBeTold).toList();
        if (able.isEmpty()) {
            throw new IllegalArgumentException("none of the solvers " + String.join(", ", solvers)
                    + " can be told to use " + String.join(", ", several) + " threads; use -p threads=1");
        }
        List<Lineup> lineups = new ArrayList<>();
        if (threads.contains(ONE)) {
            lineups.add(new Lineup(solvers, List.of(ONE)));
        }
        lineups.add(new Lineup(able, several));
        return lineups;
    }
}
