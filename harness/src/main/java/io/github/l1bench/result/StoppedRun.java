package io.github.l1bench.result;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The published run with one seed for split and sampler.
 *
 * @param seed of both
 * @param epochs until it stopped
 * @param met whether the published rule stopped it, and not a limit of epochs
 * @param fit what it reached, which has a test accuracy; bound, gap, KKT residual and training accuracy are not kept
 */
public record StoppedRun(
        int seed,
        int epochs,
        boolean met,

        @JsonUnwrapped @JsonIgnoreProperties({"dual", "gap", "kkt", "trainAccuracy"})
        Fit fit) {}
