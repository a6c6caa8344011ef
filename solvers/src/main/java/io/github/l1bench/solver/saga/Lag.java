package io.github.l1bench.solver.saga;

import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Options;
import java.util.List;

/** How a weight that was left alone for some steps is brought up to date. */
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
     * The weight after the steps from {@code from} to the last, at least one.
     *
     * @param w the weight before
     * @param g its entry of G, which stood still
     */
    double advance(PendingSteps steps, double w, double g, int from);
}
