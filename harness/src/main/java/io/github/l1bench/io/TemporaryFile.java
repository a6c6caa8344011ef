package io.github.l1bench.io;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that is being written beside the one it becomes. Its name says which process writes it, so that what a killed
 * process left behind can be told from what is in use; making a new one deletes the former.
 */
public final class TemporaryFile implements AutoCloseable {
    // The target's name comes last: libraries choose a format by the end of a name.
    private static final Pattern NAME = Pattern.compile("\\.(\\d{1,18})\\.\\d+\\.part\\..+", Pattern.DOTALL);
    private static final long PROCESS = ProcessHandle.current().pid();
    private static final AtomicLong COUNT = new AtomicLong();
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

    /** Where a process of that number is not seen it may run on another machine: then its file changes now and then. */
    private static final Duration QUIET = Duration.ofSeconds(20);

    private static final long SHORT_WHILE = 30_000_000;

    /** A number is given to a new process some day. */
    private static final Duration OLD = Duration.ofDays(1);

    static {
        // An interruption, or the end of the process while other threads write.
        Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFile::deleteAll, "temporary files"));
    }

    private final Path path;
    private final Path target;

    private TemporaryFile(Path path, Path target) {
        this.path = path;
        this.target = target;
    }

    /**
     * Makes an empty file in the folder of {@code target}, which is made if it is missing, and deletes there what
     * killed processes left.
     *
     * @throws IOException if the file cannot be made
     */
    public static TemporaryFile beside(Path target) throws IOException {
        Path whole = target.toAbsolutePath();
        Path folder = Files.createDirectories(whole.getParent());
        sweep(folder);
        Path path = folder.resolve("." + PROCESS + "." + System.currentTimeMillis() + COUNT.incrementAndGet() + ".part."
                + whole.getFileName());
        IN_USE.add(path);
        try {
            return new TemporaryFile(Files.createFile(path), whole);
        } catch (IOException e) {
            IN_USE.remove(path);
            throw e;
        }
    }

    /** Where to write. */
    public Path path() {
        return path;
    }

    /**
     * Gives the file its name, in one step where the file system can; what had that name is replaced.
     *
     * @throws IOException if that fails; what had the name is then untouched
     */
    public void keep() throws IOException {
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes the file unless it was kept. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(path);
        } finally {
            IN_USE.remove(path);
        }
    }

    // A thread that goes on may make a file anew by opening it.
    private static void deleteAll() {
        for (int round = 0; round < 3; round++) {
            boolean deleted = false;
            for (Path file : IN_USE) {
                try {
                    deleted |= Files.deleteIfExists(file);
                } catch (IOException e) {
                    // the next process in this folder tries again
                }
            }
            if (!deleted) {
                return;
            }
            LockSupport.parkNanos(SHORT_WHILE);
        }
    }

    // What cannot be listed or deleted is in nobody's way.
    private static void sweep(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> isLeftOver(file, Instant.now()))) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // see above
        }
    }

    /** Whether {@code file} is a temporary file that nobody writes any more. */
    static boolean isLeftOver(Path file, Instant now) throws IOException {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || IN_USE.contains(file)) {
            return false;
        }
        try {
            Duration age = Duration.between(Files.getLastModifiedTime(file).toInstant(), now);
            long process = Long.parseLong(name.group(1));
            // This one knows what it has in use.
            boolean running = process != PROCESS && TemporaryFolder.isRunning(process);
            return age.compareTo(running ? OLD : QUIET) > 0;
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
