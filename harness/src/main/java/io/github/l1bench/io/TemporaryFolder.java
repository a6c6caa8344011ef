package io.github.l1bench.io;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder among the system's temporary files that is deleted with all that it holds: when it is closed, or when the
 * process ends. What a killed process left is deleted when another makes one.
 */
public final class TemporaryFolder implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("l1bench\\.(\\d{1,18})\\..+");
    private static final long PROCESS = ProcessHandle.current().pid();
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();
    private static final Duration OLD = Duration.ofDays(1);
    private static final int ROUNDS = 20;
    private static final long SHORT_WHILE = 50_000_000;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFolder::deleteAll, "temporary folders"));
    }

    private final Path path;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes an empty folder.
     *
     * @throws IOException if it cannot be made
     */
    public static TemporaryFolder make() throws IOException {
        sweep(parent());
        Path path = Files.createTempDirectory("l1bench." + PROCESS + ".").toAbsolutePath();
        IN_USE.add(path);
        return new TemporaryFolder(path);
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** Deletes it; what another process writes into it meanwhile is deleted when this process ends. */
    @Override
    public void close() {
        if (delete(path)) {
            IN_USE.remove(path);
        }
    }

    // Processes that write there are being ended meanwhile.
    private static void deleteAll() {
        for (int round = 0; round < ROUNDS && !IN_USE.isEmpty(); round++) {
            IN_USE.removeIf(TemporaryFolder::delete);
            LockSupport.parkNanos(IN_USE.isEmpty() ? 0 : SHORT_WHILE);
        }
    }

    static void sweep(Path parent) {
        sweep(parent, (process, folder) -> !isRunning(process) && isOld(folder));
    }

    /** Deletes what {@code process} has left, a child of this one that was killed. */
    public static void deleteOf(long process) {
        sweep(parent(), (maker, folder) -> maker == process);
    }

    @FunctionalInterface
    private interface LeftOver {
        boolean test(long process, Path folder) throws IOException;
    }

    private static void sweep(Path parent, LeftOver leftOver) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, "l1bench.*")) {
            for (Path folder : folders) {
                Matcher name = NAME.matcher(folder.getFileName().toString());
                if (name.matches() && leftOver.test(Long.parseLong(name.group(1)), folder)) {
                    delete(folder);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // what cannot be listed is in nobody's way
        }
    }

    private static Path parent() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** What the paths of all folders of this process begin with, up to a dot. */
    public static String prefix() {
        return parent().toAbsolutePath().resolve("l1bench." + PROCESS).toString();
    }

    /** Whether a process of that number is seen to run. */
    static boolean isRunning(long process) {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    // A process of another container is not seen.
    private static boolean isOld(Path folder) throws IOException {
        return Files.getLastModifiedTime(folder)
                .toInstant()
                .isBefore(Instant.now().minus(OLD));
    }

    private static boolean delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            return !Files.exists(folder);
        }
        return true;
    }
}
