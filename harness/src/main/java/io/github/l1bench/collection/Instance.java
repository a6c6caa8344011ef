package io.github.l1bench.collection;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.l1bench.data.DataRequest;
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

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
