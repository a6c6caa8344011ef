package io.github.l1bench.result;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/**
 * One rung of a peer's ladder: a setting, run afresh in every repeat.
 *
 * @param setting what the peer was told, such as {@code tol=1e-3}
 * @param seconds of the fit in each repeat; fewer where one that does not certify made others needless
 * @param cpuSeconds of the fits together; null where neither the peer nor the system tells
 * @param peakBytes the most memory that the peer's process and its children have had resident by then, since their
 *     start; null where the system does not tell
 * @param certified whether every repeat reached the gap that was asked for
 * @param note what the peer says of its answer; may be empty
 * @param fit of the repeat with the largest gap
 */
public record Rung(
        String setting,
        List<Double> seconds,
        Double cpuSeconds,
        Long peakBytes,
        boolean certified,
        String note,
        @JsonUnwrapped Fit fit) {
    /** What no finite number is, as earlier versions wrote it, is none. */
    public Rung {
        cpuSeconds = cpuSeconds == null || cpuSeconds.isNaN() ? null : cpuSeconds;
    }

    /** The median time of the fit. */
    public double medianSeconds() {
        return StatUtils.percentile(
                seconds.stream().mapToDouble(Double::doubleValue).toArray(), 50);
    }
}
