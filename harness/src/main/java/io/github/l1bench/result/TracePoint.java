package io.github.l1bench.result;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * One point of a run's trace, evaluated while the run's clock stood still.
 *
 * @param passes passes spent so far
 * @param epochs the solver's own iterations so far
 * @param seconds seconds spent so far
 * @param fit what the weights are worth; gap, KKT residual and training accuracy are not kept
 */
public record TracePoint(
        double passes,
        int epochs,
        double seconds,

        @JsonUnwrapped @JsonIgnoreProperties({"gap", "kkt", "trainAccuracy"})
        Fit fit) {}
