package io.github.l1bench.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How long solvers took to targets.
 *
 * @param all timings of one problem, in the order of JMH's result
 * @param unranked solvers that answer another question
 */
public record TargetTimes(List<TargetTime> all, Set<String> unranked) {
    /** The solvers that were timed, each once. */
    public Set<String> solvers() {
        Set<String> timed = new LinkedHashSet<>();
        all.forEach(time -> timed.add(time.solver()));
        return timed;
    }

    /** The targets that stand in the table of solvers: each target once, as it was run warm on one thread. */
    public List<Target> main() {
        Map<String, Target> byName = new LinkedHashMap<>();
        all.stream()
                .map(TargetTime::target)
                .sorted(Target.ORDER)
                .forEach(target -> byName.merge(target.name(), target, TargetTimes::preferred));
        return byName.values().stream().sorted(Target.ORDER).toList();
    }

    private static Target preferred(Target a, Target b) {
        return rank(b) < rank(a) ? b : a;
    }

    private static int rank(Target target) {
        int threads = target.threads().isEmpty() || target.threads().equals("1") ? 0 : 2;
        return threads + (target.start().isEmpty() || target.start().equals("warm") ? 0 : 1);
    }

    /**
     * All targets by the manner in which they were timed: that of {@link #main} under the empty name, and then cold
     * starts and other numbers of threads.
     */
    public Map<String, List<Target>> byManner() {
        List<Target> main = main();
        Map<String, List<Target>> manners = new LinkedHashMap<>();
        if (!main.isEmpty()) {
            manners.put("", main);
        }
        all.stream()
                .map(TargetTime::target)
                .distinct()
                .filter(target -> !main.contains(target))
                .sorted(Target.ORDER)
                .forEach(target -> manners.computeIfAbsent(target.manner(), m -> new ArrayList<>())
                        .add(target));
        return manners;
    }

    /** The timing of {@code solver} to {@code target}, if there is one. */
    public Optional<TargetTime> of(String solver, Target target) {
        return all.stream()
                .filter(t -> t.solver().equals(solver) && t.target().equals(target))
                .findFirst();
    }

    /** The timings of {@code target} that reached it, the fastest first; foreign ones and other questions are not ranked. */
    public List<TargetTime> ranking(Target target) {
        return all.stream()
                .filter(t -> t.target().equals(target) && t.reached() && !t.foreign() && !unranked.contains(t.solver()))
                .sorted(Comparator.comparingDouble(TargetTime::seconds))
                .toList();
    }

    /** Orders solvers by their time to the tightest of the main targets, then to looser ones; those without one that compares are last. */
    public Comparator<String> fastestFirst() {
        List<Target> tightestFirst = new ArrayList<>(main());
        Collections.reverse(tightestFirst);
        Comparator<String> order = (a, b) -> 0;
        for (Target target : tightestFirst) {
            order = order.thenComparingDouble(solver -> of(solver, target)
                    .filter(time -> time.reached() && !time.foreign())
                    .map(TargetTime::seconds)
                    .orElse(Double.POSITIVE_INFINITY));
        }
        return order;
    }
}
