package io.github.l1bench.experiment;

import io.github.l1bench.code.CodeFingerprint;
import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.kernel.KernelChoice;
import io.github.l1bench.result.Rule;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Options;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A configured solver and when it stops.
 *
 * @param label what tables and charts call it
 * @param variant solver and options
 * @param stopping the rules to stop
 * @param published whether this replays the published example's rule
 * @param repeats how many runs its times shall be medians of; there are fewer where more would take longer together
 *     than the limit of seconds
 */
public record SolverCell(String label, Variant variant, Stopping stopping, boolean published, int repeats)
        implements Cell {
    /** Run once. */
    public SolverCell(String label, Variant variant, Stopping stopping, boolean published) {
        this(label, variant, stopping, published, 1);
    }

    /** The same with times that are medians of {@code count} runs. */
    public SolverCell repeated(int count) {
        return new SolverCell(label, variant, stopping, published, count);
    }

    /** Whether {@code runs} of about {@code seconds} each leave time for one more that is wanted. */
    boolean wantsMore(int runs, double seconds) {
        return runs < repeats && (runs + 1) * seconds <= stopping.maxSeconds();
    }

    /** The run of the published example by {@code saga}. */
    public static SolverCell published(Variant saga) {
        String label = saga + ", tol " + PublishedExample.TOLERANCE;
        return new SolverCell(label, saga, Stopping.atRelativeChange(PublishedExample.TOLERANCE), true);
    }

    /** {@code variant} until the relative gap is certified, or {@code maxSeconds} have passed. */
    public static SolverCell certified(Variant variant, double relativeGap, double maxSeconds) {
        Stopping stopping = Stopping.atRelativeGap(relativeGap).withinSeconds(maxSeconds);
        return new SolverCell(variant.toString(), variant, stopping, false);
    }

    @Override
    public String solver() {
        return variant.toString();
    }

    @Override
    public String code() {
        return CodeFingerprint.of(variant.solver().getClass(), CellRunner.class, KernelChoice.KERNELS.getClass());
    }

    @Override
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

    @Override
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
