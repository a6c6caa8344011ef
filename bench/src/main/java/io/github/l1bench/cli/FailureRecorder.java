package io.github.l1bench.cli;

import io.github.l1bench.bench.Deadline;
import io.github.l1bench.result.JmhNotes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Reads off what JMH prints which benchmarks failed and why: JMH itself tells a program only that there is no result.
 */
final class FailureRecorder {
    private static final String FAILURE = "<failure>";
    private static final String ENDED = "<forked VM failed with exit code " + Deadline.EXIT_STATUS + ">";

    private final double patienceSeconds;
    private final List<JmhNotes.Failure> failures = new ArrayList<>();
    private BenchmarkParams running;
    private List<String> printed = new ArrayList<>();

    FailureRecorder(double patienceSeconds) {
        this.patienceSeconds = patienceSeconds;
    }

    /** An output that does what {@code output} does, and is read. */
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
            case "println", "print" -> printed.add(String.valueOf(arguments[0]));
            default -> {
                // Nothing to learn from it.
            }
        }
        try {
            return method.invoke(output, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
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
        printed = new ArrayList<>();
    }

    private String reason() {
        List<String> lines = printed.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.contains(ENDED)) {
            return "did not return within " + (float) patienceSeconds + " s after its time was up";
        }
        int mark = lines.indexOf(FAILURE);
        if (mark >= 0 && mark + 1 < lines.size()) {
            return lines.get(mark + 1).replaceFirst("^(?:\\w+\\.)+(?=\\w+(Exception|Error)\\b)", "");
        }
        return lines.stream()
                .filter(line -> line.startsWith("<") && line.contains("failed"))
                .findFirst()
                .orElse("no result; JMH's output tells more");
    }

    /** What has failed so far. */
    List<JmhNotes.Failure> failures() {
        close();
        return List.copyOf(failures);
    }
}
