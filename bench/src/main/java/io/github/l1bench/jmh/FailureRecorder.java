package io.github.l1bench.jmh;

import io.github.l1bench.bench.Deadline;
import io.github.l1bench.result.JmhNotes;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Reads off what JMH prints which benchmarks failed and why: JMH itself tells a program only that there is no result.
 */
public final class FailureRecorder {
    private static final String FAILURE = "<failure>";
    private static final Pattern DIED = Pattern.compile(
            "<forked VM failed with exit code (\\d+)>|<failure: VM prematurely exited before JMH had finished with it.*");
    private static final Pattern ONE_OF_ONE = Pattern.compile("# (Run progress: |Run complete|Fork: 1 of 1)");
    // What a crash prints is behind this mark, the first line being the reason.
    private static final String CRASH = "# A fatal error has been detected by the Java Runtime Environment:";

    private final double patienceSeconds;
    private final List<JmhNotes.Failure> failures = new ArrayList<>();
    private final Set<String> announced = new HashSet<>();
    private BenchmarkParams running;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    /** @param patienceSeconds how long a solver may take to return after its time is up */
    public FailureRecorder(double patienceSeconds) {
        this.patienceSeconds = patienceSeconds;
    }

    /**
     * An output that does what {@code output} does, and is read. JMH is started for each fork: it introduces a benchmark
     * once, and results are told when all forks are there.
     */
    OutputFormat reading(OutputFormat output) {
        return (OutputFormat) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {OutputFormat.class},
                (proxy, method, arguments) -> handOn(output, method, arguments));
    }

    private Object handOn(OutputFormat output, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "startBenchmark" -> {
                close();
                running = (BenchmarkParams) arguments[0];
            }
            case "endBenchmark" -> running = arguments[0] == null ? running : null;
            case "endRun" -> close();
            case "println" -> hear(arguments[0] + "\n");
            case "print" -> hear(arguments[0]);
            case "write" -> hear(arguments[0]);
            default -> {
                // Nothing to learn from it.
            }
        }
        if (isRepetition(method.getName(), arguments)) {
            return null;
        }
        try {
            return method.invoke(output, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private boolean isRepetition(String method, Object[] arguments) {
        return switch (method) {
            case "startRun", "endRun", "endBenchmark" -> true;
            case "startBenchmark" -> !announced.add(((BenchmarkParams) arguments[0]).id());
            case "println" -> ONE_OF_ONE.matcher(arguments[0].toString()).lookingAt();
            default -> false;
        };
    }

    /** A stream that does what {@code usual} does, and is heard: to the standard streams JMH hands on what forks print. */
    PrintStream heard(PrintStream usual) {
        OutputStream both = new OutputStream() {
            @Override
            public void write(int one) {
                usual.write(one);
                printed.write(one);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                usual.write(bytes, offset, length);
                printed.write(bytes, offset, length);
            }

            @Override
            public void flush() {
                usual.flush();
            }
        };
        return new PrintStream(both, true, StandardCharsets.UTF_8);
    }

    // What JMH prints, and byte by byte or in one piece what its forks print.
    private void hear(Object said) {
        if (said instanceof Integer one) {
            printed.write(one);
        } else {
            printed.writeBytes(
                    said instanceof byte[] bytes ? bytes : said.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    // A benchmark that was started and did not end has failed.
    private void close() {
        if (running != null) {
            Map<String, String> params = new LinkedHashMap<>();
            for (Object key : running.getParamsKeys()) {
                params.put(key.toString(), running.getParam(key.toString()));
            }
            failures.add(new JmhNotes.Failure(running.getBenchmark(), params, reason()));
        }
        running = null;
        printed.reset();
    }

    private String reason() {
        List<String> lines = printed.toString(StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher died = DIED.matcher(lines.get(i));
            if (died.matches()) {
                return lines.contains("<forked VM failed with exit code " + Deadline.EXIT_STATUS + ">")
                        ? "did not return within " + (float) patienceSeconds + " s after its time was up"
                        : "its virtual machine ended" + (died.group(1) == null ? "" : " with status " + died.group(1))
                                + lastWords(lines.subList(0, i));
            }
        }
        int mark = lines.indexOf(FAILURE);
        if (mark >= 0 && mark + 1 < lines.size()) {
            return isOfJmh(lines.subList(mark + 2, lines.size()))
                    ? "its virtual machine ended" + lastWords(lines.subList(0, mark))
                    : lines.get(mark + 1).replaceFirst("^(?:\\w+\\.)+(?=\\w+(Exception|Error)\\b)", "");
        }
        return lines.stream()
                .filter(line -> line.startsWith("<") && line.contains("failed"))
                .findFirst()
                .orElse("no result" + lastWords(lines));
    }

    // JMH misses results of a machine that is gone, with a NoSuchElementException or the like.
    private static boolean isOfJmh(List<String> stack) {
        return stack.stream()
                .filter(line -> !line.matches("at (java\\.base/)?java\\..*"))
                .findFirst()
                .filter(line -> line.startsWith("at org.openjdk.jmh."))
                .isPresent();
    }

    // Of what the fork printed; not JMH's own words, nor the way to where an exception was thrown.
    private static String lastWords(List<String> lines) {
        int crash = lines.indexOf(CRASH);
        if (crash >= 0) {
            return lines.stream()
                    .skip(crash + 1L)
                    .map(line -> line.replaceFirst("^#\\s*", ""))
                    .filter(line -> !line.isEmpty())
                    .findFirst()
                    .map(line -> ": " + line)
                    .orElse("");
        }
        return lines.stream()
                .filter(line ->
                        !line.startsWith("<") && !line.startsWith("#") && !line.matches("at \\S+\\(.*\\)|\\.\\.\\. .*"))
                .reduce((earlier, later) -> later)
                .map(line -> "; its last words: " + line)
                .orElse(" without a word");
    }

    /** What has failed so far. */
    public List<JmhNotes.Failure> failures() {
        close();
        return List.copyOf(failures);
    }
}
