package io.github.l1bench.jmh;

import io.github.l1bench.kernel.KernelChoice;
import io.github.l1bench.kernel.Kernels;
import io.github.l1bench.run.JmhRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A benchmark with a value for each of its parameters: what one row of results is about.
 *
 * @param benchmark full name of class and method
 * @param params values by name, a solver as JMH can read it
 */
public record Combination(String benchmark, Map<String, String> params) {
    private static final String KERNELS = "kernels";

    /** All combinations of what {@code given} has for a parameter or, where it has nothing, of the {@code usual} values. */
    static List<Combination> all(String benchmark, Map<String, String[]> usual, Function<String, List<String>> given) {
        List<Map<String, String>> all = List.of(Map.of());
        for (Map.Entry<String, String[]> parameter : usual.entrySet()) {
            List<String> values = given.apply(parameter.getKey());
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> before : all) {
                for (String value : values.isEmpty() ? List.of(parameter.getValue()) : values) {
                    Map<String, String> params = new LinkedHashMap<>(before);
                    params.put(parameter.getKey(), value);
                    longer.add(params);
                }
            }
            all = longer;
        }
        return all.stream().map(params -> new Combination(benchmark, params)).toList();
    }

    /** The parameters as results name them. */
    Map<String, String> canonical() {
        return JmhRow.canonical(params);
    }

    /** JVM arguments of a fork that has the kernels asked for; none where they are those that it has by itself. */
    List<String> kernelArguments() {
        String kernels = params.get(KERNELS);
        return kernels == null || kernels.equals(KernelChoice.asked()) ? List.of() : KernelChoice.jvmArguments(kernels);
    }

    /** The same with plain kernels, of which there is one whatever kernels are asked for. */
    Combination withPlainKernels() {
        Map<String, String> plain = new LinkedHashMap<>(params);
        plain.computeIfPresent(KERNELS, (name, kernels) -> Kernels.PLAIN_NAME);
        return new Combination(benchmark, plain);
    }

    /** Class, method and parameters. */
    @Override
    public String toString() {
        String[] parts = benchmark.split("\\.");
        return parts[parts.length - 2] + "." + parts[parts.length - 1] + " " + params;
    }
}
