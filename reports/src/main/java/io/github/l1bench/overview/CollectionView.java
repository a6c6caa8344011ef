package io.github.l1bench.overview;

import io.github.l1bench.collection.CollectionResults;
import io.github.l1bench.collection.InstanceFacts;
import io.github.l1bench.collection.Outcome;
import io.github.l1bench.figure.Mark;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A collection's results as numbers: a cost for each instance, solver and target. Only solvers that answer the suite's own
 * question are ranked.
 */
final class CollectionView {
    private static final double START = 1e-6;

    private record Place(String instance, String solver) {}

    private final CollectionResults results;
    private final List<InstanceFacts> instances;
    private final List<String> solvers;
    private final List<String> unranked;
    private final Map<Place, Outcome> outcomes = new HashMap<>();
    private final Map<String, Mark> marks;

    CollectionView(CollectionResults results) {
        this.results = results;
        Set<String> others = new LinkedHashSet<>();
        Set<String> done = new HashSet<>();
        for (Outcome outcome : results.outcomes()) {
            outcomes.put(new Place(outcome.instance(), outcome.solver()), outcome);
            done.add(outcome.instance());
            if (!outcome.asksTheSame()) {
                others.add(outcome.solver());
            }
        }
        this.unranked = List.copyOf(others);
        this.solvers = results.solvers().stream()
                .filter(solver -> !others.contains(solver))
                .toList();
        this.instances = results.instances().stream()
                .filter(facts -> done.contains(facts.name()))
                .toList();
        this.marks = Mark.assign(Solvers.all().stream().map(Solver::name).toList(), results.solvers());
    }

    CollectionResults results() {
        return results;
    }

    /** Instances with outcomes, in the collection's order. */
    List<InstanceFacts> instances() {
        return instances;
    }

    /** Names of instances that no solver has been run on yet. */
    List<String> unfinished() {
        return results.instances().stream()
                .filter(facts -> !instances.contains(facts))
                .map(InstanceFacts::name)
                .toList();
    }

    /** The ranked solvers. */
    List<String> solvers() {
        return solvers;
    }

    /** Programs that answer another question. */
    List<String> unranked() {
        return unranked;
    }

    /** Colour and dashes of a solver, the same as in all pages. */
    Mark mark(String solver) {
        return marks.getOrDefault(solver, Mark.NEUTRAL);
    }

    /** What {@code solver} did on an instance; empty where it was not run. */
    Optional<Outcome> outcome(String instance, String solver) {
        return Optional.ofNullable(outcomes.get(new Place(instance, solver)));
    }

    /** The ladder of gaps, from large to small. */
    List<Double> gaps() {
        return results.gaps();
    }

    /** The index of the gap that pages show first: 1e-6, or what is nearest. */
    int start() {
        int nearest = 0;
        for (int g = 1; g < gaps().size(); g++) {
            if (distance(g) < distance(nearest)) {
                nearest = g;
            }
        }
        return nearest;
    }

    private double distance(int gap) {
        return Math.abs(Math.log(gaps().get(gap) / START));
    }

    /** The ranked solvers whose costs are known in this measure. */
    List<String> solvers(Measure measure) {
        return solvers.stream()
                .filter(solver ->
                        results.outcomes().stream().anyMatch(o -> o.solver().equals(solver) && measure.isKnown(o)))
                .toList();
    }

    /**
     * The costs of one target: of each instance (first index) and each of {@link #solvers(Measure)}; positive infinity
     * where it was not certified, also where the solver failed or was not run.
     */
    double[][] costs(Measure measure, int gap) {
        List<String> known = solvers(measure);
        double[][] costs = new double[instances.size()][known.size()];
        for (int i = 0; i < costs.length; i++) {
            for (int s = 0; s < known.size(); s++) {
                costs[i][s] = outcome(instances.get(i).name(), known.get(s))
                        .map(outcome -> measure.of(outcome)[gap])
                        .orElse(Double.POSITIVE_INFINITY);
            }
        }
        return costs;
    }

    /** The same for all targets, one below the other: a row for each pair of instance and target. */
    double[][] allCosts(Measure measure) {
        List<double[]> rows = new ArrayList<>();
        for (int gap = 0; gap < gaps().size(); gap++) {
            rows.addAll(Arrays.asList(costs(measure, gap)));
        }
        return rows.toArray(double[][]::new);
    }

    /** The data set of each instance, numbered from 0: instances on the same data under several penalties share it. */
    int[] blocks() {
        Map<String, Integer> numbers = new HashMap<>();
        return instances.stream()
                .mapToInt(facts -> {
                    numbers.putIfAbsent(facts.sha256(), numbers.size());
                    return numbers.get(facts.sha256());
                })
                .toArray();
    }
}
