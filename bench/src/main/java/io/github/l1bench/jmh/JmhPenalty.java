package io.github.l1bench.jmh;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.problem.PenaltyRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * The penalty that benchmarks are asked for by {@code --lambda}, {@code --lambda-ratio} or {@code --C}. It becomes a
 * number before JMH starts, so that a fork and a row of results know nothing but lambda.
 */
final class JmhPenalty {
    // The penalty, and the last one of a path.
    private static final List<String> PARAMETERS = List.of("lambda", "smallest");

    private final Optional<PenaltyRequest> request;
    private final Map<String, Double> lambdas = new LinkedHashMap<>();

    /**
     * @param request what the user gave, if anything
     * @param parameters names of all parameters that one of the benchmarks has
     * @throws IllegalArgumentException in one sentence, if a penalty is given by {@code -p} as well, or if no benchmark
     *     has one
     */
    JmhPenalty(Optional<PenaltyRequest> request, CommandLineOptions options, Set<String> parameters) {
        this.request = request;
        if (request.isEmpty()) {
            return;
        }
        for (String parameter : PARAMETERS) {
            if (options.getParameter(parameter).hasValue()) {
                throw new IllegalArgumentException(
                        "the penalty is given by -p " + parameter + "= and by an option of its own; use one of them");
            }
        }
        if (!parameters.contains("data") || PARAMETERS.stream().noneMatch(parameters::contains)) {
            throw new IllegalArgumentException("none of these benchmarks can be told a penalty; leave out --lambda,"
                    + " --lambda-ratio and --C, or name TimeToTarget, RegularizationPath or ScalingInLambda");
        }
    }

    /** Learns what lambda is for {@code dataset}, called {@code name}. */
    void see(String name, Dataset dataset) {
        request.ifPresent(penalty -> lambdas.put(name, dataset.problem(penalty).lambda()));
    }

    /**
     * JMH's options that say the penalty; none where none is asked for.
     *
     * @throws IllegalArgumentException in one sentence, if lambda is another one for each data set
     */
    List<String> arguments() {
        List<Double> different = lambdas.values().stream().distinct().toList();
        if (different.size() > 1) {
            throw new IllegalArgumentException("the penalty asked for is another lambda for each data set ("
                    + lambdas.entrySet().stream()
                            .map(e -> e.getKey() + ": " + e.getValue())
                            .collect(Collectors.joining(", "))
                    + "); start jmh for one data set after another, or give --lambda");
        }
        List<String> arguments = new ArrayList<>();
        for (double lambda : different) {
            PARAMETERS.forEach(parameter -> arguments.addAll(List.of("-p", parameter + "=" + lambda)));
        }
        return arguments;
    }
}
