package io.github.l1bench.experiment;

import io.github.l1bench.solver.Monitor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs solvers in threads of their own, so that one that never returns can be left behind. Such a thread is interrupted,
 * and ended by an error at its next look at the monitor; one that reacts to neither runs on until the virtual machine
 * ends, and keeps a core busy.
 */
final class Watchdog {
    private static final long FAREWELL_MILLIS = 500;

    private final double patienceSeconds;
    private final List<Thread> left = new ArrayList<>();

    /** @param patienceSeconds how long after its time is up a solver may take to return */
    Watchdog(double patienceSeconds) {
        this.patienceSeconds = patienceSeconds;
    }

    /** Ends a thread that was left behind; no solver has a reason to catch it. */
    private static final class LeftBehind extends Error {
        private static final long serialVersionUID = 1;

        LeftBehind() {
            super("the solver was left behind", null, false, false);
        }
    }

    /** Work that has a monitor to look at. */
    @FunctionalInterface
    interface Work<T> {
        T under(Monitor monitor);
    }

    /**
     * Runs {@code work}. Time that it spends in {@code monitor} does not count.
     *
     * @param name of the solver, for {@link #stillRunning}
     * @param seconds after which the work should be done
     * @throws DidNotReturn if it is not, patience included
     * @throws Throwable what the work throws
     */
    <T> T run(String name, double seconds, Monitor monitor, Work<T> work) throws Throwable {
        Watched watched = new Watched(monitor);
        Outcome<T> outcome = new Outcome<>(() -> work.under(watched));
        Thread thread = new Thread(outcome, name);
        thread.setDaemon(true);
        thread.start();
        long allowed = (long) (1e9 * (seconds + patienceSeconds));
        while (!outcome.done.await(allowed - watched.nanos(), TimeUnit.NANOSECONDS)) {
            if (watched.nanos() >= allowed) {
                leave(thread, watched);
                throw new DidNotReturn(patienceSeconds, seconds);
            }
        }
        return outcome.get();
    }

    private void leave(Thread thread, Watched watched) throws InterruptedException {
        watched.leftBehind = true;
        thread.interrupt();
        thread.join(FAREWELL_MILLIS);
        left.add(thread);
    }

    /** Names of those that were left behind and have not ended yet. */
    List<String> stillRunning() {
        left.removeIf(thread -> !thread.isAlive());
        return left.stream().map(Thread::getName).toList();
    }

    /** A solver ignored that its time was up. */
    static final class DidNotReturn extends RuntimeException {
        private static final long serialVersionUID = 1;

        DidNotReturn(double patience, double seconds) {
            super("did not return within " + (float) patience + " s after its time of " + (float) seconds
                    + " s was up");
        }
    }

    /** What became of the work. */
    private static final class Outcome<T> implements Runnable {
        private final CountDownLatch done = new CountDownLatch(1);
        private final Callable<T> work;
        private T result;
        private Throwable thrown;

        Outcome(Callable<T> work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                result = work.call();
            } catch (Throwable t) {
                thrown = t;
            } finally {
                done.countDown();
            }
        }

        T get() throws Throwable {
            if (thrown != null) {
                throw thrown;
            }
            return result;
        }
    }

    /** A monitor whose own time is told apart from that of the solver. */
    private static final class Watched implements Monitor {
        private final Monitor monitor;
        private final long start = System.nanoTime();
        private volatile boolean leftBehind;
        private long monitored;
        private long entered;
        private boolean inside;

        Watched(Monitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public boolean goOn(Moment moment) {
            if (leftBehind) {
                throw new LeftBehind();
            }
            enter();
            try {
                return monitor.goOn(moment);
            } finally {
                exit();
            }
        }

        private synchronized void enter() {
            entered = System.nanoTime();
            inside = true;
        }

        private synchronized void exit() {
            monitored += System.nanoTime() - entered;
            inside = false;
        }

        /** Nanoseconds since the start without those in the monitor. */
        private synchronized long nanos() {
            return (inside ? entered : System.nanoTime()) - start - monitored;
        }
    }
}
