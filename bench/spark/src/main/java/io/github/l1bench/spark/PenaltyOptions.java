package io.github.l1bench.spark;

import io.github.l1bench.problem.PenaltyRequest;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** One of three scales; several values are a path. */
final class PenaltyOptions {
    @Option(names = "--lambda", split = ",", description = "the penalty; several: each is started from the one before")
    private List<Double> lambda = List.of();

    @Option(names = "--lambda-ratio", split = ",", description = "the same as shares of lambda max")
    private List<Double> ratio = List.of();

    @Option(names = "--C", split = ",", description = "the same as scikit-learn's C")
    private List<Double> c = List.of();

    /**
     * At least one, no two alike.
     *
     * @throws IllegalArgumentException in one sentence otherwise
     */
    List<PenaltyRequest> requests() {
        List<PenaltyRequest> requests = Stream.of(
                        lambda.stream().map(PenaltyRequest::lambda),
                        ratio.stream().map(r -> new PenaltyRequest(PenaltyRequest.Scale.RATIO, r)),
                        c.stream().map(v -> new PenaltyRequest(PenaltyRequest.Scale.C, v)))
                .flatMap(scale -> scale)
                .toList();
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("no penalty is given; give --lambda, --lambda-ratio or --C");
        }
        for (PenaltyRequest request : requests) {
            if (requests.indexOf(request) != requests.lastIndexOf(request)) {
                throw new IllegalArgumentException(
                        "the penalty " + request.value() + " is named twice; name each of a path once");
            }
        }
        return requests;
    }
}
