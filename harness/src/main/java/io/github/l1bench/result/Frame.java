package io.github.l1bench.result;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The weights at one moment of a run.
 *
 * @param solver whose run it is
 * @param epochs after how many epochs; 0 for the certified optimum, whose moment is the end
 * @param fit what they are worth, which has a test accuracy; bound, gap, KKT residual and training accuracy are not kept
 * @param coef weights, K rows of p, in the standardised features
 */
public record Frame(
        String solver,
        int epochs,

        @JsonUnwrapped @JsonIgnoreProperties({"dual", "gap", "kkt", "trainAccuracy"})
        Fit fit,

        double[][] coef) {}
