package io.github.l1bench.view;

import io.github.l1bench.run.JmhRow;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Names of JMH's rows in words: {@code prox-newton to certified 10⁻³, warm}. */
public final class RowNames {
    private static final Set<String> SAID = Set.of("solver", "target", "start");

    private final List<JmhRow> all;

    /** @param all the rows among which a name has to tell one from another */
    public RowNames(List<JmhRow> all) {
        this.all = List.copyOf(all);
    }

    /** What {@code score} measured; a parameter is named only where rows of its benchmark differ in it. */
    public String name(JmhRow score) {
        Map<String, String> params = score.params();
        StringJoiner name = new StringJoiner(", ");
        name.add(subject(score));
        if (params.containsKey("start")) {
            name.add(params.get("start"));
        }
        params.forEach((key, value) -> {
            if (!SAID.contains(key) && varies(score, key)) {
                name.add(parameter(key, value));
            }
        });
        if (all.stream()
                        .anyMatch(s -> !s.failed()
                                && s.benchmark().equals(score.benchmark())
                                && !s.mode().equals(score.mode()))
                && !score.failed()) {
            name.add(mode(score.mode()));
        }
        return Origins.marked(name.toString(), Origins.reusedFrom(score));
    }

    private static String mode(String mode) {
        return switch (mode) {
            case "avgt" -> "average time";
            case "thrpt" -> "throughput";
            case "sample" -> "sampled";
            case "ss" -> "single shot";
            default -> mode;
        };
    }

    private static String subject(JmhRow score) {
        String solver = Origins.solver(score);
        if (solver.isEmpty()) {
            return words(score.method());
        }
        if (!score.params().containsKey("target")) {
            return solver + ", " + words(score.className());
        }
        Target target = Target.of(score.params());
        String to =
                target.isGap() ? "certified " + Quantity.power(target.gap()) : "the " + target.name() + " objective";
        boolean plain = score.className().equals(Benchmarks.TIME_TO_TARGET);
        return solver + " to " + to + (plain ? "" : ", " + words(score.className()));
    }

    private static String parameter(String key, String value) {
        return switch (key) {
            case "threads" -> value + (value.equals("1") ? " thread" : " threads");
            case "kernels" -> value + " kernels";
            case "budget" -> "at most " + value + " s";
            case "lambda" -> "λ = " + value;
            case "data" -> "on " + value;
            default -> key + " = " + value;
        };
    }

    private boolean varies(JmhRow score, String key) {
        Set<String> values = new HashSet<>();
        all.stream()
                .filter(s -> s.className().equals(score.className()))
                .forEach(s -> values.add(s.params().get(key)));
        return values.size() > 1;
    }

    /** A name of Java as words: {@code scores of full weights}. */
    public static String words(String name) {
        return List.of(name.split("(?<=[a-z0-9])(?=[A-Z])")).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
