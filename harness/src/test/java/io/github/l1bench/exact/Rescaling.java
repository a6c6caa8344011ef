package io.github.l1bench.exact;

import io.github.l1bench.problem.Coefficients;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * An {@link ExactProblem} in well-scaled variables: u_ij = (raw_ij - pivot_j) / 2^exponent_j, exactly, with a pivot
 * among the feature's own values, so that mean, spread and standardisation of the data no longer matter. The intercept
 * takes the pivots in, and feature j is penalised by lambda scale_j / 2^exponent_j.
 */
final class Rescaling {
    private final ExactProblem problem;
    private final double[] pivots;
    private final int[] exponents;
    private final ScaledProblem scaled;

    Rescaling(ExactProblem problem) {
        this.problem = problem;
        int p = problem.features();
        this.pivots = IntStream.range(0, p).mapToDouble(this::pivot).toArray();
        this.exponents = IntStream.range(0, p).map(this::exponent).toArray();
        DoubleDouble[][] features =
                IntStream.range(0, problem.samples()).mapToObj(this::features).toArray(DoubleDouble[][]::new);
        DoubleDouble[] penalties = new DoubleDouble[p + 1];
        for (int j = 0; j < p; j++) {
            penalties[j] = DoubleDouble.product(problem.lambda(), unit(j));
        }
        penalties[p] = DoubleDouble.ZERO;
        DoubleDouble[][] offsets = new DoubleDouble[problem.samples()][problem.classes()];
        Arrays.stream(offsets).forEach(row -> Arrays.fill(row, DoubleDouble.ZERO));
        this.scaled = new ScaledProblem(features, penalties, offsets, problem.labels(), problem.classes());
    }

    // The value nearest to the mean: no value is twice as far from it as the farthest is.
    private double pivot(int j) {
        double[] values = IntStream.range(0, problem.samples())
                .mapToDouble(i -> problem.raw().get(i, j))
                .toArray();
        double mean = Arrays.stream(values).map(v -> v / values.length).sum();
        return Arrays.stream(values)
                .reduce((a, b) -> Math.abs(b - mean) < Math.abs(a - mean) ? b : a)
                .orElseThrow();
    }

    private int exponent(int j) {
        double largest = IntStream.range(0, problem.samples())
                .mapToDouble(i -> Math.abs(problem.raw().get(i, j) - pivots[j]))
                .max()
                .orElseThrow();
        return largest == 0 ? 0 : Math.getExponent(largest);
    }

    private DoubleDouble[] features(int i) {
        DoubleDouble[] row = new DoubleDouble[problem.features() + 1];
        for (int j = 0; j < problem.features(); j++) {
            row[j] = DoubleDouble.difference(problem.raw().get(i, j), pivots[j]).scaled(-exponents[j]);
        }
        row[problem.features()] = DoubleDouble.ONE;
        return row;
    }

    // W_jk of a variable of one.
    private double unit(int j) {
        return Math.scalb(problem.map().scale()[j], -exponents[j]);
    }

    ScaledProblem scaled() {
        return scaled;
    }

    /** max_jk |sum_i x_ij (y_ik - ybar_k)| / n: the smallest penalty at which W = 0. */
    double lambdaMax() {
        DoubleDouble[] gradient =
                scaled.gradient(scaled.loss(scaled.nullModel()).probabilities());
        return IntStream.range(0, scaled.variables())
                .filter(a -> a % scaled.width() < problem.features())
                .mapToDouble(a ->
                        gradient[a].abs().dividedBy(unit(a % scaled.width())).hi())
                .max()
                .orElseThrow();
    }

    /** Variables as weights and intercept, each rounded to the nearest double. */
    Coefficients coefficients(DoubleDouble[] v) {
        double[][] weights = new double[problem.classes()][problem.features()];
        double[] intercept = new double[problem.classes()];
        for (int k = 0; k < intercept.length; k++) {
            DoubleDouble sum = v[(k + 1) * scaled.width() - 1];
            for (int j = 0; j < problem.features(); j++) {
                weights[k][j] = v[k * scaled.width() + j].times(unit(j)).hi();
                DoubleDouble shift =
                        DoubleDouble.difference(pivots[j], problem.map().center()[j]);
                sum = sum.minus(shift.dividedBy(problem.map().scale()[j]).times(weights[k][j]));
            }
            intercept[k] = sum.hi();
        }
        return new Coefficients(weights, intercept);
    }
}
