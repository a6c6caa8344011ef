package io.github.l1bench.jmh;

import io.github.l1bench.kernel.KernelChoice;
import io.github.l1bench.name.KnownName;
import io.github.l1bench.name.NearNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Checks the parameters of benchmarks before JMH starts: in its forks a bad one would be a page of stack traces. */
public final class ParameterCheck {
    // The one that the Maven profile always gives, whatever is measured.
    private static final String DATA = "data";
    private static final int MOST_THREADS = 1 << 16;

    private final CommandLineOptions options;
    private final Selection selection;
    private final Consumer<String> requireSolver;

    private ParameterCheck(CommandLineOptions options, Selection selection, Consumer<String> requireSolver) {
        this.options = options;
        this.selection = selection;
        this.requireSolver = requireSolver;
    }

    /**
     * Checks every parameter given with {@code -p}.
     *
     * @param arguments what {@code options} were read from
     * @param requireSolver refuses a name that is nobody's
     * @throws IllegalArgumentException in one sentence, if no benchmark of the selection has it or a value makes no sense
     */
    public static void require(
            List<String> arguments, CommandLineOptions options, Selection selection, Consumer<String> requireSolver) {
        ParameterCheck parameters = new ParameterCheck(options, selection, requireSolver);
        names(arguments).forEach(parameters::require);
    }

    // JMH tells values by name but no names.
    private static List<String> names(List<String> arguments) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean apart = argument.equals("-p") && i + 1 < arguments.size();
            boolean joined = argument.startsWith("-p") && !argument.startsWith("-prof") && argument.contains("=");
            if (apart || joined) {
                String pair = apart ? arguments.get(++i) : argument.substring(2);
                names.add(pair.substring(0, Math.max(0, pair.indexOf('='))));
            }
        }
        return names;
    }

    private void require(String name) {
        Set<String> known = selection.parameters();
        if (!known.contains(name) && !name.equals(DATA)) {
            NearNames names = new NearNames(known.stream().map(KnownName::of).toList());
            throw new IllegalArgumentException(
                    "no benchmark that is selected has a parameter '" + name + "'" + names.answer(name, "they have"));
        }
        Set<Class<?>> types = selection.types(name);
        for (String value : options.getParameter(name).orElse(List.of())) {
            switch (name) {
                case "solver" -> requireSolver.accept(value);
                case "start" -> requireStart(value);
                case "target" -> requireTarget(value);
                case "kernels" -> KernelChoice.require(value);
                default -> requireNumber(name, value, types);
            }
        }
    }

    private static void requireStart(String value) {
        if (!List.of("warm", "cold").contains(value)) {
            throw new IllegalArgumentException("-p start= takes warm or cold, not '" + value + "'");
        }
    }

    private static void requireTarget(String value) {
        if (!value.equals("published")) {
            requireNumber("target", value, "a relative gap between 0 and 1, or 'published'", v -> v > 0 && v < 1);
        }
    }

    // Numbers are sizes, limits, penalties and counts, none of which is zero.
    private static void requireNumber(String name, String value, Set<Class<?>> types) {
        if (types.contains(int.class)) {
            int most = name.equals("threads") ? MOST_THREADS : Integer.MAX_VALUE;
            requireNumber(name, value, "a whole number, 1 or more", v -> v >= 1 && v <= most && v == Math.rint(v));
        } else if (types.contains(double.class)) {
            requireNumber(name, value, "a positive number", v -> v > 0 && v < Double.POSITIVE_INFINITY);
        }
    }

    private static void requireNumber(String name, String text, String takes, DoublePredicate sensible) {
        boolean fits;
        try {
            fits = sensible.test(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            fits = false;
        }
        if (!fits) {
            throw new IllegalArgumentException("-p " + name + "= is given '" + text + "'; it takes " + takes);
        }
    }
}
