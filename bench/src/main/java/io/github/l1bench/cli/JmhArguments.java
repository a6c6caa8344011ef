package io.github.l1bench.cli;

import java.util.List;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** JMH's own arguments, to which a comma ends a value of {@code -p}. */
final class JmhArguments {
    private static final String SOLVER = "solver=";

    private JmhArguments() {}

    /**
     * What {@code arguments} say to JMH.
     *
     * @throws IllegalArgumentException in one sentence, if JMH cannot read them
     */
    static CommandLineOptions parse(List<String> arguments) {
        try {
            return new CommandLineOptions(
                    arguments.stream().map(JmhArguments::withoutCommas).toArray(String[]::new));
        } catch (CommandLineOptionException | IllegalStateException e) {
            throw new IllegalArgumentException(e.getMessage() + "; 'jmh -h' lists JMH's options", e);
        }
    }

    private static String withoutCommas(String argument) {
        return argument.startsWith(SOLVER) ? withoutCommasInBrackets(argument) : argument;
    }

    /** {@code solver[a=1;b=2]} for {@code solver[a=1,b=2]}: it says the same. */
    static String withoutCommasInBrackets(String solvers) {
        return solvers.replaceAll(",(?=[^\\[]*\\])", ";");
    }
}
