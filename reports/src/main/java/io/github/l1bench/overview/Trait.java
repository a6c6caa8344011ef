package io.github.l1bench.overview;

import io.github.l1bench.collection.InstanceFacts;
import io.github.l1bench.view.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What tells kinds of instances apart.
 *
 * @param name in words
 * @param value of an instance, for axes; null where it is a word
 * @param group the group that an instance belongs to
 * @param groups all groups in their order; empty for the order in which they appear
 */
record Trait(
        String name,
        ToDoubleFunction<InstanceFacts> value,
        Function<InstanceFacts, String> group,
        List<String> groups) {
    /** Samples for each feature. */
    static final Trait SHAPE = banded("n / p", Trait::shape, 1, 10, 100);

    /** Share of nonzeros. */
    static final Trait DENSITY = banded("density", InstanceFacts::density, 0.05, 0.5);

    /** Unknowns. */
    static final Trait UNKNOWNS = banded("p K", Trait::unknowns, 1e3, 1e4, 1e5);

    /** The penalty as a share of lambda max. */
    static final Trait PENALTY = banded("λ / λmax", facts -> facts.instance().ratio(), 0.003, 0.03, 0.3);

    /** The family, in the collection's words. */
    static final Trait FAMILY = new Trait("family", null, InstanceFacts::family, List.of());

    /** All of them. */
    static final List<Trait> ALL = List.of(FAMILY, SHAPE, DENSITY, UNKNOWNS, PENALTY);

    static double shape(InstanceFacts facts) {
        return facts.samples() / (double) facts.features();
    }

    static double unknowns(InstanceFacts facts) {
        return facts.features() * (double) facts.classes();
    }

    private static Trait banded(String name, ToDoubleFunction<InstanceFacts> value, double... limits) {
        List<String> groups = IntStream.rangeClosed(0, limits.length)
                .mapToObj(band -> words(name, limits, band))
                .toList();
        return new Trait(
                name,
                value,
                facts -> groups.get((int) IntStream.range(0, limits.length)
                        .filter(i -> value.applyAsDouble(facts) >= limits[i])
                        .count()),
                groups);
    }

    private static String words(String name, double[] limits, int band) {
        if (band == 0) {
            return name + " < " + number(limits[0]);
        }
        String from = number(limits[band - 1]);
        return band == limits.length ? name + " ≥ " + from : name + " " + from + " to " + number(limits[band]);
    }

    private static String number(double limit) {
        return limit >= 1 ? Quantity.count(Math.round(limit)) : Double.toString(limit);
    }

    /** The instances of each group that has any, by their indices. */
    Map<String, List<Integer>> split(List<InstanceFacts> instances) {
        Map<String, List<Integer>> found = groups.isEmpty() ? new LinkedHashMap<>() : new TreeMap<>(this::order);
        for (int i = 0; i < instances.size(); i++) {
            found.computeIfAbsent(group.apply(instances.get(i)), key -> new ArrayList<>())
                    .add(i);
        }
        return found;
    }

    private int order(String a, String b) {
        return Integer.compare(groups.indexOf(a), groups.indexOf(b));
    }
}
