package io.github.l1bench.overview;

import io.github.l1bench.collection.InstanceFacts;
import io.github.l1bench.figure.Mark;
import io.github.l1bench.statistics.PerformanceProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An earlier run over which another is laid: its costs on the instances that both have, of the same data and penalty, in
 * the other's order. Its ratios are to the other's fastest, so that the curves of both compare.
 */
final class Background {
    /** No earlier run. */
    static final Background NONE = new Background(null, null);

    private final CollectionView over;
    private final CollectionView stored;

    /**
     * @param over the run that is laid over it
     * @param stored the earlier one
     */
    Background(CollectionView over, CollectionView stored) {
        this.over = over;
        this.stored = stored;
    }

    boolean isNone() {
        return stored == null;
    }

    /** Its name. */
    String id() {
        return stored.results().id();
    }

    /** Its name, where there is one. */
    Optional<String> idIfAny() {
        return isNone() ? Optional.empty() : Optional.of(id());
    }

    CollectionView stored() {
        return stored;
    }

    /** For each instance of the run on top the index of the same one here; -1 where there is none. */
    int[] pairs() {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < stored.instances().size(); i++) {
            places.put(stored.instances().get(i).name(), i);
        }
        return over.instances().stream()
                .mapToInt(facts -> {
                    int place = places.getOrDefault(facts.name(), -1);
                    return place >= 0 && isSame(facts, stored.instances().get(place)) ? place : -1;
                })
                .toArray();
    }

    // That a name stands for the same is checked by what it stood for. Lambda max is a sum, which another version may
    // round otherwise.
    private static boolean isSame(InstanceFacts a, InstanceFacts b) {
        return a.sha256().equals(b.sha256()) && Math.abs(a.lambda() - b.lambda()) <= 1e-12 * a.lambda();
    }

    /** How many instances both have. */
    int shared() {
        return (int) Arrays.stream(pairs()).filter(i -> i >= 0).count();
    }

    /** The index here of a gap of the run on top; -1 where this one has no such target. */
    int gap(double target) {
        List<Double> gaps = stored.gaps();
        for (int g = 0; g < gaps.size(); g++) {
            if (Math.abs(gaps.get(g) / target - 1) < 1e-9) {
                return g;
            }
        }
        return -1;
    }

    /** Its profiles to the standing's target. */
    List<Staircase> profiles(Standing standing) {
        int gap = isNone() ? -1 : gap(standing.target());
        if (gap < 0) {
            return List.of();
        }
        int[] pairs = pairs();
        double[][] all = stored.costs(standing.measure(), gap);
        double[] best = PerformanceProfile.best(standing.costs());
        List<double[]> costs = new ArrayList<>();
        List<Double> ones = new ArrayList<>();
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] >= 0) {
                costs.add(all[pairs[i]]);
                ones.add(best[i]);
            }
        }
        PerformanceProfile profile = PerformanceProfile.against(
                costs.toArray(double[][]::new),
                ones.stream().mapToDouble(Double::doubleValue).toArray());
        return Staircase.of(stored.solvers(standing.measure()), profile::of);
    }

    /** Its runtime distributions over the targets that both have. */
    List<Staircase> runtimes(Measure measure) {
        if (isNone()) {
            return List.of();
        }
        List<double[]> rows = new ArrayList<>();
        for (double target : over.gaps()) {
            int gap = gap(target);
            if (gap >= 0) {
                double[][] costs = stored.costs(measure, gap);
                Arrays.stream(pairs()).filter(i -> i >= 0).forEach(i -> rows.add(costs[i]));
            }
        }
        return Staircase.of(stored.solvers(measure), s -> Staircase.column(rows, s));
    }

    /** How a solver is drawn: in the colour that it has on top where it is there too, dotted. */
    Mark mark(String solver) {
        return over.mark(solver).dotted();
    }

    /** What legends say of it. */
    Map<String, Mark> legend() {
        return isNone() ? Map.of() : Map.of("dotted: run " + id(), Mark.NEUTRAL.dotted());
    }
}
