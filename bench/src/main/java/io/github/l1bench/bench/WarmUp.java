package io.github.l1bench.bench;

/**
 * Says when a warm-up is over: when shots are steady, which is when none was faster than the best before it for a while,
 * or when its time is up. A fast solver needs many shots until the compiler has done with it; in a slow one the loops are
 * compiled within a shot or two.
 */
final class WarmUp {
    private static final double IMPROVEMENT = 0.03;
    private static final double STEADY_SECONDS = 0.5;

    private final double limitSeconds;
    private double seconds;
    private double best = Double.POSITIVE_INFINITY;
    private double steadySeconds;

    /** @param limitSeconds after which it is over in any case */
    WarmUp(double limitSeconds) {
        this.limitSeconds = limitSeconds;
    }

    /** Whether another shot is needed after one of {@code shotSeconds}. */
    boolean goesOn(double shotSeconds) {
        seconds += shotSeconds;
        boolean improved = shotSeconds < (1 - IMPROVEMENT) * best;
        steadySeconds = improved ? 0 : steadySeconds + shotSeconds;
        best = Math.min(best, shotSeconds);
        return steadySeconds < STEADY_SECONDS && seconds < limitSeconds;
    }
}
