package io.github.l1bench.spark;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/** A job, or some one after the other, cancelled when their time is up: a task that hangs would keep them for ever. */
final class TimedJob {
    private static final String GROUP = "l1bench round";
    private static final long MILLIS = 1000;
    // Between two jobs there is none to cancel.
    private static final long AGAIN = 50;

    /** Its time is up. */
    static final class Late extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private Late(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    private final JavaSparkContext context;
    private final long seconds;

    TimedJob(JavaSparkContext context, long seconds) {
        this.context = context;
        this.seconds = seconds;
    }

    /**
     * What {@code job} returns, all of whose Spark jobs begin in this thread.
     *
     * @throws Late in one sentence, if it does not return in time
     */
    <T> T run(Supplier<T> job) {
        if (seconds > Long.MAX_VALUE / MILLIS) {
            return job.get();
        }
        AtomicBoolean late = new AtomicBoolean();
        Timer timer = new Timer("patience", true);
        context.setJobGroup(GROUP, "a round", true);
        try {
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            late.set(true);
                            context.cancelJobGroup(GROUP);
                        }
                    },
                    seconds * MILLIS,
                    AGAIN);
            return job.get();
        } catch (Exception e) { // of Spark, some that Java does not know of
            if (late.get()) {
                throw new Late(
                        "a round did not end within " + seconds + " s and was cancelled; what came before it is kept:"
                                + " see to the executors, or raise --round-seconds, and start again",
                        e);
            }
            throw e;
        } finally {
            timer.cancel();
            context.clearJobGroup();
        }
    }
}
