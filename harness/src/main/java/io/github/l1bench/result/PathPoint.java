package io.github.l1bench.result;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * One penalty of a regularisation path.
 *
 * @param lambda the penalty
 * @param solver that found the solution
 * @param fit what it is worth, which has a test accuracy; bound, gap and KKT residual are not kept
 */
public record PathPoint(
        double lambda,
        String solver,

        @JsonUnwrapped @JsonIgnoreProperties({"dual", "gap", "kkt"})
        Fit fit) {}
