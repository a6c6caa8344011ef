package io.github.l1bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Finds what a worker has started and what is nobody's descendant any more, because who started it has ended: by a mark
 * in the environment, which processes hand on. Where the system shows that: Linux does.
 */
final class Strays {
    /** The variable of the environment that holds the mark. */
    static final String VARIABLE = "L1BENCH_WORKER";

    private static final AtomicLong COUNT = new AtomicLong();

    private Strays() {}

    /** A mark that no other worker of this machine has. */
    static String newMark() {
        ProcessHandle self = ProcessHandle.current();
        long started =
                self.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
        return self.pid() + "." + started + "." + COUNT.incrementAndGet();
    }

    /** The processes that run now and have that mark. */
    static List<ProcessHandle> marked(String mark) {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return List.of();
        }
        String wanted = "\0" + VARIABLE + "=" + mark + "\0";
        return ProcessHandle.allProcesses()
                .filter(process -> environment(process.pid()).contains(wanted))
                .toList();
    }

    private static String environment(long process) {
        try {
            byte[] variables = Files.readAllBytes(Path.of("/proc", Long.toString(process), "environ"));
            return "\0" + new String(variables, StandardCharsets.ISO_8859_1) + "\0";
        } catch (IOException e) {
            return ""; // it has ended, or is somebody else's
        }
    }
}
