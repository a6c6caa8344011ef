package io.github.l1bench.experiment;

import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.result.Rule;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Options;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is run once: a configured solver and when it stops.
 *
 * @param label what tables and charts call it
 * @param variant solver and options
 * @param stopping the rules to stop
 * @param published whether this replays the published example's rule
 */
public record Cell(String label, Variant variant, Stopping stopping, boolean published) {
    /** The run of the published example by {@code saga}. */
    public static Cell published(Variant saga) {
        String label = saga + ", tol " + PublishedExample.TOLERANCE;
        return new Cell(label, saga, Stopping.atRelativeChange(PublishedExample.TOLERANCE), true);
    }

    /** {@code variant} until the relative gap is certified, or {@code maxSeconds} have passed. */
    public static Cell certified(Variant variant, double relativeGap, double maxSeconds) {
        Stopping stopping = Stopping.atRelativeGap(relativeGap).withinSeconds(maxSeconds);
        return new Cell(variant.toString(), variant, stopping, false);
    }

    /** Every option of the solver with its value; {@code seed} for an option of that name that is not given another. */
    public Map<String, String> options(long seed) {
        Options given = seeded(seed).options();
        Map<String, String> values = new LinkedHashMap<>();
        for (Option option : variant.solver().options()) {
            values.put(option.name(), given.given().getOrDefault(option.name(), option.initial()));
        }
        return values;
    }

    Variant seeded(long seed) {
        return variant.withDefault("seed", Long.toString(seed));
    }

    /** The rules to stop as results tell them. */
    public Rule rule() {
        return new Rule(
                stopping.relativeGap().isPresent() ? stopping.relativeGap().getAsDouble() : null,
                stopping.relativeChange().isPresent()
                        ? stopping.relativeChange().getAsDouble()
                        : null,
                Double.isFinite(stopping.maxPasses()) ? stopping.maxPasses() : null,
                Double.isFinite(stopping.maxSeconds()) ? stopping.maxSeconds() : null);
    }
}
