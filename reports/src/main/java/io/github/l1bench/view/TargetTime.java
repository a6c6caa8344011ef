package io.github.l1bench.view;

import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.ProcessorTimes;
import io.github.l1bench.statistics.ForkTimes;
import io.github.l1bench.statistics.Interval;

/**
 * How long one solver took to one target, by JMH's {@code TimeToTarget}.
 *
 * @param solver the variant
 * @param target what it ran to
 * @param seconds mean over the samples; until it gave up, where the target was not reached
 * @param interval of the mean
 * @param shots seconds of each measured solve
 * @param reachedShare share of the solves that reached the target
 * @param passes mean passes, NaN where not counted
 * @param relativeGap certified gap / P at the end, NaN where not counted
 * @param processorSeconds that threads had a processor for one solve, NaN where not counted
 * @param bytes allocated in one solve, NaN where not measured
 * @param budgetSeconds seconds a solve was allowed, NaN where not recorded
 * @param reusedFrom the run that it was taken from, empty where it was measured with the others
 * @param foreign whether it was measured on other data, under other rules or on another machine than the others
 * @param failure why the benchmark failed, empty where it did not
 */
public record TargetTime(
        String solver,
        Target target,
        double seconds,
        Interval interval,
        ForkTimes shots,
        double reachedShare,
        double passes,
        double relativeGap,
        double processorSeconds,
        double bytes,
        double budgetSeconds,
        String reusedFrom,
        boolean foreign,
        String failure) {
    private static final String PROFILED_BYTES = "gc.alloc.rate.norm";
    private static final String COUNTED_BYTES = "allocatedBytes";

    /** Reads a row of the benchmark. */
    public static TargetTime of(JmhRow row) {
        ForkTimes shots = row.secondsPerOperation();
        return new TargetTime(
                row.solver().isEmpty() ? "?" : Origins.solver(row),
                Target.of(row.params()),
                row.seconds(),
                shots.interval(),
                shots,
                share(row),
                row.counter("passes"),
                row.counter("relativeGap"),
                ProcessorTimes.of(row).mean(),
                row.counters().getOrDefault(PROFILED_BYTES, row.counter(COUNTED_BYTES)),
                number(row.params().get("budget")),
                Origins.reusedFrom(row),
                !row.compares(),
                row.failed() ? row.failure() : "");
    }

    /** Whether a row's time is that of a solve that reached its target; true for rows that have no target. */
    public static boolean counts(JmhRow row) {
        boolean targeted = row.className().equals(Benchmarks.TIME_TO_TARGET)
                || row.counters().containsKey("reached");
        return !row.failed()
                && (!targeted || isReached(share(row), row.counter("relativeGap"), Target.of(row.params())));
    }

    private static double share(JmhRow row) {
        return row.counters().getOrDefault("reached", 0.0);
    }

    private static boolean isReached(double share, double relativeGap, Target target) {
        return share >= 1 && !(relativeGap > target.gap() * (1 + 1e-9));
    }

    private static double number(String text) {
        try {
            return text == null ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Whether every solve reached the target; only then is its time a time to the target. */
    public boolean reached() {
        return isReached(reachedShare, relativeGap, target);
    }

    /** Ends of the interval, the mean itself where there is none. */
    public double low() {
        return interval.isKnown() ? interval.low() : seconds;
    }

    public double high() {
        return interval.isKnown() ? interval.high() : seconds;
    }

    /** The solver's name with the mark of a reused time. */
    public String name() {
        return Origins.marked(solver, reusedFrom);
    }

    /** Why there is no time: {@code not reached within 20.0 s}, or {@code failed: ...}. */
    public String shortfall() {
        if (!failure.isEmpty()) {
            return "failed: " + failure;
        }
        String within =
                "not reached within " + Quantity.seconds(Double.isFinite(budgetSeconds) ? budgetSeconds : seconds);
        boolean sometimes = reachedShare > 0 && reachedShare < 1;
        return sometimes ? within + " in " + Quantity.fixed(100 * (1 - reachedShare), 0) + " % of the solves" : within;
    }
}
