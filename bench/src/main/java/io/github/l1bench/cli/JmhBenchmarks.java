package io.github.l1bench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks that JMH's options select, and the parameters that these have. */
final class JmhBenchmarks {
    private final Set<BenchmarkListEntry> selected;

    private JmhBenchmarks(Set<BenchmarkListEntry> selected) {
        this.selected = selected;
    }

    static JmhBenchmarks of(CommandLineOptions options) {
        OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        return new JmhBenchmarks(
                BenchmarkList.defaultList().find(silent, options.getIncludes(), options.getExcludes()));
    }

    /** Full names. */
    Set<String> names() {
        return selected.stream().map(BenchmarkListEntry::getUsername).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Full names of those whose parameters fit, without {@code known}. */
    List<String> having(Predicate<Set<String>> parameters, Set<String> known) {
        return selected.stream()
                .filter(b -> parameters.test(parameters(b)) && !known.contains(b.getUsername()))
                .map(BenchmarkListEntry::getUsername)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Whether one of them has the parameter. */
    boolean anyHas(String parameter) {
        return selected.stream().anyMatch(b -> parameters(b).contains(parameter));
    }

    private static Set<String> parameters(BenchmarkListEntry benchmark) {
        return benchmark.getParams().orElse(Map.of()).keySet();
    }
}
