package io.github.l1bench.cli;

import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.problem.PenaltyRequest;
import io.github.l1bench.problem.PenaltyRequest.Scale;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say how strong the penalty is: one of three. */
final class PenaltyOptions {
    private static final PenaltyRequest USUAL = PenaltyRequest.lambda(PublishedExample.LAMBDA);

    @ArgGroup
    private Given given;

    private static final class Given {
        @Option(
                names = "--lambda",
                paramLabel = "L",
                description = "the penalty (the default, at " + PublishedExample.LAMBDA
                        + ", which is the published example's)")
        private Double lambda;

        @Option(
                names = "--lambda-ratio",
                paramLabel = "R",
                description = "the penalty in multiples of lambda max, the smallest at which every weight is zero")
        private Double ratio;

        @Option(
                names = "--C",
                paramLabel = "C",
                description = "the penalty as scikit-learn's C: lambda = 1 / (C n) with n training rows")
        private Double c;

        private PenaltyRequest request() {
            if (lambda != null) {
                return PenaltyRequest.lambda(lambda);
            }
            return ratio != null ? new PenaltyRequest(Scale.RATIO, ratio) : new PenaltyRequest(Scale.C, c);
        }
    }

    /**
     * The penalty asked for, or none where no option is given.
     *
     * @throws IllegalArgumentException in one sentence, if it is no positive number
     */
    Optional<PenaltyRequest> given() {
        return Optional.ofNullable(given).map(Given::request);
    }

    /** The penalty asked for, or the usual one. */
    PenaltyRequest request() {
        return given().orElse(USUAL);
    }
}
