package io.github.l1bench.spark;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.OriginalScale;
import io.github.l1bench.spark.math.Outcome;
import io.github.l1bench.spark.math.Round;
import io.github.l1bench.spark.math.Rounds;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;

/**
 * A fitted model with its certificate.
 *
 * @param classes names of the K classes
 * @param weights of raw features, K rows of p
 * @param intercept K values that go with them
 * @param lambda the penalty
 * @param primal P
 * @param gap a bound on (P - P*) / P
 * @param certified whether that is what was asked for
 * @param rounds how many it took, the summary of the data among them
 */
public record L1LogisticModel(
        List<String> classes,
        double[][] weights,
        double[] intercept,
        double lambda,
        double primal,
        double gap,
        boolean certified,
        int rounds)
        implements Serializable {
    static L1LogisticModel of(List<String> classes, Outcome outcome, Rounds rounds) {
        Round best = outcome.best();
        Coefficients raw = OriginalScale.of(best.coefficients(), rounds.standardization());
        return new L1LogisticModel(
                List.copyOf(classes),
                raw.weights(),
                raw.intercept(),
                best.lambda(),
                best.primal(),
                best.gap(),
                outcome.end() == Outcome.End.CERTIFIED,
                rounds.spent());
    }

    /** The likeliest class of a row of raw features. */
    public String predict(Vector row) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < weights.length; k++) {
            double[] score = {intercept[k]};
            double[] ofClass = weights[k];
            row.foreachNonZero((j, value) -> {
                score[0] += ofClass[(Integer) j] * (Double) value;
                return null;
            });
            if (score[0] > highest) {
                highest = score[0];
                best = k;
            }
        }
        return classes.get(best);
    }
}
