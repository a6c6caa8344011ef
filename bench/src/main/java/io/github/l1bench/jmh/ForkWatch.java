package io.github.l1bench.jmh;

import io.github.l1bench.io.TemporaryFolder;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends what a killed fork leaves behind: processes that it had started, and their files. A fork ends them itself
 * otherwise; one that is killed cannot, and who has lost its parent is nobody's child any more, so they are looked at
 * now and then while the fork runs.
 */
final class ForkWatch implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 250;

    private final Set<ProcessHandle> forks = ConcurrentHashMap.newKeySet();
    private final Set<ProcessHandle> started = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::watch, "what forks start");

    /** @param needed whether forks start processes; otherwise nothing is looked at, as that costs time of a core */
    ForkWatch(boolean needed) {
        thread.setDaemon(true);
        if (needed) {
            thread.start();
        }
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            // the forks have ended
        }
    }

    private void look() {
        ProcessHandle.current().children().forEach(fork -> {
            forks.add(fork);
            fork.descendants().forEach(started::add);
        });
    }

    /** Once the forks have ended. */
    @Override
    public void close() {
        thread.interrupt();
        started.forEach(ProcessHandle::destroyForcibly);
        forks.stream().filter(fork -> !fork.isAlive()).forEach(fork -> TemporaryFolder.deleteOf(fork.pid()));
    }
}
