package io.github.l1bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The most memory that processes have had resident since they started, where the system tells: Linux does. */
final class PeakMemory {
    private static final Pattern HIGH_WATER = Pattern.compile("VmHWM:\\s+(\\d{1,15}) kB");
    private static final long KIB = 1024;

    // One that has ended is not asked again.
    private final Map<Long, Long> byProcess = new ConcurrentHashMap<>();

    /** Looks at {@code processes} that may still run. */
    void look(Stream<ProcessHandle> processes) {
        processes.map(ProcessHandle::pid).forEach(this::look);
    }

    private void look(long process) {
        try (Stream<String> lines =
                Files.lines(Path.of("/proc", Long.toString(process), "status"), StandardCharsets.ISO_8859_1)) {
            lines.map(HIGH_WATER::matcher)
                    .filter(Matcher::matches)
                    .mapToLong(line -> KIB * Long.parseLong(line.group(1)))
                    .findFirst()
                    .ifPresent(bytes -> byProcess.merge(process, bytes, Math::max));
        } catch (IOException | java.io.UncheckedIOException e) {
            // it has ended, or this is another system
        }
    }

    /** The peaks of all that were looked at, added up, in bytes; null where the system told none. */
    Long bytes() {
        return byProcess.isEmpty()
                ? null
                : byProcess.values().stream().mapToLong(Long::longValue).sum();
    }
}
