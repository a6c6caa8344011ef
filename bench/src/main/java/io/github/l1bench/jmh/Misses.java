package io.github.l1bench.jmh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;

/**
 * Targets that were missed, and what is missed with them and need not be asked: a smaller gap within the same time, and by
 * a cold start what was missed by a warm one.
 */
final class Misses {
    private static final String TARGET = "target";
    private static final String START = "start";
    private static final String WARM = "warm";

    private final List<Missed> known = new ArrayList<>();

    private record Missed(Combination combination, Forks forks) {
        boolean implies(Combination other) {
            return combination.benchmark().equals(other.benchmark())
                    && rest(combination).equals(rest(other))
                    && gap(other) <= gap(combination)
                    && (start(combination).equals(WARM) || start(combination).equals(start(other)));
        }
    }

    /** Notes {@code combination} if its forks have missed its target. */
    void note(Combination combination, Forks forks) {
        if (forks.hasMissed()) {
            known.add(new Missed(combination, forks));
        }
    }

    /** The shots of another combination that missed, as those of {@code combination}, where they decide it. */
    Optional<List<RunResult>> implying(Combination combination) {
        return known.stream()
                .filter(missed -> missed.implies(combination))
                .findFirst()
                .map(missed -> missed.forks().missesAs(combination));
    }

    // NaN, which no gap is below, for what is no relative gap.
    private static double gap(Combination combination) {
        try {
            return Double.parseDouble(combination.params().getOrDefault(TARGET, ""));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String start(Combination combination) {
        return combination.params().getOrDefault(START, WARM);
    }

    private static Map<String, String> rest(Combination combination) {
        Map<String, String> rest = new HashMap<>(combination.params());
        rest.remove(TARGET);
        rest.remove(START);
        return rest;
    }
}
