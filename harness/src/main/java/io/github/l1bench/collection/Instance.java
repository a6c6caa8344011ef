package io.github.l1bench.collection;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.PenaltyRequest;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One problem of a collection: data, standardisation, penalty and seed.
 *
 * @param name unlike all others of its collection, fit for a folder's name: small letters, digits, dots and hyphens
 * @param family what kind of data it is, in the collection's words
 * @param data name of the data as {@code --data} takes it, with its argument
 * @param options values of the data source's own options by name
 * @param trainRows training rows asked for; null for the source's default
 * @param testRows test rows asked for; null for the source's default
 * @param standardize whether features are standardised
 * @param ratio the penalty in multiples of lambda max, positive
 * @param seed of generator, split and samplers, 0 or more
 */
public record Instance(
        String name,
        String family,
        String data,
        Map<String, String> options,
        @JsonSetter(nulls = Nulls.SET) Integer trainRows,
        @JsonSetter(nulls = Nulls.SET) Integer testRows,
        boolean standardize,
        double ratio,
        int seed) {
    /** The data that it is on. */
    public DataRequest request() {
        return new DataRequest(data, options, false, optional(trainRows), optional(testRows), seed, standardize);
    }

    /**
     * The problem that it is on {@code dataset}, its data.
     *
     * @throws IllegalArgumentException in one sentence, if these data pose none: a class has no training row, or no feature
     *     tells the classes apart
     */
    MultinomialProblem problem(Dataset dataset) {
        MultinomialProblem problem = dataset.problem(1);
        // A penalty is a share here and nothing else, so that what is told of other penalties does not help.
        if (problem.isLambdaMaxRounding()) {
            throw new IllegalArgumentException(
                    "no feature of these data tells the classes apart, so that lambda max is 0 but"
                            + " for rounding and there is no share of it; leave these data out of the collection, or mend them");
        }
        return new PenaltyRequest(PenaltyRequest.Scale.RATIO, ratio).applied(problem);
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
