package io.github.l1bench.cli;

import io.github.l1bench.solver.Monitor;
import io.github.l1bench.solver.Stopping;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how far a run is on a terminal; shows nothing where standard error is none. */
interface ConsoleProgress extends Monitor, AutoCloseable {
    @Override
    void close();

    /** A bar towards the limits of {@code stopping}, or a count where it has none. */
    static ConsoleProgress of(String task, Stopping stopping) {
        return System.console() == null ? new Silent() : new Bar(task, stopping);
    }

    /** A bar of {@code steps} steps that a caller moves; null where standard error is no terminal. */
    static ProgressBar bar(String task, long steps) {
        if (System.console() == null) {
            return null;
        }
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, 80))
                .build();
    }

    /** No terminal. */
    final class Silent implements ConsoleProgress {
        @Override
        public boolean goOn(Moment moment) {
            return true;
        }

        @Override
        public void close() {}
    }

    /** In thousandths of whichever limit is nearer. */
    final class Bar implements ConsoleProgress {
        private final Stopping stopping;
        private final ProgressBar bar;

        Bar(String task, Stopping stopping) {
            this.stopping = stopping;
            boolean bounded = Double.isFinite(stopping.maxPasses()) || Double.isFinite(stopping.maxSeconds());
            this.bar = bar(task, bounded ? 1000 : -1);
        }

        @Override
        public boolean goOn(Moment moment) {
            double share = Math.max(moment.passes() / stopping.maxPasses(), moment.seconds() / stopping.maxSeconds());
            bar.stepTo(share > 0 ? Math.round(1000 * Math.min(1, share)) : Math.round(moment.passes()));
            return true;
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
