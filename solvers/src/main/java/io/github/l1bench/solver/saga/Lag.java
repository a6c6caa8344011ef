package io.github.l1bench.solver.saga;

import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Options;
import java.util.List;

/** How weights that were left alone for some steps are brought up to date. */
interface Lag {
    Option OPTION = Option.choice(
            "lag",
            List.of("exact", "scikit-learn"),
            "how pending steps are applied: exactly, or by scikit-learn's approximation");

    /** The one that {@code options} choose. */
    static Lag of(Options options) {
        return options.choice(OPTION).equals("exact") ? new ExactLag() : new ScikitLearnLag();
    }

    /**
     * Takes the weights {@code offset} to {@code offset + width - 1} through the steps from {@code from} to the last,
     * at least one.
     *
     * @param weights modified
     * @param gradientSum their entries of G, which stood still meanwhile
     */
    void advance(PendingSteps steps, double[] weights, double[] gradientSum, int offset, int width, int from);
}
