package io.github.l1bench.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Virtual machines that tests start, look for, and end. */
final class Processes {
    static final String EXECUTOR = "CoarseGrainedExecutorBackend";
    /** Most of a short life is spent compiling. */
    static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

    private Processes() {}

    /**
     * A jar in {@code folder} that stands for the class path of this process: a command line longer than 4,096 characters
     * is not told by the system, and this process's may be.
     */
    static Path classPath(Path folder) throws IOException {
        Path jar = folder.resolve("class-path.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        String entries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> new File(entry).toURI().toString())
                .collect(Collectors.joining(" "));
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, entries);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    /** Those that this process has started, itself or through others, and whose command line has {@code words}. */
    static List<ProcessHandle> with(String words) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(words))
                .toList();
    }

    static void assertGone(String words) throws InterruptedException {
        for (int wait = 0; wait < 300 && !with(words).isEmpty(); wait++) {
            Thread.sleep(100);
        }
        assertThat(with(words)).isEmpty();
    }

    /** Starts {@code main}; its output goes to {@code log}. */
    static Process start(Path classPath, Path log, String main, String... args) throws IOException {
        return start(List.of(), classPath, log, main, args);
    }

    /** The same with words before the command, which start it. */
    static Process start(List<String> prefix, Path classPath, Path log, String main, String... args)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(QUICK_START);
        command.addAll(List.of("-Xmx600m", "-cp", classPath.toString(), main));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .directory(log.toAbsolutePath().getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Does {@code what}, in another thread, as soon as {@code file} is there; done when it has. */
    static CompletableFuture<Void> when(Path file, Runnable what) {
        return CompletableFuture.runAsync(() -> {
            await(file);
            what.run();
        });
    }

    static void await(Path file) {
        try {
            for (int wait = 0; wait < 60_000 && !Files.exists(file); wait++) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void pause(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends {@code signal}, such as STOP, to {@code process}. */
    static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Settings of Spark's with which executors find the classes of this process and start quickly. */
    static Stream<String> settings(Path classPath) {
        return Stream.of(
                "--conf",
                "spark.executor.extraClassPath=" + classPath,
                "--conf",
                "spark.executor.extraJavaOptions=" + String.join(" ", QUICK_START));
    }
}
