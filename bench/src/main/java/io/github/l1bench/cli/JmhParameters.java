package io.github.l1bench.cli;

import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.solver.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoublePredicate;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Checks the parameters of benchmarks before JMH starts: in its forks a bad one would be a page of stack traces. */
final class JmhParameters {
    private JmhParameters() {}

    /**
     * Checks every value given with {@code -p}; a parameter of no benchmark is not known here and JMH ignores it.
     *
     * @throws IllegalArgumentException in one sentence, if a value makes no sense
     */
    static void require(CommandLineOptions options) {
        values(options, "solver").forEach(Variant::parse);
        requireWholePaths(values(options, "data"));
        for (String name : List.of("lambda", "smallest", "budget")) {
            values(options, name)
                    .forEach(value -> requireNumber(name, value, v -> v > 0 && v < Double.POSITIVE_INFINITY));
        }
        values(options, "threads")
                .forEach(value -> requireNumber("threads", value, v -> v >= 1 && v <= 1 << 16 && v == Math.rint(v)));
        values(options, "target").stream()
                .filter(value -> !value.equals("published"))
                .forEach(value -> requireNumber("target", value, v -> v > 0));
        for (String start : values(options, "start")) {
            if (!List.of("warm", "cold").contains(start)) {
                throw new IllegalArgumentException("-p start= takes warm or cold, not '" + start + "'");
            }
        }
    }

    // To JMH a comma ends a value, also within a path.
    private static void requireWholePaths(List<String> data) {
        for (int i = 1; i < data.size(); i++) {
            String whole = data.get(i - 1) + "," + data.get(i);
            boolean cut = DataSources.find(data.get(i)).isEmpty() || isFile(whole);
            if (data.get(i - 1).contains(":") && cut) {
                throw new IllegalArgumentException("to JMH the comma in '" + whole
                        + "' ends the value of -p data=; give the file a name without a comma");
            }
        }
    }

    private static boolean isFile(String data) {
        return Files.exists(Path.of(DataRequest.of(data).argument()));
    }

    private static List<String> values(CommandLineOptions options, String parameter) {
        return List.copyOf(options.getParameter(parameter).orElse(List.of()));
    }

    private static void requireNumber(String name, String text, DoublePredicate sensible) {
        boolean fits;
        try {
            fits = sensible.test(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            fits = false;
        }
        if (!fits) {
            throw new IllegalArgumentException("-p " + name + "= is given '" + text + "'; it takes "
                    + (name.equals("threads") ? "a number of threads" : "a positive number")
                    + (name.equals("target") ? " or 'published'" : ""));
        }
    }
}
