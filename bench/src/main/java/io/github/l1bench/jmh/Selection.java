package io.github.l1bench.jmh;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks that JMH's options select. */
public final class Selection {
    private final Set<BenchmarkListEntry> benchmarks;

    /**
     * Selects them.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Selection(CommandLineOptions options) {
        benchmarks = BenchmarkList.defaultList()
                .find(
                        OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
                        options.getIncludes(),
                        options.getExcludes());
        if (benchmarks.isEmpty()) {
            throw new IllegalArgumentException("no benchmark matches " + String.join(", ", options.getIncludes())
                    + (options.getExcludes().isEmpty() ? "" : " without " + String.join(", ", options.getExcludes()))
                    + "; 'jmh -l' lists them");
        }
    }

    /** Full names of class and method. */
    public Set<String> names() {
        return benchmarks.stream().map(BenchmarkListEntry::getUsername).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Those whose parameters are as asked for, each with every combination of values of its parameters.
     *
     * @param values of a parameter; where there are none the benchmark's own are taken
     */
    List<Combination> combinations(Predicate<Set<String>> parameters, Function<String, List<String>> values) {
        return benchmarks.stream()
                .filter(benchmark -> parameters.test(parameters(benchmark)))
                .flatMap(benchmark ->
                        Combination.all(
                                benchmark.getUsername(), benchmark.getParams().orElse(Map.of()), values)
                                .stream())
                .distinct()
                .toList();
    }

    /** How many forks a benchmark asks for by itself. */
    int forks(String benchmark) {
        return benchmarks.stream()
                .filter(entry -> entry.getUsername().equals(benchmark))
                .map(entry -> entry.getForks().orElse(Defaults.MEASUREMENT_FORKS))
                .findFirst()
                .orElse(Defaults.MEASUREMENT_FORKS);
    }

    /** Names of all parameters that one of the benchmarks has. */
    public Set<String> parameters() {
        return benchmarks.stream()
                .flatMap(benchmark -> parameters(benchmark).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> parameters(BenchmarkListEntry benchmark) {
        return benchmark.getParams().orElse(Map.of()).keySet();
    }

    /** The type of that parameter in every benchmark that has it. */
    Set<Class<?>> types(String parameter) {
        return benchmarks.stream()
                .filter(benchmark -> parameters(benchmark).contains(parameter))
                .map(benchmark -> type(benchmark.getUserClassQName(), parameter))
                .collect(Collectors.toSet());
    }

    // Text where the parameter is that of a state beside the benchmark: it takes anything, as far as is known here.
    private static Class<?> type(String benchmarkClass, String parameter) {
        try {
            return Class.forName(benchmarkClass).getField(parameter).getType();
        } catch (ReflectiveOperationException e) {
            return String.class;
        }
    }
}
