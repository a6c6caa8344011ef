package io.github.l1bench.spark.cells;

import io.github.l1bench.collection.CollectionFolder;
import io.github.l1bench.io.TemporaryFolder;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs cells on an executor, one at a time whatever its cores.
 *
 * @param jars class path of the child: benchmarks.jar and plug-ins, by the names they were sent under
 * @param flags of the child's virtual machine, such as its heap
 * @param seconds that a child may take
 */
public record CellTask(List<String> jars, List<String> flags, long seconds) implements Serializable {
    private static final long serialVersionUID = 1;
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
    private static final Pattern FILE = Pattern.compile("\\{file:([^}]+)}");
    private static final int LOG = 4000;
    private static final List<String> RESULTS = List.of("run.json", "snapshots.json", "jmh.json", "jmh-notes.json");

    /**
     * Runs {@code spec}; whatever goes wrong is told in the outcome.
     *
     * @param sent where a file that was sent under a name lies here
     */
    public CellOutcome run(CellSpec spec, Function<String, String> sent) {
        ONE_AT_A_TIME.lock();
        Probe before = Probe.take();
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            return run(spec, sent, folder.path(), before);
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return CellOutcome.failed(spec, host(), before, "could not be run: " + e, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CellOutcome.failed(spec, host(), before, "was interrupted", "");
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private CellOutcome run(CellSpec spec, Function<String, String> sent, Path folder, Probe before)
            throws IOException, URISyntaxException, InterruptedException {
        Path log = folder.resolve("log");
        Path out = folder.resolve("run");
        Process child = new ProcessBuilder(command(spec, sent, out))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended;
        try {
            ended = child.waitFor(seconds, TimeUnit.SECONDS);
        } finally {
            child.destroyForcibly().waitFor();
        }
        String lines = tail(log);
        Map<String, byte[]> files = files(
                spec.collection() == null
                        ? out
                        : new CollectionFolder(out).instance(spec.problem()).path());
        if (!ended) {
            return CellOutcome.failed(spec, host(), before, "did not end within " + seconds + " s", lines);
        }
        if (!files.containsKey("run.json")) {
            String last = lines.strip().lines().reduce((a, b) -> b).orElse("nothing said");
            String how = "left no result and ended with status " + child.exitValue() + ": " + last;
            return CellOutcome.failed(spec, host(), before, how, lines);
        }
        return new CellOutcome(spec, host(), before, Probe.take(), files, null, lines);
    }

    private List<String> command(CellSpec spec, Function<String, String> sent, Path out)
            throws IOException, URISyntaxException {
        List<String> path = new ArrayList<>(jars.stream().map(sent).toList());
        path.add(Path.of(Tether.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, path)));
        command.addAll(List.of(Tether.class.getName(), "io.github.l1bench.cli.Main", "run"));
        command.addAll(List.of("--solvers", spec.solver(), "--fresh", "--out", out.toString()));
        if (spec.collection() == null) {
            command.addAll(List.of("--data", here(spec.problem(), sent), "--no-study"));
        } else {
            Path file = out.resolveSibling("cell.collection");
            Files.writeString(file, spec.collection());
            command.addAll(List.of("--collection", file.toString()));
        }
        spec.arguments().forEach(argument -> command.add(here(argument, sent)));
        return command;
    }

    private static String here(String text, Function<String, String> sent) {
        return FILE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(sent.apply(match.group(1))));
    }

    private static Map<String, byte[]> files(Path out) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : RESULTS) {
            if (Files.exists(out.resolve(name))) {
                files.put(name, Files.readAllBytes(out.resolve(name)));
            }
        }
        return files;
    }

    private static String tail(Path log) throws IOException {
        String text = Files.readString(log);
        return text.substring(Math.max(0, text.length() - LOG));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "unknown host";
        }
    }
}
