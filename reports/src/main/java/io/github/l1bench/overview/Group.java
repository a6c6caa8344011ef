package io.github.l1bench.overview;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who wins among instances of one kind.
 *
 * @param trait what they have in common
 * @param name the group's
 * @param instances their indices
 * @param first for each solver, on how many of them it is the fastest
 * @param within2 for each solver, on how many of them it takes at most twice the time of the fastest
 */
record Group(Trait trait, String name, List<Integer> instances, int[] first, int[] within2) {
    /** All groups that have instances. */
    static List<Group> all(Standing standing) {
        return Trait.ALL.stream().flatMap(trait -> of(trait, standing).stream()).toList();
    }

    /** The groups by one trait. */
    static List<Group> of(Trait trait, Standing standing) {
        return trait.split(standing.view().instances()).entrySet().stream()
                .map(entry -> new Group(
                        trait,
                        entry.getKey(),
                        entry.getValue(),
                        within(standing, entry.getValue(), 1),
                        within(standing, entry.getValue(), 2)))
                .toList();
    }

    private static int[] within(Standing standing, List<Integer> instances, double ratio) {
        return IntStream.range(0, standing.solvers().size())
                .map(s -> (int) instances.stream()
                        .filter(i -> standing.profile().ratios()[i][s] <= ratio)
                        .count())
                .toArray();
    }

    /** The solvers that win most here; none where nobody does. */
    List<Integer> leaders() {
        int most = Arrays.stream(first).max().orElse(0);
        return most == 0
                ? List.of()
                : IntStream.range(0, first.length)
                        .filter(s -> first[s] == most)
                        .boxed()
                        .toList();
    }

    /** On how many instances the leaders win. */
    int most() {
        return Arrays.stream(first).max().orElse(0);
    }
}
