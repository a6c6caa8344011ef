package io.github.l1bench.problem;

import java.math.BigDecimal;

/** A fitted model as one of the raw features, for those who have data and no standardisation. */
public final class OriginalScale {
    private OriginalScale() {}

    /**
     * The model that gives raw features the scores that {@code model} gives standardised ones: with v_jk = W_jk / scale_j,
     * z_k = sum_j v_jk raw_j + b_k - sum_j v_jk center_j.
     *
     * <p>Where features are far from zero the two sums cancel, so the intercept undoes the weights v as they are rounded,
     * not W / scale: then their rounding errors count by raw - center only. It is summed exactly and rounded once. What
     * remains is that one rounding, and that of whoever adds up the scores, both relative to the largest terms
     * |v_jk raw_j| and |b_k|: where features lie m standard deviations from zero, about m times as much relative to the
     * scores.
     *
     * @param model K classes, p features, in standardised features; not modified
     * @param standardization of the p features; not modified
     * @throws IllegalArgumentException if a weight or an intercept is too large for a double
     */
    public static Coefficients of(Coefficients model, Standardization standardization) {
        if (model.features() != standardization.features()) {
            throw new IllegalArgumentException("coefficients of " + model.features()
                    + " features do not fit a standardisation of " + standardization.features());
        }
        double[][] weights = new double[model.classes()][model.features()];
        double[] intercept = new double[model.classes()];
        for (int k = 0; k < weights.length; k++) {
            for (int j = 0; j < weights[k].length; j++) {
                weights[k][j] =
                        finite(model.weights()[k][j] / standardization.scale()[j], "the weight of feature " + j);
            }
            intercept[k] = finite(
                    intercept(model.intercept()[k], weights[k], standardization.center()),
                    "the intercept of class " + k);
        }
        return new Coefficients(weights, intercept);
    }

    private static double intercept(double standardized, double[] weights, double[] center) {
        BigDecimal sum = new BigDecimal(standardized);
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] != 0 && center[j] != 0) {
                sum = sum.subtract(new BigDecimal(weights[j]).multiply(new BigDecimal(center[j])));
            }
        }
        return sum.doubleValue();
    }

    private static double finite(double value, String what) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    what + " is " + value + " on the original scale, because the feature's scale"
                            + " is so small; use the coefficients of the standardised features, or rescale the data");
        }
        return value;
    }
}
