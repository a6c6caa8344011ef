package io.github.l1bench.exact;

import io.github.l1bench.problem.Coefficients;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Coefficients to be certified: good ones, bad ones and absurd ones. */
final class Trials {
    private final ExactOptimum optimum;
    private final Random random = new Random(1);

    private Trials(ExactOptimum optimum) {
        this.optimum = optimum;
    }

    /** The optimum in doubles and what is a little beside it: coefficients as solvers return them. */
    static Map<String, Coefficients> near(ExactOptimum optimum) {
        Trials trials = new Trials(optimum);
        Map<String, Coefficients> near = new LinkedHashMap<>();
        near.put("the optimum in doubles", optimum.coefficients());
        for (double share : new double[] {1e-14, 1e-11, 1e-8, 1e-5, 1e-2}) {
            near.put("weights off by " + share, trials.changed(v -> v * (1 + share * trials.random.nextGaussian())));
        }
        near.put(
                "the null model",
                optimum.rescaling().coefficients(optimum.rescaling().scaled().nullModel()));
        return near;
    }

    /** These and ones that no solver should return, with scores of up to a million. */
    static Map<String, Coefficients> all(ExactOptimum optimum) {
        Trials trials = new Trials(optimum);
        Map<String, Coefficients> all = near(optimum);
        all.put("zeros", trials.changed(v -> 0));
        for (double size : new double[] {1, 1e3, 1e6}) {
            all.put("random of size " + size, trials.changed(v -> size * trials.random.nextGaussian()));
        }
        for (double factor : new double[] {-1, 1e3, 1e6}) {
            all.put("the optimum times " + factor, trials.changed(v -> factor * v));
        }
        all.put("intercepts a million higher", trials.withIntercepts(b -> b + 1e6));
        all.put("intercepts a million apart", trials.withIntercepts(b -> b + 1e6 * trials.random.nextGaussian()));
        return all;
    }

    // All variables that are not zero, or all; in the well-scaled variables, so that sizes are those of scores.
    private Coefficients changed(DoubleUnaryOperator change) {
        DoubleDouble[] v = optimum.variables().clone();
        for (int a = 0; a < v.length; a++) {
            v[a] = DoubleDouble.of(change.applyAsDouble(v[a].hi()));
        }
        return optimum.rescaling().coefficients(v);
    }

    private Coefficients withIntercepts(DoubleUnaryOperator change) {
        Coefficients base = optimum.coefficients();
        double[] intercept = IntStream.range(0, base.classes())
                .mapToDouble(k -> change.applyAsDouble(base.intercept()[k]))
                .toArray();
        return new Coefficients(base.weights(), intercept);
    }
}
