package io.github.l1bench.page;

import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Target;
import io.github.l1bench.view.TargetTime;

/** JMH's time of a solver to a target, as it stands in a table. */
final class TimeCell {
    private TimeCell() {}

    /** The time with its interval, or why there is none. */
    static Cell of(RunView view, String solver, Target target) {
        TargetTime time = view.times().of(solver, target).orElse(null);
        if (time == null) {
            return Cell.none("JMH did not time this");
        }
        if (!time.reached()) {
            boolean failed = !time.failure().isEmpty();
            return Cell.text(failed ? "failed" : "not reached")
                    .as("num poor", "1e300")
                    .titled(time.shortfall())
                    .small(failed ? time.failure() : time.shortfall().replace("not reached ", ""));
        }
        boolean best = view.times().ranking(target).indexOf(time) == 0;
        Cell shown = Cell.number(time.seconds(), Quantity.seconds(time.seconds()))
                .as(best ? "num best" : "num", Quantity.exact(time.seconds()))
                .titled(interval(time))
                .small(Quantity.interval(time.interval(), time.seconds()))
                .small(" " + Quantity.repetitions(time.shots()));
        return time.reusedFrom().isEmpty()
                ? shown
                : shown.small(" reused", "title", "measured by run " + time.reusedFrom());
    }

    private static String interval(TargetTime time) {
        String mean = time.seconds() + " s, mean of " + Quantity.repetitions(time.shots());
        return time.interval().isKnown()
                ? mean + "; 95 % confidence interval " + time.low() + " to " + time.high() + " s"
                : mean + "; too few forks for an interval";
    }
}
