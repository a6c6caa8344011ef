package io.github.l1bench.bench;

import io.github.l1bench.solver.Variant;

/** The benchmark's parameter {@code threads} and the solvers' option of that name. */
public final class ThreadsOption {
    private static final String NAME = "threads";

    private ThreadsOption() {}

    /** Whether the parameter can say how many threads {@code variant} uses: it has the option and does not say itself. */
    public static boolean isFree(Variant variant) {
        return variant.solver().options().stream().anyMatch(o -> o.name().equals(NAME))
                && !variant.options().given().containsKey(NAME);
    }

    /**
     * {@code variant} with {@code threads} threads.
     *
     * @throws IllegalArgumentException if it cannot be told to use that many
     */
    static Variant applied(Variant variant, int threads) {
        if (isFree(variant)) {
            return variant.withDefault(NAME, Integer.toString(threads));
        }
        if (threads != 1) {
            throw new IllegalArgumentException(variant + " cannot be told to use " + threads
                    + " threads: it has no option '" + NAME + "', or a value of it already; use -p threads=1 with it");
        }
        return variant;
    }
}
