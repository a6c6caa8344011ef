package io.github.l1bench.peer;

import java.util.Locale;

/**
 * Says when a climb up a {@link Ladder} is over although its target is not reached: when its fits have together taken too
 * long, or when tighter rungs have ceased to help.
 */
public final class ClimbLimit {
    /**
     * So many rungs that work on, as their gaps differ, and lower it by less than {@link #PROGRESS}, after an earlier one
     * had lowered it. Rungs that give the same answer say nothing: a fit may meet several tolerances at once.
     */
    static final int IDLE_RUNGS = 4;

    private static final double PROGRESS = 0.05;

    private final double mostSeconds;
    private double seconds;
    private double best = Double.NaN;
    private String bestSetting;
    private boolean progressed;
    private int idle;
    private double last = Double.NaN;

    /** @param mostSeconds that fits may take together */
    public ClimbLimit(double mostSeconds) {
        this.mostSeconds = mostSeconds;
    }

    /**
     * Notes a rung that was run.
     *
     * @param setting as the worker was told
     * @param rungSeconds that its fits took together
     * @param relativeGap that was certified
     */
    public void note(String setting, double rungSeconds, double relativeGap) {
        seconds += rungSeconds;
        boolean first = bestSetting == null;
        boolean lower = relativeGap < (1 - PROGRESS) * best;
        if (first || lower) {
            best = relativeGap;
            bestSetting = setting;
            idle = 0;
        } else if (progressed && relativeGap != last) {
            idle++;
        }
        progressed |= lower;
        last = relativeGap;
    }

    /** Whether the climb is over before the next rung. */
    public boolean isReached() {
        return seconds > mostSeconds || idle >= IDLE_RUNGS;
    }

    /**
     * Why it is, in a sentence without its stop.
     *
     * @param next the setting that is not tried
     */
    public String reason(String next) {
        return idle >= IDLE_RUNGS
                ? String.format(
                        Locale.ROOT,
                        "tighter than %s does not help: the gap stays at %.1e over %d more",
                        bestSetting,
                        best,
                        IDLE_RUNGS)
                : String.format(
                        Locale.ROOT,
                        "before %s its fits had taken %.3g s together, and a climb ends after %.3g s",
                        next,
                        seconds,
                        mostSeconds);
    }
}
