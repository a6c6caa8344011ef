package io.github.l1bench.jmh;

import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** JMH's own arguments, to which a comma ends a value of {@code -p}. */
public final class JmhArguments {
    private static final String SOLVER = "solver=";
    private static final String DATA = "data=";

    private JmhArguments() {}

    /**
     * What {@code arguments} say to JMH.
     *
     * @throws IllegalArgumentException in one sentence, if JMH cannot read them, or a path of data has a comma
     */
    public static CommandLineOptions parse(List<String> arguments) {
        arguments.stream()
                .map(JmhArguments::pair)
                .filter(pair -> pair.startsWith(DATA))
                .forEach(JmhArguments::requireNoPathWithComma);
        try {
            CommandLineOptions options = new CommandLineOptions(
                    arguments.stream().map(JmhArguments::withoutCommas).toArray(String[]::new));
            options.getIncludes().forEach(Pattern::compile);
            options.getExcludes().forEach(Pattern::compile);
            return options;
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "'" + e.getPattern() + "' is no regular expression, as which JMH reads names of benchmarks ("
                            + e.getDescription() + "); 'jmh -l' lists them",
                    e);
        } catch (CommandLineOptionException | IllegalStateException e) {
            throw new IllegalArgumentException(e.getMessage() + "; 'jmh -h' lists JMH's options", e);
        }
    }

    /** Those of {@code arguments} but for benchmarks, solvers and data, which are told apart by the rows themselves. */
    static List<String> settings(List<String> arguments) {
        List<String> benchmarks = parse(arguments).getIncludes();
        List<String> settings = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String next = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            if (arguments.get(i).equals("-p") && (next.startsWith(SOLVER) || next.startsWith(DATA))) {
                i++;
            } else if (!benchmarks.contains(arguments.get(i))) {
                settings.add(arguments.get(i));
            }
        }
        return List.copyOf(settings);
    }

    // JMH takes -p and what it sets as two arguments or as one.
    private static String pair(String argument) {
        return argument.startsWith("-p") ? argument.substring("-p".length()) : argument;
    }

    // "solver[a=1;b=2]" for "solver[a=1,b=2]": it says the same.
    private static String withoutCommas(String argument) {
        return pair(argument).startsWith(SOLVER) ? argument.replaceAll(",(?=[^\\[]*\\])", ";") : argument;
    }

    // Two data sets, or a path that JMH would cut in two.
    private static void requireNoPathWithComma(String argument) {
        String whole = argument.substring(DATA.length());
        List<String> pieces = List.of(whole.split(","));
        int cut = IntStream.range(1, pieces.size())
                .filter(i -> !DataSources.find(pieces.get(i)).isPresent() || isFile(whole))
                .findFirst()
                .orElse(0);
        if (pieces.subList(0, cut).stream().anyMatch(before -> before.contains(":"))) {
            throw new IllegalArgumentException("to JMH a comma ends a value of -p, so that " + argument
                    + " names the data sets " + String.join(" and ", pieces)
                    + "; where the comma belongs to a path, rename the file or make a link to it that has none, and where it"
                    + " parts parameters, list the data in a collection and write instance:FILE/NAME");
        }
    }

    private static boolean isFile(String data) {
        return Files.exists(Path.of(DataRequest.of(data).argument()));
    }
}
