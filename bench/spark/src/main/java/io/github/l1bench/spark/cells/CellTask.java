package io.github.l1bench.spark.cells;

import io.github.l1bench.collection.CollectionFolder;
import io.github.l1bench.io.TemporaryFolder;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Machine;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.io.Serializable;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
    /** The class that a child runs. */
    public static final String MAIN = "io.github.l1bench.cli.Main";

    private static final long serialVersionUID = 1;
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
    private static final Pattern FILE = Pattern.compile("\\{file:([^}]+)}");
    private static final List<String> RESULTS = List.of(
            RunFolder.RUN,
            RunFolder.SNAPSHOTS,
            RunFolder.JMH,
            JmhNotes.beside(Path.of(RunFolder.JMH)).toString());

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
        Path out = folder.resolve("run");
        Child child = new Child(flags, jars.stream().map(sent).toList(), folder);
        Path results = spec.collection() == null
                ? out
                : new CollectionFolder(out).instance(spec.problem()).path();
        String failure = failure(child, command(spec, sent, out), results.resolve(RunFolder.RUN));
        if (failure == null && spec.jmh() != null) {
            failure = failure(child, jmh(spec, sent, results), results.resolve(RunFolder.JMH));
        }
        return failure == null
                ? new CellOutcome(spec, host(), before, Probe.take(), files(results), null, child.said())
                : CellOutcome.failed(spec, host(), before, failure, child.said());
    }

    // Why the child has not made its result, in one sentence; null where it has.
    private String failure(Child child, List<String> command, Path result) throws IOException, InterruptedException {
        int status = child.run(command, seconds);
        if (status < 0) {
            return "did not end within " + seconds + " s";
        }
        if (!Files.exists(result)) {
            String last = child.said()
                    .strip()
                    .lines()
                    .filter(line -> !line.startsWith("\t")) // of a stack trace
                    .reduce((a, b) -> b)
                    .orElse("nothing said");
            return "left no " + result.getFileName() + " and ended with status " + status + ": " + last;
        }
        return null;
    }

    private static List<String> command(CellSpec spec, Function<String, String> sent, Path out) throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("run", "--solvers", spec.solver(), "--fresh", "--out", out.toString()));
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

    private static List<String> jmh(CellSpec spec, Function<String, String> sent, Path results) {
        List<String> command = new ArrayList<>(List.of("jmh"));
        spec.jmh().forEach(word -> command.add(here(word, sent)));
        command.addAll(List.of("--solvers", spec.solver(), "--fresh", "-p", "data=" + here(spec.problem(), sent)));
        command.addAll(
                List.of("-rf", "json", "-rff", results.resolve(RunFolder.JMH).toString()));
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

    private static String host() {
        return Objects.requireNonNullElse(Machine.host(), "unknown host");
    }
}
